import { matchSections, numberedTitle } from "#extract/outline.ts";
import { normalise } from "#extract/text.ts";
import type { DocumentRecord, Heading } from "#model/documents.ts";
import type { Place } from "#model/source.ts";
import type { SectionForm } from "#model/standard.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { nearest } from "#parse/nearest.ts";
import { lineText } from "#parse/source-text.ts";
import { because } from "#words/because.ts";
import { linePlace, sectionOf } from "./places.ts";
import type { RelatedStatement } from "./rule.ts";

export { numberedTitle };

/** A section that the document does not have, where it should stand, and the heading that may be meant for it. */
export interface MissingSection {
	readonly section: SectionForm;
	readonly place: Place;
	readonly related: readonly RelatedStatement<never>[];
	/** A heading that misses the title by a letter or two, or null. */
	readonly nearHeading: Heading | null;
	/** The section it should follow, or null where none of those before it is there. */
	readonly follows: SectionForm | null;
}

/** Every section that the standard requires and no heading opens, in the standard's order. */
export function* missingSections(
	parsed: ParsedDocument,
	record: DocumentRecord,
	sections: readonly SectionForm[],
): Iterable<MissingSection> {
	let follows: { readonly section: SectionForm; readonly heading: Heading } | null = null;
	let candidates = candidatesOf(record);
	const depth = record.outline.find(({ keys }) => keys.length > 0)?.depth ?? 2;
	for (const section of sections) {
		const heading = sectionOf(record, section.key);
		if (heading) follows = { section, heading };
		if (heading || section.required === "no") continue;
		const near = nearHeadings(candidates, section, depth);
		candidates = candidates.filter(({ heading: free }) => free !== near.misspelt);
		const pointed = near.misspelt ?? near.similar;
		yield {
			section,
			place: linePlace(parsed, near.misspelt?.line ?? (follows ? lastWrittenLine(parsed, follows.heading) : 1)),
			related: pointed
				? [{ place: linePlace(parsed, pointed.line), ...because("nearestHeading", { title: pointed.title }) }]
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

/** Misspelt headings are looked for among this many: a file of nothing but headings must not take minutes. */
const mostCandidates = 300;

interface Candidate {
	readonly heading: Heading;
	readonly title: string;
}

/** Headings that open no section and might be meant for one. */
function candidatesOf({ outline, titleLine }: DocumentRecord): readonly Candidate[] {
	const free = outline.filter(({ keys, line }) => keys.length === 0 && line !== titleLine);
	return free.slice(0, mostCandidates).map((heading) => ({ heading, title: bareTitle(heading) }));
}

/**
 * Among headings that open no section: one that is misspelt, else one at the sections' level that consists at least by half
 * of telling words from the section's names.
 */
function nearHeadings(candidates: readonly Candidate[], section: SectionForm, depth: number) {
	const names = [section.title, ...section.aliases].map(normalise);
	const telling = new Set(names.flatMap((name) => name.split(" ")).filter((word) => word.length >= tellingLength));
	let similar: Heading | null = null;
	for (const { heading, title } of candidates) {
		if (nearest(title, names) !== null) return { misspelt: heading, similar: null };
		const words = title.split(" ");
		const shared = words.filter((word) => telling.has(word)).length;
		if (!similar && heading.depth === depth && shared * 2 >= words.length && shared > 0) similar = heading;
	}
	return { misspelt: null, similar };
}

/** Every further heading that opens a section in the standard's own words, with the heading that opened it first. */
export function* repeatedSections(
	{ outline }: DocumentRecord,
	sections: readonly SectionForm[],
): Iterable<{ readonly section: SectionForm; readonly first: Heading; readonly again: Heading }> {
	const opened = sections.flatMap((section) => {
		const first = outline.find(({ keys }) => keys.includes(section.key));
		return first ? [{ section, first, words: bareTitle(first) }] : [];
	});
	for (const again of outline) {
		const matches = matchSections(again.title, sections);
		for (const { section, first, words } of matches.size > 0 ? opened : []) {
			const rank = matches.get(section.key) ?? 0;
			if (rank === 0 || again === first || again.depth !== first.depth) continue;
			if (rank >= 3 || bareTitle(again) === words) yield { section, first, again };
		}
	}
}

function bareTitle({ title }: Heading): string {
	return normalise(title.replace(leadingNumber, ""));
}
