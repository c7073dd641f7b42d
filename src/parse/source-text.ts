import type { Point, ReadingProblem, ReadingProblemCode } from "#model/source.ts";
import { dataOf, term } from "#words/because.ts";
import { lineStartsOf, pointInLines } from "./lines.ts";

/** A document's text as it is on disk, without a byte order mark. */
export interface SourceText {
	readonly path: string;
	/** Empty where the bytes are no text. */
	readonly text: string;
	/** The offset of each line's first character; line 1 is at index 0. Lines end with LF, CRLF or a lone CR. */
	readonly lineStarts: readonly number[];
	readonly problems: readonly ReadingProblem[];
}

/**
 * Decodes a document's bytes. Never throws: what is wrong with the bytes becomes a problem with its place, and the
 * text holds U+FFFD where bytes are no UTF-8.
 */
export function decodeSource(path: string, bytes: Uint8Array): SourceText {
	const utf16 = utf16Of(bytes);
	if (utf16) return decodeUtf16(path, bytes, utf16);
	const valid = decodeValid(bytes);
	const text = valid ?? lenient.decode(bytes);
	const odd = oddCharacter.test(text);
	if (odd && isBinary(text))
		return { path, text: "", lineStarts: [0], problems: [whole("binary", path, { bytes: bytes.length })] };
	const source = { path, text, lineStarts: lineStartsOf(text), problems: [] };
	const problems: ReadingProblem[] = [];
	if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
		problems.push(at(source, "byte-order-mark", 0, { encoding: "UTF-8" }));
	if (valid === null) problems.push(encodingProblem(source, bytes));
	if (!/\S/.test(text)) problems.push(whole("empty", path, { bytes: bytes.length }));
	if (odd) problems.push(...controlProblems(source), ...lineEndingProblems(source));
	return { ...source, problems };
}

const [lineFeed, carriageReturn] = [0x0a, 0x0d] as const;
const strict = new TextDecoder("utf-8", { fatal: true });
const lenient = new TextDecoder("utf-8");

function decodeValid(bytes: Uint8Array): string | null {
	try {
		return strict.decode(bytes);
	} catch {
		return null;
	}
}

/** UTF-16 by its byte order mark, or by a zero in every other byte of plain text. */
function utf16Of(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
	const sample = bytes.subarray(0, 64);
	if (sample.length < 4 || !sample.includes(0)) return null;
	const zeros = (parity: number) => sample.every((byte, index) => (index % 2 === parity) === (byte === 0));
	return zeros(1) ? "utf-16le" : zeros(0) ? "utf-16be" : null;
}

function decodeUtf16(path: string, bytes: Uint8Array, encoding: "utf-16le" | "utf-16be"): SourceText {
	const text = new TextDecoder(encoding).decode(bytes);
	const lineStarts = lineStartsOf(text);
	const name = term(encoding === "utf-16le" ? "littleEndian" : "bigEndian");
	const problems = [whole("encoding", path, { encoding: name, sequences: 0 })];
	return { path, text, lineStarts, problems };
}

