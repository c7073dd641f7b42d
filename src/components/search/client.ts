import { found as t } from "virtual:handoff-archive/words";
import { isFiltered } from "#search/facets.ts";
import { type Found, find, groupsPerPage, type SearchIndex } from "#search/find.ts";
import { sorts } from "#search/groups.ts";
import { say as tell } from "../say.ts";
import { element, known } from "./elements.ts";
import { chips, facetSets, filterSummary } from "./filters.ts";
import { moveWithKeys } from "./keys.ts";
import { loadIndex } from "./load.ts";
import { keepPlace, keptPlace, type Place } from "./place.ts";
import { chosenFilters, readState, type State, writeState } from "./state.ts";
import { announcementOf, correction, groupItem, jumpBox, nothingFound, summaryOf } from "./view.ts";

/** Milliseconds without a key after which what was typed is looked for. */
const pause = 200;

/**
 * The face of excerpts, which comes beside the index and before the first of them, so that no line moves when it comes later. The
 * monospaced one may come after: its letters are as wide as those that stand in for it.
 */
const face = "1em 'Source Serif 4 Variable'";

/** Runs the search page: what is asked for stands in the address, and what is shown follows from the address. */
function start(): void {
	const form = known("search", HTMLFormElement);
	const field = known("q", HTMLInputElement);
	const results = known("results", HTMLElement);
	const summary = known("summary", HTMLElement);
	const live = known("live", HTMLElement);
	const facets = known("facets", HTMLElement);
	const jump = known("jump", HTMLElement);
	const hits = known("hits", HTMLOListElement);
	const more = known("more", HTMLElement);
	const order = known("sort", HTMLSelectElement);
	const base = form.dataset["base"] ?? "/";
	let loading: Promise<SearchIndex> | undefined;
	let lettered: Promise<unknown> | undefined;
	let turn = 0;
	let shown: { readonly query: string; readonly found: Found; readonly pages: number } | undefined;

	/** Loads the index, once, when it is first needed. */
	const load = () => {
		lettered ??= document.fonts.load(face).catch(() => []);
		loading ??= loadIndex(base);
		loading.catch(() => {
			loading = undefined;
		});
		return loading;
	};

	/** Shows what answers; `top` is how far down a reader had come who returns to it. */
	async function show(state: State, { pages, top }: Place = { pages: 1 }): Promise<void> {
		const own = ++turn;
		order.value = state.sort;
		if (state.query === "" && !isFiltered(state.filters)) return clear();
		results.setAttribute("aria-busy", "true");
		form.setAttribute("aria-busy", "true");
		try {
			const found = await find(state, await load(), pages);
			await lettered;
			if (own !== turn) return;
			draw(state, found, pages);
			shown = { query: state.query, found, pages };
			if (top !== undefined) scrollTo({ top, behavior: "instant" });
		} catch (error) {
			if (own === turn) fail(error);
		} finally {
			if (own === turn) for (const busy of [results, form]) busy.removeAttribute("aria-busy");
		}
	}

	function say(words: string, spoken = words): void {
		summary.textContent = words;
		live.textContent = spoken;
	}

	function draw(state: State, found: Found, pages: number): void {
		results.hidden = false;
		say(summaryOf(found), announcementOf(found));
		jump.replaceChildren(...jumpBox(found.jumps, { base }));
		known("chips", HTMLElement).replaceChildren(...chips(state, found));
		drawFacets(found);
		known("filters", HTMLElement).textContent = filterSummary(state);
		known("corrected", HTMLElement).replaceChildren(...correction(state, found));
		hits.replaceChildren(...found.groups.map((group) => groupItem(group, { base })));
		more.replaceChildren();
		if (found.documents === 0) more.append(nothingFound(state, found));
		// Where nothing would be found without them either, there is nothing to narrow and nothing to sort.
		results.classList.toggle("none", found.unfiltered === 0);
		if (found.groupCount > found.groups.length) more.append(moreButton(state, found, pages));
		document.title = document.title.replace(/^.*?(?= · |$)/u, () =>
			state.query === "" ? t.title : tell(t.titleOf, { query: state.query }),
		);
	}

	/** Keeps the keyboard where it is when a choice redraws the choices. */
	function drawFacets(found: Found): void {
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

	function moreButton(state: State, found: Found, pages: number): HTMLElement {
		const rest = Math.min(groupsPerPage, found.groupCount - found.groups.length);
		const button = element("button", { class: "btn", type: "button" }, tell(t.more, { count: rest }));
		button.addEventListener("click", async () => {
			const before = hits.children.length;
			await show(state, { pages: pages + 1 });
			hits.children[before]?.querySelector("a")?.focus();
		});
		return button;
	}

	function clear(): void {
		shown = undefined;
		results.hidden = true;
		say("");
		jump.replaceChildren();
	}

	function fail(error: unknown): void {
		results.hidden = false;
		say(t.notLoaded);
		jump.replaceChildren();
		hits.replaceChildren();
		facets.replaceChildren();
		const reason = error instanceof Error ? error.message : String(error);
		more.replaceChildren(element("p", { class: "empty" }, element("b", {}, t.notLoadedBecause), reason));
	}

	/** Goes to a state: a step of its own in the history, or in place of the present one while somebody is typing. */
	function go(state: State, how: "step" | "in place"): void {
		const address = `${location.pathname}${writeState(state)}`;
		if (address !== `${location.pathname}${location.search}`) {
			if (how === "step") {
				keep();
				history.pushState(null, "", address);
			} else history.replaceState(null, "", address);
		}
		enter(state);
	}

	function enter(state: State, place?: Place): void {
		if (field.value.trim() !== state.query) field.value = state.query;
		void show(state, place);
	}

	const keep = () => keepPlace({ pages: shown?.pages ?? 1, top: scrollY });

	/** The link to the place that the whole question names, once it is answered. */
	function named(): HTMLElement | null {
		const [first] = shown?.found.jumps.shown ?? [];
		return first?.whole && shown?.query === field.value.trim() ? jump.querySelector("a") : null;
	}

	const present = (): State => readState(location.search);
	let timer: ReturnType<typeof setTimeout> | undefined;
	let isTyping = false;

	/** The first letter opens a step of the history; what follows until a pause of the typing person stays in it. */
	function type(): void {
		go({ ...present(), query: field.value.trim() }, isTyping ? "in place" : "step");
		isTyping = true;
	}

	field.addEventListener("focus", () => void load().catch(() => {}), { once: true });
	field.addEventListener("input", () => {
		clearTimeout(timer);
		timer = setTimeout(type, pause);
	});
	field.addEventListener("blur", () => {
		isTyping = false;
	});
	form.addEventListener("submit", (event) => {
		event.preventDefault();
		clearTimeout(timer);
		isTyping = false;
		const query = field.value.trim();
		// The address is offered beside the field before Enter takes it: first the results, then the jump.
		const jumpTo = document.activeElement === field ? named() : null;
		if (jumpTo) jumpTo.click();
		else go({ ...present(), query }, "step");
	});
	facets.addEventListener("change", () => {
		go({ ...present(), filters: chosenFilters(facets.querySelectorAll<HTMLInputElement>("input:checked")) }, "step");
	});
	order.addEventListener("change", () => {
		go({ ...present(), sort: sorts.find((sort) => sort === order.value) ?? "relevance" }, "step");
	});
	results.addEventListener("click", (event) => {
		if (event.ctrlKey || event.metaKey || event.shiftKey || !(event.target instanceof Element)) return;
		const link = event.target.closest("a[data-state]");
		if (!(link instanceof HTMLAnchorElement)) return;
		event.preventDefault();
		go(readState(link.search), "step");
		field.focus();
	});
	addEventListener("popstate", () => enter(present(), keptPlace()));
	addEventListener("pagehide", keep);
	moveWithKeys({ field, results, jump, named });

	// While documents are written, what is shown follows them.
	import.meta.hot?.on("handoffs:checked", () => {
		loading = undefined;
		void show(present());
	});

	enter(present(), keptPlace());
}

start();
