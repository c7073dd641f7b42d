import type { Point, Range } from "#model/source.ts";

/** The offset of each line's first character. Lines end, as in CommonMark, with LF, CRLF or a lone CR. */
export function lineStartsOf(text: string): number[] {
	const starts = [0];
	if (!text.includes("\r")) {
		for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
		return starts;
	}
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === 0x0a || (code === 0x0d && text.charCodeAt(at + 1) !== 0x0a)) starts.push(at + 1);
	}
	return starts;
}

/** The 1-based line and column of an offset, given where the lines start. */
export function pointInLines(lineStarts: readonly number[], offset: number): Point {
	let low = 0;
	let high = lineStarts.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((lineStarts[middle] ?? 0) <= offset) low = middle;
		else high = middle - 1;
	}
	return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
}

/** A stretch of a line from a point on, quotes around it included; without a length, to the end of the line. */
export function stretchIn(lines: readonly string[], { line, column }: Point, length?: number): Range {
	const text = (lines[line - 1] ?? "").trimEnd();
	const quotes = /["']/.test(text.charAt(column - 1)) ? 2 : 0;
	const end = length === undefined ? text.length : Math.min(column - 1 + length + quotes, text.length);
	return { start: { line, column }, end: { line, column: Math.max(column, end + 1) } };
}
