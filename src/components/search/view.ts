import { siteAddress } from "#model/site-path.ts";
import type { FacetName, Facets, FacetValue } from "./catalog.ts";
import { facetNames } from "./catalog.ts";
import { element } from "./elements.ts";
import type { Excerpt } from "./excerpt.ts";
import { type Found, type FoundSection, type Group, isFiltered } from "./find.ts";
import type { Jump } from "./jump.ts";
import { noFilters, type State, toggled, withoutWord, writeState } from "./state.ts";

/** What a group of results is made with. */
interface Site {
	/** The site's base path. */
	readonly base: string;
}

const badges: Readonly<Record<string, string>> = { PASS: "badge good", FAIL: "badge bad", PARTIAL: "badge partial" };

/** What each facet is called, and its values where they differ from what is shown. */
const facetTitles: Readonly<Record<FacetName, string>> = { kind: "Kind", status: "Status", family: "Family" };
const valueWords: Readonly<Record<FacetName, Readonly<Record<string, string>>>> = {
	kind: { prompt: "agent prompt", other: "other document" },
	status: {},
	family: {},
};

function valueWord(facet: FacetName, value: string): string {
	return valueWords[facet][value] ?? value;
}

/** "12 documents in 5 handoffs": what a screen reader is told when results change. */
export function summaryOf({ documents, groupCount, groups }: Found): string {
	if (documents === 0) return "Nothing found";
	const inHandoffs = groups.some(({ handoff }) => handoff !== null);
	const places = inHandoffs ? `${groupCount} ${groupCount === 1 ? "handoff" : "handoffs"}` : null;
	const found = `${documents.toLocaleString("en")} ${documents === 1 ? "document" : "documents"}`;
	return places === null ? found : `${found} in ${places}`;
}

/** The places that a query names, in one box. */
export function jumpBox(jumps: readonly Jump[], { base }: Site): readonly HTMLElement[] {
	if (jumps.length === 0) return [];
	const items = jumps.map(({ kind, name, title, href, because, whole, path }, index) => {
		const label = element("b", { class: kind === "handoff" || kind === "package" ? "hid" : "mono" }, name);
		const attributes = { href: siteAddress(base, href), ...(path === null ? {} : { "data-path": path }) };
		const isTaken = whole && index === 0;
		const reason = element("span", { class: "end" }, because, isTaken && " ", isTaken && element("kbd", {}, "Enter"));
		return element("li", {}, element("a", attributes, label, ` ${title}`), reason);
	});
	return [
		element(
			"div",
			{ class: "jump" },
			element("span", { class: "muted small" }, "Jump to"),
			element("ul", { class: "jumps" }, ...items),
		),
	];
}

/** One handoff, or one document of none, with the sections that answer. */
export function groupItem(group: Group, site: Site): HTMLLIElement {
	const { handoff, documents, sections, more } = group;
	const first = documents[0];
	const title = handoff
		? element(
				"a",
				{ href: siteAddress(site.base, handoff.href) },
				element("span", { class: "hid" }, handoff.id),
				` ${handoff.title}`,
			)
		: element("a", { href: siteAddress(site.base, first?.href ?? "") }, first?.title ?? first?.path ?? "");
	const item = element(
		"li",
		handoff ? { "data-handoff": handoff.id } : {},
		element("h3", { class: "title" }, title),
		handoff
			? element(
					"p",
					{ class: "ident" },
					status(handoff.status),
					element("span", {}, handoff.family),
					handoff.date && element("span", {}, handoff.date),
				)
			: element("p", { class: "ident" }, element("span", {}, "belongs to no handoff")),
		...sections.map((section) => hit(section, site)),
	);
	if (more.length > 0) item.append(moreSections(more, site));
	return item;
}

/** The rest of a group, made when it is asked for. */
function moreSections(more: readonly FoundSection[], site: Site): HTMLElement {
	const words = `${more.length} more ${more.length === 1 ? "section" : "sections"}`;
	const details = element("details", { class: "hit more" }, element("summary", {}, words));
	details.addEventListener("toggle", () => details.append(...more.map((section) => hit(section, site))), {
		once: true,
	});
	return details;
}

