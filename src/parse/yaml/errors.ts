import { type Document, isMap, isScalar, isSeq, type YAMLError } from "yaml";
import { term } from "#words/because.ts";
import type { Stretch, YamlFlaw } from "./nodes.ts";
import { yamlWords } from "./words.ts";

/** Errors after which the text can be followed all the same. */
export const harmless: ReadonlySet<string> = new Set(["TAG_RESOLVE_FAILED", "BAD_ALIAS"]);

/**
 * Where an error is to be shown. What is not closed is missed at the end of the text, or on the line after it: the quote that was
 * opened, or else the last that is written, says more.
 */
export function placeOf({ pos, message }: YAMLError, document: Document.Parsed, text: string): Stretch {
	const last = text.trimEnd().length;
	if (pos[0] < last) return { start: pos[0], end: pos[1] };
	let node: unknown = document.contents;
	if (/^Missing closing .quote/.test(message))
		while (isMap(node) || isSeq(node)) node = isMap(node) ? node.items.at(-1)?.value : node.items.at(-1);
	const start = (isScalar(node) ? node.range?.[0] : undefined) ?? Math.max(0, last - 1);
	return { start, end: start + 1 };
}

/** What an error is to a reader of handoffs; nothing where it is told elsewhere. `at` is its place in the text that starts at `base`. */
export function syntaxFlaw({ code, message }: YAMLError, base: number, at: Stretch): YamlFlaw[] {
	const [start, end] = [base + at.start, base + at.end];
	if (code === "TAB_AS_INDENT") return [{ code: "tab", start, end, data: {} }];
	if (code === "TAG_RESOLVE_FAILED") return [{ code: "alias", start, end, data: { what: term("aTag") } }];
	// Aliases are reported where they stand.
	if (code === "BAD_ALIAS") return [];
	return [{ code: "syntax", start, end, data: { reason: yamlWords({ code, message }) } }];
}
