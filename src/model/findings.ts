import type { Place } from "./source.ts";

export const severities = ["error", "warning", "info"] as const;
export type Severity = (typeof severities)[number];
export type SeveritySetting = Severity | "off";

/** Another place that explains a finding: the twin of a duplicate, the other figure of a contradiction. */
export interface RelatedPlace {
	readonly place: Place;
	readonly message: string;
}

/** One violation of one rule, ready to be reported. */
export interface Finding {
	readonly rule: string;
	readonly messageId: string;
	readonly severity: Severity;
	readonly place: Place;
	/** The handoff it counts against, where there is one. */
	readonly handoff: string | null;
	readonly message: string;
	readonly remedy: string;
	/** The figures and words the message was made from. */
	readonly data: Readonly<Record<string, string | number>>;
	readonly related: readonly RelatedPlace[];
}

/** What a rule tells about itself; the report carries it, so that reporters and pages need no rule file. */
export interface RuleMetadata {
	readonly id: string;
	readonly scope: "document" | "archive";
	/** The standard the rule comes from and its section, e.g. {standard: "BHS", section: "File Organization"}. */
	readonly source: { readonly standard: string; readonly section: string };
	readonly severity: Severity;
	/** What is required, as one sentence. */
	readonly requires: string;
	/** Why the standard asks for it. */
	readonly why: string;
	/** What the author does to comply. */
	readonly remedy: string;
}

/** Orders findings by file, line, column, rule and message, so that every run prints the same. */
export function compareFindings(a: Finding, b: Finding): number {
	return (
		compareText(a.place.path, b.place.path) ||
		startOf(a).line - startOf(b).line ||
		startOf(a).column - startOf(b).column ||
		compareText(a.rule, b.rule) ||
		compareText(a.message, b.message)
	);
}

function startOf(finding: Finding): { line: number; column: number } {
	return finding.place.kind === "range" ? finding.place.range.start : { line: 0, column: 0 };
}

/** Compares by code unit: independent of the machine's locale. */
export function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
