/** The properties that results are narrowed by, in the order in which they are shown. */
export const facetNames = [
	"kind",
	"status",
	"family",
	"package",
	"tier",
	"verdict",
	"standard",
	"period",
	"mode",
	"phase",
] as const;
export type FacetName = (typeof facetNames)[number];

/** Values by facet; a facet that does not apply is absent. */
export type FacetValues = Readonly<Partial<Record<FacetName, readonly string[]>>>;

/** A handoff as search knows it. */
export interface CatalogHandoff {
	readonly id: string;
	readonly title: string;
	/** Relative to the site's root, as every `href` here. */
	readonly href: string;
	readonly date: string | null;
	/** Position in the build order. */
	readonly order: number;
	/** "open" stands for a status without RESULTS, "not stated" where RESULTS states none. */
	readonly facets: FacetValues;
}

/** Something that is found: a document, or the decisions of a handoff. */
export interface CatalogDocument {
	/** The index's name for it. */
	readonly key: string;
	readonly path: string;
	readonly title: string | null;
	readonly kind: string;
	/** What it is called on its page: "Spec", "Results 2". */
	readonly label: string;
	/** Its part of its page. */
	readonly href: string;
	readonly handoff: string | null;
	/** Values of its own, which stand in place of its handoff's. */
	readonly facets?: FacetValues;
	readonly date?: string | null;
}

/** What search knows of an archive before it looks into texts. */
export interface Catalog {
	/** In build order. */
	readonly handoffs: readonly CatalogHandoff[];
	/** In path order. */
	readonly documents: readonly CatalogDocument[];
	/** Into how many parts the names are cut, by how many digits the hashes, and which first letters there are words for. */
	readonly parts: { readonly names: number; readonly digits: number; readonly letters: string };
}

/** A catalog with what is looked up in it again and again. */
export interface Library {
	readonly catalog: Catalog;
	readonly byKey: ReadonlyMap<string, CatalogDocument>;
	readonly handoffs: ReadonlyMap<string, CatalogHandoff>;
}

/** Makes what a catalog holds findable by its keys and ids. */
export function openLibrary(catalog: Catalog): Library {
	return {
		catalog,
		byKey: new Map(catalog.documents.map((document) => [document.key, document])),
		handoffs: new Map(catalog.handoffs.map((handoff) => [handoff.id, handoff])),
	};
}

/** The handoff that a document belongs to, where it belongs to one. */
export function handoffOf({ handoffs }: Library, { handoff }: CatalogDocument): CatalogHandoff | undefined {
	return handoff === null ? undefined : handoffs.get(handoff);
}

/** A document's values of a facet: its own, else its handoff's; empty where it has none. */
export function valuesOf(library: Library, document: CatalogDocument, facet: FacetName): readonly string[] {
	if (facet === "kind") return [document.kind];
	return document.facets?.[facet] ?? handoffOf(library, document)?.facets[facet] ?? [];
}
