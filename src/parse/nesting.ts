import type { Nodes, Root } from "mdast";

/** Where a text holds more of something than can be read in reasonable time. */
export interface Excess {
	readonly offset: number;
	/** What there is too much of. */
	readonly construct: string;
	readonly count: number;
	readonly limit: number;
}

export interface NestingLimits {
	/** Block quotes and lists within each other. */
	readonly nesting: number;
	/** Character references (`&amp;`) between two blank lines: the native parser's time grows with their square. */
	readonly referencesPerBlock: number;
	/** Links, addresses and footnotes of one document, each kind for itself. */
	readonly linksPerDocument: number;
}

export const defaultNestingLimits: NestingLimits = { nesting: 100, referencesPerBlock: 2000, linksPerDocument: 20_000 };

/** The depth of tree nodes that so many containers can make: a list and its item each, and room for what they hold. */
export function maxTreeDepth({ nesting }: NestingLimits): number {
	return 2 * nesting + 20;
}

/** The first node found deeper in a tree than it may be, or null. Needs no stack of its own, however deep the tree is. */
export function firstBelow(tree: Root, maxDepth: number): Nodes | null {
	const waiting: { readonly node: Nodes; readonly depth: number }[] = [{ node: tree, depth: 1 }];
	for (let at = waiting.pop(); at; at = waiting.pop()) {
		if (at.depth > maxDepth) return at.node;
		if ("children" in at.node) for (const node of at.node.children) waiting.push({ node, depth: at.depth + 1 });
	}
	return null;
}

/** Looks for what would blow a parser up, before any parser sees the text; null where nothing does. */
export function excessOf(text: string, lineStarts: readonly number[], limits: NestingLimits): Excess | null {
	return (
		containerExcess(text, lineStarts, limits.nesting) ??
		referenceExcess(text, limits.referencesPerBlock) ??
		markExcess(text, "@", "addresses", limits.linksPerDocument) ??
		markExcess(text, "://", "addresses", limits.linksPerDocument) ??
		markExcess(text, "www.", "addresses", limits.linksPerDocument) ??
		markExcess(text, "[^", "footnotes", limits.linksPerDocument)
	);
}

function containerExcess(text: string, lineStarts: readonly number[], limit: number): Excess | null {
	for (const start of lineStarts) {
		let count = 0;
		for (let at = start; ; at++) {
			const code = text.charCodeAt(at);
			if (code === 0x20 || code === 0x09) continue;
			if (code !== 0x3e && !isListMark(text, at)) break;
			if (++count > limit) return { offset: at, construct: "block quotes and lists within each other", count, limit };
		}
	}
	return null;
}

/** `-`, `+` or `*` with white space behind it. Numbers are not counted: their lists show up as depth of the tree. */
function isListMark(text: string, at: number): boolean {
	const code = text.charCodeAt(at);
	const next = text.charCodeAt(at + 1);
	return (code === 0x2d || code === 0x2b || code === 0x2a) && (next === 0x20 || next === 0x09);
}

function referenceExcess(text: string, limit: number): Excess | null {
	let count = 0;
	let blockEnd = -1;
	for (let at = text.indexOf("&"); at !== -1; at = text.indexOf("&", at + 1)) {
		if (at > blockEnd) {
			count = 0;
			blockEnd = text.indexOf("\n\n", at);
			if (blockEnd === -1) blockEnd = text.length;
		}
		if (++count > limit) return { offset: at, construct: "character references in one block", count, limit };
	}
	return null;
}

function markExcess(text: string, mark: string, construct: string, limit: number): Excess | null {
	let count = 0;
	for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + mark.length))
		if (++count > limit) return { offset: at, construct, count, limit };
	return null;
}
