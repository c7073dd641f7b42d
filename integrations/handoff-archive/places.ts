import type { DocumentRecord } from "#model/documents.ts";
import type { Place } from "#model/source.ts";
import type { PlaceSlice } from "./entries.ts";
import type { ReadArchive } from "./read.ts";

/** Turns places in files into places on the site: the block of the page that shows the line, else its section. */
export interface Places {
	at(path: string, line: number | null): PlaceSlice;
	of(place: Place): PlaceSlice;
}

export function placesOf(
	{ plan, anchoredLines }: Pick<ReadArchive, "plan" | "anchoredLines">,
	records: ReadonlyMap<string, DocumentRecord>,
	unreadable: ReadonlyMap<string, string>,
): Places {
	const at = (path: string, line: number | null): PlaceSlice => {
		const document = plan.documents.get(path);
		const record = records.get(path);
		if (!document || !record) return { label: path, line, href: unreadable.get(path) ?? null };
		const label = document.handoff === null ? fileName(path) : document.label.toUpperCase().replace("AGENT ", "");
		const anchor = line === null ? null : anchorAt(record, anchoredLines.get(path) ?? new Int32Array(), line);
		return { label, line, href: `${document.page}#${anchor === null ? document.key : `${document.key}-${anchor}`}` };
	};
	return { at, of: (place) => at(place.path, place.kind === "range" ? place.range.start.line : null) };
}

/** The anchor of the last block or heading at or before a line; both stand in document order. */
function anchorAt({ outline }: DocumentRecord, blocks: Int32Array, line: number): string | null {
	const heading = outline[lastAtOrBefore(outline.length, (index) => outline[index]?.line, line)];
	const block = blocks[lastAtOrBefore(blocks.length, (index) => blocks[index], line)];
	if (block !== undefined && block > (heading?.line ?? 0)) return `L${block}`;
	return heading?.anchor ?? null;
}

/** The index of the last of ascending lines that is not after a line; -1 where all are. */
function lastAtOrBefore(count: number, lineOf: (index: number) => number | undefined, line: number): number {
	let low = -1;
	let high = count - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((lineOf(middle) ?? Number.POSITIVE_INFINITY) <= line) low = middle;
		else high = middle - 1;
	}
	return low;
}

export function fileName(path: string): string {
	return path.slice(path.lastIndexOf("/") + 1);
}
