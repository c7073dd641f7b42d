import type { StatedRelation } from "#model/documents.ts";
import { normalise } from "../text/text.ts";
import type { FoundId } from "./prose-ids.ts";
import { type RelationWords, statedBy, type WordedRelation } from "./relation-words.ts";

/** A stretch of prose with the ids found in it. */
export interface Prose {
	readonly text: string;
	readonly ids: readonly FoundId[];
	readonly lineAt: (offset: number) => number;
}

/** What sentences state of a document as a whole, and of a rule, a section or another part of it. */
export interface ProseRelations {
	readonly whole: readonly StatedRelation[];
	readonly part: readonly StatedRelation[];
}

/**
 * The relations that sentences state: the phrase, then the id it governs, and no other handoff as its subject.
 * @param about what the prose speaks of where that stands outside it, as the first cell of its row.
 */
export function relationsInProse(prose: Prose, self: string | null, words: RelationWords, about = ""): ProseRelations {
	const whole: StatedRelation[] = [];
	const part: StatedRelation[] = [];
	const { phrases } = words;
	phrases.lastIndex = 0;
	for (let match = phrases.exec(prose.text); match; match = phrases.exec(prose.text)) {
		const type = statedBy(match[0], words);
		if (match[0] === "") phrases.lastIndex++;
		if (!type) continue;
		const phrase = { type, start: match.index, end: match.index + match[0].length };
		const found = type === "superseded-by" && !isOfWhole(prose, phrase.start, self, about, words) ? part : whole;
		for (const { type: stated, id } of governed(prose, phrase, self, words))
			found.push({ type: stated, target: id.id, state: "stated", line: prose.lineAt(id.start) });
	}
	return { whole, part };
}

/**
 * Whether a document is superseded, and not something in it: the sentence has the document for its subject, or has none and
 * opens its stretch of prose. A sentence without subject further on is about what stands before it.
 */
function isOfWhole(
	{ text, ids }: Prose,
	at: number,
	self: string | null,
	about: string,
	words: RelationWords,
): boolean {
	const start = sentenceStart(text, at);
	const other = idsBetween(ids, start, at).some(({ id }) => id !== self);
	const named = idsBetween(ids, start, at).reduceRight(
		(left, { start: from, end }) => left.slice(0, from - start) + left.slice(end - start),
		text.slice(start, at),
	);
	const spoken = (part: string) => normalise(part).split(" ").filter(Boolean);
	const subject = [...spoken(about), ...spoken(named)];
	if (other || words.states.has(subject[0] ?? "")) return true;
	if (subject.length === 0)
		return start === 0 || spoken(text.slice(0, start)).length === 0 || named !== text.slice(start, at);
	return subject.every((word) => words.wholes.has(word) || /^\d+$/u.test(word));
}

interface Phrase {
	readonly type: WordedRelation;
	readonly start: number;
	readonly end: number;
}

function governed(
	{ text, ids }: Prose,
	phrase: Phrase,
	self: string | null,
	words: RelationWords,
): readonly { type: WordedRelation; id: FoundId }[] {
	const start = sentenceStart(text, phrase.start);
	const end = sentenceEnd(text, phrase.end);
	const before = text.slice(start, phrase.start);
	if (words.negation.test(before) || text[end] === "?") return [];
	const near = idsBetween(ids, start, end);
	const subjects = near.filter((id) => id.end <= phrase.start && id.id !== self);
	const clause = before.slice(Math.max(...[",", ";", ":", "(", "—", "–"].map((mark) => before.lastIndexOf(mark) + 1)));
	const objects = chainAfter(text, near, phrase.end, end, words).filter(({ id }) => id !== self);
	if (phrase.type === "superseded-by" && objects.length === 0) {
		const [subject] = subjects.slice(-1);
		const bySelf =
			words.self.test(text.slice(phrase.end, Math.min(end, phrase.end + 24))) ||
			near.some((id) => id.id === self && id.start >= phrase.end && id.start - phrase.end < 12);
		return subject && bySelf ? [{ type: "supersedes", id: subject }] : [];
	}
	// "HANDOFF-21 builds on HANDOFF-20" is about another handoff, unless this one speaks of itself in the clause.
	if (subjects.length > 0 && !words.self.test(clause) && !clauseNames(clause, near, self, phrase.start)) return [];
	return objects.map((id) => ({ type: phrase.type, id }));
}

/** The ids of a stretch; they stand in the order of the text. */
function idsBetween(ids: readonly FoundId[], from: number, to: number): readonly FoundId[] {
	let low = 0;
	let high = ids.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((ids[middle]?.start ?? 0) < from) low = middle + 1;
		else high = middle;
	}
	let end = low;
	while ((ids[end]?.end ?? Number.POSITIVE_INFINITY) <= to) end += 1;
	return ids.slice(low, end);
}

