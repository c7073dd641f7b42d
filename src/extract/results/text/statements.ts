import type { Nodes, PhrasingContent } from "mdast";
import { patternFrom } from "../../text/patterns.ts";
import { lineOf, normalise } from "../../text/text.ts";
import type { Lexicon } from "./lexicon.ts";

/** One line of a document as a reader takes it in: what it says, and where. */
export interface Statement {
	/** 1-based line of the file. */
	readonly line: number;
	readonly kind: "heading" | "item" | "paragraph" | "row" | "code";
	/** The whole text; inline code as written. */
	readonly text: string;
	/** The same text, as long, with inline code blanked out that is a path or a command and no figure. */
	readonly prose: string;
	readonly label: Label | null;
	/** What follows the label, or the whole text. `value` is taken from `prose`, `fullValue` from `text`. */
	readonly value: string;
	readonly fullValue: string;
	/** Statements of one list, paragraph or table share a group. */
	readonly group: number;
	/** Nested list items. */
	readonly children: readonly Statement[];
	/** Whether it goes on with the line above it in the same paragraph or item, where the text was only wrapped. */
	readonly wrapped?: true;
}

interface Label {
	readonly text: string;
	/** Normalised, without its parenthetical. */
	readonly name: string;
	/** The parenthetical: "all staged" of "Total tests (all staged)". */
	readonly scope: string | null;
}

export const blank = "\uFFFC";

/** A line of a paragraph or cell, before it is read. */
export interface Line {
	readonly line: number;
	text: string;
	prose: string;
	wrapped?: true;
}

/** The lines of a paragraph's or cell's phrasing content, with their places; struck-through text is left out. */
export function linesOf(nodes: readonly PhrasingContent[], at: number): Line[] {
	return onePlainLine(nodes) ?? piecedLines(nodes, at);
}

/** Most cells and items are one text on one line. */
function onePlainLine(nodes: readonly PhrasingContent[]): Line[] | null {
	const [only] = nodes;
	if (nodes.length !== 1 || only?.type !== "text" || only.value.includes("\n")) return null;
	const { value } = only;
	return value.trim() === "" ? [] : [{ line: lineOf(only), text: value, prose: value }];
}

function piecedLines(nodes: readonly PhrasingContent[], at: number): Line[] {
	const lines: Line[] = [{ line: at, text: "", prose: "" }];
	const add = (text: string, prose: string, line: number) => {
		const current = lines.at(-1);
		if (current && current.text !== "" && !text.includes("\n")) {
			current.text += text;
			current.prose += prose;
			return;
		}
		const pieces = text.split(lineEnd);
		const prosePieces = prose.split(lineEnd);
		pieces.forEach((piece, index) => {
			const last = lines.at(-1);
			if (index === 0 && last) {
				if (last.text === "") lines[lines.length - 1] = { ...last, line, text: piece, prose: prosePieces[0] ?? "" };
				else {
					last.text += piece;
					last.prose += prosePieces[0] ?? "";
				}
			} else lines.push({ line: line + index, text: piece, prose: prosePieces[index] ?? "", wrapped: true });
		});
	};
	const walk = (node: Nodes) => {
		const line = lineOf(node);
		if (node.type === "text") add(node.value, node.value, line);
		else if (node.type === "html" && lineBreak.test(node.value)) lines.push({ line, text: "", prose: "" });
		else if (node.type === "html" && !formatting.test(node.value)) add(node.value, node.value, line);
		else if (node.type === "inlineCode")
			add(node.value, isFigure.test(node.value) ? node.value : blank.repeat(node.value.length), line);
		else if (node.type === "break") lines.push({ line: line + 1, text: "", prose: "" });
		else if (node.type !== "delete" && "children" in node) for (const child of node.children) walk(child);
	};
	for (const node of nodes) walk(node);
	return lines.filter(({ text }) => text.trim() !== "");
}

const lineEnd = /\r?\n/u;
// Tags that only say how words look; all else in angle brackets may be a word: "<id>".
const formatting = /^<\/?(?:b|strong|i|em|u|s|small|sub|sup|mark|kbd|span|font)(?:\s[^>]*)?>$/i;
const lineBreak = /^<br\s*\/?>$/i;

// Inline code that is a value and no name: `240`, `28/28 PASS`, `NONE`, `2 failed, 9 passed in 1.2s`, `2026-02-15`,
// `100% tests passed, 0 tests failed out of 53`.
const isFigure =
	/^(?:[A-Za-z]{1,12}|\d{1,3}% tests passed, \d+ tests failed out of \d+|\d[\d,]*(?:\s?\/\s?\d+)?(?: [A-Za-z]+)?(?:, \d+ [A-Za-z]+)*(?: in [\d.]+ ?m?s)?|\d{4}-\d\d-\d\d)$/;

