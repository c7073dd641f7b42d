import type { Point, ReadingProblem } from "#model/source.ts";
import { lineStartsOf, pointInLines } from "./lines.ts";

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

/** The 1-based line and column of an offset in the text. */
export function pointAt(source: SourceText, offset: number): Point {
	return pointInLines(source.lineStarts, offset);
}

/** The text of a 1-based line, without its line ending; empty for a line that does not exist. */
export function lineText(source: SourceText, line: number): string {
	const start = source.lineStarts[line - 1];
	if (start === undefined) return "";
	const next = source.lineStarts[line] ?? source.text.length + 1;
	return source.text.slice(start, next - 1).replace(/\r$/, "");
}
