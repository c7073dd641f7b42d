import type { Standard } from "#model/standard.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { pointAt } from "#parse/source-text.ts";
import { patternOf } from "../text/vocabulary.ts";

/** A test method that RESULTS names, and the first line that does. */
export interface ReportedTest {
	readonly name: string;
	readonly line: number;
}

/** The test methods that a RESULTS document names, in its words and its logs; each once. */
export function reportedTests({ source }: ParsedDocument, standard: Standard): readonly ReportedTest[] {
	const pattern = patternOf(standard, "testNames");
	if (!pattern) return [];
	const found = new Map<string, number>();
	for (const { 0: name, index } of source.text.matchAll(pattern)) if (!found.has(name)) found.set(name, index);
	return [...found].map(([name, index]) => ({ name, line: pointAt(source, index).line }));
}
