import { matchSections } from "#extract/outline.ts";
import { normalise } from "#extract/text.ts";
import type { DocumentRecord, Heading } from "#model/documents.ts";
import type { RelatedPlace } from "#model/findings.ts";
import type { Place } from "#model/source.ts";
import type { SectionForm } from "#model/standard.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { nearest } from "#parse/nearest.ts";
import { lineText } from "#parse/source-text.ts";
import { linePlace, sectionOf } from "./places.ts";

/** A section that the document does not have, where it should stand, and the heading that may be meant for it. */
export interface MissingSection {
	readonly section: SectionForm;
	readonly place: Place;
	readonly related: readonly RelatedPlace[];
	/** A heading that misses the title by a letter or two, or null. */
	readonly nearHeading: Heading | null;
	/** The section it should follow, or null where none of those before it is there. */
	readonly follows: SectionForm | null;
}

/** The standard's title of a section with its number, where it has one: `6. Test Plan`. */
export function numberedTitle({ number, title }: SectionForm): string {
	return number === undefined ? title : `${number}. ${title}`;
}

/** Every section that the standard requires and no heading opens, in the standard's order. */
export function* missingSections(
	parsed: ParsedDocument,
	record: DocumentRecord,
	sections: readonly SectionForm[],
): Iterable<MissingSection> {
	let follows: { readonly section: SectionForm; readonly heading: Heading } | null = null;
	const taken = new Set<Heading>();
	for (const section of sections) {
		const heading = sectionOf(record, section.key);
		if (heading) follows = { section, heading };
		if (heading || section.required === "no") continue;
		const near = nearHeadings(record, section, taken);
		if (near.misspelt) taken.add(near.misspelt);
		const pointed = near.misspelt ?? near.similar;
		yield {
			section,
			place: linePlace(parsed, near.misspelt?.line ?? (follows ? lastWrittenLine(parsed, follows.heading) : 1)),
			related: pointed
				? [{ place: linePlace(parsed, pointed.line), message: `"${pointed.title}" is the nearest heading` }]
				: [],
			nearHeading: near.misspelt,
			follows: follows?.section ?? null,
		};
	}
}

/** The last line of a section that is not blank. */
function lastWrittenLine({ source }: ParsedDocument, { line, endLine }: Heading): number {
	let last = endLine;
	while (last > line && lineText(source, last).trim() === "") last--;
	return last;
}

const leadingNumber = /^[\s\d.):]+/u;
/** Words shorter than this ("of", "test", "code") are in too many headings to say anything. */
const tellingLength = 5;

/** Among headings that open no section: one that is misspelt, else one that shares a telling word with a name of the section. */
function nearHeadings(record: DocumentRecord, section: SectionForm, taken: ReadonlySet<Heading>) {
	const names = [section.title, ...section.aliases].map(normalise);
	const words = new Set(names.flatMap((name) => name.split(" ")).filter((word) => word.length >= tellingLength));
	let similar: Heading | null = null;
	for (const heading of record.outline) {
		if (heading.keys.length > 0 || taken.has(heading) || heading.line === record.titleLine) continue;
		const title = normalise(heading.title.replace(leadingNumber, ""));
		if (nearest(title, names) !== null) return { misspelt: heading, similar: null };
		if (!similar && title.split(" ").some((word) => words.has(word))) similar = heading;
	}
	return { misspelt: null, similar };
}

/** Every further heading that opens a section in the standard's own words, with the heading that opened it first. */
export function* repeatedSections(
	{ outline }: DocumentRecord,
	sections: readonly SectionForm[],
): Iterable<{ readonly section: SectionForm; readonly first: Heading; readonly again: Heading }> {
	for (const section of sections) {
		const first = outline.find(({ keys }) => keys.includes(section.key));
		if (!first) continue;
		const words = normalise(first.title.replace(leadingNumber, ""));
		for (const again of outline) {
			if (again === first || again.depth !== first.depth) continue;
			const rank = matchSections(again.title, [section]).get(section.key) ?? 0;
			if (rank >= 3 || (rank > 0 && normalise(again.title.replace(leadingNumber, "")) === words))
				yield { section, first, again };
		}
	}
}
