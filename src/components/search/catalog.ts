import { documentKinds } from "#model/documents.ts";

/** A handoff as the search page knows it; the same in `jump.json`. */
export interface CatalogHandoff {
	readonly id: string;
	readonly title: string;
	readonly href: string;
	/** Every other name it is called by. */
	readonly names: readonly string[];
	/** What RESULTS states; "open" without RESULTS, "not stated" where it states nothing. */
	readonly status: string;
	readonly family: string;
	readonly date: string | null;
	readonly packages: readonly string[];
}

export interface CatalogDocument {
	readonly path: string;
	readonly title: string | null;
	readonly kind: string;
	/** What it is called on its page: "Spec", "Results 2". */
	readonly label: string;
	/** Its part of its page, relative to the site's root. */
	readonly href: string;
	readonly handoff: string | null;
}

interface CatalogRule {
	readonly id: string;
	readonly requires: string;
	readonly href: string;
}

/** What can be jumped to, and the facets of every document: the content of `jump.json`. */
export interface Catalog {
	/** In build order. */
	readonly handoffs: readonly CatalogHandoff[];
	/** In path order. */
	readonly documents: readonly CatalogDocument[];
	readonly rules: readonly CatalogRule[];
}

/** The properties of a document that results are narrowed by. */
export const facetNames = ["kind", "status", "family"] as const;
export type FacetName = (typeof facetNames)[number];

/** The values that are asked for, by facet; none or an empty list stands for all. */
export type Filters = Readonly<Record<FacetName, readonly string[]>>;

/** A catalog with what is looked up in it again and again. */
export interface Library {
	readonly catalog: Catalog;
	readonly byHref: ReadonlyMap<string, CatalogDocument>;
	readonly handoffs: ReadonlyMap<string, CatalogHandoff>;
}

export function openLibrary(catalog: Catalog): Library {
	return {
		catalog,
		byHref: new Map(catalog.documents.map((document) => [document.href, document])),
		handoffs: new Map(catalog.handoffs.map((handoff) => [handoff.id, handoff])),
	};
}

export function handoffOf({ handoffs }: Library, { handoff }: CatalogDocument): CatalogHandoff | undefined {
	return handoff === null ? undefined : handoffs.get(handoff);
}

/** A document's value of a facet; null for a document that has none. */
function facetOf(library: Library, document: CatalogDocument, facet: FacetName): string | null {
	return facet === "kind" ? document.kind : (handoffOf(library, document)?.[facet] ?? null);
}

/** Whether a document is one of those asked for: any value within a facet, all facets together. */
export function passes(library: Library, document: CatalogDocument, filters: Filters, except?: FacetName): boolean {
	return facetNames.every((facet) => {
		const wanted = filters[facet];
		if (wanted.length === 0 || facet === except) return true;
		const value = facetOf(library, document, facet);
		return value !== null && wanted.includes(value);
	});
}

/** Kinds stand in the order in which a handoff's documents are read; all other values by how many documents have them. */
function kindOrder(value: string): number {
	const kinds: readonly string[] = documentKinds;
	return kinds.indexOf(value);
}

export interface FacetValue {
	readonly value: string;
	/** How many of the documents found have it, under the filters of the other facets. */
	readonly count: number;
	readonly chosen: boolean;
}

export type Facets = Readonly<Record<FacetName, readonly FacetValue[]>>;

/** Every value of each facet that the archive knows, most frequent first in the archive, with its count among `found`. */
export function countFacets(library: Library, found: readonly CatalogDocument[], filters: Filters): Facets {
	const count = (facet: FacetName): FacetValue[] => {
		const known = new Map<string, number>();
		for (const document of library.catalog.documents) {
			const value = facetOf(library, document, facet);
			if (value !== null) known.set(value, (known.get(value) ?? 0) + 1);
		}
		const counts = new Map<string, number>();
		for (const document of found) {
			const value = facetOf(library, document, facet);
			if (value !== null && passes(library, document, filters, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
		}
		return [...known]
			.sort(([a, many], [b, others]) => kindOrder(a) - kindOrder(b) || others - many || (a < b ? -1 : 1))
			.map(([value]) => ({ value, count: counts.get(value) ?? 0, chosen: filters[facet].includes(value) }));
	};
	return { kind: count("kind"), status: count("status"), family: count("family") };
}
