import type { CollectionEntry } from "astro:content";

type Handoff = CollectionEntry<"handoffs">["data"];
type Finding = Handoff["findings"][number];

/** "1 handoff", "2 handoffs", "no handoff". */
export function counted(count: number, one: string, many = `${one}s`): string {
	return `${count === 0 ? "no" : count.toLocaleString("en")} ${count === 1 || count === 0 ? one : many}`;
}

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[]): string {
	return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

export function capitalised(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** How many findings there are of each severity, as words: "2 errors and 1 warning"; empty where there are none. */
export function severityWords(findings: readonly Pick<Finding, "severity">[]): string {
	const count = (severity: Finding["severity"]) => findings.filter((finding) => finding.severity === severity).length;
	const words = { error: ["error", "errors"], warning: ["warning", "warnings"], info: ["note", "notes"] } as const;
	return listed(
		(["error", "warning", "info"] as const).flatMap((severity) => {
			const number = count(severity);
			return number === 0 ? [] : [counted(number, ...words[severity])];
		}),
	);
}

/** The class of a badge: a status is shown as the document writes it; only the colour is ours. */
export function badgeClass(status: string): string {
	const classes: Readonly<Record<string, string>> = { PASS: "good", FAIL: "bad", PARTIAL: "partial", OPEN: "open" };
	return `badge ${classes[status] ?? ""}`.trim();
}

/** How a handoff stands against the rules that were decided: what fails is loud, what is in order quiet. */
export function standing({ findings, hasResults }: Pick<Handoff, "findings" | "hasResults">): {
	readonly className: "fail" | "warn" | "pass" | "na";
	readonly word: string;
} {
	if (findings.some(({ severity }) => severity === "error")) return { className: "fail", word: "fails" };
	if (findings.some(({ severity }) => severity === "warning")) return { className: "warn", word: "warnings" };
	return hasResults ? { className: "pass", word: "no findings" } : { className: "na", word: "open, no results yet" };
}

/** Where a place is, in few words: "RESULTS:54". */
export function placeWords({ label, line }: Finding["place"]): string {
	return line === null ? label : `${label}:${line}`;
}

/** 1st, 2nd, 3rd, 4th. */
export function ordinal(number: number): string {
	const rules = new Intl.PluralRules("en", { type: "ordinal" });
	const endings = { zero: "th", one: "st", two: "nd", few: "rd", many: "th", other: "th" } as const;
	return `${number}${endings[rules.select(number)]}`;
}

/** How a finding's severity is shown. */
export const severities = {
	error: { className: "fail", word: "error" },
	warning: { className: "warn", word: "warning" },
	info: { className: "note", word: "note" },
} as const satisfies Record<Finding["severity"], { className: string; word: string }>;

/** The sentence a handoff's page opens with, and what it rests on. It never says more than what was checked. */
export function handoffAnswer(
	{ findings, hasResults }: Pick<Handoff, "findings" | "hasResults">,
	groups: readonly string[],
): { readonly sentence: string; readonly scope: string } {
	const errors = findings.filter(({ severity }) => severity === "error");
	const rules = [...new Set(errors.map(({ rule }) => rule))];
	const scope =
		groups.length === 0
			? "No rule was checked."
			: `Checked here: the rules of ${listed(groups)}. What no rule decides, a reviewer still has to.`;
	const open = hasResults ? "" : " It is still open: there are no results yet.";
	if (errors.length > 0) {
		const named = rules.length <= 3 ? `: ${listed(rules)}` : "";
		return { sentence: `${capitalised(counted(rules.length, "rule fails", "rules fail"))}${named}.${open}`, scope };
	}
	if (groups.length === 0) return { sentence: `Nothing was checked.${open}`, scope };
	if (findings.length > 0)
		return { sentence: `Nothing that was checked stands in the way; ${severityWords(findings)} to look at.${open}`, scope };
	return { sentence: `Nothing that was checked stands in the way.${open}`, scope };
}
