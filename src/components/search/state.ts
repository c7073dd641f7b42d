import { type FacetName, type Filters, facetNames } from "./catalog.ts";

/** What is asked for; all of it stands in the page's address. */
export interface State {
	readonly query: string;
	readonly filters: Filters;
}

/** Reads an address: `?q=…&kind=spec&kind=results&status=PASS`. */
export function readState(search: string): State {
	const parameters = new URLSearchParams(search);
	const chosen = (facet: FacetName) => [...new Set(parameters.getAll(facet).filter(Boolean))];
	return {
		query: parameters.get("q")?.trim() ?? "",
		filters: { kind: chosen("kind"), status: chosen("status"), family: chosen("family") },
	};
}

/** The address of a state: empty, or with a leading "?". */
export function writeState({ query, filters }: State): string {
	const parameters = new URLSearchParams();
	if (query !== "") parameters.set("q", query);
	for (const facet of facetNames) for (const value of filters[facet]) parameters.append(facet, value);
	const text = parameters.toString();
	return text === "" ? "" : `?${text}`;
}

/** The filters with one value more, or without it. */
export function toggled(filters: Filters, facet: FacetName, value: string): Filters {
	const values = filters[facet];
	return {
		...filters,
		[facet]: values.includes(value) ? values.filter((known) => known !== value) : [...values, value],
	};
}

export const noFilters: Filters = { kind: [], status: [], family: [] };

/** A query without one of its words. */
export function withoutWord(query: string, word: string): string {
	return query
		.split(/\s+/u)
		.filter((known) => known.replace(/^[^\p{L}\p{N}_]+|[^\p{L}\p{N}_]+$/gu, "") !== word)
		.join(" ");
}
