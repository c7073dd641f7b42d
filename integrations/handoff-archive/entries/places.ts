import type { DocumentRecord } from "#model/documents.ts";
import { transferPage } from "#model/site-path.ts";
import type { Place } from "#model/source.ts";
import type { ReadArchive } from "../read/read.ts";
import type { SiteWords } from "../words/site-words.ts";
import type { DocumentPart, PlaceSlice } from "./schemas.ts";

/** Turns places in files into places on the site: the block of the page that shows the line, else its section. */
export interface Places {
	at(path: string, line: number | null): PlaceSlice;
	of(place: Place): PlaceSlice;
	/** What a document is called in what is said of a handoff: "SPEC" where it is its own, "H-3C RESULTS" where it is another's. */
	nameFor(handoff: string | null, path: string): string;
	/** What the site says of what stands there. */
	readonly words: SiteWords;
}

/** Makes places of an archive that was read; lines that something leads to are noted in `linkedLines`. */
export function placesOf(
	{ plan, anchoredLines, linkedLines, words }: Pick<ReadArchive, "plan" | "anchoredLines" | "linkedLines" | "words">,
	records: ReadonlyMap<string, DocumentRecord>,
	unreadable: ReadonlyMap<string, string>,
): Places {
	const at = (path: string, line: number | null): PlaceSlice => {
		const document = plan.documents.get(path);
		const record = records.get(path);
		if (!document || !record) return { label: path, line, href: unreadable.get(path) ?? null };
		const label = document.handoff === null ? fileName(path) : document.mark;
		const anchor = line === null ? null : anchorOf(record, line);
		return { label, line, href: `${document.page}#${anchor === null ? document.key : `${document.key}-${anchor}`}` };
	};
	const nameFor = (handoff: string | null, path: string): string => {
		const document = plan.documents.get(path);
		if (!document || document.handoff === null) return path;
		return document.handoff === handoff ? document.mark : `${document.handoff} ${document.mark}`;
	};
	const anchorOf = (record: DocumentRecord, line: number): string | null => {
		const { path } = record;
		const block = blockAt(record, anchoredLines.get(path) ?? new Int32Array(), line);
		if (typeof block !== "number") return block;
		const linked = linkedLines.get(path);
		if (linked) linked.add(block);
		else linkedLines.set(path, new Set([block]));
		return `L${block}`;
	};
	return { at, nameFor, words, of: (place) => at(place.path, place.kind === "range" ? place.range.start.line : null) };
}

/** The pages of files of transfers, for places in them. */
export function transferPages({ archive }: ReadArchive): ReadonlyMap<string, string> {
	const pages = new Map<string, string>();
	for (const { path } of archive.transfers?.files ?? []) pages.set(path, "transfers/");
	for (const { path, id } of [...(archive.transfers?.transfers ?? [])].reverse()) pages.set(path, transferPage(id));
	return pages;
}

/** The last block or heading at or before a line, as the block's line or the heading's anchor; both stand in document order. */
function blockAt({ outline }: DocumentRecord, blocks: Int32Array, line: number): number | string | null {
	const heading = outline[lastAtOrBefore(outline.length, (index) => outline[index]?.line, line)];
	const block = blocks[lastAtOrBefore(blocks.length, (index) => blocks[index], line)];
	if (block !== undefined && block > (heading?.line ?? 0)) return block;
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

/** What stands behind the last slash of a path. */
export function fileName(path: string): string {
	return path.slice(path.lastIndexOf("/") + 1);
}

/** Tells documents which of their lines something leads to; when all slices are cut, for only then it is known. */
export function nameLinkedLines({ linkedLines }: ReadArchive, documents: readonly DocumentPart[]): void {
	for (const part of documents) part.linkedLines.push(...[...(linkedLines.get(part.path) ?? [])].sort((a, b) => a - b));
}
