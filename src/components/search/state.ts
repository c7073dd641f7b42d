import { facetNames } from "#search/catalog.ts";
import { type Filters, filtersBy } from "#search/facets.ts";
import type { Question } from "#search/find.ts";
import { sorts } from "#search/groups.ts";

/** What is asked for; all of it stands in the page's address. */
export type State = Question;

/** Reads an address: `?q=…&kind=spec&kind=results&status=PASS&sort=newest`. What it cannot mean is left out. */
export function readState(search: string): State {
	const parameters = new URLSearchParams(search);
	return {
		query: parameters.get("q")?.trim() ?? "",
		filters: filtersBy((facet) => [...new Set(parameters.getAll(facet).filter(Boolean))]),
		sort: sorts.find((sort) => sort === parameters.get("sort")) ?? "relevance",
	};
}

/** The address of a state: empty, or with a leading "?". */
export function writeState({ query, filters, sort }: State): string {
	const parameters = new URLSearchParams();
	if (query !== "") parameters.set("q", query);
	for (const facet of facetNames) for (const value of filters[facet]) parameters.append(facet, value);
	if (sort !== "relevance") parameters.set("sort", sort);
	const text = parameters.toString();
	return text === "" ? "" : `?${text}`;
}

/** The filters of boxes that are ticked. */
export function chosenFilters(ticked: Iterable<HTMLInputElement>): Filters {
	const byName = Map.groupBy(ticked, ({ name }) => name);
	return filtersBy((facet) => byName.get(facet)?.map(({ value }) => value) ?? []);
}

/** A query without one of its words; without a phrase, where that is given with its quotation marks. */
export function withoutWord(query: string, word: string): string {
	if (word.startsWith('"')) return query.replace(word, " ").replace(/\s+/gu, " ").trim();
	return query
		.split(/\s+/u)
		.filter((known) => bare(known) !== bare(word))
		.join(" ");
}

/** A query with one word, or one part of an identifier, in place of another. */
export function withWord(query: string, from: string, to: string): string {
	const words = query.split(/\s+/u);
	const isWord = words.some((known) => bare(known) === bare(from));
	return words
		.map((known) => (isWord ? (bare(known) === bare(from) ? to : known) : known.replace(from, () => to)))
		.join(" ");
}

function bare(word: string): string {
	return word.replace(/^[^\p{L}\p{N}_]+|[^\p{L}\p{N}_]+$/gu, "");
}
