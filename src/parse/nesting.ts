import type { Nodes, Root } from "mdast";
import type { ReasonId } from "#words/because.ts";

/** What there can be too much of, by its name among the reasons. */
type Construct = Extract<
	ReasonId,
	| "containersInside"
	| "marksInWord"
	| "marksInLine"
	| "marksInBlock"
	| "marksBeside"
	| "referencesInBlock"
	| "addresses"
	| "footnotes"
	| "levelsOfNesting"
>;

/** Where a text holds more of something than can be read in reasonable time. */
export interface Excess {
	readonly offset: number;
	/** What there is too much of. */
	readonly construct: Construct;
	readonly count: number;
	readonly limit: number;
}

export interface NestingLimits {
	/** Block quotes and lists within each other. */
	readonly nesting: number;
	/** Character references (`&amp;`) between two blank lines: the native parser's time grows with their square. */
	readonly referencesPerBlock: number;
	/** `*`, `_` and `~` without white space between them: the native parser's time grows with their square. */
	readonly marksPerWord: number;
	/**
	 * Marks of a line with letters beyond ASCII, times the characters of the line: for each node on such a line, the native
	 * parser counts the characters before it.
	 */
	readonly marksByLineLength: number;
	/** Links, addresses, footnotes and pairs of emphasis marks of one document, each kind for itself. */
	readonly linksPerDocument: number;
}

export const defaultNestingLimits: NestingLimits = {
	nesting: 100,
	referencesPerBlock: 2000,
	marksPerWord: 2000,
	marksByLineLength: 2e9,
	linksPerDocument: 20_000,
};

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
		wordExcess(text, lineStarts, limits.marksPerWord) ??
		lineExcess(text, lineStarts, limits.marksByLineLength) ??
		referenceExcess(text, limits.referencesPerBlock) ??
		markExcess(text, "@", "addresses", limits.linksPerDocument) ??
		markExcess(text, "://", "addresses", limits.linksPerDocument) ??
		markExcess(text, "www.", "addresses", limits.linksPerDocument) ??
		markExcess(text, "[^", "footnotes", limits.linksPerDocument) ??
		markExcess(text, "*_", "marksBeside", limits.linksPerDocument) ??
		markExcess(text, "_*", "marksBeside", limits.linksPerDocument)
	);
}

function containerExcess(text: string, lineStarts: readonly number[], limit: number): Excess | null {
	// By index: an iterator makes two objects for each line of an archive.
	for (let line = 0; line < lineStarts.length; line++) {
		const start = lineStarts[line] ?? 0;
		if ((lineStarts[line + 1] ?? text.length) - start <= limit) continue;
		let count = 0;
		for (let at = start; ; at++) {
			const code = text.charCodeAt(at);
			if (code === 0x20 || code === 0x09) continue;
			const end = code === 0x3e ? at : listMarkEnd(text, at);
			if (end === -1) break;
			if (++count > limit) return { offset: at, construct: "containersInside", count, limit };
			at = end;
		}
	}
	return null;
}

/** The offset of the last character of a list mark (`-`, `+`, `*`, `1.`, `1)`) with white space behind it, or -1. */
function listMarkEnd(text: string, start: number): number {
	let at = start;
	while (at - start < 9 && isDigit(text.charCodeAt(at))) at++;
	const mark = text.charCodeAt(at);
	const isMark = at > start ? mark === 0x2e || mark === 0x29 : mark === 0x2d || mark === 0x2b || mark === 0x2a;
	const next = text.charCodeAt(at + 1);
	return isMark && (next === 0x20 || next === 0x09) ? at : -1;
}

function isDigit(code: number): boolean {
	return code >= 0x30 && code <= 0x39;
}

function wordExcess(text: string, lineStarts: readonly number[], limit: number): Excess | null {
	for (let line = 0; line < lineStarts.length; line++) {
		const start = lineStarts[line] ?? 0;
		const end = lineStarts[line + 1] ?? text.length;
		if (end - start <= limit) continue;
		let count = 0;
		for (let at = start; at < end; at++) {
			const code = text.charCodeAt(at);
			if (code <= 0x20) count = 0;
			else if ((code === 0x2a || code === 0x5f || code === 0x7e) && ++count > limit)
				return { offset: at, construct: "marksInWord", count, limit };
		}
	}
	return null;
}

function lineExcess(text: string, lineStarts: readonly number[], budget: number): Excess | null {
	if (text.length ** 2 <= budget) return null;
	for (let line = 0; line < lineStarts.length; line++) {
		const start = lineStarts[line] ?? 0;
		const end = lineStarts[line + 1] ?? text.length;
		const length = end - start;
		if (length ** 2 <= budget || !beyondAscii.test(text.slice(start, end))) continue;
		const limit = Math.floor(budget / length);
		let count = 0;
		inlineMarks.lastIndex = start;
		for (let mark = inlineMarks.exec(text); mark && mark.index < end; mark = inlineMarks.exec(text))
			if (++count > limit) return { offset: mark.index, construct: "marksInLine", count, limit };
	}
	return null;
}

const beyondAscii = /[^\0-\x7f]/;
/** What a node within a line begins or ends with. */
const inlineMarks = /[`*_~[<&\\@|]|:\/\/|www\./gi;

function referenceExcess(text: string, limit: number): Excess | null {
	let count = 0;
	let blockEnd = -1;
	for (let at = text.indexOf("&"); at !== -1; at = text.indexOf("&", at + 1)) {
		if (at > blockEnd) {
			count = 0;
			blockEnd = text.indexOf("\n\n", at);
			if (blockEnd === -1) blockEnd = text.length;
		}
		if (++count > limit) return { offset: at, construct: "referencesInBlock", count, limit };
	}
	return null;
}

function markExcess(text: string, mark: string, construct: Construct, limit: number): Excess | null {
	if (text.length < limit) return null;
	let count = 0;
	for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + mark.length))
		if (++count > limit) return { offset: at, construct, count, limit };
	return null;
}
