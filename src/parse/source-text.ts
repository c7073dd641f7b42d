import type { Point, ReadingProblem } from "#model/source.ts";

/** A document's text as it is on disk, without a byte order mark. */
export interface SourceText {
	readonly path: string;
	readonly text: string;
	/** The offset of each line's first character; line 1 is at index 0. */
	readonly lineStarts: readonly number[];
	readonly problems: readonly ReadingProblem[];
}

/**
 * Decodes a document's bytes. Never throws: what is wrong with the bytes becomes a problem with its place, and the
 * text holds U+FFFD where bytes are no UTF-8.
 */
export function decodeSource(path: string, bytes: Uint8Array): SourceText {
	const text = new TextDecoder("utf-8", { ignoreBOM: false }).decode(bytes);
	return { path, text, lineStarts: lineStartsOf(text), problems: [] };
}

function lineStartsOf(text: string): number[] {
	const starts = [0];
	for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
	return starts;
}

/** The 1-based line and column of an offset in the text. */
export function pointAt(source: SourceText, offset: number): Point {
	let low = 0;
	let high = source.lineStarts.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((source.lineStarts[middle] ?? 0) <= offset) low = middle;
		else high = middle - 1;
	}
	return { line: low + 1, column: offset - (source.lineStarts[low] ?? 0) + 1 };
}

/** The text of a 1-based line, without its line ending; empty for a line that does not exist. */
export function lineText(source: SourceText, line: number): string {
	const start = source.lineStarts[line - 1];
	if (start === undefined) return "";
	const next = source.lineStarts[line] ?? source.text.length + 1;
	return source.text.slice(start, next - 1).replace(/\r$/, "");
}
