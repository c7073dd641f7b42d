import { type Document, isAlias, isMap, isScalar, isSeq, parseAllDocuments } from "yaml";
import { term } from "#words/because.ts";
import { commentsOf } from "./comments.ts";
import { harmless, placeOf, syntaxFlaw } from "./errors.ts";
import type { Stretch, YamlComment, YamlEntry, YamlFlaw, YamlNode, YamlPart, YamlTree } from "./nodes.ts";
import { plainItem } from "./plain.ts";
import { documentsIn, listingIn, type YamlListing } from "./split.ts";

export interface YamlTreeLimits {
	/** A longer document is not read, in UTF-16 code units; of a document that is one list, a longer item. */
	readonly length: number;
	readonly depth: number;
	/** So many flaws of one document are told. */
	readonly flaws: number;
}

const defaultLimits: YamlTreeLimits = { length: 2_000_000, depth: 40, flaws: 10 };

/**
 * Reads a YAML stream of one or many documents into trees with positions, in time linear in its length. Never throws: broken
 * syntax, duplicate keys, anchors, aliases, merge keys, tags and tabs become flaws, and what can be read beside them is there.
 */
export function readYamlTree(text: string, limits: YamlTreeLimits = defaultLimits): YamlTree {
	const trees = documentsIn(text).map((document) => {
		const listing = listingIn(text, document);
		return listing ? listTree(text, document, listing, limits) : parsedTree(text, document, limits, 0);
	});
	return { parts: trees.flatMap(({ parts }) => parts), comments: trees.flatMap(({ comments }) => comments) };
}

/** A list, item by item. */
function listTree(
	text: string,
	document: Stretch,
	{ key, indent, items }: YamlListing,
	limits: YamlTreeLimits,
): YamlTree {
	const nodes: YamlNode[] = [];
	const flaws: YamlFlaw[] = [];
	const head = text.slice(document.start, items[0]?.start);
	const comments: YamlComment[] = commentsOf(head, document.start);
	for (const item of items) {
		const plain = plainItem(text, item);
		if (plain) {
			nodes.push(plain.node);
			for (const comment of plain.comments) comments.push(comment);
			continue;
		}
		const read = parsedTree(text, item, limits, key ? 1 : 0);
		for (const comment of read.comments) comments.push(comment);
		for (const part of read.parts) {
			for (const flaw of part.flaws) flaws.push(flaw);
			// What stands in a broken item may have swallowed its neighbours: none of it is a fact.
			if (part.root?.kind !== "list" || Number.isFinite(part.brokenFrom)) continue;
			nodes.push(...part.root.items);
		}
	}
	const start = (items[0]?.start ?? document.start) + indent;
	const at = { start, end: nodes.at(-1)?.end ?? start };
	const list: YamlNode = { kind: "list", items: nodes, ...at };
	const entries = key && [{ key: text.slice(key.start, key.end), keyAt: key, value: list }];
	const root: YamlNode = entries ? { kind: "map", entries, start: key.start, end: at.end } : list;
	return { parts: [{ root, flaws: told(flaws, limits), brokenFrom: Number.POSITIVE_INFINITY, ...document }], comments };
}

/** A stretch of a text as the parser reads it; `depth` is how deep it stands in its document. */
function parsedTree(text: string, { start, end }: Stretch, limits: YamlTreeLimits, depth: number): YamlTree {
	const refused = (code: "too-long" | "too-deep", limit: number): YamlTree => ({
		parts: [{ root: null, flaws: [{ code, start, end: start, data: { limit } }], brokenFrom: start, start, end }],
		comments: [],
	});
	if (end - start > limits.length) return refused("too-long", limits.length);
	const own = text.slice(start, end);
	// Brackets nest in the parser's own recursion, before any of its nodes can be counted.
	if (opensDeeper(own, limits.depth * 4)) return refused("too-deep", limits.depth);
	try {
		// The library's own search for duplicate keys is quadratic.
		const parsed = parseAllDocuments(own, { prettyErrors: false, logLevel: "silent", uniqueKeys: false });
		const documents = Array.isArray(parsed) ? parsed : [];
		const parts = documents.map((document) => partOf(document, own, start, limits, depth));
		return { parts, comments: commentsOf(own, start) };
	} catch {
		return refused("too-deep", limits.depth);
	}
}

