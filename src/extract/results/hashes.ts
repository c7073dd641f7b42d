import type { Root } from "mdast";
import type { Facts } from "#model/facts.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { pointAt } from "#parse/source-text.ts";
import { textOf } from "../text.ts";

const digits = /[0-9a-fA-F]{6,}/g;
const prefix = "sha256:";
const label = /\bsha-?256(?:sum)?(?:\s+(?:before|after))?[^\p{L}\p{N}\n]{1,4}$/iu;
const longestLabel = 24;

/**
 * Counts the SHA-256 hashes of the whole document by how they are written: `sha256:` and 64 hex digits, 64 bare digits, cut
 * short (BHS, Reviewer Checklist).
 */
export function hashFacts({ source, tree }: ParsedDocument): Facts {
	const found = { valid: [] as number[], bare: [] as number[], truncated: [] as number[] };
	for (const { 0: hex, index } of source.text.matchAll(digits)) {
		const kind = kindOf(hex, index, source.text);
		if (kind) found[kind].push(index);
	}
	found.truncated.push(...shortInTables(tree));
	const fact = (places: readonly number[], what: string) =>
		({
			state: "derived",
			value: places.length,
			line: pointAt(source, places[0] ?? 0).line,
			from: `${places.length} ${what} in the document`,
		}) as const;
	return {
		"hashes.valid": fact(found.valid, "hashes written sha256:<64 hex>"),
		"hashes.bare": fact(found.bare, "hashes without their prefix"),
		"hashes.truncated": fact(found.truncated, "hashes cut short"),
	};
}

function kindOf(hex: string, at: number, text: string): "valid" | "bare" | "truncated" | null {
	const prefixed = text.startsWith(prefix, at - prefix.length);
	const after = text.slice(at + hex.length, at + hex.length + 3);
	const before = text[at - 1] ?? " ";
	if (hex.length === fullLength) return prefixed ? "valid" : "bare";
	if (hex.length > fullLength || /^[\p{L}\p{N}_]/u.test(after) || (!prefixed && /[\p{L}\p{N}_]/u.test(before)))
		return null;
	if (/^(?:\.\.|…)/.test(after)) return prefixed || mixes(hex) ? "truncated" : null;
	const named = prefixed || label.test(text.slice(Math.max(0, at - longestLabel), at));
	return named && hex.length >= shortest && mixes(hex) ? "truncated" : null;
}

/** Offsets of short hashes in table columns titled as hashes, where no label stands beside them. */
function shortInTables({ children }: Root): number[] {
	return children.flatMap((table) => {
		if (table.type !== "table") return [];
		const [head, ...rows] = table.children;
		const hashes = (head?.children ?? []).map((cell) => hashTitle.test(textOf(cell)));
		if (!hashes.includes(true)) return [];
		return rows.flatMap((row) =>
			row.children.flatMap((cell, column) => {
				const text = textOf(cell).trim();
				return hashes[column] && shortHash.test(text) && mixes(text) ? [cell.position?.start.offset ?? 0] : [];
			}),
		);
	});
}

const hashTitle = /\bsha-?256|\bhash|\bchecksum/i;
const shortHash = /^[0-9a-f]{7,63}$/i;

const fullLength = 64;
const shortest = 7;

// Words made of the letters a to f ("added...") and plain numbers are no hashes.
function mixes(hex: string): boolean {
	return /\d/.test(hex) && /[a-f]/i.test(hex);
}
