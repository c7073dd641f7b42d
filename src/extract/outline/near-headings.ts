import type { DocumentRecord, Heading } from "#model/documents.ts";
import type { SectionForm } from "#model/standard.ts";
import { nearest } from "#parse/nearest.ts";
import { normalise } from "../text/text.ts";

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
export function candidatesOf({ outline, titleLine }: DocumentRecord): readonly Candidate[] {
	const free = outline.filter(({ keys, line }) => keys.length === 0 && line !== titleLine);
	return free.slice(0, mostCandidates).map((heading) => ({ heading, title: bareTitle(heading) }));
}

/**
 * Among headings that open no section: one that is misspelt, else one at the sections' level that consists at least by half
 * of telling words from the section's names.
 */
export function nearHeadings(
	candidates: readonly Candidate[],
	section: SectionForm,
	depth: number,
): { readonly misspelt: Heading | null; readonly similar: Heading | null } {
	const names = [section.title, ...section.aliases].map(normalise);
	const telling = tellingWords(names);
	let similar: Heading | null = null;
	for (const { heading, title } of candidates) {
		const words = title.split(" ");
		if (names.some((name) => isMisspelling(title, words, name))) return { misspelt: heading, similar: null };
		const shared = words.filter((word) => telling.has(word)).length;
		if (!similar && heading.depth === depth && shared * 2 >= words.length && shared > 0) similar = heading;
	}
	return { misspelt: null, similar };
}

/** The words of a section's title, and those that several of its names share: a word of one other name alone tells little. */
function tellingWords([title = "", ...others]: readonly string[]): ReadonlySet<string> {
	const own = title.split(" ");
	const holders = Map.groupBy(
		others.flatMap((name) => [...new Set(name.split(" "))]),
		(word) => word,
	);
	const shared = [...holders].flatMap(([word, names]) => (names.length > 1 ? [word] : []));
	return new Set([...own, ...shared].filter((word) => word.length >= tellingLength));
}

/** "Test Reslts" is meant for "Test Results"; "What Was Removed" is not for "What Was Created", however near the letters are. */
function isMisspelling(title: string, words: readonly string[], name: string): boolean {
	if (nearest(title, [name]) === null) return false;
	const meant = name.split(" ");
	return meant.length !== words.length || meant.every((word, index) => nearest(words[index] ?? "", [word]) !== null);
}

/** A heading's words without its number. */
export function bareTitle({ title }: Heading): string {
	return normalise(title.replace(leadingNumber, ""));
}
