import type { HandoffEntry } from "virtual:handoff-archive/entries";
import { common, findingStates, handoff as handoffWords, standing as t } from "virtual:handoff-archive/words";
import { capitalised, listed, ordinal as ordinalOf, say } from "./say.ts";

type Handoff = HandoffEntry;
type Finding = Handoff["findings"][number];

const { words } = findingStates;

/** How each state of a finding is shown: a glyph's class and the word beside it. */
export const states = {
	fail: { className: "fail", word: words.fail },
	"could-not-evaluate": { className: "unknown", word: words["could-not-evaluate"] },
	"needs-human": { className: "human", word: words["needs-human"] },
	warning: { className: "warn", word: words.warning },
	note: { className: "note", word: words.note },
	waived: { className: "waived", word: words.waived },
	debt: { className: "waived", word: words.debt },
} as const satisfies Record<Finding["state"], { className: string; word: string }>;

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
	return listed(tally(findings).map(({ state, count }) => say(findingStates.counts[state], { count })));
}

/** How a handoff stands against the rules that were decided: what fails is loud, what is in order quiet. */
export function standing({ verdicts, hasResults }: Pick<Handoff, "verdicts" | "hasResults">): {
	readonly className: "fail" | "unknown" | "human" | "warn" | "waived" | "na" | "pass";
	readonly word: string;
} {
	if (verdicts.fail > 0) return { className: "fail", word: t.fails };
	if (verdicts["could-not-evaluate"] > 0) return { className: "unknown", word: t.couldNotEvaluate };
	if (verdicts["needs-human"] > 0) return { className: "human", word: t.needsHuman };
	if (!hasResults) return { className: "na", word: t.open };
	if (verdicts.warning > 0) return { className: "warn", word: t.warnings };
	if (verdicts.waived > 0) return { className: "waived", word: t.waived };
	return { className: "pass", word: t.passes };
}

/** What the family of a handoff is called: "the family of H-18", "the cleanups". */
export function kinName(name: string): string {
	const { kin } = handoffWords;
	return name === "cleanup" || name === "other" ? kin[name] : say(kin.of, { name });
}

/** Where a place is, in few words: "RESULTS:54". */
export function placeWords({ label, line }: Finding["place"]): string {
	return line === null ? label : `${label}:${line}`;
}

/** 1st, 2nd, 3rd, 4th. */
export function ordinal(number: number): string {
	return ordinalOf(number, common.ordinal);
}

/** The sentence a handoff's page opens with. It never says more than what was checked. */
export function handoffAnswer({
	findings,
	verdicts,
	hasResults,
}: Pick<Handoff, "findings" | "verdicts" | "hasResults">): string {
	const open = hasResults ? "" : t.isOpen;
	const failing = [...new Set(findings.filter(({ state }) => state === "fail").map(({ rule }) => rule))];
	const [human, unclear] = [verdicts["needs-human"], verdicts["could-not-evaluate"]];
	const waiting = listed([
		...(human > 0 ? [say(t.human, { count: human })] : []),
		...(unclear > 0 ? [say(t.unclear, { count: unclear })] : []),
	]);
	if (failing.length === 0 && waiting === "") return t.nothing + open;
	if (failing.length === 0) return say(t.onlyWaiting, { waiting }) + open;
	const rules = capitalised(say(t.rules, { count: failing.length }));
	const named = failing.length <= 3 ? say(t.named, { names: listed(failing) }) : "";
	const also = waiting === "" ? "" : say(t.also, { waiting });
	return say(t.failing, { rules, named, also }) + open;
}

/** The decisions in the order in which they are counted out; that something passes is said of none, too. */
const decided = [
	"pass",
	"fail",
	"warning",
	"note",
	"waived",
	"needs-human",
	"could-not-evaluate",
	"not-applicable",
] as const;

/** What that sentence rests on: how many rules decided what. */
export function checkedWords({ verdicts }: Pick<Handoff, "verdicts">): string {
	const all = Object.values(verdicts).reduce((sum, count) => sum + count, 0);
	if (all === 0) return t.noRule;
	const parts = decided
		.filter((mark) => mark === "pass" || verdicts[mark] > 0)
		.map((mark) => say(t.verdicts[mark], { count: verdicts[mark] }));
	return say(t.checked, { rules: say(t.checkedRules, { count: all }), parts: listed(parts) });
}
