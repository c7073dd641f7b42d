import { type Finding, isActive, type Severity, severities } from "#model/findings.ts";
import { excusedWords, failed, outcome, type Report, type Reporter, todayLine, verdictLine } from "./report.ts";
import { counted, printable } from "./text.ts";

/** GitHub refuses comments of more than 65,536 characters. */
const mostCharacters = 65_000;
/** Kept free for the last lines. */
const roomForNote = 300;

/** A comment for a pull request or the summary of a CI job: a table, then the findings by file, folded. Cut to what GitHub takes. */
export const markdown: Reporter = (report) => {
	const { documents, handoffs } = report.summary;
	const head = [
		`## ${text(report.title)}: ${failed(report) ? "the gate is shut" : "the gate is open"}`,
		"",
		`**${outcome(report.summary)}**${excusedWords(report.summary)}`,
		"",
		`${counted(documents, "document")} of ${counted(handoffs, "handoff")}, ${counted(report.rules.length, "rule")}. ${verdictLine(report)}`,
		"",
		...[todayLine(report)].flatMap((line) => (line === null ? [] : [line, ""])),
	].join("\n");
	const groups = byFile(report.findings.filter(isActive));
	let body = head;
	let cut = 0;
	for (const findings of groups) {
		const room = mostCharacters - roomForNote - body.length;
		const { shown, written } = fileBlock(findings, report, cut > 0 ? 0 : room);
		body += written;
		cut += findings.length - shown;
	}
	if (cut > 0)
		body += `\n**${counted(cut, "finding")} of ${counted(groups.flat().length, "finding")} left out**: a comment takes no more. \`handoffs check\` lists all.\n`;
	return body;
};

function byFile(findings: readonly Finding[]): Finding[][] {
	const files = new Map<string, Finding[]>();
	for (const finding of findings) {
		const known = files.get(finding.place.path);
		if (known) known.push(finding);
		else files.set(finding.place.path, [finding]);
	}
	return [...files.values()];
}

/** The findings of one file that the room is enough for, folded under a line with the file's name. */
function fileBlock(findings: readonly Finding[], report: Report, room: number) {
	const path = printable(report.fileOf(findings[0]?.place.path ?? ""));
	const start = `\n<details><summary><code>${html(path)}</code>: ${tally(findings)}</summary>\n\n`;
	const end = "\n</details>\n";
	let written = start;
	let shown = 0;
	for (const finding of findings) {
		const item = listItem(finding);
		if (written.length + item.length + end.length > room) break;
		written += item;
		shown++;
	}
	return shown === 0 ? { shown, written: "" } : { shown, written: written + end };
}

const marks: Readonly<Record<Severity, string>> = { error: "❌", warning: "⚠️", info: "ℹ️" };

function listItem({ severity, place, rule, message, remedy }: Finding): string {
	const line = place.kind === "range" ? ` line ${place.range.start.line}:` : "";
	return `- ${marks[severity]} ${severity}:${line} ${text(message)} <code>${html(rule)}</code><br>To mend it: ${withCode(remedy)}\n`;
}

/** Text that rules wrote, with code between backticks. */
function withCode(words: string): string {
	return words
		.split(/`([^`]+)`/)
		.map((part, index) => (index % 2 === 1 ? `<code>${text(part)}</code>` : text(part)))
		.join("");
}

function tally(findings: readonly Finding[]): string {
	return severities
		.map((severity) => ({ severity, count: findings.filter((finding) => finding.severity === severity).length }))
		.filter(({ count }) => count > 0)
		.map(({ severity, count }) => counted(count, severity))
		.join(", ");
}

/** Text of a document that stays text in Markdown: no markup, no HTML, nobody mentioned. */
function text(words: string): string {
	return html(printable(words))
		.replace(/[\\`*_{}[\]#|~$]/g, (character) => `\\${character}`)
		.replaceAll("@", "@<!-- -->");
}

function html(words: string): string {
	return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