function clauseNames(clause: string, ids: readonly FoundId[], self: string | null, end: number): boolean {
	return ids.some((id) => id.id === self && id.start >= end - clause.length && id.end <= end);
}

/** The ids right behind a phrase: nothing but articles and words like "the results of" between, then a list of ids. */
function chainAfter(
	text: string,
	ids: readonly FoundId[],
	from: number,
	end: number,
	words: RelationWords,
): readonly FoundId[] {
	const chain: FoundId[] = [];
	let at = from;
	for (const id of ids) {
		if (id.start < from) continue;
		if (id.end > end) break;
		const gap = text.slice(at, id.start);
		if (chain.length === 0 ? !isFiller(gap, words) : !isListGap(gap)) break;
		chain.push(id);
		at = id.end;
	}
	return chain;
}

function isFiller(gap: string, { fillers, packageId }: RelationWords): boolean {
	if (gap.length > 80 || /[.;!?](?:\s|$)/u.test(gap)) return false;
	const left = normalise(gap.replace(packageId, " ")).split(" ").filter(Boolean);
	return left.length <= 5 && left.every((word) => fillers.has(word));
}

function isListGap(gap: string): boolean {
	return (
		/^(?:'s?|’s?)?\s*(?:\([^()]*\)\s*)?(?:,|;|\/|&|\+|and|or|through|to|–|—|-|\.\.)?\s*(?:and|or)?\s*(?:the|from)?\s*$/u.test(
			gap,
		) && gap.trim() !== ""
	);
}

/** Characters of a sentence that are read on either side of a phrase. */
const longestSentence = 400;

function sentenceStart(text: string, offset: number): number {
	const first = Math.max(0, offset - longestSentence);
	for (let at = offset - 1; at > first; at--)
		if (/\s/u.test(text[at] ?? "") && /[.!?;]/u.test(text[at - 1] ?? "")) return at + 1;
	return first;
}

/** Where a sentence ends: at its mark, or at the end of the text. */
function sentenceEnd(text: string, offset: number): number {
	const mark = text.slice(offset, offset + longestSentence).search(/[.!?;](?=\s|$|["”)*])/u);
	return mark === -1 ? Math.min(text.length, offset + longestSentence) : offset + mark;
}

// At the start of a line, or behind a mark within it: "Depends on: H-13 · Blocks: H-16".
const labelled = /(?:^[ \t*_>•-]*|[·•|;,.–—][ \t]+)(?<label>\p{L}[\p{L} /()-]{2,40}?)[ \t]?:(?=\s|$)/gmu;

/** The relations that labels state: "Depends on: H-13 (work order), H-14". */
export function relationsInLabels(prose: Prose, self: string | null, words: RelationWords): readonly StatedRelation[] {
	const found: StatedRelation[] = [];
	if (!prose.text.includes(":")) return [];
	const labels: RegExpExecArray[] = [];
	labelled.lastIndex = 0;
	for (let match = labelled.exec(prose.text); match; match = labelled.exec(prose.text)) labels.push(match);
	labels.forEach((match, index) => {
		const type = words.labels.get(normalise((match.groups?.label ?? "").replace(/\(s\)/gu, "s")));
		if (type)
			found.push(
				...valueRelations(
					prose,
					type,
					match.index + match[0].length,
					labels[index + 1]?.index ?? prose.text.length,
					self,
					words,
				),
			);
	});
	return found;
}

/** The ids of a label's value, those in brackets aside. */
export function valueRelations(
	prose: Prose,
	type: WordedRelation,
	from: number,
	to: number,
	self: string | null,
	{ none, packageId }: RelationWords,
): readonly StatedRelation[] {
	const value = prose.text.slice(from, to);
	const words = normalise(value);
	if (none.some((word) => words === word || words.startsWith(`${word} `))) return [];
	const found: StatedRelation[] = [];
	let at = from;
	for (const id of prose.ids) {
		if (id.start < from || id.end > to) continue;
		const gap = prose.text.slice(at, id.start).replace(/\([^()]*\)/gu, " ");
		// A value is a list; a sentence that goes on to speak of other handoffs is none.
		if (/\(|[·•|].*\p{L}/su.test(gap) || normalise(gap.replace(packageId, " ")).split(" ").length > 6) break;
		if (id.id !== self) found.push({ type, target: id.id, state: "stated", line: prose.lineAt(id.start) });
		at = id.end;
	}
	return found;
}
