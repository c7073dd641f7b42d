import type { Nodes, Table } from "mdast";
import { hashesOf } from "#extract/results/files/hashes.ts";
import { textOf } from "#extract/text/text.ts";
import { lineText, pointAt } from "#parse/source-text.ts";
import type { Edit } from "./edits.ts";
import type { Reading } from "./reading.ts";

const prefix = "sha256:";
/** A label right before the digits: "SHA256: ", "(SHA-256 after: `". */
const label = /(?<![\p{L}\p{N}_/-])sha-?256(?:sum)?(?:\s+(?:hash|before|after))?[^\p{L}\p{N}\n]{1,4}$/iu;
const longestLabel = 30;
const columnTitle = /(?<![\p{L}\p{N}_/-])sha-?256/iu;

/**
 * Puts `sha256:` before the 64 digits of hashes that are certainly SHA-256: a label or the title of their table column says so.
 * Digits in code blocks (the output of a tool), in links, in raw HTML and in longer words stay as they are.
 */
export function hashEdits({ parsed, text, record }: Reading): readonly Edit[] {
	if (record.kind !== "results") return [];
	const bare = hashesOf(parsed).filter(({ form }) => form === "bare");
	if (bare.length === 0) return [];
	const stretches = proseOf(parsed.tree, false, []);
	const edits: Edit[] = [];
	let at = 0;
	for (const { offset, text: digits } of bare.toSorted((a, b) => a.offset - b.offset)) {
		while (at < stretches.length && (stretches[at]?.end ?? 0) <= offset) at++;
		const stretch = stretches[at];
		if (!stretch || offset < stretch.start || offset + digits.length > stretch.end) continue;
		if (!standsAlone(text, offset, digits.length)) continue;
		if (!stretch.titled && !label.test(text.slice(Math.max(0, offset - longestLabel), offset))) continue;
		const line = lineText(parsed.source, pointAt(parsed.source, offset).line);
		if (/\bhmac\b/iu.test(line)) continue;
		edits.push({
			kind: "hash",
			start: offset,
			end: offset,
			text: prefix,
			message: `hash ${digits.slice(0, 12)}… now starts with ${prefix}`,
		});
	}
	return edits;
}

function standsAlone(text: string, offset: number, length: number): boolean {
	return (
		!/[\p{L}\p{N}_/@=-]/u.test(text[offset - 1] ?? " ") &&
		!/^[\p{L}\p{N}_/@=-]/u.test(text.slice(offset + length, offset + length + 2))
	);
}

interface Stretch {
	readonly start: number;
	readonly end: number;
	/** Stands in a table column whose title says SHA-256. */
	readonly titled: boolean;
}

/** Text and inline code in document order. */
function proseOf(node: Nodes, titled: boolean, found: Stretch[]): Stretch[] {
	if (node.type === "text" || node.type === "inlineCode") {
		const start = node.position?.start.offset;
		const end = node.position?.end.offset;
		if (start !== undefined && end !== undefined) found.push({ start, end, titled });
	} else if (node.type === "table") tableOf(node, found);
	else if (node.type !== "link" && node.type !== "linkReference" && node.type !== "heading" && "children" in node)
		for (const child of node.children) proseOf(child, titled, found);
	return found;
}

function tableOf({ children }: Table, found: Stretch[]): void {
	const titles = (children[0]?.children ?? []).map((cell) => columnTitle.test(textOf(cell)));
	for (const row of children.slice(1))
		for (const [column, cell] of row.children.entries()) proseOf(cell, titles[column] ?? false, found);
}
