import { oncePer } from "#model/once-per.ts";
import { type CatalogDocument, type FacetName, facetNames, type Library, valuesOf } from "./catalog.ts";

/** The values that are asked for, by facet; none or an empty list stands for all. */
export type Filters = Readonly<Record<FacetName, readonly string[]>>;

/** A value for each facet. */
function byFacet<Value>(values: (facet: FacetName) => Value): Readonly<Record<FacetName, Value>> {
	return {
		kind: values("kind"),
		status: values("status"),
		family: values("family"),
		package: values("package"),
		tier: values("tier"),
		verdict: values("verdict"),
		standard: values("standard"),
		period: values("period"),
		mode: values("mode"),
		phase: values("phase"),
	};
}

/** Filters made facet by facet. */
export const filtersBy: (values: (facet: FacetName) => readonly string[]) => Filters = byFacet;

/** Filters that let everything pass. */
export const noFilters: Filters = byFacet(() => []);

/** Whether any filter is set. */
export function isFiltered(filters: Filters): boolean {
	return facetNames.some((facet) => filters[facet].length > 0);
}

/** The filters with one value more, or without it. */
export function toggled(filters: Filters, facet: FacetName, value: string): Filters {
	const values = filters[facet];
	return {
		...filters,
		[facet]: values.includes(value) ? values.filter((known) => known !== value) : [...values, value],
	};
}

/** Whether a document is one of those asked for: any value within a facet, all facets together. */
export function passes(library: Library, document: CatalogDocument, filters: Filters, except?: FacetName): boolean {
	return facetNames.every((facet) => {
		const wanted = filters[facet];
		if (wanted.length === 0 || facet === except) return true;
		return valuesOf(library, document, facet).some((value) => wanted.includes(value));
	});
}

export interface FacetValue {
	readonly value: string;
	/** How many of the documents found have it, under the filters of the other facets. */
	readonly count: number;
	readonly chosen: boolean;
}

export type Facets = Readonly<Record<FacetName, readonly FacetValue[]>>;

/** Facets of few values, which are named also where nothing has them, so that the choices stay where they are. */
const alwaysNamed: ReadonlySet<FacetName> = new Set([
	"kind",
	"status",
	"family",
	"verdict",
	"standard",
	"mode",
	"phase",
]);

/** Kinds stand in the order in which they are read, periods the latest first; all other values by how many have them. */
const kinds = ["spec", "results", "prompt", "other", "transfer", "decision"];

/** The values of each facet, with how many of the files found have them: one that is found in several ways counts once. */
export function countFacets(library: Library, found: readonly CatalogDocument[], filters: Filters): Facets {
	const counts = new Map<FacetName, Map<string, Set<string>>>(facetNames.map((facet) => [facet, new Map()]));
	for (const document of found) {
		const failed = facetNames.filter((facet) => !passesOne(library, document, facet, filters));
		for (const facet of facetNames) {
			if (failed.some((other) => other !== facet)) continue;
			const count = counts.get(facet);
			for (const value of valuesOf(library, document, facet))
				count?.set(value, (count.get(value) ?? new Set()).add(document.path));
		}
	}
	const known = valuesInArchive(library);
	return byFacet((facet) => {
		const files = counts.get(facet) ?? new Map<string, Set<string>>();
		const count = new Map([...files].map(([value, paths]) => [value, paths.size]));
		const frequency = known.get(facet) ?? new Map<string, number>();
		const named = alwaysNamed.has(facet) ? [...frequency.keys()] : [...count.keys()];
		return [...new Set([...named, ...filters[facet]])]
			.sort(inOrder(facet, alwaysNamed.has(facet) ? frequency : count))
			.map((value) => ({ value, count: count.get(value) ?? 0, chosen: filters[facet].includes(value) }));
	});
}

function passesOne(library: Library, document: CatalogDocument, facet: FacetName, filters: Filters): boolean {
	const wanted = filters[facet];
	return wanted.length === 0 || valuesOf(library, document, facet).some((value) => wanted.includes(value));
}

function inOrder(facet: FacetName, frequency: ReadonlyMap<string, number>) {
	return (a: string, b: string): number => {
		if (facet === "period") return a < b ? 1 : -1;
		if (facet === "kind") return kinds.indexOf(a) - kinds.indexOf(b);
		return (frequency.get(b) ?? 0) - (frequency.get(a) ?? 0) || (a < b ? -1 : 1);
	};
}

/** How many documents of the archive have each value; counted once. */
const valuesInArchive = oncePer((library: Library): ReadonlyMap<FacetName, ReadonlyMap<string, number>> => {
	const counted = new Map<FacetName, Map<string, number>>(facetNames.map((facet) => [facet, new Map()]));
	for (const document of library.catalog.documents)
		for (const facet of facetNames) {
			const count = counted.get(facet);
			for (const value of valuesOf(library, document, facet)) count?.set(value, (count.get(value) ?? 0) + 1);
		}
	return counted;
});
