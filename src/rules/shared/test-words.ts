import type { NamedTest } from "#extract/tests/test-tally.ts";
import { type Block, labelOf } from "#extract/text/blocks.ts";
import { normalise } from "#extract/text/text.ts";
import { hasPhrase, normalised } from "#extract/text/vocabulary.ts";
import { oncePer } from "#model/once-per.ts";
import type { Standard } from "#model/standard.ts";

/** What is said about a test beside its name; null where it is given as code. */
export function wordsAbout({ block, name, line }: NamedTest, blocks: readonly Block[]): string | null {
	switch (block.kind) {
		case "code":
			return null;
		case "heading": {
			const at = blocks.indexOf(block);
			const end = blocks.findIndex((other, index) => index > at && other.kind === "heading");
			const below = blocks.slice(at + 1, end === -1 ? undefined : end);
			return `${without(block.text, name)} ${begun(below)}`.trim();
		}
		case "item": {
			const lead = normalise(labelOf(block.text));
			const below = (blocksByContext(blocks).get(contextKey(block.context.heading, lead)) ?? []).filter(
				(other) => other !== block,
			);
			return `${without(block.text, name)} ${begun(below)}`.trim();
		}
		case "paragraph": {
			const next = blocks[blocks.indexOf(block) + 1];
			const own = without(block.lines[line - block.line] ?? "", name);
			return own === "" && next && next.kind !== "heading" ? begun([next]) : own;
		}
		case "table":
			return "";
	}
}

/** The blocks of a plan by what introduces them: looking through all of them for each test would be quadratic. */
const blocksByContext = oncePer(
	(blocks: readonly Block[]): ReadonlyMap<string, readonly Block[]> =>
		Map.groupBy(blocks, ({ context: { heading, lead } }) => contextKey(heading, lead)),
);

function contextKey(heading: string, lead: string): string {
	return `${heading}\n${lead}`;
}

/** Characters of which what is said about one test is read: a line may name thousands, and is said about each. */
const longestWords = 2000;

/** What blocks say, as far as it is read. */
function begun(blocks: readonly Block[]): string {
	let words = "";
	for (const block of blocks) {
		if (words.length > longestWords) break;
		words += `${words && " "}${plain(block)}`;
	}
	return words.slice(0, longestWords);
}

/** The rest of an entry: names, numbers and punctuation gone. */
function without(text: string, name: string): string {
	return text
		.slice(0, longestWords)
		.replaceAll(name, " ")
		.replace(/^[\s\d.)(:*_`#—–-]+|[\s()`:.]+$/gu, "")
		.replace(/^(?:test|tests)\s*\d*$/iu, "");
}

function plain(block: Block): string {
	switch (block.kind) {
		case "paragraph":
		case "code":
			return block.lines.join(" ");
		case "table":
			return block.rows.map(({ cells }) => cells.join(" ")).join(" ");
		default:
			return block.text;
	}
}

/** Whether words say what a test expects: by an arrow, an equation or a phrase of the standard's. */
export function statesExpectation(words: string, { spec }: Standard): boolean {
	return /→|->|=>|==|⇒/u.test(words) || hasPhrase(normalise(words), normalised(spec.expectations));
}
