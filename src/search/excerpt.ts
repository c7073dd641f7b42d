import type { Text } from "./engine.ts";
import { markedWord, type Piece } from "./marks.ts";
import { bestPassage, type RankedSection, type Reading } from "./rank.ts";

/** Words of a text around what was found, in order; marked ones were looked for. */
export type Excerpt = readonly Piece[];

const excerptLength = 44;

/** The place, counted in words, of the passage of a section that answers best; the section's beginning where none does. */
export function bestPlace({ section }: RankedSection, { occurrences }: Reading): number {
	const passage = bestPassage(occurrences.filter(({ at }) => at >= section.body && at < section.end));
	return passage.score > 0 ? passage.start : section.start;
}

/** The words of a section around the passage that answers best; the section's beginning where none does. */
export function excerptOf({ section }: RankedSection, { occurrences }: Reading, { words }: Text): Excerpt {
	const within = occurrences.filter(({ at }) => at >= section.body && at < section.end);
	const passage = bestPassage(within);
	const spare = Math.max(0, excerptLength - (passage.end - passage.start));
	const start =
		passage.score > 0
			? startOf(words, Math.max(section.body, passage.start - Math.ceil(spare / 3)), passage.start)
			: section.body;
	const end = Math.min(section.end, Math.max(start + excerptLength, passage.end));
	if (start >= end) return [];
	const marked = Map.groupBy(within.filter(isTelling(occurrences)), ({ at }) => at);
	const parts: { text: string; marked: boolean }[] = start > section.body ? [{ text: "… ", marked: false }] : [];
	for (let at = start; at < end; at++) {
		const word = words[at] ?? "";
		const last = parts.at(-1);
		const found = marked.get(at);
		if (found) parts.push(...markedWord(word, found.flatMap(keysOf)), { text: " ", marked: false });
		else if (last && !last.marked) last.text += `${word} `;
		else parts.push({ text: `${word} `, marked: false });
	}
	const last = parts.at(-1);
	if (last) last.text = last.text.trimEnd() + (end < section.end ? " …" : "");
	return parts;
}

/** A term and the other words for it, as words are compared. */
function keysOf({ term }: Reading["occurrences"][number]): readonly string[] {
	return [term.key, ...(term.others ?? []).map(({ term: other }) => other.key)];
}

/** The beginning of a sentence between two places, or the first of them. */
function startOf(words: readonly string[], from: number, to: number): number {
	for (let at = from; at < to; at++) if (/[.:;!?]$/u.test(words[at] ?? "")) return at + 1;
	return from;
}

/** Whether a word is worth a mark: the words of the question are, the parts of its identifiers only where they are rare. */
function isTelling(occurrences: Reading["occurrences"]) {
	const heaviest = occurrences.reduce((most, { term }) => Math.max(most, term.weight), 0);
	return ({ term, agreement }: Reading["occurrences"][number]) =>
		agreement > 0.2 && (term.kind !== "part" || term.weight >= 0.3 * heaviest);
}
