import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { outlineOf } from "#extract/outline/outline.ts";
import { extractResults } from "#extract/results.ts";
import type { Facts } from "#model/facts.ts";
import { standardSchema } from "#model/standard.ts";
import { parseMarkdown } from "#parse/markdown.ts";

export const standard = standardSchema.parse(
	parse(readFileSync("content/standards/builder-handoff-standard.yaml", "utf8")),
);

/** The facts of a RESULTS document given as text. */
export function factsOf(text: string): Facts {
	const parsed = parseMarkdown("H-1_RESULTS.md", new TextEncoder().encode(text));
	return extractResults(parsed, outlineOf(parsed, standard.sections.results), standard);
}

/** The stated and derived values, and the state of everything else, of the facts whose keys start with a prefix. */
export function valuesOf(text: string, prefix: string): Record<string, unknown> {
	const facts = Object.entries(factsOf(text)).filter(([key]) => key.startsWith(prefix));
	return Object.fromEntries(
		facts
			.filter(([, fact]) => fact.state !== "not-stated")
			.map(([key, fact]) => [key.slice(prefix.length), "value" in fact ? fact.value : fact.state]),
	);
}
