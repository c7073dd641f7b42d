import type { Heading } from "#model/documents.ts";
import type { Facts } from "#model/facts.ts";
import type { Standard } from "#model/standard.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import type { Section } from "../text/blocks.ts";
import type { Lexicon } from "../text/lexicon.ts";

/** What the reading of a RESULTS document has at hand when its facts are known. */
export interface ResultsReading {
	readonly parsed: ParsedDocument;
	readonly outline: readonly Heading[];
	readonly facts: Facts;
	readonly tests: readonly Section[];
	readonly regression: readonly Section[];
	readonly baseline: readonly Section[];
	readonly cleanRoom: readonly Section[];
	/** Reads the section of a heading. */
	readonly section: (heading: Heading) => Section;
	readonly standard: Standard;
	readonly lexicon: Lexicon;
}
