import { families, found as t } from "virtual:handoff-archive/words";
import { type FacetName, facetNames } from "#search/catalog.ts";
import { type Facets, type FacetValue, isFiltered, noFilters, toggled } from "#search/facets.ts";
import type { Found } from "#search/find.ts";
import type { Term } from "#search/terms.ts";
import { date, say } from "../say.ts";
import { element } from "./elements.ts";
import { type State, withoutWord, writeState } from "./state.ts";

/** What values are called where that differs from what they are. */
const valueWords: Readonly<Partial<Record<FacetName, Readonly<Record<string, string>>>>> = {
	kind: { prompt: t.values.prompt, other: t.values.other },
	verdict: t.values,
	family: families,
	status: { open: t.open, "not stated": t.notStated },
};

/** What a value of a filter is called. */
export function valueWord(facet: FacetName, value: string): string {
	return facet === "period" ? monthWord(value) : (valueWords[facet]?.[value] ?? value);
}

/** "2026-02" as "Feb 2026". */
function monthWord(value: string): string {
	const [year, month] = value.split("-").map(Number);
	if (year === undefined || month === undefined || !(month >= 1 && month <= 12)) return value;
	return date(new Date(Date.UTC(year, month - 1)), { month: "short", year: "numeric", timeZone: "UTC" });
}

/** Values of a facet that are shown without being asked for, and at most. */
const shownAtOnce = 8;
const shownAtMost = 400;

/**
 * The facets, in no form: a choice acts at once, and there is nothing to send. A facet that can tell nothing apart is left out.
 * @param opened the facets whose further values are shown.
 */
export function facetSets(facets: Facets, opened: ReadonlySet<string>): readonly HTMLElement[] {
	return facetNames
		.filter((facet) => facets[facet].length > 1 || facets[facet].some(({ chosen }) => chosen))
		.map((facet) => facetSet(facet, facets[facet], opened.has(facet)));
}

function facetSet(facet: FacetName, values: readonly FacetValue[], isOpen: boolean): HTMLElement {
	const first = values.filter(({ chosen }, index) => chosen || index < shownAtOnce);
	const rest = values.filter((value) => !first.includes(value)).slice(0, shownAtMost);
	const more =
		rest.length > 0 &&
		element(
			"details",
			{ "data-facet": facet, ...(isOpen ? { open: "" } : {}) },
			element("summary", {}, say(t.moreValues, { count: rest.length })),
			...rest.map((value) => facetLabel(facet, value)),
		);
	const labels = first.map((value) => facetLabel(facet, value));
	return element("fieldset", { class: "facet" }, element("legend", {}, t.facets[facet]), ...labels, more);
}

function facetLabel(facet: FacetName, { value, count, chosen }: FacetValue): HTMLElement {
	const box = element("input", { type: "checkbox", name: facet, value });
	box.checked = chosen;
	return element(
		"label",
		count === 0 ? { class: "none" } : {},
		box,
		element("span", {}, valueWord(facet, value)),
		element("span", { class: "n" }, String(count)),
	);
}

/** The query's words and phrases and the filters, each of which can be taken away. */
export function chips(state: State, found: Found): readonly (Node | string)[] {
	const { query, filters } = state;
	const typed = found.terms.filter(({ kind }) => kind !== "part");
	const missing = missingWords(found);
	const words = [...new Set(typed.map((term) => asTyped(term, found)))].map((word) =>
		chip(word, { ...state, query: withoutWord(query, word) }, missing.has(word)),
	);
	const chosen = facetNames.flatMap((facet) =>
		filters[facet].map((value, index) => [
			element("span", {}, index === 0 ? t.in : t.or),
			chip(valueWord(facet, value), { ...state, filters: toggled(filters, facet, value) }, false),
		]),
	);
	const clear = isFiltered(filters)
		? [element("a", { href: writeState({ ...state, filters: noFilters }) || "?", "data-state": "" }, t.clear)]
		: [];
	return [...words, ...chosen.flat(), ...clear];
}

/** The words of the question that no document holds, as they were typed. What names a place is found, though no text may hold it. */
export function missingWords(found: Found): ReadonlySet<string> {
	const isNamed = found.jumps.shown.some(({ whole }) => whole);
	return new Set(isNamed ? [] : found.missing.map((term) => asTyped(term, found)));
}

function asTyped({ text }: Term, { corrected }: Found): string {
	return corrected.find(({ to }) => to.split(" ").includes(text))?.from ?? text;
}

function chip(label: string, without: State, isMissing: boolean): HTMLElement {
	const name = say(isMissing ? t.removeMissing : t.remove, { word: label });
	const attributes = {
		class: isMissing ? "chip missing" : "chip",
		href: writeState(without) || "?",
		"data-state": "",
		"aria-label": name,
	};
	return element("a", attributes, label);
}

/** What the button says that opens the filters where there is no room for them. */
export function filterSummary({ filters }: State): string {
	return isFiltered(filters) ? say(t.filtersSet, { count: Object.values(filters).flat().length }) : t.filter;
}
