import { oncePer } from "#model/once-per.ts";
import type { Standard } from "#model/standard.ts";
import { alternatives } from "../text/patterns.ts";
import { wordsOf } from "../text/vocabulary.ts";

/** The title of one of the two groups of questions, with or without its count: "verification 10". */
export const groupTitle = oncePer((standard: Standard): RegExp => {
	const names = wordsOf(standard, "questionGroups").slice(0, 2).join("|");
	return new RegExp(`^(?:${names})(?: \\d{1,2}\\b.*)?$`, "u");
});

/** Nothing but the names of groups of questions: "Tests and integration". */
export const plainGroup = oncePer((standard: Standard): RegExp => {
	const names = ["questionGroups", "adversarialGroups"].flatMap((list) => wordsOf(standard, list)).join("|");
	return new RegExp(`^(?:${names})(?: (?:and )?(?:${names}))*$`, "u");
});

/** What the first group of questions is called, which asks for understanding. */
export function verificationTitles(standard: Standard): readonly string[] {
	return wordsOf(standard, "questionGroups").slice(0, 1);
}

/** "Numbers 11-13 are adversarial": which of the questions are those of the group that attacks the plan. */
export const adversarialRange = oncePer((standard: Standard): RegExp => {
	const group = alternatives(wordsOf(standard, "adversarialGroups"));
	const word = "\\p{L}{2,7} ";
	return new RegExp(`(?<!\\d )(\\d{1,2}) (?:${word})?(\\d{1,2}) (?:${word}){0,2}(?:${group})(?!\\p{L})`, "u");
});

/** What a prompt says of the numbers of its questions: those that attack the plan, and the others or all. */
export interface StatedNumbers {
	readonly others: number;
	readonly adversarial: number;
}

/** The numbers in "10 verification + 3 adversarial" or "13 questions, three of them adversarial"; null where there are none. */
export function statedNumbers(words: string, standard: Standard): StatedNumbers | null {
	const { others, adversarial } = statement(standard).exec(words)?.groups ?? {};
	if (others === undefined || adversarial === undefined) return null;
	const numerals = wordsOf(standard, "numerals");
	const count = (word: string) => (/^\d/u.test(word) ? Number(word) : numerals.indexOf(word));
	return { others: count(others), adversarial: count(adversarial) };
}

// The number nearest to that of the adversarial ones is the other one: "before phase 1 (13 questions, 3 of them adversarial)".
const statement = oncePer((standard: Standard): RegExp => {
	const number = `\\d{1,2}|${alternatives(wordsOf(standard, "numerals"))}`;
	const group = alternatives(wordsOf(standard, "adversarialGroups"));
	const between = "(?: of (?:them|these|those|which))?(?: (?:is|are))?";
	return new RegExp(
		`^.*(?<![^ ])(?<others>${number}) (?:.{0,60}? )??(?<adversarial>${number})${between} (?:${group})(?!\\p{L})`,
		"u",
	);
});
