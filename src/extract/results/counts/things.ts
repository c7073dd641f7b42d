import { normalise } from "../../text/text.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { patternsOf } from "./count-patterns.ts";

/** Clauses without those that go on with what is no test: "336 test files passed, 17 skipped (353); 4753 tests passed". */
export function ofTests(segments: readonly string[], lexicon: Lexicon): readonly string[] {
	let others = false;
	const things =
		segments.length > 1 && segments.some((segment) => partAndWhole.test(segment)) ? new Set<string>() : null;
	return segments.filter((segment) => {
		const words = normalise(segment);
		if (things && isOfThings(segment, words, things, lexicon)) return false;
		const passed = lexicon.has("passed", words);
		const tests = lexicon.has("tests", words.replace(patternsOf(lexicon).notTests, ""));
		if (tests || passed || words === "")
			others = passed && !tests && lexicon.has("notTests", words.replace(subjects, ""));
		return !others || passed;
	});
}

const partAndWhole = /(?<![\d./])(\d{1,6})\s?(?:\/|of|out of)\s?(\d{1,6})(?![\d./])/;

/** "14 links were followed", and then "13 of 14 passed": of as many of the same things. */
function isOfThings(segment: string, words: string, things: Set<string>, lexicon: Lexicon): boolean {
	if (lexicon.has("tests", words)) return false;
	const [, , whole] = partAndWhole.exec(segment) ?? [];
	if (whole !== undefined && things.has(whole)) return true;
	for (const [, count = "", behind = ""] of words.matchAll(/(?<!\S)(\d{1,6}) (\p{L}+(?: \p{L}+)?)/gu))
		if (lexicon.startsWith("notTests", behind)) things.add(count);
	return false;
}

/** "The package's suite passes 18/18", "the run over all staged packages gave", unlike "3 suites pass". */
export const subjects =
	/(?<!\d (?:test )?)\bsuites?\b|\b(?:the|this|our) packages?(?: s)?\b|\b(?:all|every) (?:of the |the )?(?:staged |installed )?packages?\b|\bin a row\b/gu;
