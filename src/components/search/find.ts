import {
	type CatalogDocument,
	type CatalogHandoff,
	countFacets,
	type Facets,
	type Filters,
	facetNames,
	handoffOf,
	type Library,
	passes,
} from "./catalog.ts";
import type { Engine, Hit, Text } from "./engine.ts";
import { type Excerpt, excerptOf } from "./excerpt.ts";
import { type Jump, jumpsFor } from "./jump.ts";
import {
	type Candidate,
	candidates,
	type RankedSection,
	type Reading,
	readAgainst,
	type WeighedTerm,
	weigh,
} from "./rank.ts";
import { agreement, type Term, termsOf } from "./terms.ts";

/** A section of a document that answers the question. */
export interface FoundSection {
	readonly document: CatalogDocument;
	/** Relative to the site's root. */
	readonly href: string;
	readonly title: string;
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

export interface Found {
	readonly terms: readonly Term[];
	/** Words of the question that no document holds. */
	readonly missing: readonly Term[];
	readonly jumps: readonly Jump[];
	/** Best first. */
	readonly groups: readonly Group[];
	readonly groupCount: number;
	readonly documents: number;
	/** Documents that would be found without any filter. */
	readonly unfiltered: number;
	readonly facets: Facets;
}

/** Texts that are loaded to look closer, best candidates first; the others keep the order Pagefind gives. */
const readClosely = 30;
/** Groups that are shown at once. */
export const groupsPerPage = 10;
/** A document that answers to less than this share of what the best one answers to is not found. */
const leastCoverage = 0.3;
/** Of a handoff, the best section of each document that is at least this good beside its best one is shown at once. */
const worthShowing = 0.6;
const sectionsShown = 2;
/** Of its other sections, those that are at least this good beside its best one are shown on demand. */
const worthMentioning = 0.25;
/** Between equals, what says it in full goes before what repeats it, and what holds for all handoffs before one of them. */
const standing: Readonly<Record<string, number>> = { other: 1.1, spec: 1, results: 0.95, prompt: 0.9 };
const mostMore = 20;

/** Answers a question: looks its words up one by one, weighs them, and reads the best documents closely. */
export async function find(
	query: string,
	filters: Filters,
	library: Library,
	engine: Engine,
	pages = 1,
): Promise<Found> {
	const { catalog } = library;
	const terms = await Promise.all(termsOf(query).map((term) => lookUp(term, catalog.documents.length, engine)));
	const all = relevant(candidates(terms), library, engine);
	const chosen = all.filter(({ document }) => passes(library, document, filters));
	const groups = groupsOf(await readBest(chosen, terms, library, engine));
	return {
		terms,
		missing: terms.filter(({ hits, kind }) => hits.size === 0 && kind !== "part"),
		jumps: jumpsFor(query, catalog),
		groups: await Promise.all(
			groups.slice(0, groupsPerPage * pages).map((group) => shown(group, terms, library, engine)),
		),
		groupCount: groups.length,
		documents: chosen.length,
		unfiltered: all.length,
		facets: countFacets(
			library,
			all.map(({ document }) => document),
			filters,
		),
	};
}

/** Whether any filter is set. */
export function isFiltered(filters: Filters): boolean {
	return facetNames.some((facet) => filters[facet].length > 0);
}

async function lookUp(term: Term, documents: number, engine: Engine): Promise<WeighedTerm> {
	if (term.kind === "phrase") {
		const hits = await engine.lookUp(term.text);
		return weigh(term, hits, new Set(hits.map(({ id }) => id)), documents);
	}
	const [hits, exact] = await Promise.all([engine.lookUp(term.text), engine.lookUp(`"${term.text}"`)]);
	const found = exact.length > 0 || (await areMeant(term, hits, engine)) ? hits : [];
	return weigh(term, found, new Set(exact.map(({ id }) => id)), documents);
}

/**
 * Whether documents that do not hold the word itself hold a longer or slightly different one. Pagefind answers a word that
 * nothing starts with by any shorter word that starts it: all documents found then hold that one, so one of them tells.
 */
async function areMeant(term: Term, hits: readonly Hit[], engine: Engine): Promise<boolean> {
	const hit = hits.find(({ words }) => words.length > 0);
	if (!hit) return false;
	const { words } = await engine.textOf(hit);
	return hit.words.some((at) => agreement(words[at] ?? "", term) > 0);
}

interface Answer extends Candidate {
	readonly document: CatalogDocument;
	/** Once its text has been read. */
	readonly reading?: Reading;
	readonly text?: Text;
}

/** Documents that answer to most of what the best one answers to. */
function relevant(found: readonly Candidate[], { byHref }: Library, engine: Engine): readonly Answer[] {
	const answers: Answer[] = [];
	const most = Math.max(0, ...found.map(({ coverage }) => coverage));
	for (const candidate of found) {
		const document = byHref.get(engine.hrefOf(candidate.hit) ?? "");
		if (document && candidate.coverage >= most * leastCoverage) answers.push({ ...candidate, document });
	}
	return answers;
}

async function readBest(
	answers: readonly Answer[],
	terms: readonly WeighedTerm[],
	library: Library,
	engine: Engine,
): Promise<readonly Answer[]> {
	const close = await Promise.all(answers.slice(0, readClosely).map((answer) => read(answer, terms, library, engine)));
	close.sort((a, b) => b.score - a.score || (a.document.path < b.document.path ? -1 : 1));
	return [...close, ...answers.slice(readClosely)];
}

async function read(answer: Answer, terms: readonly WeighedTerm[], library: Library, engine: Engine): Promise<Answer> {
	const { document } = answer;
	const text = await engine.textOf(answer.hit);
	const file = document.path.slice(document.path.lastIndexOf("/") + 1);
	const names = [document.title ?? "", handoffOf(library, document)?.title ?? "", file];
	const reading = readAgainst(terms, answer, text, names);
	return { ...answer, score: reading.score * (standing[document.kind] ?? 1), reading, text };
}

/** Answers by handoff, in the order of their best. */
function groupsOf(answers: readonly Answer[]): readonly (readonly Answer[])[] {
	return [...Map.groupBy(answers, ({ document }) => document.handoff ?? document.path).values()];
}

/** A section of an answer, and its position among the answer's sections. */
interface Entry {
	readonly answer: Answer;
	readonly ranked: RankedSection;
	readonly index: number;
}

async function shown(
	answers: readonly Answer[],
	terms: readonly WeighedTerm[],
	library: Library,
	engine: Engine,
): Promise<Group> {
	const readings = await Promise.all(
		answers.map((answer) => (answer.reading ? answer : read(answer, terms, library, engine))),
	);
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
	const found = ({ answer, ranked }: Entry): FoundSection => ({
		document: answer.document,
		href: hrefOf(answer.document, ranked),
		title: ranked.section.title,
		excerpt: answer.reading && answer.text ? excerptOf(ranked, answer.reading, answer.text) : [],
	});
	return {
		handoff: best ? (handoffOf(library, best.document) ?? null) : null,
		documents: answers.map(({ document }) => document),
		sections: first.map(found),
		more: others.slice(0, mostMore).map(found),
	};
}

function hrefOf({ href }: CatalogDocument, { section }: RankedSection): string {
	return section.id === "" ? href : `${href.split("#")[0]}#${section.id}`;
}
