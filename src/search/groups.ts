import { type CatalogDocument, type CatalogHandoff, handoffOf, type Library } from "./catalog.ts";
import type { Engine, Text } from "./engine.ts";
import { bestPlace, type Excerpt, excerptOf } from "./excerpt.ts";
import { bestPassage, type Candidate, type RankedSection, type Reading, readAgainst } from "./rank.ts";
import type { WeighedTerm } from "./weigh.ts";

/** Orders in which what was found can be shown. */
export const sorts = ["relevance", "newest", "oldest", "order"] as const;
export type Sort = (typeof sorts)[number];

/** A document that answers a question. */
export interface Answer {
	readonly document: CatalogDocument;
	/** What the index tells of it; null where no words were asked for. */
	readonly candidate: Candidate | null;
	/** More than 1 where the question names the document's handoff. */
	readonly favour: number;
	readonly score: number;
	/** Once its text has been read. */
	readonly reading?: Reading;
	readonly text?: Text;
}

/** A section of a document that answers the question. */
export interface FoundSection {
	readonly document: CatalogDocument;
	/** Relative to the site's root. */
	readonly href: string;
	readonly title: string;
	/** The place of the best passage, counted in words of the document's text. */
	readonly at: number;
	readonly excerpt: Excerpt;
}

/** What is found in one handoff, or in one document that belongs to none. */
export interface Group {
	readonly handoff: CatalogHandoff | null;
	/** Documents, best first. */
	readonly documents: readonly CatalogDocument[];
	/** The sections to show, and those to show on demand. */
	readonly sections: readonly FoundSection[];
	readonly more: readonly FoundSection[];
}

/** Where texts are read, and what is known of them. */
export interface Texts {
	readonly library: Library;
	readonly engine: Engine;
}

/** Of a handoff, the best section of each document that is at least this good beside its best one is shown at once. */
const worthShowing = 0.6;
const sectionsShown = 2;
/** Of its other sections, those that are at least this good beside its best one are shown on demand. */
const worthMentioning = 0.25;
const mostMore = 20;
/** Headings that may follow each other before there is something to show. */
const mostEmpty = 4;
/** Between equals, what says it in full goes before what repeats it, and what holds for all handoffs before one of them. */
const standing: Readonly<Record<string, number>> = { other: 1.1, spec: 1, results: 0.95, prompt: 0.9, decision: 0.85 };

/** Reads the text of an answer against the question. */
export async function read(answer: Answer, terms: readonly WeighedTerm[], { library, engine }: Texts): Promise<Answer> {
	const { document, candidate, favour } = answer;
	if (!candidate) return answer;
	const text = await engine.textOf(candidate.hit);
	const file = document.path.slice(document.path.lastIndexOf("/") + 1);
	const names = [document.title ?? "", handoffOf(library, document)?.title ?? "", file];
	const reading = readAgainst(terms, candidate, text, names);
	return { ...answer, score: reading.score * (standing[document.kind] ?? 1) * favour, reading, text };
}

/** Answers by handoff, in the order of their best. */
export function groupsOf(answers: readonly Answer[]): readonly (readonly Answer[])[] {
	return [...Map.groupBy(answers, ({ document }) => document.handoff ?? document.path).values()];
}

/** Groups in the order asked for; what has no date or place in the order comes last, and is never left out. */
export function inOrder(
	groups: readonly (readonly Answer[])[],
	sort: Sort,
	library: Library,
): readonly (readonly Answer[])[] {
	if (sort === "relevance") return groups;
	const keyed = groups.map((group) => ({ group, key: sortKey(group, sort, library) }));
	return keyed.sort((a, b) => compareKeys(a.key, b.key, sort === "newest" ? -1 : 1)).map(({ group }) => group);
}

type SortKey = { readonly date: string; readonly order: number } | null;

function sortKey([first]: readonly Answer[], sort: Sort, library: Library): SortKey {
	if (!first) return null;
	const handoff = handoffOf(library, first.document);
	const order = handoff?.order ?? 0;
	if (sort === "order") return handoff ? { date: "", order } : null;
	const date = first.document.date ?? handoff?.date ?? null;
	return date === null ? null : { date, order };
}

function compareKeys(a: SortKey, b: SortKey, direction: 1 | -1): number {
	if (a === null || b === null) return Number(a === null) - Number(b === null);
	if (a.date !== b.date) return a.date < b.date ? -direction : direction;
	return (a.order - b.order) * direction;
}

/** A section of an answer, and its position among the answer's sections. */
interface Entry {
	readonly answer: Answer;
	readonly ranked: RankedSection;
	readonly index: number;
}

/** A group as it is shown: its best sections, with their words. */
export async function shownGroup(
	answers: readonly Answer[],
	terms: readonly WeighedTerm[],
	texts: Texts,
): Promise<Group> {
	const readings = await Promise.all(answers.map((answer) => (answer.reading ? answer : read(answer, terms, texts))));
	const best = readings[0];
	const entries: Entry[] = readings.flatMap((answer) =>
		(answer.reading?.sections ?? []).map((ranked, index) => ({ answer, ranked, index })),
	);
	const worth = ({ answer, ranked }: Entry) => answer.score * ranked.score;
	const isShown = ({ answer, index }: Entry) => index === 0 && answer.score >= (best?.score ?? 0) * worthShowing;
	const first = entries.filter(isShown).slice(0, sectionsShown);
	const least = Math.max(0, ...entries.map(worth)) * worthMentioning;
	const others = entries
		.filter((entry) => !first.includes(entry) && worth(entry) >= least)
		.sort((a, b) => worth(b) - worth(a));
	return {
		handoff: best ? (handoffOf(texts.library, best.document) ?? null) : null,
		documents: answers.map(({ document }) => document),
		sections: first.flatMap(found),
		more: others.slice(0, mostMore).flatMap(found),
	};
}

function found({ answer: { document, reading, text }, ranked }: Entry): FoundSection[] {
	if (!reading || !text) return [];
	const { id, title } = ranked.section;
	const href = id === "" ? document.href : `${document.href.split("#")[0]}#${id}`;
	// Worked out once they are looked at: most of what is found is folded away.
	const found = {
		document,
		href,
		title,
		get at() {
			return bestPlace(ranked, reading);
		},
		get excerpt() {
			return excerptOf({ section: toldOf(ranked.section, reading, text), score: 0 }, reading, text);
		},
	};
	return [found];
}

/**
 * The section whose words are shown for one: itself; for a heading without a text of its own, such as a title, what of the
 * document answers best, and where nothing else does, what follows it.
 */
function toldOf(section: Text["sections"][number], { occurrences }: Reading, { sections }: Text) {
	const hasText = ({ body, end }: typeof section) => body < end;
	if (hasText(section)) return section;
	let best = { score: 0, section };
	for (const other of sections) {
		const within = occurrences.filter(({ at }) => at >= other.body && at < other.end);
		const { score } = bestPassage(within);
		if (score > best.score) best = { score, section: other };
	}
	const first = sections.indexOf(section);
	return best.score > 0 ? best.section : (sections.slice(first, first + mostEmpty).find(hasText) ?? section);
}
