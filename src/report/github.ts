import { type Finding, isActive, type Severity, severities } from "#model/findings.ts";
import { type Report, type Reporter, summaryLine } from "./report.ts";
import { counted, plainRemedy, printable } from "./text.ts";

const commands: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

/** GitHub keeps this many annotations of each kind per step and drops the others without a word. */
const mostOfAKind = 10;

/** Workflow commands that GitHub shows beside the lines of a pull request; says how many its limits leave out. */
export const github: Reporter = (report) => {
	const lines: string[] = [];
	const dropped: string[] = [];
	for (const severity of severities) {
		const found = report.findings.filter((finding) => isActive(finding) && finding.severity === severity);
		for (const finding of found.slice(0, mostOfAKind)) lines.push(annotation(finding, report));
		const more = found.length - mostOfAKind;
		if (more > 0) dropped.push(`${more} of ${counted(found.length, severity)}`);
	}
	if (dropped.length > 0)
		lines.push(
			`Without annotation: ${dropped.join(", ")}. GitHub shows ${mostOfAKind} of each kind per step; the job summary has more.`,
		);
	lines.push(summaryLine(report));
	return `${lines.join("\n")}\n`;
};

function annotation({ severity, rule, message, remedy, place }: Finding, report: Report): string {
	const properties: [string, string][] = [["file", printable(report.fileOf(place.path))]];
	if (place.kind === "range") {
		const { start, end } = place.range;
		properties.push(["line", `${start.line}`], ["endLine", `${end.line}`]);
		// Columns of a place over several lines are refused.
		if (start.line === end.line) properties.push(["col", `${start.column}`], ["endColumn", `${end.column}`]);
	}
	properties.push(["title", rule]);
	const text = data(`${printable(message)}\nTo mend it: ${printable(plainRemedy(remedy))}`);
	return `::${commands[severity]} ${properties.map(([name, value]) => `${name}=${property(value)}`).join(",")}::${text}`;
}

function data(text: string): string {
	return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
	return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
