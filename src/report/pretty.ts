import { type Finding, isActive, type Severity } from "#model/findings.ts";
import type { Range } from "#model/source.ts";
import { type Colour, painter } from "./colour.ts";
import {
	failed,
	failsToday,
	outcome,
	type Report,
	type Reporter,
	summaryLine,
	todayLine,
	undecidedLine,
	verdictLine,
} from "./report.ts";
import { columnsOf, plainRemedy, printable } from "./text.ts";

type Paint = ReturnType<typeof painter>;

const colours: Readonly<Record<Severity, Colour>> = { error: "red", warning: "yellow", info: "blue" };

/** For people at a terminal: findings by file, each with its line of the document, and what to do about it. */
export const pretty: Reporter = (report, { colour, width, excused = false }) => {
	const paint = painter(colour);
	const blocks: string[] = [];
	let before: Finding | null = null;
	for (const alike of mendedAlike(report.findings.filter((one) => excused || isActive(one)))) {
		const { path } = alike[0].place;
		if (path !== before?.place.path) blocks.push(paint("bold", printable(report.fileOf(path))));
		blocks.push(block(alike, before, report, paint, width));
		before = alike.at(-1) ?? before;
	}
	blocks.push(summary(report, paint));
	return `${blocks.join("\n\n")}\n`;
};

type Findings = readonly [Finding, ...Finding[]];

/** Findings of one rule that stand together and are mended in the same way, each of them for itself where they are not. */
function mendedAlike(findings: readonly Finding[]): readonly Findings[] {
	const groups: [Finding, ...Finding[]][] = [];
	for (const finding of findings) {
		const last = groups.at(-1);
		const isAlike =
			last?.[0].place.path === finding.place.path && last[0].rule === finding.rule && last[0].remedy === finding.remedy;
		if (isAlike) last.push(finding);
		else groups.push([finding]);
	}
	return groups;
}

/**
 * Findings with their lines of the document, cut to a width, and how they are mended. A line that several point at is shown once,
 * with the first of them.
 * @param before the finding that is shown before them
 */
function block(findings: Findings, before: Finding | null, report: Report, paint: Paint, width: number): string {
	const lines: string[] = [];
	let last = before;
	for (const finding of findings) {
		const { place, severity, rule, message, related } = finding;
		lines.push(
			`  ${paint("dim", where(place, report))} ${paint(colours[severity], severity)} ${paint("dim", rule + excuse(finding))}`,
			`    ${printable(message)}`,
		);
		const isShown =
			last !== null && where(last.place, report) === where(place, report) && endOf(last) === endOf(finding);
		if (!isShown && place.kind === "range" && finding.excerpt !== undefined)
			lines.push(...excerpt(finding.excerpt, place.range, width).map((text) => `    ${paint("dim", text)}`));
		for (const { place: other, message: reason } of related)
			lines.push(`    ${where(other, report)} ${printable(reason)}`);
		last = finding;
	}
	lines.push(`    ${paint("green", "To mend it:")} ${printable(plainRemedy(findings[0].remedy))}`);
	return lines.join("\n");
}

function where(place: Finding["place"], report: Report): string {
	const file = printable(report.fileOf(place.path));
	if (place.kind === "file") return `${file}:`;
	const { line, column } = place.range.start;
	return `${file}:${line}:${column}:`;
}

function endOf({ place }: Finding): string | null {
	return place.kind === "range" ? `${place.range.end.line}:${place.range.end.column}` : null;
}

/**
 * The line with carets under the range, unless that is the whole line; of a long line the part around the range. The line may have
 * been cut already.
 */
function excerpt(line: string, { start, end }: Range, width: number): string[] {
	const gutter = String(start.line);
	if (start.column > line.length + 1) return [`${gutter} | ${printable(line)}`];
	const room = Math.max(20, width - gutter.length - 12);
	const from = start.column - 1 > room - 10 ? Math.max(0, start.column - 1 - Math.floor(room / 3)) : 0;
	const to = Math.min(line.length, from + room);
	const last = end.line === start.line ? Math.min(Math.max(end.column - 1, start.column), to) : to;
	const before = (from > 0 ? "…" : "") + printable(line.slice(from, start.column - 1));
	const marked = printable(line.slice(start.column - 1, last));
	const after = printable(line.slice(last, to)) + (to < line.length ? "…" : "");
	const shown = `${gutter} | ${before}${marked}${after}`.trimEnd();
	if (before.trim() === "" && after.replace("…", "").trim() === "") return [shown];
	return [
		shown,
		`${" ".repeat(gutter.length)} | ${" ".repeat(columnsOf(before))}${"^".repeat(Math.max(1, columnsOf(marked)))}`,
	];
}

function summary(report: Report, paint: Paint): string {
	const colour = failed(report) ? "red" : report.summary.warnings > 0 ? "yellow" : "green";
	const found = outcome(report.summary);
	const today = todayLine(report);
	const undecided = undecidedLine(report);
	return [
		summaryLine(report).replace(found, () => paint(colour, found)),
		...(undecided === null ? [] : [undecided]),
		verdictLine(report),
		...(today === null ? [] : [today]),
		...(failsToday(report) ?? []).map(({ handoff, rules }) => `  ${printable(handoff)}: ${rules.join(", ")}`),
	].join("\n");
}

/** Who excuses a finding, for the line above it. */
function excuse({ excused }: Finding): string {
	if (!excused) return "";
	if (excused.by === "debt") return " (recorded debt)";
	return ` (waived by ${printable(excused.owner)} until ${excused.expires}: ${printable(excused.reason)})`;
}
