import type { Facts } from "#model/facts.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { pointAt } from "#parse/source-text.ts";

const full = /(sha256:)?(?<![0-9a-fA-F])[0-9a-fA-F]{64}(?![0-9a-fA-F])/g;
const elided = /(?<![\p{L}\p{N}])(sha256:)?([0-9a-fA-F]{6,63})(?:\.{2,}|…)/gu;
const short = /\bsha-?256(?:sum)?(?:\s+(?:before|after))?\W{0,4}([0-9a-f]{7,63})(?![\p{L}\p{N}.…])/giu;

/**
 * Counts the SHA-256 hashes of the whole document by how they are written: `sha256:` and 64 hex digits, 64 bare digits, cut
 * short (BHS, Reviewer Checklist).
 */
export function hashFacts({ source }: ParsedDocument): Facts {
	const found = { valid: [] as number[], bare: [] as number[], truncated: [] as number[] };
	for (const match of source.text.matchAll(full)) (match[1] ? found.valid : found.bare).push(match.index);
	for (const match of source.text.matchAll(elided))
		if (match[1] || isHash(match[2] ?? "")) found.truncated.push(match.index);
	for (const match of source.text.matchAll(short)) if (isHash(match[1] ?? "")) found.truncated.push(match.index);
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

// Words made of the letters a to f ("added...") and plain numbers are no hashes.
function isHash(text: string): boolean {
	return /\d/.test(text) && /[a-f]/i.test(text);
}
