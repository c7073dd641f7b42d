import type { Heading } from "#model/documents.ts";
import type { Facts } from "#model/facts.ts";
import type { Standard } from "#model/standard.ts";
import type { ParsedDocument } from "#parse/markdown.ts";

/** Reads the facts of a RESULTS document (BHS, Results File). */
export function extractResults(_parsed: ParsedDocument, _outline: readonly Heading[], _standard: Standard): Facts {
	return {};
}
