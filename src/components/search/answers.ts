import { isFiltered } from "#search/facets.ts";
import { type Found, find, type SearchIndex } from "#search/find.ts";
import { drawFailure, drawFound, drawNothing, type SearchPage } from "./draw.ts";
import { loadIndex } from "./load.ts";
import { keepPlace, type Place } from "./place.ts";
import type { State } from "./state.ts";

/**
 * The face of excerpts, which comes beside the index and before the first of them, so that no line moves when it comes later. The
 * monospaced one may come after: its letters are as wide as those that stand in for it.
 */
const face = "1em 'Source Serif 4 Variable'";

/** Shows answers on the search page, and knows which one is shown. */
export interface Answers {
	/** Shows what answers; a place says how far a reader had come who returns to it. */
	readonly show: (state: State, place?: Place) => Promise<void>;
	/** Begins to load the index before anything is asked. */
	readonly prepare: () => void;
	/** Loads the index anew with the next question. */
	readonly forget: () => void;
	/** Keeps how far the reader has come with the page's entry in the history. */
	readonly keep: () => void;
	/** The link to the place that the whole question names, once it is answered. */
	readonly named: () => HTMLElement | null;
}

/** Answers of the index that belongs to this page; it is loaded once, when it is first needed. */
export function answersOn(page: SearchPage): Answers {
	let loading: Promise<SearchIndex> | undefined;
	let lettered: Promise<unknown> | undefined;
	let turn = 0;
	let shown: { readonly query: string; readonly found: Found; readonly pages: number } | undefined;

	const load = () => {
		lettered ??= document.fonts.load(face).catch(() => []);
		loading ??= loadIndex(page.base);
		loading.catch(() => {
			loading = undefined;
		});
		return loading;
	};

	async function show(state: State, { pages, top }: Place = { pages: 1 }): Promise<void> {
		const own = ++turn;
		page.order.value = state.sort;
		const busy = [page.results, page.form];
		if (state.query === "" && !isFiltered(state.filters)) {
			shown = undefined;
			// A question that is still being looked into is not waited for any more.
			for (const part of busy) part.removeAttribute("aria-busy");
			return drawNothing(page);
		}
		for (const part of busy) part.setAttribute("aria-busy", "true");
		try {
			const found = await find(state, await load(), pages);
			await lettered;
			if (own !== turn) return;
			drawFound(page, { state, found, showMore: () => show(state, { pages: pages + 1 }) });
			shown = { query: state.query, found, pages };
			if (top !== undefined) scrollTo({ top, behavior: "instant" });
		} catch (error) {
			if (own === turn) drawFailure(page, error);
		} finally {
			if (own === turn) for (const part of busy) part.removeAttribute("aria-busy");
		}
	}

	return {
		show,
		prepare: () => void load().catch(() => {}),
		forget: () => {
			loading = undefined;
		},
		keep: () => keepPlace({ pages: shown?.pages ?? 1, top: scrollY }),
		named: () => {
			const [first] = shown?.found.jumps.shown ?? [];
			return first?.whole && shown?.query === page.field.value.trim() ? page.jump.querySelector("a") : null;
		},
	};
}
