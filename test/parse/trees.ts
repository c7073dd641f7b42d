import type { Nodes, Root } from "mdast";
import { frontMatterOf } from "#parse/front-matter.ts";
import { lineStartsOf } from "#parse/lines.ts";
import { loadNative, parseNative } from "#parse/native.ts";
import { parseRemark } from "#parse/remark.ts";

const native = await loadNative();

/** The native parser's corrected tree; null where it says itself that remark may read the text differently. */
export function nativeTree(text: string): Root | null {
	if (!native) throw new Error("the native parser cannot be loaded here");
	const source = {
		text: text.replaceAll("\0", "\uFFFD"),
		lineStarts: lineStartsOf(text),
		frontMatter: hasFrontMatter(text),
	};
	const { tree, faithful } = parseNative(native, source, Number.POSITIVE_INFINITY);
	return faithful ? tree : null;
}

/** The reference. */
export function remarkTree(text: string): Root {
	return parseRemark(text, hasFrontMatter(text));
}

function hasFrontMatter(text: string): boolean {
	return frontMatterOf("x.md", text) !== null;
}

/** The first difference between two trees in type, value, child count or position, in words; null where they are the same. */
export function difference(reference: Nodes, other: Nodes, way = "root"): string | null {
	if (reference.type !== other.type) return `${way}: ${reference.type} is read as ${other.type}`;
	for (const key of new Set([...Object.keys(reference), ...Object.keys(other)])) {
		if (key === "children" || key === "position" || key === "type") continue;
		const [expected, found] = [fieldOf(reference, key), fieldOf(other, key)];
		if (expected !== found) return `${way}: ${key} is ${found} instead of ${expected}`;
	}
	// Of addresses it finds in a second pass remark gives no position; the native parser does, which is no loss.
	if (reference.position && placeOf(reference) !== placeOf(other))
		return `${way}: stands at ${placeOf(other)} instead of ${placeOf(reference)}`;
	const [children, others] = [childrenOf(reference), childrenOf(other)];
	if (children.length !== others.length) return `${way}: has ${others.length} children instead of ${children.length}`;
	for (const [index, child] of children.entries()) {
		const twin = others[index];
		const found = twin ? difference(child, twin, `${way}/${child.type}[${index}]`) : null;
		if (found) return found;
	}
	return null;
}

function fieldOf(node: Nodes, key: string): string {
	return JSON.stringify((node as unknown as Record<string, unknown>)[key]) ?? "nothing";
}

function placeOf({ position }: Nodes): string {
	if (!position) return "nowhere";
	const { start, end } = position;
	return `${start.line}:${start.column} (${start.offset}) to ${end.line}:${end.column} (${end.offset})`;
}

function childrenOf(node: Nodes): readonly Nodes[] {
	return "children" in node ? node.children : [];
}
