import type { DocumentKind } from "./documents.ts";
import type { Phrase, Terms } from "./phrase.ts";
import type { Place } from "./source.ts";
import { compareCounting, compareText } from "./text-order.ts";

export const severities = ["error", "warning", "info"] as const;
export type Severity = (typeof severities)[number];
export type SeveritySetting = Severity | "off";

/** Another place that explains a finding: the twin of a duplicate, the other figure of a contradiction. */
export interface RelatedPlace {
	readonly place: Place;
	readonly message: string;
	/** What the message is made of. */
	readonly said: readonly Phrase[];
}

/** One violation of one rule, ready to be reported. */
export interface Finding {
	readonly rule: string;
	readonly messageId: string;
	readonly severity: Severity;
	readonly place: Place;
	/** The handoff it counts against, where there is one. */
	readonly handoff: string | null;
	/** The mode-to-mode handoff it speaks of, by its id. */
	readonly transfer?: string;
	readonly message: string;
	readonly remedy: string;
	/** The figures and words the message was made from. */
	readonly data: Readonly<Record<string, string | number>>;
	/** What those of them are made of that are words of the product; absent where none is. */
	readonly terms?: Terms;
	readonly related: readonly RelatedPlace[];
	/** What it means for the handoff: the rule fails, a human must judge, or it could not be decided. */
	readonly decides: "fail" | "needs-human" | "could-not-evaluate";
	/** The line of its place as it stands in the file, long lines cut; absent for a whole file and for what must not be shown. */
	readonly excerpt?: string;
	/** Names the finding across runs: the same while its rule, file and words are, wherever its line moves. */
	readonly fingerprint: string;
	/** Why the gate lets it be: a waiver, or debt recorded before. Absent where nothing excuses it. */
	readonly excused?:
		| { readonly by: "waiver"; readonly owner: string; readonly reason: string; readonly expires: string }
		| { readonly by: "debt" };
}

/** A finding as a rule raises it, before it is named and excused. */
export type RaisedFinding = Omit<Finding, "fingerprint" | "excused">;

/** Whether a finding counts against the gate: nothing excuses it. */
export function isActive(finding: Finding): boolean {
	return finding.excused === undefined;
}

/** How findings stand on pages, what is in the way of a handoff first. */
export const findingStates = [
	"fail",
	"could-not-evaluate",
	"needs-human",
	"warning",
	"note",
	"waived",
	"debt",
] as const;

/** How many findings count against the gate, by severity, and how many are excused by what. */
export function countFindings(findings: readonly Finding[]) {
	const active = findings.filter(isActive);
	const count = (severity: Severity) => active.filter((finding) => finding.severity === severity).length;
	const excused = (by: "waiver" | "debt") => findings.filter((finding) => finding.excused?.by === by).length;
	return {
		errors: count("error"),
		warnings: count("warning"),
		infos: count("info"),
		waived: excused("waiver"),
		debt: excused("debt"),
	};
}

/** What a rule tells about itself; the report carries it, so that reporters and pages need no rule file. */
export interface RuleMetadata {
	readonly id: string;
	readonly scope: "document" | "archive" | "transfer" | "history";
	/** The kinds of document a document rule judges; all where absent. */
	readonly kinds?: readonly DocumentKind[];
	/** True where neither a waiver nor debt excuses what it finds. */
	readonly binding?: true;
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
export function compareFindings(a: RaisedFinding, b: RaisedFinding): number {
	return (
		compareText(a.place.path, b.place.path) ||
		startOf(a).line - startOf(b).line ||
		startOf(a).column - startOf(b).column ||
		compareText(a.rule, b.rule) ||
		compareCounting(a.message, b.message)
	);
}

function startOf(finding: RaisedFinding): { line: number; column: number } {
	return finding.place.kind === "range" ? finding.place.range.start : { line: 0, column: 0 };
}
