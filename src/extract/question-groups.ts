import type { Standard } from "#model/standard.ts";
import { alternatives, patternFrom } from "./patterns.ts";
import { wordsOf } from "./vocabulary.ts";

const groupTitles = new WeakMap<Standard, RegExp>();

/** The title of one of the two groups of questions, with or without its count: "verification 10". */
export function groupTitle(standard: Standard): RegExp {
	const known = groupTitles.get(standard);
	if (known) return known;
	const names = wordsOf(standard, "questionGroups").slice(0, 2).join("|");
	const pattern = new RegExp(`^(?:${names})(?: \\d{1,2}\\b.*)?$`, "u");
	groupTitles.set(standard, pattern);
	return pattern;
}

const plainGroups = new WeakMap<Standard, RegExp>();

/** Nothing but the names of groups of questions: "Tests and integration". */
export function plainGroup(standard: Standard): RegExp {
	const known = plainGroups.get(standard);
	if (known) return known;
	const names = ["questionGroups", "adversarialGroups"].flatMap((list) => wordsOf(standard, list)).join("|");
	const pattern = new RegExp(`^(?:${names})(?: (?:and )?(?:${names}))*$`, "u");
	plainGroups.set(standard, pattern);
	return pattern;
}

/** "Numbers 11-13 are adversarial": which of the questions are those of the group that attacks the plan. */
export function adversarialRange(standard: Standard): RegExp {
	const group = alternatives(wordsOf(standard, "adversarialGroups"));
	const word = "\\p{L}{2,7} ";
	return patternFrom(`(?<!\\d )(\\d{1,2}) (?:${word})?(\\d{1,2}) (?:${word}){0,2}(?:${group})(?!\\p{L})`, "u");
}