function status(value: string): HTMLElement {
	if (value === "open") return element("span", { class: "v na" }, "open");
	return element("span", { class: value === "not stated" ? "f absent" : (badges[value] ?? "badge") }, value);
}

function hit({ document, href, title, excerpt }: FoundSection, { base }: Site): HTMLElement {
	const section = title === "" || title === document.title ? "" : ` › ${title}`;
	const where = element("a", { href: siteAddress(base, href) }, `${document.label}${section}`);
	return element(
		"div",
		{ class: "hit", "data-path": document.path, "data-kind": document.kind },
		element("p", { class: "where" }, where, element("span", { class: "src mono" }, document.path)),
		excerpt.length > 0 && element("blockquote", {}, ...marked(excerpt)),
	);
}

function marked(excerpt: Excerpt): readonly (Node | string)[] {
	return excerpt.map(({ text, marked }) => (marked ? element("mark", {}, text) : text));
}

/** The facets as a form without button: a choice acts at once. */
export function facetSets(facets: Facets): readonly HTMLElement[] {
	return facetNames.filter((facet) => facets[facet].length > 0).map((facet) => facetSet(facet, facets[facet]));
}

function facetSet(facet: FacetName, values: readonly FacetValue[]): HTMLElement {
	const labels = values.map(({ value, count, chosen }) => {
		const box = element("input", { type: "checkbox", name: facet, value });
		box.checked = chosen;
		const number = element("span", { class: "n" }, String(count));
		return element(
			"label",
			count === 0 ? { class: "none" } : {},
			box,
			element("span", {}, valueWord(facet, value)),
			number,
		);
	});
	return element("fieldset", { class: "facet" }, element("legend", {}, facetTitles[facet]), ...labels);
}

/** The query's words and the filters, each of which can be taken away. */
export function chips({ query, filters }: State, { terms, missing }: Found): readonly (Node | string)[] {
	const typed = terms.filter(({ kind }) => kind === "whole");
	const words =
		typed.length > 1
			? typed.map((term) => chip(term.text, { query: withoutWord(query, term.text), filters }, missing.includes(term)))
			: [];
	const chosen = facetNames.flatMap((facet) =>
		filters[facet].map((value, index) => [
			element("span", {}, index === 0 ? "in" : "or"),
			chip(valueWord(facet, value), { query, filters: toggled(filters, facet, value) }, false),
		]),
	);
	const clear = isFiltered(filters)
		? [element("a", { href: writeState({ query, filters: noFilters }) || "?", "data-state": "" }, "Clear filters")]
		: [];
	return [...words, ...chosen.flat(), ...clear];
}

function chip(label: string, without: State, isMissing: boolean): HTMLElement {
	const name = isMissing ? `Search without ${label}, which is in no document` : `Remove ${label}`;
	const attributes = {
		class: isMissing ? "chip missing" : "chip",
		href: writeState(without) || "?",
		"data-state": "",
		"aria-label": name,
	};
	return element("a", attributes, label);
}

/** What to do where nothing is found. */
export function nothingFound({ query }: State, { missing, unfiltered }: Found): HTMLElement {
	const sentence = unfiltered > 0 ? "No document with these filters answers." : "No document holds any of these words.";
	const box = element("p", { class: "empty" }, element("b", {}, sentence));
	if (unfiltered > 0) {
		const all = element(
			"a",
			{ href: writeState({ query, filters: noFilters }), "data-state": "" },
			"Remove all filters",
		);
		box.append(`Without them there ${unfiltered === 1 ? "is 1 document" : `are ${unfiltered} documents`}. `, all);
	} else if (missing.length > 0)
		box.append(
			`Searched for ${missing.map(({ text }) => `“${text.replaceAll('"', "")}”`).join(", ")}. Try other words, an id or a file name.`,
		);
	return box;
}
