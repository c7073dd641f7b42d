import { normalise } from "../../text.ts";
import type { Section } from "../text/blocks.ts";
import type { Lexicon } from "../text/lexicon.ts";

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
