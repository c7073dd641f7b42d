import type { ParsedDocument } from "#parse/markdown.ts";
import { pointAt } from "#parse/source-text.ts";
import { normalise } from "../../text/text.ts";
import type { Lexicon } from "../text/lexicon.ts";
import type { Said } from "./header.ts";

/** What the front matter says under a field's name or under one of its labels. */
export function inFrontMatter(field: string, { frontMatter, source }: ParsedDocument, lexicon: Lexicon): Said[] {
	return entriesFor(field, frontMatter ?? {}).flatMap(([key, value]) => {
		if (key !== field && !lexicon.isLabel(field, normalise(key.replaceAll("_", " ")))) return [];
		const text = value instanceof Date ? value.toISOString() : typeof value === "string" ? value : null;
		if (text === null) return [];
		const at = source.text.search(new RegExp(`^[ \\t]*${key.replace(/[^\p{L}\p{N}]/gu, "\\$&")}\\s*:`, "im"));
		return [{ text, line: at < 0 ? 1 : pointAt(source, at).line }];
	});
}

/** The fields of a front matter; for a date also those one level down ("metrics: { completed_date: … }"). A status there is a part's. */
function entriesFor(field: string, frontMatter: object): readonly [string, unknown][] {
	const own = Object.entries(frontMatter);
	if (field !== "date") return own;
	const below = own.flatMap(([, value]) => (isPlain(value) ? Object.entries(value) : []));
	return [...own, ...below];
}

function isPlain(value: unknown): value is object {
	return value !== null && typeof value === "object" && !Array.isArray(value) && !(value instanceof Date);
}
