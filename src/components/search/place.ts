/** How far somebody had come in what was found. */
export interface Place {
	/** Pages of results that were shown. */
	readonly pages: number;
	/** Pixels from the top; none for who comes for the first time. */
	readonly top?: number;
}

/** More pages than this are not shown again at once. */
const mostPages = 20;

/** Keeps a place with the page's entry in the history: a browser cannot find it again in results that are yet to be drawn. */
export function keepPlace(place: Place): void {
	history.replaceState(place, "");
}

/** The place that was kept with the page's entry in the history. */
export function keptPlace(): Place {
	const kept: unknown = history.state;
	if (typeof kept !== "object" || kept === null || !("pages" in kept) || !("top" in kept)) return { pages: 1 };
	const pages = Math.min(Math.max(Math.trunc(Number(kept.pages)) || 1, 1), mostPages);
	const top = Number(kept.top);
	return top > 0 ? { pages, top } : { pages };
}
