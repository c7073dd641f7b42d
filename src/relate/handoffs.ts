import type { Handoff, Relation } from "#model/archive.ts";
import type { DocumentRecord } from "#model/documents.ts";
import type { Standard } from "#model/standard.ts";

/** Groups documents into handoffs, resolves what they call each other, and puts them in build order. */
export function relateHandoffs(
	_documents: readonly DocumentRecord[],
	_standards: readonly Standard[],
): { readonly handoffs: readonly Handoff[]; readonly relations: readonly Relation[] } {
	return { handoffs: [], relations: [] };
}
