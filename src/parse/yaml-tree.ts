import { type Document, isAlias, isMap, isScalar, isSeq, Lexer, parseAllDocuments, type YAMLError } from "yaml";

/** A stretch of a text, by offsets; `end` is exclusive. */
export interface Stretch {
	readonly start: number;
	readonly end: number;
}

/** A value of a YAML text and where it stands; aliases are never followed. */
export type YamlNode = Stretch &
	(
		| { readonly kind: "scalar"; readonly value: unknown; readonly text: string }
		| { readonly kind: "list"; readonly items: readonly YamlNode[] }
		| { readonly kind: "map"; readonly entries: readonly YamlEntry[] }
	);

export interface YamlEntry {
	readonly key: string;
	readonly keyAt: Stretch;
	readonly value: YamlNode;
}

/** What keeps a text from being read as it stands. */
export interface YamlFlaw extends Stretch {
	readonly code: "syntax" | "duplicate-key" | "alias" | "tab" | "too-long" | "too-deep" | "too-many";
	readonly data: Readonly<Record<string, string | number>>;
	/** Where the same key stood first. */
	readonly twin?: Stretch;
}

/** One document of a YAML stream. */
export interface YamlPart extends Stretch {
	/** Null for a document that holds nothing. */
	readonly root: YamlNode | null;
	readonly flaws: readonly YamlFlaw[];
	/** From here on the text could not be followed; infinite where all of it could. */
	readonly brokenFrom: number;
}

export interface YamlTree {
	readonly parts: readonly YamlPart[];
	readonly comments: readonly (Stretch & { readonly text: string })[];
}

export interface YamlTreeLimits {
	/** Longer text is not read, in UTF-16 code units. */
	readonly length: number;
	readonly depth: number;
	/** So many flaws of one document are told. */
	readonly flaws: number;
}

const defaultLimits: YamlTreeLimits = { length: 2_000_000, depth: 40, flaws: 10 };

/**
 * Reads a YAML stream of one or many documents into trees with positions. Never throws: broken syntax, duplicate keys,
 * anchors, aliases, merge keys, tags and tabs become flaws, and what can be read beside them is there.
 */
export function readYamlTree(text: string, limits: YamlTreeLimits = defaultLimits): YamlTree {
	const whole = (code: "too-long" | "too-deep", limit: number): YamlTree => {
		const flaw = { code, start: 0, end: 0, data: { limit } };
		return { parts: [{ root: null, flaws: [flaw], brokenFrom: 0, start: 0, end: text.length }], comments: [] };
	};
	if (text.length > limits.length) return whole("too-long", limits.length);
	// Brackets nest in the parser's own recursion, before any of its nodes can be counted.
	if (opensDeeper(text, limits.depth * 4)) return whole("too-deep", limits.depth);
	try {
		// The library's own search for duplicate keys is quadratic.
		const parsed = parseAllDocuments(text, { prettyErrors: false, logLevel: "silent", uniqueKeys: false });
		const documents = Array.isArray(parsed) ? parsed : [];
		return { parts: documents.map((document) => partOf(document, text, limits)), comments: commentsOf(text) };
	} catch {
		return whole("too-deep", limits.depth);
	}
}

function partOf(document: Document.Parsed, text: string, limits: YamlTreeLimits): YamlPart {
	const said = [...document.errors, ...document.warnings].flatMap(syntaxFlaw);
	// What follows a tab in the place of an indent is its echo.
	const flaws: YamlFlaw[] = said.some(({ code }) => code === "tab")
		? said.filter(({ code }) => code !== "syntax")
		: said;
	const broken = said.filter(({ code }) => code === "syntax" || code === "tab").map(({ start }) => start);
	const [start, , end] = document.range;
	const context = { flaws, text, depth: limits.depth };
	const root = document.contents === null ? null : nodeOf(document.contents, context, 0, start);
	flaws.sort((a, b) => a.start - b.start);
	const told = flaws.slice(0, limits.flaws);
	const left = flaws.length - told.length;
	if (left > 0) told.push({ code: "too-many", start: told.at(-1)?.start ?? 0, end: 0, data: { count: left } });
	return {
		root: isNothing(root) ? null : root,
		flaws: told,
		brokenFrom: broken.reduce((first, at) => Math.min(first, at), Number.POSITIVE_INFINITY),
		start,
		end,
	};
}

function isNothing(node: YamlNode | null): boolean {
	return node === null || (node.kind === "scalar" && node.value === null && node.text === "");
}

function syntaxFlaw({ code, message, pos: [start, end] }: YAMLError): YamlFlaw[] {
	if (code === "TAB_AS_INDENT") return [{ code: "tab", start, end, data: {} }];
	if (code === "TAG_RESOLVE_FAILED") return [{ code: "alias", start, end, data: { what: "a tag" } }];
	// Aliases are reported where they stand.
	if (code === "BAD_ALIAS") return [];
	const words = message.replaceAll(/\s+/g, " ").replace(/[.:]$/, "");
	return [{ code: "syntax", start, end, data: { reason: words.length > 160 ? `${words.slice(0, 160)}…` : words } }];
}

interface Building {
	readonly flaws: YamlFlaw[];
	readonly text: string;
	readonly depth: number;
}

function nodeOf(node: unknown, context: Building, depth: number, fallback: number): YamlNode {
	const at = stretchOf(node) ?? { start: fallback, end: fallback };
	const nothing: YamlNode = { kind: "scalar", value: null, text: "", ...at };
	if (isAlias(node)) {
		context.flaws.push({ code: "alias", ...at, data: { what: `the alias *${node.source}` } });
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
		const keyAt = stretchOf(key) ?? at;
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
		flaws.push({ code: "alias", ...at, data: { what: `the anchor &${node.anchor}` } });
}

function keyName(key: unknown, at: Stretch, context: Building): string {
	if (isScalar(key)) {
		tellMarks(key, at, context);
		if (key.value === "<<") context.flaws.push({ code: "alias", ...at, data: { what: "the merge key <<" } });
		return typeof key.value === "string" ? key.value : String(key.source ?? key.value);
	}
	context.flaws.push(
		isAlias(key)
			? { code: "alias", ...at, data: { what: `the alias *${key.source}` } }
			: { code: "syntax", ...at, data: { reason: "a key must be a single word" } },
	);
	return context.text.slice(at.start, at.end).slice(0, 60);
}

function stretchOf(node: unknown): Stretch | null {
	const range = typeof node === "object" && node !== null && "range" in node ? node.range : null;
	if (!Array.isArray(range)) return null;
	const [start, end] = range;
	return typeof start === "number" && typeof end === "number" ? { start, end } : null;
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

/** The comments of a text; what looks like one inside a value is none. */
function commentsOf(text: string): (Stretch & { readonly text: string })[] {
	if (!text.includes("#")) return [];
	const comments: (Stretch & { readonly text: string })[] = [];
	let offset = text.startsWith("\uFEFF") ? 1 : 0;
	let isScalarNext = false;
	for (const lexeme of new Lexer().lex(text)) {
		// The lexer's own marks stand for no text.
		if (lexeme === "\u0002" || lexeme === "\u0018" || lexeme === "\u001f") {
			isScalarNext = lexeme === "\u001f";
			continue;
		}
		if (lexeme.startsWith("#") && !isScalarNext)
			comments.push({ text: lexeme.slice(1).trim(), start: offset, end: offset + lexeme.length });
		isScalarNext = false;
		offset += lexeme.length;
	}
	return comments;
}
