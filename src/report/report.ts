import type { Archive } from "#model/archive.ts";
import type { Finding, RuleMetadata } from "#model/findings.ts";
import { type VerdictWord, verdictWords } from "#model/verdicts.ts";

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
	/** The path to print for a path of the archive: one that can be opened from where the report is read. */
	fileOf(path: string): string;
}

/** How a report is shown; what a format has no use for it ignores. */
export interface ReportStyle {
	readonly colour: boolean;
	/** Columns of the terminal, or of a page where there is none. */
	readonly width: number;
}

/** Turns a report into text that ends with a line end. Pure. */
export type Reporter = (report: Report, style: ReportStyle) => string;

/** The report of an archive that was checked; `fileOf` gives the path to print for a path of the archive. */
export function reportOf(archive: Archive, { fileOf }: Pick<Report, "fileOf">): Report {
	const { title, summary, findings, rules } = archive;
	const verdicts: Record<VerdictWord, number> = { ...noVerdicts };
	for (const { verdict } of archive.verdicts) verdicts[verdict]++;
	return { title, summary, findings, rules, verdicts, fileOf };
}

const noVerdicts = Object.fromEntries(verdictWords.map((word) => [word, 0])) as Record<VerdictWord, number>;

/** Whether the gate stays shut: an error was found, or there was nothing to check. */
export function failed({ summary }: Pick<Report, "summary">): boolean {
	return summary.errors > 0 || summary.documents === 0;
}
