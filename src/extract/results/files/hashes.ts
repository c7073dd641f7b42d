import type { Root } from "mdast";
import type { hashForms } from "#model/documents.ts";
import type { Facts } from "#model/facts.ts";
import { Derived } from "#parse/derived.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { pointAt, type SourceText } from "#parse/source-text.ts";
import { why } from "#words/because.ts";
import { textOf } from "../../text/text.ts";

/** Fewer hex digits than this are no hash, however it is cut. */
const fewest = 6;
const prefix = "sha256:";
const label = /\bsha-?256(?:sum)?(?:\s+(?:before|after))?[^\p{L}\p{N}\n]{1,4}$/iu;
const longestLabel = 24;
// What calls the digits behind it a hash: "sha256 starts with `52513399…`".
const hashWord = /\b(?:sha-?256|hash|digest|checksum)\b[^\n]{0,24}$/iu;

/** How a hash is written: `sha256:` and 64 hex digits, 64 bare digits, cut short, or neither a hash nor the start of one. */
export type HashForm = (typeof hashForms)[number];

/** A hash as it stands in the document. */
export interface WrittenHash {
	readonly form: HashForm;
	/** The exact text, with its prefix where it has one. */
	readonly text: string;
	readonly offset: number;
	readonly line: number;
}

const known = new Derived<readonly WrittenHash[]>();

/** Every SHA-256 hash of a document in document order; read once per document. */
export function hashesOf(parsed: ParsedDocument): readonly WrittenHash[] {
	const before = known.get(parsed);
	if (before) return before;
	const { source, tree } = parsed;
	const found = hexRuns(source.text).flatMap(({ start, end }) => {
		const form = kindOf(source.text.slice(start, end), start, source.text);
		return form ? [hashAt(source, form, start, end - start)] : [];
	});
	for (const { offset, length } of shortInTables(tree, source.text))
		found.push(hashAt(source, "truncated", offset, length));
	for (const match of source.text.matchAll(garbled))
		if (!/^[0-9a-fA-F]*$/.test(match[1] ?? ""))
			found.push(hashAt(source, "malformed", match.index + prefix.length, match[1]?.length ?? 0));
	const hashes = found
		.toSorted((a, b) => a.offset - b.offset)
		.filter(
			({ offset, text }, at, all) =>
				at === 0 || offset >= (all[at - 1]?.offset ?? 0) + text.length || offset !== all[at - 1]?.offset,
		);
	known.set(parsed, hashes);
	return hashes;
}

/** The stretches of hex digits that may be hashes. Looks at one character in six: a long enough stretch has one of them. */
function hexRuns(text: string): { readonly start: number; readonly end: number }[] {
	const runs: { start: number; end: number }[] = [];
	for (let at = fewest - 1; at < text.length; at += fewest) {
		if (!isHexDigit(text.charCodeAt(at))) continue;
		let start = at;
		while (isHexDigit(text.charCodeAt(start - 1))) start--;
		while (isHexDigit(text.charCodeAt(at))) at++;
		if (at - start >= fewest) runs.push({ start, end: at });
	}
	return runs;
}

function isHexDigit(code: number): boolean {
	return (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x66) || (code >= 0x41 && code <= 0x46);
}

function hashAt(source: SourceText, form: HashForm, at: number, length: number): WrittenHash {
	const offset = source.text.startsWith(prefix, at - prefix.length) ? at - prefix.length : at;
	return { form, text: source.text.slice(offset, at + length), offset, line: pointAt(source, offset).line };
}

/**
 * Counts the SHA-256 hashes of the whole document by how they are written: `sha256:` and 64 hex digits, 64 bare digits, cut
 * short (BHS, Reviewer Checklist).
 */
export function hashFacts(parsed: ParsedDocument): Facts {
	const found = Map.groupBy(hashesOf(parsed), ({ form }) => form);
	const fact = (form: HashForm, what: "validHashes" | "bareHashes" | "shortHashes") => {
		const hashes = found.get(form) ?? [];
		const { reason: from, said } = why(what, { count: hashes.length });
		return {
			state: "derived",
			value: hashes.length,
			line: hashes[0]?.line ?? 1,
			from,
			said,
		} as const;
	};
	return {
		"hashes.valid": fact("valid", "validHashes"),
		"hashes.bare": fact("bare", "bareHashes"),
		"hashes.truncated": fact("truncated", "shortHashes"),
	};
}

function kindOf(hex: string, at: number, text: string): HashForm | null {
	const prefixed = text.startsWith(prefix, at - prefix.length);
	const after = text.slice(at + hex.length, at + hex.length + 3);
	const before = text[at - 1] ?? " ";
	if (hex.length === fullLength) return prefixed ? "valid" : "bare";
	const named = prefixed || label.test(text.slice(Math.max(0, at - longestLabel), at));
	if (hex.length > fullLength) return named && /^(?![\p{L}\p{N}_])/u.test(after) ? "malformed" : null;
	if (/^[\p{L}\p{N}_]/u.test(after) || (!prefixed && /[\p{L}\p{N}_]/u.test(before))) return null;
	if (/^(?:\.\.|…)/.test(after)) {
		// "3f9a1c2..main" is a range of commits.
		if (!prefixed && /^\.\.[\p{L}\p{N}_]/u.test(after)) return null;
		const called = () => hashWord.test(text.slice(Math.max(0, at - longestLabel), at));
		return prefixed || mixes(hex) || (hex.length >= shortest && called()) ? "truncated" : null;
	}
	// The prefix says what it is, whatever digits come after it.
	return prefixed || (named && hex.length >= shortest && mixes(hex)) ? "truncated" : null;
}

/** Short hashes in table columns titled as hashes, where no label stands beside them. */
function shortInTables({ children }: Root, source: string): { readonly offset: number; readonly length: number }[] {
	let above = "";
	return children.flatMap((table) => {
		if (table.type === "heading") above = textOf(table);
		if (table.type !== "table") return [];
		const [head, ...rows] = table.children;
		const titles = (head?.children ?? []).map((cell) => textOf(cell));
		const hashes = titles.map((title) => hashTitle.test(title));
		// The hashes of commits are short by nature.
		if (!hashes.includes(true) || [above, ...titles].some((title) => commitTitle.test(title))) return [];
		return rows.flatMap((row) =>
			row.children.flatMap((cell, column) => {
				const text = textOf(cell).trim();
				if (!hashes[column] || !shortHash.test(text) || !mixes(text) || !cell.position) return [];
				return [{ offset: source.indexOf(text, cell.position.start.offset), length: text.length }];
			}),
		);
	});
}

const commitTitle = /\bcommits?\b/i;
const hashTitle = /\bsha-?256|\bhash|\bchecksum/i;
const shortHash = /^[0-9a-f]{7,63}$/i;

// Something as long as a hash behind the prefix that holds other letters.
const garbled = /sha256:([0-9A-Za-z_]{32,})/g;

const fullLength = 64;
const shortest = 7;

// Words made of the letters a to f ("added...") and plain numbers are no hashes.
function mixes(hex: string): boolean {
	return /\d/.test(hex) && /[a-f]/i.test(hex);
}
