import type { Mention, StatedRelation } from "#model/documents.ts";
import type { Standard } from "#model/standard.ts";
import type { ParsedDocument } from "#parse/markdown.ts";

export interface References {
	readonly mentions: readonly Mention[];
	readonly packageMentions: readonly Mention[];
	readonly relations: readonly StatedRelation[];
	/** Ids in the document's own title or body heading. */
	readonly selfIds: readonly Mention[];
}

/** Finds handoff ids, package ids and stated relations in a document's words; tiers, gates and section numbers are none. */
export function findReferences(_parsed: ParsedDocument, _self: string | null, _standards: readonly Standard[]): References {
	return { mentions: [], packageMentions: [], relations: [], selfIds: [] };
}
