import { found as t } from "virtual:handoff-archive/words";
import { type Found, groupsPerPage } from "#search/find.ts";
import { say as tell } from "../say.ts";
import { element, known } from "./elements.ts";
import { chips, facetSets, filterSummary } from "./filters.ts";
import type { State } from "./state.ts";
import { announcementOf, correction, groupItem, jumpBox, nothingFound, summaryOf } from "./view.ts";

/** The parts of the search page that are drawn anew with each answer, and those it is asked with. */
export interface SearchPage {
	readonly form: HTMLFormElement;
	readonly field: HTMLInputElement;
	readonly order: HTMLSelectElement;
	readonly results: HTMLElement;
	readonly summary: HTMLElement;
	readonly live: HTMLElement;
	readonly facets: HTMLElement;
	readonly jump: HTMLElement;
	readonly hits: HTMLOListElement;
	readonly more: HTMLElement;
	/** Where the site begins. */
	readonly base: string;
}

/**
 * The parts of the page that is open.
 * @throws when one of them is missing.
 */
export function searchPage(): SearchPage {
	const form = known("search", HTMLFormElement);
	return {
		form,
		field: known("q", HTMLInputElement),
		order: known("sort", HTMLSelectElement),
		results: known("results", HTMLElement),
		summary: known("summary", HTMLElement),
		live: known("live", HTMLElement),
		facets: known("facets", HTMLElement),
		jump: known("jump", HTMLElement),
		hits: known("hits", HTMLOListElement),
		more: known("more", HTMLElement),
		base: form.dataset["base"] ?? "/",
	};
}

/** What was found, and how to see more of it. */
interface Answer {
	readonly state: State;
	readonly found: Found;
	readonly showMore: () => Promise<void>;
}

/** Draws what was found. */
export function drawFound(page: SearchPage, { state, found, showMore }: Answer): void {
	const { base, results, jump, hits, more } = page;
	results.hidden = false;
	say(page, summaryOf(found), announcementOf(found));
	jump.replaceChildren(...jumpBox(found.jumps, { base }));
	known("chips", HTMLElement).replaceChildren(...chips(state, found));
	drawFacets(page, found);
	known("filters", HTMLElement).textContent = filterSummary(state);
	known("corrected", HTMLElement).replaceChildren(...correction(state, found));
	hits.replaceChildren(...found.groups.map((group) => groupItem(group, { base })));
	more.replaceChildren();
	if (found.documents === 0) more.append(nothingFound(state, found));
	// Where nothing would be found without them either, there is nothing to narrow and nothing to sort.
	results.classList.toggle("none", found.unfiltered === 0);
	if (found.groupCount > found.groups.length) more.append(moreButton(page, found, showMore));
	document.title = document.title.replace(/^.*?(?= · |$)/u, () =>
		state.query === "" ? t.title : tell(t.titleOf, { query: state.query }),
	);
}

/** Takes away what was drawn, where nothing is asked for. */
export function drawNothing(page: SearchPage): void {
	page.results.hidden = true;
	say(page, "");
	page.jump.replaceChildren();
}

/** Says why nothing can be found. */
export function drawFailure(page: SearchPage, error: unknown): void {
	const { results, jump, hits, facets, more } = page;
	results.hidden = false;
	say(page, t.notLoaded);
	for (const part of [jump, hits, facets]) part.replaceChildren();
	const reason = error instanceof Error ? error.message : String(error);
	more.replaceChildren(element("p", { class: "empty" }, element("b", {}, t.notLoadedBecause), reason));
}

function say({ summary, live }: SearchPage, words: string, spoken = words): void {
	summary.textContent = words;
	live.textContent = spoken;
}

/** Keeps the keyboard where it is when a choice redraws the choices. */
function drawFacets({ facets }: SearchPage, found: Found): void {
	const active = document.activeElement;
	const chosen = active instanceof HTMLInputElement && facets.contains(active) ? [active.name, active.value] : null;
	const opened = [...facets.querySelectorAll<HTMLElement>("details[open]")].map(
		({ dataset }) => dataset["facet"] ?? "",
	);
	facets.replaceChildren(...facetSets(found.facets, new Set(opened)));
	if (!chosen) return;
	for (const box of facets.querySelectorAll("input"))
		if (box.name === chosen[0] && box.value === chosen[1]) box.focus();
}

function moreButton({ hits }: SearchPage, found: Found, showMore: Answer["showMore"]): HTMLElement {
	const rest = Math.min(groupsPerPage, found.groupCount - found.groups.length);
	const button = element("button", { class: "btn", type: "button" }, tell(t.more, { count: rest }));
	button.addEventListener("click", async () => {
		const before = hits.children.length;
		await showMore();
		hits.children[before]?.querySelector("a")?.focus();
	});
	return button;
}
