import { normalise } from "../../text/text.ts";
import type { Section } from "../text/blocks.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { plainDigits } from "../text/numbers.ts";

/** Whether words tell figures of an older state: "Not repeated; the one of H-31 (26 packages) holds", "Skipped: docs only". */
export function isOfOtherState(words: string, lexicon: Lexicon): boolean {
	return (
		["notRunLeads", "skipped"].some((list) => lexicon.startsWith(list, words)) || lexicon.has("otherStates", words)
	);
}

/** Whether a title is of the state before the work; "As before:" says that it is still so. */
export function isBefore(title: string, lexicon: Lexicon): boolean {
	return lexicon.has("before", title) && !lexicon.startsWith("currentLabels", title);
}

/** Whether a figure is of the state before the work, as the words behind it say: "450 tests before this work". */
export function isOfBefore(text: string, figure: number, lexicon: Lexicon): boolean {
	const plain = plainDigits(text);
	const at = plain.indexOf(String(figure));
	if (at === -1) return false;
	const [behind = ""] = plain.slice(at + String(figure).length).split(/[,;:.()—–→]/u, 1);
	const words = normalise(behind).split(" ");
	// What is counted stands between: "450 tests before".
	return [words, words.slice(1)].some((some) => lexicon.startsWith("olderSentences", some.join(" ")));
}

/** The text up to a figure. */
export function upTo(text: string, figure: number): string {
	const plain = plainDigits(text);
	return plain.slice(0, plain.indexOf(String(figure)));
}

/** Whether the words of its sentence up to a figure make it one that is still to be reached: "it has to show 22 packages". */
export function isTarget(told: string, lexicon: Lexicon): boolean {
	return lexicon.has("expectation", normalise(told.split(/[.;]\s/).at(-1) ?? ""));
}

/** A section without the text that says that nothing was done, and then what is known of an older state. */
export function ofThisWork({ heading, blocks }: Section, lexicon: Lexicon): Section {
	const own = blocks.map((block) => ({
		...block,
		statements: block.statements.filter(
			({ label, prose }) => label !== null || !isOfOtherState(normalise(prose), lexicon),
		),
	}));
	return { heading, blocks: own };
}