/** Reads one line as a statement: a label and its value where there is one. */
export function statement(
	line: Line,
	kind: Statement["kind"],
	group: number,
	lexicon: Lexicon,
	children: readonly Statement[] = [],
): Statement {
	const text = line.text.includes("\t") ? line.text.replaceAll("\t", " ") : line.text;
	const prose = line.prose.includes("\t") ? line.prose.replaceAll("\t", " ") : line.prose;
	const split = splitLabel(prose, lexicon);
	const base = { line: line.line, kind, text, prose, group, children, ...(line.wrapped && { wrapped: line.wrapped }) };
	if (!split) return { ...base, label: null, value: prose.trim(), fullValue: text.trim() };
	return {
		...base,
		label: labelOf(text.slice(0, split.end), prose.slice(0, split.end)),
		value: prose.slice(split.start).trim(),
		fullValue: text.slice(split.start).trim(),
	};
}

/**
 * A line cut into its labelled statements: "Packages installed: 7. Total tests: 187." Only a line that begins with a known
 * label is cut, and only before other known labels.
 */
export function labelledLines(line: Line, lexicon: Lexicon): Line[] {
	const { text, prose } = line;
	if (!prose.includes(":") || text.length !== prose.length) return [line];
	if (!/[.;|·•,]\s+\p{L}[^:]{1,60}:/u.test(prose)) return [line];
	if (!startsWithLabel(prose, lexicon)) return countedClauses(line);
	const cuts: number[] = [];
	let depth = 0;
	let read = 0;
	for (const { index, 0: gap } of prose.matchAll(/[.;|·•,]\s+(?=\p{L})/gu)) {
		for (; read < index; read++) depth += prose[read] === "(" ? 1 : prose[read] === ")" ? -1 : 0;
		const at = index + gap.length;
		if (depth === 0 && startsWithLabel(prose.slice(at, at + longestLabel), lexicon)) cuts.push(at);
	}
	return cutAt(line, cuts);
}

function cutAt({ line, text, prose }: Line, cuts: readonly number[]): Line[] {
	return [0, ...cuts].map((from, index) => {
		const to = cuts[index];
		// The last mark before a cut is no part of the value.
		const trim = (said: string) =>
			to === undefined ? said.slice(from) : said.slice(from, to).replace(/[|·•;,]?\s+$/, "");
		return { line, text: trim(text), prose: trim(prose) };
	});
}

const counted = /^[^.:;\d]{2,80}:\s+\d/u;
const countedNext = /\.\s+(?=\p{Lu}[^.:;\d]{2,80}:\s+\d)/gu;

/** Sentences that each give figures behind a colon: "The first run: 500 tests, 20 failed. After the fix: 500 passed." */
function countedClauses(line: Line): Line[] {
	if (!counted.test(line.prose)) return [line];
	return cutAt(
		line,
		[...line.prose.matchAll(countedNext)].map(({ index, 0: { length } }) => index + length),
	);
}

/** Statements, and those later sentences of theirs that open with a field's label: "One failure is old. New failures: 0.". */
export function withSentences(statements: readonly Statement[], field: string, lexicon: Lexicon): readonly Statement[] {
	return statements.flatMap((said) => {
		if (said.text.length !== said.prose.length) return [said];
		const starts = [...said.prose.matchAll(/[.;]\s+/g)].map(({ index, 0: { length } }) => index + length);
		const later = starts.map((from, index) => {
			const to = starts[index + 1];
			const line = { line: said.line, text: said.text.slice(from, to), prose: said.prose.slice(from, to) };
			return statement(line, said.kind, said.group, lexicon, said.children);
		});
		return [said, ...later.filter(({ label }) => label && lexicon.isLabel(field, label.name))];
	});
}

/** Whether a line opens with a known label. */
export function startsWithLabel(prose: string, lexicon: Lexicon): boolean {
	const label = prose.match(/^\W{0,4}(\p{L}[^:.;|,]{1,60}):/u)?.[1];
	if (label === undefined) return false;
	const { name } = labelOf("", label);
	if (lexicon.isKnownLabel(name)) return true;
	// "Before the cleanup: 1415 tests. After the cleanup: 1377 tests."
	return name.split(" ").length <= mostLabelWords && states.some((list) => lexicon.startsWith(list, name));
}

const states = ["before", "after"] as const;
const mostLabelWords = 4;

