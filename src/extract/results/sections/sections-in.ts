import type { Heading } from "#model/documents.ts";
import type { Standard } from "#model/standard.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { matchSections, withoutNumbering } from "../../outline/outline.ts";
import { findIds } from "../../references/prose-ids.ts";
import { tellingHeadings } from "../runs/told-runs.ts";
import { type Block, type Section, sectionOf } from "../text/blocks.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { itemSections, labelledSections, lineSections, noHeading } from "./labelled.ts";

/** Where the parts of a document are found that its facts are read from. */
interface SectionsIn {
	/** The text below a heading; read once. */
	readonly section: (heading: Heading) => Section;
	/** The sections of a key: those that headings open, else those that bold words or items of lists do. */
	readonly opened: (key: string) => readonly Section[];
	/** The lines that tell of what a section of a key would hold. */
	readonly told: (key: string) => readonly Section[];
	/** The headings whose text may tell of it. */
	readonly telling: () => readonly Heading[];
}

/** Finds the sections of a RESULTS document, however it opens them. */
export function sectionsIn(
	parsed: ParsedDocument,
	{
		headings,
		outline,
		header,
	}: {
		/** The document's own headings, and those together with the bold lines that stand for headings. */
		readonly headings: readonly Heading[];
		readonly outline: readonly Heading[];
		readonly header: readonly Block[];
	},
	standard: Standard,
	lexicon: Lexicon,
): SectionsIn {
	const forms = standard.sections.results;
	const sections = new Map<number, Section>();
	const section = (heading: Heading) => {
		const read = sections.get(heading.line) ?? sectionOf(parsed, outline, heading, lexicon);
		sections.set(heading.line, read);
		return read;
	};
	const matched = new Map<Heading, ReadonlyMap<string, number>>();
	const rank = (heading: Heading, key: string) => {
		const known = matched.get(heading) ?? matchSections(heading.title, forms);
		matched.set(heading, known);
		return known.get(key) ?? 0;
	};
	const namesHandoff = (text: string) => findIds(text, [standard]).length > 0;
	const labelled = labelledSections(header, headings, forms, lexicon);
	const telling = once(() => tellingHeadings(outline, lexicon));
	const items = once(() => itemSections(parsed, telling(), forms, lexicon));
	return {
		section,
		telling,
		opened: (key) => {
			const headed = alike(outline, key, rank).map(section);
			if (headed.length > 0) return headed;
			return [...labelled(key), ...items().filter(({ heading }) => heading.keys.includes(key))];
		},
		told: (key) => {
			const places = [{ heading: noHeading, blocks: header }, ...telling().map(section)];
			return lineSections(key, places, parsed, forms, namesHandoff, lexicon);
		},
	};
}

function once<Value>(make: () => Value): () => Value {
	let made: { readonly value: Value } | undefined;
	return () => {
		made ??= { value: make() };
		return made.value;
	};
}

/** The heading that opens a section, and others of its rank and depth that name the same: a section per package. */
function alike(outline: readonly Heading[], key: string, rank: (heading: Heading, key: string) => number): Heading[] {
	const opener = outline.find(({ keys }) => keys.includes(key));
	if (!opener) return [];
	const own = rank(opener, key);
	const others = outline.filter(
		(heading) =>
			heading.depth === opener.depth &&
			heading.keys.length === 0 &&
			heading.line > opener.endLine &&
			own > 2 &&
			firstWord(heading) === firstWord(opener) &&
			rank(heading, key) === own,
	);
	return [opener, ...others.map((heading) => ({ ...heading, keys: opener.keys }))];
}

function firstWord({ title }: Heading): string {
	return (
		withoutNumbering(title)
			.match(/\p{L}+/u)?.[0]
			.toLowerCase() ?? ""
	);
}
