import type { Heading } from "#model/documents.ts";
import type { SectionForm } from "#model/standard.ts";
import { Derived } from "#parse/derived.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { type BoldLine, boldLines, namedSections } from "../../outline/bold-lines.ts";
import { normalise } from "../../text/text.ts";
import type { Lexicon } from "../text/lexicon.ts";

interface Known {
	readonly outline: readonly Heading[];
	readonly headings: readonly Heading[];
}

const known = new Derived<Known>();

/** An outline with the bold lines that stand for headings; read once for an outline, which facts and files are both read by. */
export function withBoldHeadings(
	parsed: ParsedDocument,
	outline: readonly Heading[],
	forms: readonly SectionForm[],
	lexicon: Lexicon,
): readonly Heading[] {
	const before = known.get(parsed);
	if (before?.outline === outline) return before.headings;
	const headings = readBoldHeadings(parsed, outline, forms, lexicon);
	known.set(parsed, { outline, headings });
	return headings;
}

/**
 * An outline with the paragraphs that stand for headings: bold as a whole, and named as a section that no heading opens
 * ("**Full regression**" below "## Test Results"). Each ends where the next bold line or heading begins. The outline itself
 * where headings open all sections, or none: then bold lines and labels are read as they come.
 */
function readBoldHeadings(
	parsed: ParsedDocument,
	outline: readonly Heading[],
	forms: readonly SectionForm[],
	lexicon: Lexicon,
): readonly Heading[] {
	const opened = new Set(outline.flatMap(({ keys }) => keys));
	if (forms.every(({ key }) => opened.has(key))) return outline;
	const bold = boldLines(parsed);
	if (bold.length === 0 || !outline.some(({ depth }) => depth > 1)) return outline;
	const found: Heading[] = [];
	const given = new Map<Heading, readonly string[]>();
	const enclosing: Heading[] = [];
	const marks: readonly (Heading | (BoldLine & { readonly keys?: never }))[] = [...outline, ...bold].sort(
		(a, b) => a.line - b.line,
	);
	for (const [index, mark] of marks.entries()) {
		const { title, line } = mark;
		while ((enclosing.at(-1)?.endLine ?? line) < line) enclosing.pop();
		if (mark.keys) {
			enclosing.push(mark);
			continue;
		}
		const around = enclosing.at(-1);
		const shared = around && around.keys.length > 1 ? around.keys : [];
		const before = (around && given.get(around)) ?? [];
		const isFree = (key: string) => !opened.has(key) || (shared.includes(key) && !before.includes(key));
		const keys = keysOf(title, around, forms, lexicon).filter(isFree);
		if (keys.length === 0) continue;
		for (const key of keys) opened.add(key);
		if (around) given.set(around, [...before, ...keys]);
		const next = marks[index + 1]?.line ?? Number.POSITIVE_INFINITY;
		const endLine = Math.min(next - 1, around?.endLine ?? Number.POSITIVE_INFINITY);
		found.push({ title, slug: "", anchor: "", depth: 6, line, endLine, keys });
	}
	if (found.length === 0) return outline;
	const headings = outline.map((heading) => {
		const taken = given.get(heading) ?? [];
		return heading.keys.some((key) => taken.includes(key))
			? { ...heading, keys: heading.keys.filter((key) => !taken.includes(key)) }
			: heading;
	});
	return [...headings, ...found].sort((a, b) => a.line - b.line);
}

/**
 * The sections that bold words open. Below a heading that opens several, any of them; below one that opens a section, those that
 * come after it in the standard and are named by more than one word: "**Tests**" is a part of a regression, "**Baseline**" what
 * it is compared with.
 */
export function keysOf(
	title: string,
	around: Heading | undefined,
	forms: readonly SectionForm[],
	lexicon: Lexicon,
): readonly string[] {
	const matched = namedSections(title, forms);
	if (matched.length === 0 || !around || (around.keys.length === 0 && around.depth === 1)) return matched;
	const name = normalise(title);
	if (lexicon.has("notReported", normalise(around.title)) && around.keys.length === 0) return [];
	if (around.keys.length === 0) return matched;
	const order = (key: string) => forms.findIndex((form) => form.key === key);
	const last = Math.max(...around.keys.map(order));
	const isShared = (key: string) => around.keys.length > 1 && around.keys.includes(key);
	return matched.filter((key) => isShared(key) || (name.includes(" ") && order(key) > last));
}
