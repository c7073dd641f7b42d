import type { Heading } from "#model/documents.ts";
import type { Facts } from "#model/facts.ts";
import type { Standard } from "#model/standard.ts";
import type { ParsedDocument } from "#parse/markdown.ts";

/** Reads the facts of a spec (BHS, Required Sections). */
export function extractSpec(_parsed: ParsedDocument, _outline: readonly Heading[], _standard: Standard): Facts {
	return {};
}
