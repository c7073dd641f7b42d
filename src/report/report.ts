import type { Archive } from "#model/archive.ts";
import type { DocumentRecord } from "#model/documents.ts";
import { type Finding, isActive, type RuleMetadata } from "#model/findings.ts";
import { type Verdict, type VerdictWord, verdictWords } from "#model/verdicts.ts";
import { counted } from "./text.ts";

/** What a reporter shows: the outcome of a run, and how places in the archive are called where the report is read. */
export interface Report {
	readonly title: string;
	readonly summary: Archive["summary"];
	/** In the order of `compareFindings`; excused ones included. */
	readonly findings: readonly Finding[];
	/** The rules the run was made with, so that a reporter needs no rule file. */
	readonly rules: readonly RuleMetadata[];
	/** How often each verdict was given, over all handoffs and rules. */
	readonly verdicts: Readonly<Record<VerdictWord, number>>;
	/** One verdict per handoff and rule. */
	readonly decisions: readonly Verdict[];
	/** What today's standard would decide about handoffs that another one judges; there where it was asked for. */
	readonly today?: readonly Verdict[];
	readonly documents: readonly Pick<DocumentRecord, "path" | "kind" | "handoff">[];
	/** The path to print for a path of the archive: one that can be opened from where the report is read. */
	fileOf(path: string): string;
}

/** How a report is shown; what a format has no use for it ignores. */
export interface ReportStyle {
	readonly colour: boolean;
	/** Columns of the terminal, or of a page where there is none. */
	readonly width: number;
	/** Shows what waivers and debt excuse, too. */
	readonly excused?: boolean;
}

/** Turns a report into text that ends with a line end. Pure. */
export type Reporter = (report: Report, style: ReportStyle) => string;

/** The report of an archive that was checked; `fileOf` gives the path to print for a path of the archive. */
export function reportOf(archive: Archive, { fileOf }: Pick<Report, "fileOf">): Report {
	const { title, summary, findings, documents, today, transfers } = archive;
	const rules = [...archive.rules, ...(transfers?.rules ?? [])];
	const decisions = [...archive.verdicts, ...(transfers?.verdicts ?? [])];
	const verdicts: Record<VerdictWord, number> = { ...noVerdicts };
	for (const { verdict } of decisions) verdicts[verdict]++;
	return { title, summary, findings, rules, verdicts, decisions, documents, fileOf, ...(today && { today }) };
}

const noVerdicts = Object.fromEntries(verdictWords.map((word) => [word, 0])) as Record<VerdictWord, number>;

/** Whether the gate stays shut: an error was found, or there was nothing to check. */
export function failed({ summary }: Pick<Report, "summary">): boolean {
	return summary.errors > 0 || isEmpty(summary);
}

function isEmpty({ documents, transfers = 0, logEntries = 0 }: Report["summary"]): boolean {
	return documents + transfers + logEntries === 0;
}

/** The outcome in one line: how many documents, handoffs and rules, and what was found. */
export function summaryLine(report: Pick<Report, "summary" | "rules">): string {
	const { documents, handoffs, transfers = 0, logEntries = 0 } = report.summary;
	const read = [
		...(documents > 0 || transfers + logEntries === 0
			? [`${counted(documents, "document")} of ${counted(handoffs, "handoff")}`]
			: []),
		...(transfers + logEntries === 0
			? []
			: [counted(transfers, "transfer"), counted(logEntries, "log entry", "log entries")]),
		counted(report.rules.length, "rule"),
	];
	return `${read.join(", ")}. ${outcome(report.summary)}${excusedWords(report.summary)}`;
}

/** "2 errors, 1 warning, 0 infos." */
export function outcome(summary: Report["summary"]): string {
	const { errors, warnings, infos } = summary;
	if (isEmpty(summary)) return "There are no documents here, so nothing could be checked.";
	return `${counted(errors, "error")}, ${counted(warnings, "warning")}, ${counted(infos, "info")}.`;
}

