import { isSameWord, keyOf } from "./terms.ts";

/** A piece of a text; a marked one was looked for. */
export interface Piece {
	readonly text: string;
	readonly marked: boolean;
}

/** Between two pieces of a path or of another long name: where letters and signs meet, and before a capital letter. */
const joint =
	/(?<=[\p{L}\p{N}])(?=[^\p{L}\p{N}])|(?<=[^\p{L}\p{N}])(?=[\p{L}\p{N}])|(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{L})(?=\p{N})/u;

/**
 * A word of a text with what was looked for marked: of a long name the pieces that agree, of any other word all but the signs
 * around it.
 * @param keys what was looked for, as words are compared
 */
export function markedWord(word: string, keys: readonly string[]): readonly Piece[] {
	const [, before = "", bare = word, after = ""] = /^([^\p{L}\p{N}]*)(.*[\p{L}\p{N}])(.*)$/u.exec(word) ?? [];
	const inner = keys.some((key) => isSameWord(keyOf(bare), key)) ? [] : markedPieces(bare, keys);
	const pieces = inner.some(({ marked }) => marked) ? inner : [{ text: bare, marked: true }];
	return [{ text: before, marked: false }, ...pieces, { text: after, marked: false }].filter(({ text }) => text !== "");
}

function markedPieces(name: string, keys: readonly string[]): readonly Piece[] {
	const pieces = name.split(joint);
	const marked = new Set<number>();
	for (const key of keys)
		for (const from of pieces.keys()) {
			const to = endOf(pieces, from, key);
			for (let at = from; at < to; at++) marked.add(at);
		}
	const joined: { text: string; marked: boolean }[] = [];
	for (const [at, text] of pieces.entries()) {
		const last = joined.at(-1);
		if (last && last.marked === marked.has(at)) last.text += text;
		else joined.push({ text, marked: marked.has(at) });
	}
	return joined;
}

/** Behind the pieces that are a key together, or the piece that begins with it; the start itself where neither is so. */
function endOf(pieces: readonly string[], from: number, key: string): number {
	const first = keyOf(pieces[from] ?? "");
	if (key === "" || first === "" || first === "_") return from;
	let together = "";
	for (let at = from; at < pieces.length && together.length <= key.length + 2; at++) {
		const grown = together + keyOf(pieces[at] ?? "");
		if (grown !== together && isSameWord(grown, key)) return at + 1;
		together = grown;
	}
	return first.startsWith(key) ? from + 1 : from;
}