/** More than one control character in fifty at the head of the text, or more than eight: no text at all. */
function isBinary(text: string): boolean {
	const head = text.length > 4096 ? text.slice(0, 4096) : text;
	if (!control.test(head)) return false;
	const count = head.match(controls)?.length ?? 0;
	return count > Math.max(8, head.length / 50);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for.
const control = /[\0-\x08\x0b\x0e-\x1f\x7f]/;
const controls = new RegExp(control, "g");

/** One look for all that is rare: control characters and carriage returns. A loop over the bytes is slow until it is compiled. */
const oddCharacter = new RegExp(control.source.replace("[", "[\\r"));

function controlProblems(source: SourceText): ReadingProblem[] {
	const offset = source.text.search(control);
	if (offset === -1) return [];
	const code = source.text.charCodeAt(offset).toString(16).toUpperCase().padStart(4, "0");
	const count = source.text.match(controls)?.length ?? 1;
	return [at(source, "control-character", offset, { character: `U+${code}`, count, others: count - 1 })];
}

/** The first byte sequence that is no UTF-8, and how many there are. */
function encodingProblem(source: SourceText, bytes: Uint8Array): ReadingProblem {
	const { start, count } = invalidSequences(bytes);
	const offset = lenient.decode(bytes.subarray(0, start)).length;
	const byte = (bytes[start] ?? 0).toString(16).toUpperCase().padStart(2, "0");
	return at(source, "encoding", offset, { encoding: "UTF-8", byte: `0x${byte}`, sequences: count, others: count - 1 });
}

/** Walks the bytes as the decoder does: each replacement character it would put is one sequence. */
function invalidSequences(bytes: Uint8Array): { readonly start: number; readonly count: number } {
	let start = -1;
	let count = 0;
	for (let at = 0; at < bytes.length; ) {
		const length = sequenceLength(bytes, at);
		if (length > 0) at += length;
		else {
			if (start === -1) start = at;
			count++;
			at += -length;
		}
	}
	return { start: Math.max(0, start), count };
}

/** The length of the valid sequence at an offset, or minus the length of the broken one. */
function sequenceLength(bytes: Uint8Array, at: number): number {
	const first = bytes[at] ?? 0;
	if (first < 0x80) return 1;
	const length =
		first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0;
	if (length === 0) return -1;
	for (let index = 1; index < length; index++) {
		const byte = bytes[at + index] ?? 0;
		const low = index > 1 ? 0x80 : first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
		const high = index > 1 ? 0xbf : first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
		if (byte < low || byte > high) return -index;
	}
	return length;
}

/** Carriage returns: throughout (a style), or mixed with other endings (the place where they change). */
function lineEndingProblems(source: SourceText): ReadingProblem[] {
	const { text } = source;
	if (!text.includes("\r")) return [];
	const counts = { crlf: 0, lf: 0, cr: 0 };
	let first: keyof typeof counts | null = null;
	let change: number | null = null;
	for (let offset = 0; offset < text.length; offset++) {
		const code = text.charCodeAt(offset);
		if (code !== 0x0a && code !== 0x0d) continue;
		const kind = code === 0x0a ? "lf" : text.charCodeAt(offset + 1) === 0x0a ? "crlf" : "cr";
		counts[kind]++;
		first ??= kind;
		if (kind !== first) change ??= offset;
		if (kind === "crlf") offset++;
	}
	if (change !== null) return [at(source, "line-endings", change, { style: "mixed", ...counts })];
	return [whole("line-endings", source.path, { style: counts.crlf > 0 ? "CRLF" : "CR", ...counts })];
}

function whole(code: ReadingProblemCode, path: string, data: Parameters<typeof dataOf>[0]): ReadingProblem {
	return { code, path, ...dataOf(data) };
}

function at(
	source: SourceText,
	code: ReadingProblemCode,
	offset: number,
	data: ReadingProblem["data"],
): ReadingProblem {
	const start = pointAt(source, offset);
	// A line's end is no character of the line, and neither is the text's.
	const width = /[^\r\n]/.test(source.text.charAt(offset)) ? 1 : 0;
	return { code, path: source.path, range: { start, end: { line: start.line, column: start.column + width } }, data };
}

/** The 1-based line and column of an offset in the text. */
export function pointAt(source: SourceText, offset: number): Point {
	return pointInLines(source.lineStarts, offset);
}

/** The 1-based lines of a stretch, its ends included, in which a global pattern finds something; it must not span lines. */
export function linesWith({ text, lineStarts }: SourceText, from: number, to: number, pattern: RegExp): number[] {
	const found: number[] = [];
	const end = lineStarts[to] ?? text.length;
	pattern.lastIndex = lineStarts[from - 1] ?? end;
	for (let match = pattern.exec(text); match && match.index < end; match = pattern.exec(text)) {
		const { line } = pointInLines(lineStarts, match.index);
		found.push(line);
		pattern.lastIndex = lineStarts[line] ?? end;
	}
	return found;
}

/** The text of a 1-based line, without its line ending; empty for a line that does not exist. */
export function lineText(source: SourceText, line: number): string {
	const start = source.lineStarts[line - 1];
	if (start === undefined) return "";
	const { text } = source;
	let end = source.lineStarts[line] ?? text.length;
	if (end > start && text.charCodeAt(end - 1) === lineFeed) end--;
	else if (end > start && text.charCodeAt(end - 1) === carriageReturn) return text.slice(start, end - 1);
	if (end > start && text.charCodeAt(end - 1) === carriageReturn) end--;
	return text.slice(start, end);
}
