import { type BoldLine, boldLineFor } from "#extract/outline/bold-lines.ts";
import { bareTitle, candidatesOf, nearHeadings } from "#extract/outline/near-headings.ts";
import { matchSections, numberedTitle } from "#extract/outline/outline.ts";
import type { DocumentRecord, Heading } from "#model/documents.ts";
import type { Place } from "#model/source.ts";
import type { SectionForm } from "#model/standard.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { lineText } from "#parse/source-text.ts";
import type { Detection } from "../judging/outcome.ts";
import { linePlace, sectionOf } from "../judging/places.ts";

export { numberedTitle };

/** A section that the document does not have, where it should stand, and the heading that may be meant for it. */
interface MissingSection {
	readonly section: SectionForm;
	readonly place: Place;
	/** A heading that misses the title by a letter or two, or null. */
	readonly nearHeading: Heading | null;
	/** A line of bold words that names it, or null. */
	readonly boldLine: BoldLine | null;
	/** A heading of other words that may be meant for it, or null. */
	readonly similarHeading: Heading | null;
	/** The section it should follow, or null where none of those before it is there. */
	readonly follows: SectionForm | null;
}

/** What is said of a section that is missing. */
export const missingMessages = {
	missing: 'The section "{section}" is missing.',
	follows: 'The section "{section}" is missing; it belongs after "{before}".',
	similar: 'The section "{section}" is missing; the heading "{heading}" in line {line} may be meant for it.',
	bold: 'The section "{section}" is missing; line {line} has its words in bold, and no heading.',
	misspelt: '"{heading}" opens no section of the standard; did you mean "{section}", which is missing?',
} as const;

/** Finds each section that the standard requires and no heading opens, in the standard's order. */
export function* detectMissing(
	parsed: ParsedDocument,
	record: DocumentRecord,
	sections: readonly SectionForm[],
): Iterable<Detection<keyof typeof missingMessages>> {
	for (const missing of missingSections(parsed, record, sections)) {
		const { section, place, nearHeading, boldLine, similarHeading, follows } = missing;
		const meant = nearHeading ?? boldLine ?? similarHeading;
		yield {
			messageId: messageOf(missing),
			place,
			severity: section.required === "warning" ? "warning" : "error",
			data: {
				section: numberedTitle(section),
				asks: section.requires,
				...(meant ? { heading: meant.title, line: meant.line } : {}),
				...(follows ? { before: numberedTitle(follows) } : {}),
			},
		};
	}
}

function messageOf({ nearHeading, boldLine, similarHeading, follows }: MissingSection): keyof typeof missingMessages {
	if (nearHeading) return "misspelt";
	if (boldLine) return "bold";
	if (similarHeading) return "similar";
	return follows ? "follows" : "missing";
}

/** Every section that the standard requires and no heading opens, in the standard's order. */
function* missingSections(
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
		const bold = boldLineFor(section, sections, parsed);
		const pointed = near.misspelt ?? bold ?? near.similar;
		yield {
			section,
			place: linePlace(parsed, pointed?.line ?? (follows ? lastWrittenLine(parsed, follows.heading) : 1)),
			nearHeading: near.misspelt,
			boldLine: bold,
			similarHeading: near.similar,
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