/** How many of the errors and so on decide nothing: pages count those apart. Null where there are none. */
export function undecidedLine({ findings }: Pick<Report, "findings">): string | null {
	const parts = (["error", "warning", "info"] as const).flatMap((severity) => {
		const some = findings.filter((one) => one.severity === severity && one.decides !== "fail" && isActive(one));
		return some.length === 0 ? [] : [`${some.length} of the ${severity}s`];
	});
	return parts.length === 0 ? null : `Left to a human, or not to be evaluated: ${parts.join(", ")}.`;
}

/** " Excused: 1 by waiver, 0 as recorded debt.", or nothing. */
export function excusedWords({ waived, debt }: Report["summary"]): string {
	return waived + debt === 0 ? "" : ` Excused: ${waived} by waiver, ${debt} as recorded debt.`;
}

/** How often each verdict was given, as a sentence. What the gate lets be, or only warns of, is not called failed. */
export function verdictLine(report: Pick<Report, "verdicts" | "decisions" | "findings">): string {
	const { verdicts } = report;
	const { failed, warned, debt } = failuresOf(report);
	return (
		`Verdicts: ${verdicts.pass} passed, ${failed} failed, ${warned} with a warning or a note, ` +
		`${debt === 0 ? "" : `${debt} in recorded debt, `}${verdicts.waived} waived, ` +
		`${verdicts["needs-human"]} for a human, ${verdicts["could-not-evaluate"]} could not be evaluated, ` +
		`${verdicts["not-applicable"]} not applicable.`
	);
}

/** The failed rules of handoffs by what they mean for the gate. */
function failuresOf({ decisions, findings }: Pick<Report, "decisions" | "findings">) {
	const open = new Map<string, boolean>();
	for (const finding of findings) {
		if (finding.excused || finding.decides !== "fail") continue;
		const key = `${finding.transfer ?? finding.handoff} ${finding.rule}`;
		open.set(key, (open.get(key) ?? false) || finding.severity === "error");
	}
	const counts = { failed: 0, warned: 0, debt: 0 };
	for (const { verdict, handoff, rule } of decisions) {
		if (verdict !== "fail") continue;
		const isError = open.get(`${handoff} ${rule}`);
		counts[isError === undefined ? "debt" : isError ? "failed" : "warned"]++;
	}
	return counts;
}

/** The rules that would fail a handoff by today's standard and do not by the one in force. */
export interface FailsToday {
	readonly handoff: string;
	readonly rules: readonly string[];
}

/** Handoffs that today's standard would fail by more rules than the standard in force does; null where it was not asked. */
export function failsToday({ today, decisions }: Pick<Report, "today" | "decisions">): readonly FailsToday[] | null {
	if (!today) return null;
	const isError = ({ verdict, severity }: Verdict) => verdict === "fail" && severity === "error";
	const before = new Set(decisions.filter(isError).map(({ handoff, rule }) => `${handoff} ${rule}`));
	const rules = new Map<string, string[]>();
	for (const verdict of today)
		if (isError(verdict) && !before.has(`${verdict.handoff} ${verdict.rule}`))
			rules.set(verdict.handoff, [...(rules.get(verdict.handoff) ?? []), verdict.rule]);
	return [...rules].map(([handoff, rules]) => ({ handoff, rules }));
}

/** What today's standard would ask besides, as one sentence. */
export function todayLine(report: Pick<Report, "today" | "decisions">): string | null {
	const fails = failsToday(report);
	if (!fails) return null;
	const judged = new Set(report.today?.map(({ handoff }) => handoff)).size;
	if (judged === 0) return "Today's standard is in force for every handoff.";
	const rules = fails.reduce((sum, { rules }) => sum + rules.length, 0);
	const others = counted(judged, "handoff that another one judges", "handoffs that another one judges");
	return `By today's standard, ${rules === 0 ? "no rule more" : counted(rules, "rule more", "rules more")} would fail in ${others}; the gate does not ask for it.`;
}
