import { leadByKeys } from "../lead-by-keys.ts";

/**
 * Takes the links of cells out of the way of the Tab key, which would have to pass hundreds of them: arrows lead from one to another.
 * @param part the matrix itself, or rows that came to it later
 */
export function leaveToArrows(table: HTMLTableElement, part: HTMLElement): void {
	for (const link of linksIn(part)) link.tabIndex = -1;
	// The rows that were there before may have no link at all.
	if (!table.querySelector("td > a:not([tabindex='-1'])")) stopAtFirst(table);
}

/** Makes the first link that is shown the one that the Tab key comes to; arrows lead on from there. */
export function stopAtFirst(table: HTMLTableElement): void {
	const links = [...linksIn(table)];
	for (const link of links) if (link.tabIndex === 0) link.tabIndex = -1;
	const first = links.find(isShown);
	if (first) first.tabIndex = 0;
}

/** Lets arrows lead from each cell with a link to the next one in its row or its column; the Tab key comes back to the last. */
export function walkByArrows(table: HTMLTableElement): void {
	leaveToArrows(table, table);
	leadByKeys(table, (target) => target.closest<HTMLAnchorElement>("tbody td > a"), nextOf);
}

function linksIn(part: HTMLElement): NodeListOf<HTMLAnchorElement> {
	return part.querySelectorAll<HTMLAnchorElement>("td > a");
}

function isShown(link: HTMLElement): boolean {
	return link.closest("[hidden]") === null;
}

/** The nearest link in the direction of an arrow; undefined where there is none, and for any other key. */
function nextOf(link: HTMLAnchorElement, key: string): HTMLAnchorElement | undefined {
	const cell = link.closest("td");
	const row = link.closest("tr");
	const table = link.closest("table");
	if (!cell || !row || !table) return undefined;
	const isRightToLeft = getComputedStyle(table).direction === "rtl";
	const along = { ArrowRight: isRightToLeft ? -1 : 1, ArrowLeft: isRightToLeft ? 1 : -1 }[key];
	const across = { ArrowDown: 1, ArrowUp: -1 }[key];
	if (along !== undefined) return firstLink(ahead([...row.cells], cell, along));
	if (across === undefined) return undefined;
	const column = [...row.cells].indexOf(cell);
	const rows = ahead([...table.rows], row, across);
	return firstLink(rows.flatMap(({ cells }) => cells[column] ?? []));
}

/** What comes after one of a list, or before it, the nearest first. */
function ahead<Item>(list: readonly Item[], from: Item, by: number): readonly Item[] {
	const at = list.indexOf(from);
	return by > 0 ? list.slice(at + 1) : list.slice(0, at).toReversed();
}

function firstLink(cells: readonly HTMLTableCellElement[]): HTMLAnchorElement | undefined {
	for (const cell of cells) {
		const link = cell.tagName === "TD" ? cell.querySelector<HTMLAnchorElement>(":scope > a") : null;
		if (link && isShown(link)) return link;
	}
	return undefined;
}
