import { expect, it } from "vitest";
import { outlineOf } from "#extract/outline/outline.ts";
import { extractResults } from "#extract/results.ts";
import { factValue } from "#model/facts.ts";
import { parseMarkdown } from "#parse/markdown.ts";
import { standard } from "./documents.ts";

/** The figures of a test run told in words, as a standard with other words of its own reads them. */
function figuresWith(vocabulary: Readonly<Record<string, string[]>>, told: string): Record<string, unknown> {
	const own = { ...standard, vocabulary: { ...standard.vocabulary, ...vocabulary } };
	const text = new TextEncoder().encode(`# R\n\n## Test Results\n\n${told}\n`);
	const parsed = parseMarkdown("H-1_RESULTS.md", text);
	const facts = extractResults(parsed, outlineOf(parsed, own.sections.results), own);
	return Object.fromEntries(
		["passed", "failed", "skipped"].map((key) => [key, factValue(facts[`tests.${key}` as "tests.passed"])]),
	);
}

it.each<[list: string, words: string[], told: string, figures: Record<string, unknown>]>([
	["auxiliaries", ["got away"], "12 passed, 2 got away skipped.", { passed: 12, skipped: 2 }],
	["noneOf", ["nary"], "12 tests passed, nary failed in 3 runs.", { passed: 12, failed: 0 }],
	["wholeWords", ["yonder"], "10 of yonder 12 tests passed.", { passed: 10 }],
	["outcomeEnds", ["lest"], "12 passed. Two skipped lest the port closes.", { passed: 12, skipped: 2 }],
])("the words of a standard decide: %s", (list, words, told, figures) => {
	expect(figuresWith({ [list]: words }, told)).toMatchObject(figures);
	expect(figuresWith({ [list]: [] }, told)).not.toMatchObject(figures);
});