/** A statement made of a label and its value in two table cells. */
export function rowStatement(label: Line, value: Line, group: number): Statement {
	return {
		line: label.line,
		kind: "row",
		text: `${label.text}: ${value.text}`,
		prose: `${label.prose}: ${value.prose}`,
		label: labelOf(label.text, label.prose),
		value: value.prose.trim(),
		fullValue: value.text.trim(),
		group,
		children: [],
	};
}

function labelOf(text: string, prose: string): Label {
	const scope = prose.match(/\(([^()]*)\)/)?.[1]?.trim() ?? null;
	const words = prose
		.replace(partNumber, "")
		.replace(/\([^()]*\)/g, " ")
		.replaceAll(blank, " code ");
	return { text: text.replace(partNumber, "").trim(), name: normalise(words), scope };
}

// "4.2 Regression: …"
const partNumber = /^\W{0,4}\d{1,2}(?:\.\d{1,2})+\.?\s+(?=\p{L})/u;

const longestLabel = 200;

// A colon behind a whole sentence, or one with figures, belongs to the next one, and labels nothing that stands before it.
const sentenceEnd = new RegExp(
	`(?:\\d[^.]{0,80}|(?:[\\p{L}\\p{N}'’${blank}-]+,?\\s+){4,40})[\\p{L}\\p{N})${blank}]+\\.\\s+\\p{Lu}`,
	"u",
);

function splitLabel(prose: string, lexicon: Lexicon): Split | null {
	const colon = splitAtColon(prose, lexicon);
	if (colon === "sentence") return null;
	// "Install order — PKG-A-001 → (found by itself): PKG-B-001": the dash comes first, behind a known label.
	if (colon && !/[–—=]|\s-\s/u.test(prose.slice(0, colon.end))) return colon;
	const isKnown = (split: Split) => lexicon.isKnownLabel(labelOf("", prose.slice(0, split.end)).name);
	const dash = splitAtDash(prose);
	if (dash && namesRun(prose, dash, lexicon)) return dash;
	if (!dash || !isKnown(dash)) return colon;
	// "Total tests — all staged: 240" is one label; an order of packages is none.
	const isOneLabel = colon !== null && isKnown(colon) && !/→|->/u.test(prose.slice(0, colon.end));
	return isOneLabel ? colon : dash;
}

/** "PKG-A-001 — 61 tests", "Whole workspace — 1502 passed": a run that is named before its figures. */
function namesRun(prose: string, { end, start }: Split, lexicon: Lexicon): boolean {
	if (!/^\s*(?:all\s+)?\d/iu.test(prose.slice(start))) return false;
	const named = prose.slice(0, end).trim();
	if (patternFrom(`^(?:${lexicon.packageId})$`, "u").test(named)) return true;
	const name = normalise(named);
	return runNames.some((list) => lexicon.is(list, name));
}

const runNames = ["wholeTitles", "regressionRun", "packageRun", "ownRunLabels"] as const;

/** Where a label ends, and what it labels starts. */
interface Split {
	readonly end: number;
	readonly start: number;
}

/** The colon behind a label, or the mark of a question that is one; "sentence" where a sentence ends before it. */
function splitAtColon(prose: string, lexicon: Lexicon): Split | "sentence" | null {
	let depth = 0;
	const end = prose.search(/[:：?]/) === -1 ? 0 : Math.min(prose.length, longestLabel);
	for (let at = 0; at < end; at++) {
		const char = prose[at];
		if (char === "(") depth++;
		else if (char === ")") depth = Math.max(0, depth - 1);
		else if (char === "?" && depth === 0 && lexicon.isKnownLabel(labelOf("", prose.slice(0, at)).name))
			return { end: at, start: at + 1 };
		else if ((char === ":" || char === "：") && depth === 0) {
			const next = prose[at + 1];
			const loose = next !== undefined && next !== " " && char === ":";
			if (loose && !lexicon.isKnownLabel(labelOf("", prose.slice(0, at)).name)) continue;
			return sentenceEnd.test(prose.slice(0, at)) ? "sentence" : { end: at, start: at + 1 };
		}
	}
	return null;
}

/** "Total — 240", "Passed = 240", "Failed ..... 2". */
function splitAtDash(prose: string): Split | null {
	const dash = prose.slice(0, longestLabel).match(/^([^–—=-]{2,60}?)\s*(?:\s[-–—]\s|=|\.{3,}|…+)\s*/);
	return dash?.[1] ? { end: dash[1].length, start: dash[0].length } : null;
}

/** Whether a line is a box that nobody ticked: a plan. */
export function isOpenBox(line: string): boolean {
	return /^\s*(?:[-*+]|\d+[.)])\s+\[ \]/.test(line);
}
