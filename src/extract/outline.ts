import type { Heading } from "#model/documents.ts";
import type { SectionForm } from "#model/standard.ts";
import type { ParsedDocument } from "#parse/markdown.ts";

/** All headings of a document in order, each with the standard's sections it opens. `#` lines in code are no headings. */
export function outlineOf(_parsed: ParsedDocument, _sections: readonly SectionForm[]): readonly Heading[] {
	return [];
}
