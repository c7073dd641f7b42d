import type { Standard } from "#model/standard.ts";
import type { Block } from "../text/blocks.ts";
import { normalise } from "../text/text.ts";
import { hasPhrase, patternOf, wordsOf } from "../text/vocabulary.ts";
import { fileOf, renamed } from "./test-entries.ts";
import { type NamedTests, Tally } from "./test-tally.ts";

/** Tests that running words say are written or changed: "New: `test_a`. `test_b` becomes `test_c`." */
export function toldNames(blocks: readonly Block[], standard: Standard): NamedTests {
	const tally = new Tally();
	const pattern = patternOf(standard, "testNames");
	if (!pattern) return tally;
	for (const block of blocks) {
		if (block.kind !== "paragraph") continue;
		let lines: ReadonlyMap<string, number> | undefined;
		for (const sentence of block.lines.join(" ").split(/(?<=[.;])\s+/u)) {
			const words = normalise(sentence);
			if (!hasPhrase(words, wordsOf(standard, "changeWords")) || hasPhrase(words, wordsOf(standard, "keptTests")))
				continue;
			for (const name of withoutRenamed(sentence, pattern, standard)) {
				lines ??= firstLines(block.lines, pattern);
				tally.add({ name, group: fileOf(block), line: block.line + (lines.get(name) ?? 0), block });
			}
		}
	}
	return tally;
}

/** The first of the lines that each name stands in. */
function firstLines(lines: readonly string[], pattern: RegExp): ReadonlyMap<string, number> {
	const first = new Map<string, number>();
	for (const [at, line] of lines.entries())
		for (const [name] of line.matchAll(pattern)) if (!first.has(name)) first.set(name, at);
	return first;
}

/** The names of a sentence but for those that go: "`test_b` becomes `test_c`". */
function withoutRenamed(sentence: string, pattern: RegExp, standard: Standard): readonly string[] {
	const found = [...sentence.matchAll(pattern)];
	return found.flatMap(({ 0: name, index }, at) => {
		const between = sentence.slice(index + name.length, found[at + 1]?.index ?? index);
		const goes = renamed.test(between) || hasPhrase(normalise(between), wordsOf(standard, "renamedTo"));
		return goes ? [] : [name];
	});
}
