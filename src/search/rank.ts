import type { Hit, Section, Text } from "./engine.ts";
import { agreement, keyOf } from "./terms.ts";
import type { WeighedTerm } from "./weigh.ts";

/** What a name (title, path) that holds a word counts for, beside a text full of it; and so on. */
const boosts = { frequency: 0.6, title: 1, heading: 0.4, passage: 1.1, phrase: 0.8 } as const;

/** How much of a score hangs on the share of the question that is answered to. */
const covering = 0.5;

/** Words that belong to one thought: terms this near to each other support each other. */
const passageLength = 40;

export interface Candidate {
	readonly hit: Hit;
	readonly score: number;
	/** The share of the question that the document answers to, by weight of its terms. */
	readonly coverage: number;
}

/** The documents that hold any of the terms, best first by what Pagefind tells without their texts. */
export function candidates(terms: readonly WeighedTerm[]): readonly Candidate[] {
	const total = terms.reduce((sum, { weight }) => sum + weight, 0);
	const found = new Map<string, { hit: Hit; score: number; covered: number }>();
	for (const { weight, strengths, hits } of terms)
		for (const [id, strength] of strengths) {
			const hit = hits.get(id);
			if (!hit) continue;
			const entry = found.get(id) ?? { hit, score: 0, covered: 0 };
			entry.score += weight * strength;
			entry.covered += strength > 0.1 ? weight : 0;
			found.set(id, entry);
		}
	const required = terms.filter(({ kind }) => kind === "phrase");
	return [...found.values()]
		.filter(({ hit }) => required.every(({ hits }) => hits.has(hit.id)))
		.map(({ hit, score, covered }) => ({
			hit,
			score: score * byCoverage(covered / total),
			coverage: covered / total,
		}))
		.sort((a, b) => b.score - a.score || (a.hit.id < b.hit.id ? -1 : 1));
}

function byCoverage(coverage: number): number {
	return 1 - covering + covering * coverage;
}

/** A place of a text where a term stands. */
interface Occurrence {
	readonly at: number;
	readonly term: WeighedTerm;
	readonly agreement: number;
}

export interface RankedSection {
	readonly section: Section;
	readonly score: number;
}

export interface Reading {
	readonly score: number;
	/** Sections that hold a term, best first; one for a document that is found by its names alone. */
	readonly sections: readonly RankedSection[];
	readonly occurrences: readonly Occurrence[];
}

/**
 * Reads a document's text against the question: how often and where its words stand, which are in its names and headings,
 * and how many stand together in one passage, in the order of the question or side by side.
 * @param names the document's title, the handoff's title and the file name.
 */
export function readAgainst(
	terms: readonly WeighedTerm[],
	{ hit }: Candidate,
	text: Text,
	names: readonly string[],
): Reading {
	const occurrences = occurrencesIn(terms, hit.id, text);
	const nameWords = names.flatMap((name) => name.split(/[\s/_.:,()-]+/u)).filter(Boolean);
	const headings = new Set<number>();
	for (const { start, body } of text.sections) for (let at = start; at < body; at++) headings.add(at);
	const total = terms.reduce((sum, { weight }) => sum + weight, 0);
	let score = 0;
	let covered = 0;
	for (const term of terms) {
		const named =
			nameWords.some((word) => agreement(word, term) === 1) ||
			names.some((name) => keyOf(name).includes(term.key) && term.key.length > 4);
		const headed = occurrences.some((place) => place.term === term && headings.has(place.at));
		const strength = term.strengths.get(hit.id) ?? 0;
		if (strength > 0.1 || named) covered += term.weight;
		score += term.weight * (boosts.frequency * strength + (named ? boosts.title : 0) + (headed ? boosts.heading : 0));
	}
	const near = bestPassage(occurrences);
	score += boosts.passage * near.score + boosts.phrase * sideBySide(terms, occurrences);
	const sections = occurrencesBySection(text, occurrences)
		.map(({ section, within }) => ({
			section,
			score: sectionScore(section, within) + boosts.phrase * sideBySide(terms, within),
		}))
		.filter((ranked) => ranked.score > 0)
		.sort((a, b) => b.score - a.score || a.section.start - b.section.start);
	const [first] = text.sections;
	return {
		score: score * byCoverage(covered / Math.max(total, 1e-6)),
		sections: sections.length > 0 || !first ? sections : [{ section: first, score: 0 }],
		occurrences,
	};
}

