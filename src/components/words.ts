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

/** How each state of a finding is shown: a glyph's class and the word beside it. */
export const states = {
	fail: { className: "fail", word: "error", many: "errors" },
	"could-not-evaluate": { className: "unknown", word: "could not evaluate", many: "could not be evaluated" },
	"needs-human": { className: "human", word: "needs a human", many: "need a human" },
	warning: { className: "warn", word: "warning", many: "warnings" },
	note: { className: "note", word: "note", many: "notes" },
	waived: { className: "waived", word: "waived", many: "waived" },
	debt: { className: "waived", word: "recorded debt", many: "recorded as debt" },
} as const satisfies Record<Finding["state"], { className: string; word: string; many: string }>;

/** The states in the order in which they matter. */
const stateNames = Object.keys(states) as readonly Finding["state"][];

/** How many findings there are of each state, what matters most first. */
export function tally(findings: readonly Finding[]): { readonly state: Finding["state"]; readonly count: number }[] {
	return stateNames
		.map((state) => ({ state, count: findings.filter((finding) => finding.state === state).length }))
		.filter(({ count }) => count > 0);
}

/** The same as words: "2 errors and 1 warning"; empty where there are none. */
export function tallyWords(findings: readonly Finding[]): string {
	return listed(tally(findings).map(({ state, count }) => counted(count, states[state].word, states[state].many)));
}

/** How a handoff stands against the rules that were decided: what fails is loud, what is in order quiet. */
export function standing({ verdicts, hasResults }: Pick<Handoff, "verdicts" | "hasResults">): {
	readonly className: "fail" | "unknown" | "human" | "warn" | "waived" | "na" | "pass";
	readonly word: string;
} {
	if (verdicts.fail > 0) return { className: "fail", word: "fails" };
	if (verdicts["could-not-evaluate"] > 0) return { className: "unknown", word: "could not evaluate" };
	if (verdicts["needs-human"] > 0) return { className: "human", word: "needs a human" };
	if (!hasResults) return { className: "na", word: "open, no results yet" };
	if (verdicts.warning > 0) return { className: "warn", word: "warnings" };
	if (verdicts.waived > 0) return { className: "waived", word: "waived" };
	return { className: "pass", word: "passes what was checked" };
}

/** What the family of a handoff is called: "the family of H-18", "the cleanups". */
export function kinName(name: string): string {
	const kinds: Readonly<Record<string, string>> = { cleanup: "the cleanups", other: "the other handoffs" };
	return kinds[name] ?? `the family of ${name}`;
}

/** Where a place is, in few words: "RESULTS:54". */
export function placeWords({ label, line }: Finding["place"]): string {
	return line === null ? label : `${label}:${line}`;
}

/** 1st, 2nd, 3rd, 4th. */
export function ordinal(number: number): string {
	return `${number}${ordinalEndings[ordinals.select(number)]}`;
}

const ordinals = new Intl.PluralRules("en", { type: "ordinal" });
const ordinalEndings = { zero: "th", one: "st", two: "nd", few: "rd", many: "th", other: "th" } as const;

/** How the severity of a rule is shown. */
export const severityStates = { error: states.fail, warning: states.warning, info: states.note } as const;

/** The sentence a handoff's page opens with. It never says more than what was checked. */
export function handoffAnswer({
	findings,
	verdicts,
	hasResults,
}: Pick<Handoff, "findings" | "verdicts" | "hasResults">): string {
	const open = hasResults ? "" : " It is open: there are no results yet.";
	const failing = [...new Set(findings.filter(({ state }) => state === "fail").map(({ rule }) => rule))];
	const waiting = [
		...(verdicts["needs-human"] > 0 ? [counted(verdicts["needs-human"], "needs a human", "need a human")] : []),
		...(verdicts["could-not-evaluate"] > 0 ? [`${verdicts["could-not-evaluate"]} could not be evaluated`] : []),
	];
	if (failing.length === 0 && waiting.length === 0) return `Nothing that was checked stands in the way.${open}`;
	if (failing.length === 0) return `No rule fails, but ${listed(waiting)}.${open}`;
	const named = failing.length <= 3 ? `: ${listed(failing)}` : "";
	const also = waiting.length > 0 ? `; ${listed(waiting)}` : "";
	return `${capitalised(counted(failing.length, "rule fails", "rules fail"))}${named}${also}.${open}`;
}

/** What that sentence rests on: how many rules decided what. */
export function checkedWords({ verdicts }: Pick<Handoff, "verdicts">): string {
	const parts = [
		`${verdicts.pass} pass`,
		...(verdicts.fail > 0 ? [`${verdicts.fail} fail`] : []),
		...(verdicts.warning > 0 ? [`${verdicts.warning} warn`] : []),
		...(verdicts.note > 0 ? [`${verdicts.note} note something`] : []),
		...(verdicts.waived > 0 ? [`${verdicts.waived} are waived`] : []),
		...(verdicts["needs-human"] > 0 ? [`${verdicts["needs-human"]} wait for a human`] : []),
		...(verdicts["could-not-evaluate"] > 0 ? [`${verdicts["could-not-evaluate"]} could not be evaluated`] : []),
		...(verdicts["not-applicable"] > 0 ? [`${verdicts["not-applicable"]} do not apply`] : []),
	];
	const all = Object.values(verdicts).reduce((sum, count) => sum + count, 0);
	return all === 0
		? "No rule was checked."
		: `Of ${counted(all, "rule")}, ${listed(parts)}. What no rule decides, a reviewer still has to.`;
}
