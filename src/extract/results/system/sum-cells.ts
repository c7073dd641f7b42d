import type { Section } from "../text/blocks.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { type Statement, statement } from "../text/statements.ts";
import { isBefore } from "./other-state.ts";

/** The cells of a last row that sums a table up in words: "| 5 packages installed | 206 total tests |". */
export function sumCells(sections: readonly Section[], lexicon: Lexicon): readonly Statement[] {
	return sections
		.flatMap(({ blocks }) => blocks.filter(({ name }) => !isBefore(name, lexicon)))
		.flatMap(({ tables }) => tables)
		.flatMap(({ rows }) => {
			const last = rows.at(-1) ?? [];
			const sums = rows.length > 1 && last.every(({ text }) => countedWords.test(text) || text.trim() === "");
			return sums ? last.map((cell) => statement({ ...cell }, "paragraph", -1, lexicon)) : [];
		});
}

const countedWords = /^\W*\d[\d,]*\s+\p{L}/u;
