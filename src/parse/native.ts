import type { Nodes, Parents, Root, Text } from "mdast";
import { pointInLines } from "./lines.ts";
import { hasNodeGap } from "./native-node-gaps.ts";
import { hasTextGap } from "./native-text-gaps.ts";

/** The native parser's function, as far as it is used here. */
export type MarkdownToMdast = (
	source: string,
	options: { readonly features: { readonly frontmatter: boolean } },
) => unknown;

/** Text to be parsed: as on disk, with U+FFFD for U+0000, and where its lines start. */
export interface MarkdownText {
	readonly text: string;
	readonly lineStarts: readonly number[];
	/** Whether it opens with front matter. */
	readonly frontMatter: boolean;
}

export interface NativeResult {
	readonly tree: Root;
	/** Whether the tree is what remark would give; where it is not, remark should read the text. */
	readonly faithful: boolean;
	/** A node that is nested deeper than the limit, or null. */
	readonly tooDeep: Nodes | null;
}

/** The native parser, or null where this machine cannot load it. */
export async function loadNative(): Promise<MarkdownToMdast | null> {
	try {
		return (await import("satteri")).markdownToMdast as MarkdownToMdast;
	} catch {
		return null;
	}
}

/** Parses with the native parser and corrects what it reads differently from remark. Throws what the parser throws. */
export function parseNative(parse: MarkdownToMdast, source: MarkdownText, maxDepth: number): NativeResult {
	const { text, frontMatter } = source;
	const astral = beyondLetters.test(text) && highSurrogate.test(text);
	const input = astral ? text.replace(pairs, standIn) : text;
	const tree = parse(input, { features: { frontmatter: frontMatter } }) as Root;
	const walked = correct(tree, source, astral, maxDepth);
	const restorable = !astral || !(ownStandIns.test(text) || referencedStandIns.test(text));
	return { tree, tooDeep: walked.tooDeep, faithful: walked.faithful && restorable && !hasTextGap(text) };
}

/** What `highSurrogate` does not match without: it is found in a third of the time. */
const beyondLetters = /[^\0-\uD7FF]/;

/**
 * remark classifies halves of characters beyond the basic plane, which makes them letters next to emphasis marks and
 * URLs; the native parser knows them for symbols. Two private-use characters in place of each pair are letters to it as
 * well, and keep all offsets.
 */
const highSurrogate = /[\uD800-\uDBFF]/;
const pairs = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;
const standIns = /[\uE000-\uE3FF][\uE400-\uE7FF]/g;
const ownStandIns = /[\uE000-\uE7FF]/;
const referencedStandIns = /&#(?:x0*e[0-7]|0*5[789])/i;
const standIn = (pair: string): string => shifted(pair, 0x800);
const restored = (value: string): string => value.replace(standIns, (pair) => shifted(pair, -0x800));
const shifted = (pair: string, by: number): string =>
	String.fromCharCode(pair.charCodeAt(0) + by, pair.charCodeAt(1) + by);

/** Walks the tree once, without recursion: restores, merges and moves what has to be, and judges the rest. */
function correct(
	tree: Root,
	{ text, lineStarts }: MarkdownText,
	astral: boolean,
	maxDepth: number,
): Omit<NativeResult, "tree"> {
	let faithful = true;
	const parents: Parents[] = [tree];
	const depths: number[] = [1];
	const containments: boolean[] = [false];
	for (let parent = parents.pop(); parent; parent = parents.pop()) {
		const depth = (depths.pop() ?? 0) + 1;
		const contained = containments.pop() ?? false;
		const children = parent.children as Nodes[];
		if (depth > maxDepth && children[0]) return { faithful: false, tooDeep: children[0] };
		let kept = 0;
		let before: Nodes | null = null;
		for (let index = 0; index < children.length; index++) {
			const node = children[index];
			if (!node) continue;
			if (astral) restore(node);
			if (node.type === "text" && before?.type === "text") {
				append(before, node);
				continue;
			}
			if (kept !== index) children[kept] = node;
			kept++;
			before = node;
			switch (node.type) {
				case "text":
				case "inlineCode":
					continue;
				case "listItem":
					if (typeof node.checked !== "boolean") break;
					faithful &&= !hasNodeGap({ node, parent, index, contained, text });
					moveTaskStart(node.children[0], text, lineStarts);
					break;
				case "footnoteDefinition":
				case "definition":
				case "code":
				case "html":
				case "break":
					faithful &&= !hasNodeGap({ node, parent, index, contained, text });
			}
			// Leaves are most of a tree; looking a key up with `in` would cost more than all the rest.
			if ((node as Partial<Parents>).children === undefined) continue;
			parents.push(node as Parents);
			depths.push(depth);
			containments.push(contained || holders.has(node.type));
		}
		if (kept < children.length) children.length = kept;
	}
	return { faithful, tooDeep: null };
}

const holders: ReadonlySet<string> = new Set(["blockquote", "listItem", "footnoteDefinition"]);

/** remark never leaves two texts side by side. */
function append(text: Text, more: Text): void {
	text.value += more.value;
	if (text.position && more.position) text.position.end = more.position.end;
}

const restorable = ["value", "url", "title", "alt", "label", "identifier", "lang", "meta"] as const;

function restore(node: Nodes): void {
	if (node.type === "text" || node.type === "inlineCode") {
		node.value = restored(node.value);
		return;
	}
	const fields = node as { [Key in (typeof restorable)[number]]?: unknown };
	for (const field of restorable) {
		const value = fields[field];
		if (typeof value === "string") fields[field] = restored(value);
	}
}

/** remark starts a task's paragraph one space behind its box, or at the box where no text follows it first. */
function moveTaskStart(paragraph: Nodes | undefined, text: string, lineStarts: readonly number[]): void {
	if (paragraph?.type !== "paragraph" || !paragraph.position) return;
	const close = text.lastIndexOf("]", (paragraph.position.start.offset ?? 0) - 1);
	const first = paragraph.children[0];
	const offset = first?.type === "text" ? close + 2 : close - 2;
	const start = { ...pointInLines(lineStarts, offset), offset };
	paragraph.position.start = start;
	if (first?.type === "text" && first.position) first.position.start = { ...start };
}
