import type { Severity } from "./findings.ts";
import type { Phrase } from "./phrase.ts";
import type { Place } from "./source.ts";

/**
 * What a rule decides about a handoff. "could-not-evaluate" is never shown or counted as a pass.
 * Ordered from what decides a handoff's row first to what matters least.
 */
export const verdictWords = ["fail", "could-not-evaluate", "needs-human", "waived", "pass", "not-applicable"] as const;
export type VerdictWord = (typeof verdictWords)[number];

/** A line that proves a verdict. */
export interface Evidence {
	readonly place: Place;
	/** The line as it stands in the file, for the deciding lines of a document; absent where the place is the whole file. */
	readonly quote?: string;
}

/** One rule's decision about one handoff, with the lines that prove it. */
export interface Verdict {
	readonly rule: string;
	readonly handoff: string;
	readonly verdict: VerdictWord;
	/** Severity of the finding, for a failed rule. */
	readonly severity?: Severity;
	/** Why, as one sentence: what was found, what does not apply, what a human must judge, what kept it from being decided. */
	readonly reason: string;
	/** What the reason is made of; absent where it is what the rule requires, or the rule keeps to English. */
	readonly said?: readonly Phrase[];
	readonly evidence: readonly Evidence[];
}

/**
 * How a verdict is shown: a rule that fails with less than an error warns or notes. One letter stands for each where
 * tens of thousands are kept together.
 */
export const verdictLetters = {
	fail: "F",
	"could-not-evaluate": "U",
	"needs-human": "H",
	warning: "W",
	note: "N",
	waived: "E",
	pass: "P",
	"not-applicable": "A",
} as const;
export type VerdictMark = keyof typeof verdictLetters;

/** Every mark, what weighs most first. */
export const verdictMarks = Object.keys(verdictLetters) as readonly VerdictMark[];

/** How often each mark stands in a list of them; marks that do not occur are counted as 0. */
export function countMarks(marks: Iterable<VerdictMark>): Record<VerdictMark, number> {
	const counts = Object.fromEntries(verdictMarks.map((mark) => [mark, 0])) as Record<VerdictMark, number>;
	for (const mark of marks) counts[mark] += 1;
	return counts;
}

/** The marks that a text of such letters stands for. */
export function marksOf(letters: string): VerdictMark[] {
	return [...letters].map((letter) => markByLetter.get(letter) ?? "could-not-evaluate");
}

const markByLetter = new Map<string, VerdictMark>(verdictMarks.map((mark) => [verdictLetters[mark], mark]));