function partOf(
	document: Document.Parsed,
	text: string,
	base: number,
	limits: YamlTreeLimits,
	depth: number,
): YamlPart {
	const errors = [...document.errors, ...document.warnings];
	const said = errors.flatMap((error) => syntaxFlaw(error, base, placeOf(error, document, text)));
	// What follows a tab in the place of an indent is its echo.
	const flaws: YamlFlaw[] = said.some(({ code }) => code === "tab")
		? said.filter(({ code }) => code !== "syntax")
		: said;
	const broken = errors.filter(({ code }) => !harmless.has(code)).map(({ pos }) => base + pos[0]);
	const [start, , end] = document.range;
	const context = { flaws, text, base, depth: limits.depth };
	const root = document.contents === null ? null : nodeOf(document.contents, context, depth, base + start);
	return {
		root: isNothing(root) ? null : root,
		flaws: told(flaws, limits),
		brokenFrom: broken.reduce((first, at) => Math.min(first, at), Number.POSITIVE_INFINITY),
		start: base + start,
		end: base + end,
	};
}

/** The first flaws of a document, and how many more there are. */
function told(flaws: readonly YamlFlaw[], limits: YamlTreeLimits): readonly YamlFlaw[] {
	const sorted = flaws.toSorted((a, b) => a.start - b.start);
	const first = sorted.slice(0, limits.flaws);
	const left = sorted.length - first.length;
	if (left > 0) first.push({ code: "too-many", start: first.at(-1)?.start ?? 0, end: 0, data: { count: left } });
	return first;
}

function isNothing(node: YamlNode | null): boolean {
	return node === null || (node.kind === "scalar" && node.value === null && node.text === "");
}

interface Building {
	readonly flaws: YamlFlaw[];
	readonly text: string;
	/** Where the text starts in the file. */
	readonly base: number;
	readonly depth: number;
}

function nodeOf(node: unknown, context: Building, depth: number, fallback: number): YamlNode {
	const at = stretchOf(node, context.base) ?? { start: fallback, end: fallback };
	const nothing: YamlNode = { kind: "scalar", value: null, text: "", ...at };
	if (isAlias(node)) {
		context.flaws.push({ code: "alias", ...at, data: { what: term("anAlias", { name: node.source }) } });
		return nothing;
	}
	tellMarks(node, at, context);
	if (isScalar(node)) return { kind: "scalar", value: node.value, text: node.source ?? "", ...at };
	if (depth >= context.depth) {
		context.flaws.push({ code: "too-deep", ...at, data: { limit: context.depth } });
		return nothing;
	}
	if (isSeq(node))
		return { kind: "list", items: node.items.map((item) => nodeOf(item, context, depth + 1, at.start)), ...at };
	if (!isMap(node)) return nothing;
	const entries: YamlEntry[] = [];
	const seen = new Map<string, Stretch>();
	for (const { key, value } of node.items) {
		const keyAt = stretchOf(key, context.base) ?? at;
		const name = keyName(key, keyAt, context);
		const entry = { key: name, keyAt, value: nodeOf(value, context, depth + 1, keyAt.end) };
		const twin = seen.get(name);
		if (twin) {
			context.flaws.push({ code: "duplicate-key", ...keyAt, data: { key: name }, twin });
			continue;
		}
		seen.set(name, keyAt);
		if (name !== "<<") entries.push(entry);
	}
	return { kind: "map", entries, ...at };
}

/** An anchor makes a value mean something elsewhere, where nobody sees it: it does not belong into a handoff. */
function tellMarks(node: unknown, at: Stretch, { flaws }: Building): void {
	if (typeof node !== "object" || node === null) return;
	if ("anchor" in node && typeof node.anchor === "string")
		flaws.push({ code: "alias", ...at, data: { what: term("anAnchor", { name: node.anchor }) } });
}

function keyName(key: unknown, at: Stretch, context: Building): string {
	if (isScalar(key)) {
		tellMarks(key, at, context);
		if (key.value === "<<") context.flaws.push({ code: "alias", ...at, data: { what: term("mergeKey") } });
		return typeof key.value === "string" ? key.value : String(key.source ?? key.value);
	}
	context.flaws.push(
		isAlias(key)
			? { code: "alias", ...at, data: { what: term("anAlias", { name: key.source }) } }
			: { code: "syntax", ...at, data: { reason: term("keyOneWord") } },
	);
	return context.text.slice(at.start - context.base, at.end - context.base).slice(0, 60);
}

function stretchOf(node: unknown, base: number): Stretch | null {
	const range = typeof node === "object" && node !== null && "range" in node ? node.range : null;
	if (!Array.isArray(range)) return null;
	const [start, end] = range;
	return typeof start === "number" && typeof end === "number" ? { start: base + start, end: base + end } : null;
}

function opensDeeper(text: string, limit: number): boolean {
	let open = 0;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === 0x5b || code === 0x7b) {
			if (++open > limit) return true;
		} else if (code === 0x5d || code === 0x7d) open = Math.max(0, open - 1);
		else if (code === 0x0a && open > 0 && text.charCodeAt(at + 1) !== 0x20) open = 0;
	}
	return false;
}