function occurrencesIn(terms: readonly WeighedTerm[], id: string, { words }: Text): readonly Occurrence[] {
	const occurrences: Occurrence[] = [];
	for (const term of terms)
		for (const at of term.hits.get(id)?.words ?? []) {
			const word = words[at];
			if (word === undefined) continue;
			// A phrase is told by its place alone; a stem may differ from the word by more than an ending.
			const agrees = term.kind === "phrase" ? 1 : Math.max(agreementWithAny(word, term), 0.2);
			occurrences.push({ at, term, agreement: agrees });
		}
	return occurrences.sort((a, b) => a.at - b.at);
}

function agreementWithAny(word: string, term: WeighedTerm): number {
	const own = agreement(word, term);
	if (own > 0 || !term.others) return own;
	return Math.max(...term.others.map(({ term: other, share }) => share * agreement(word, other)));
}

/** The stretch of a text, no longer than a passage, whose different terms weigh most; the shortest of equals, then the first. */
export function bestPassage(occurrences: readonly Occurrence[]): {
	readonly score: number;
	readonly start: number;
	readonly end: number;
} {
	const inside = new Map<WeighedTerm, number[]>();
	let best = { score: 0, start: 0, end: 0 };
	let left = 0;
	let score = 0;
	const contribution = (term: WeighedTerm) => term.weight * Math.max(0, ...(inside.get(term) ?? []));
	for (const [index, { at, term, agreement: agrees }] of occurrences.entries()) {
		const change = (changed: WeighedTerm, act: (values: number[]) => void) => {
			const values = inside.get(changed) ?? [];
			score -= contribution(changed);
			act(values);
			inside.set(changed, values);
			score += contribution(changed);
		};
		change(term, (values) => values.push(agrees));
		for (let first = occurrences[left]; first && first.at <= at - passageLength; first = occurrences[++left])
			change(first.term, (values) => values.shift());
		if (score < best.score - slack) continue;
		const start = shortest(occurrences.slice(left, index + 1), score);
		if (score > best.score + slack || at + 1 - start < best.end - best.start) best = { score, start, end: at + 1 };
	}
	return best;
}

/** Sums of the same weights in another order differ by less. */
const slack = 1e-9;

/** Where the shortest end of a passage begins whose terms weigh as much as all of it. */
function shortest(passage: readonly Occurrence[], score: number): number {
	const strongest = new Map<WeighedTerm, number>();
	let sum = 0;
	for (const { at, term, agreement: agrees } of passage.toReversed()) {
		const before = strongest.get(term) ?? 0;
		if (agrees > before) {
			strongest.set(term, agrees);
			sum += term.weight * (agrees - before);
		}
		if (sum >= score - slack) return at;
	}
	return passage[0]?.at ?? 0;
}

/** Sections lie one after the other, as occurrences do: one pass over both. */
function occurrencesBySection({ sections }: Text, occurrences: readonly Occurrence[]) {
	let next = 0;
	return sections.map((section) => {
		const first = next;
		while ((occurrences[next]?.at ?? Number.POSITIVE_INFINITY) < section.end) next++;
		return { section, within: occurrences.slice(first, next) };
	});
}

function sectionScore({ body }: Section, within: readonly Occurrence[]): number {
	if (within.length === 0) return 0;
	const heading = new Map<WeighedTerm, number>();
	const counts = new Map<WeighedTerm, number>();
	for (const { at, term, agreement: agrees } of within) {
		if (at < body) heading.set(term, Math.max(heading.get(term) ?? 0, agrees));
		counts.set(term, (counts.get(term) ?? 0) + agrees);
	}
	let score = bestPassage(within).score;
	for (const [{ weight }, agrees] of heading) score += 0.4 * weight * agrees;
	for (const [{ weight }, count] of counts) score += (0.4 * weight * count) / (count + 2);
	return score;
}

/** The weight of those terms that stand next to each other, in the order of the question, somewhere in the text. */
function sideBySide(terms: readonly WeighedTerm[], occurrences: readonly Occurrence[]): number {
	const places = new Map<WeighedTerm, Set<number>>();
	for (const { at, term, agreement: agrees } of occurrences) {
		if (agrees < 0.7) continue;
		const set = places.get(term) ?? new Set();
		set.add(at);
		places.set(term, set);
	}
	const wholes = terms.filter(({ kind }) => kind === "whole");
	let sum = 0;
	for (const [index, term] of wholes.entries()) {
		const next = wholes[index + 1];
		const after = next && places.get(next);
		if (!next || !after) continue;
		const together = [...(places.get(term) ?? [])].some(
			(at) => after.has(at + 1) || after.has(at + 2) || after.has(at + 3),
		);
		if (together) sum += Math.min(term.weight, next.weight);
	}
	return sum;
}
