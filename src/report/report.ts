import type { Archive } from "#model/archive.ts";
import type { Finding, RuleMetadata } from "#model/findings.ts";

/** What a reporter shows: the outcome of a run, and how places in the archive are called where the report is read. */
export interface Report {
	readonly title: string;
	readonly summary: Archive["summary"];
	/** In the order of `compareFindings`. */
	readonly findings: readonly Finding[];
	/** The rules the run was made with, so that a reporter needs no rule file. */
	readonly rules: readonly RuleMetadata[];
	/** The path to print for a path of the archive: one that can be opened from where the report is read. */
	fileOf(path: string): string;
	/** A 1-based line of a document as it is on disk, or undefined where it cannot be shown. */
	lineOf(path: string, line: number): string | undefined;
}

/** How a report is shown; what a format has no use for it ignores. */
export interface ReportStyle {
	readonly colour: boolean;
	/** Columns of the terminal, or of a page where there is none. */
	readonly width: number;
}

/** Turns a report into text that ends with a line end. Pure. */
export type Reporter = (report: Report, style: ReportStyle) => string;

export interface ReportPlaces {
	fileOf(path: string): string;
	lineOf(path: string, line: number): string | undefined;
}

/** The report of an archive that was checked. */
export function reportOf(archive: Archive, { fileOf, lineOf }: ReportPlaces): Report {
	const { title, summary, findings, rules } = archive;
	return { title, summary, findings, rules, fileOf, lineOf };
}

/** Whether the gate stays shut: an error was found, or there was nothing to check. */
export function failed({ summary }: Pick<Report, "summary">): boolean {
	return summary.errors > 0 || summary.documents === 0;
}
