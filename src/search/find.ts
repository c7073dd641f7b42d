import type { CatalogDocument, Library } from "./catalog.ts";
import type { Engine, Hit } from "./engine.ts";
import { countFacets, type Facets, type Filters, isFiltered, passes } from "./facets.ts";
import { type Answer, type Group, groupsOf, inOrder, read, type Sort, shownGroup } from "./groups.ts";
import { type Jumps, jumpsFor, namedHandoffs, spentWords } from "./jump.ts";
import type { NameIndex } from "./names.ts";
import { nearestWord, type WordIndex, writtenApart } from "./near.ts";
import type { Others } from "./others.ts";
import { type Candidate, candidates } from "./rank.ts";
import { agreement, apart, keyOf, spellingsOf, type Term, termsOf } from "./terms.ts";
import { lightened, type WeighedTerm, weigh, within, withOthers } from "./weigh.ts";

/** Everything that is searched in; parts of it are loaded when they are needed. */
export interface SearchIndex {
	readonly library: Library;
	readonly engine: Engine;
	readonly names: NameIndex;
	readonly words: WordIndex;
	readonly others: Others;
}

/** What is asked for. */
export interface Question {
	readonly query: string;
	readonly filters: Filters;
	readonly sort: Sort;
}

export interface Found {
	readonly terms: readonly Term[];
	/** Words of the question that no document holds, and nothing near them. */
	readonly missing: readonly Term[];
	/** Words that no document holds, with the word that was looked for instead. */
	readonly corrected: readonly { readonly from: string; readonly to: string }[];
	readonly jumps: Jumps;
	/** In the order asked for. */
	readonly groups: readonly Group[];
	readonly groupCount: number;
	/** Handoffs among the groups; each of the others is a document of none. */
	readonly handoffs: number;
	/** Files; what is also found as a decision of its file counts once. */
	readonly documents: number;
	/** Documents that would be found without any filter. */
	readonly unfiltered: number;
	readonly facets: Facets;
}

/** Texts that are loaded to look closer, best candidates first; the others keep the order of the index. */
const readClosely = 30;
/** Groups that are shown at once. */
export const groupsPerPage = 10;
/** A document that answers to less than this share of what the best one answers to is not found. */
const leastCoverage = 0.3;

/**
 * Answers a question: looks its words up one by one, weighs them, and reads the best documents closely. Filters without a
 * question find all that they let through.
 */
export async function find(question: Question, index: SearchIndex, pages = 1): Promise<Found> {
	const { query, filters, sort } = question;
	const { library } = index;
	const [jumps, asked] = await Promise.all([
		jumpsFor(query, library.catalog, index.names),
		Promise.all(termsOf(query).map((term) => lookUp(term, index))),
	]);
	const spent = spentWords(jumps);
	const terms = asked.flatMap((one) => one.terms).map((term) => (spent.has(term.key) ? lightened(term) : term));
	const all =
		terms.length > 0
			? relevant(candidates(terms), library, namedHandoffs(jumps))
			: isFiltered(filters)
				? everything(library)
				: [];
	const chosen = all.filter(({ document }) => passes(library, document, filters));
	const best = terms.length > 0 ? await readBest(chosen, terms, index) : chosen;
	const groups = inOrder(groupsOf(best), terms.length > 0 ? sort : sort === "relevance" ? "newest" : sort, library);
	return {
		terms,
		missing: terms.filter(({ hits, kind }) => hits.size === 0 && kind !== "part"),
		corrected: asked.flatMap(({ corrected }) => corrected ?? []),
		jumps,
		groups: await Promise.all(groups.slice(0, groupsPerPage * pages).map((group) => shownGroup(group, terms, index))),
		groupCount: groups.length,
		handoffs: groups.filter(([best]) => best && best.document.handoff !== null).length,
		documents: new Set(chosen.map(({ document }) => document.path)).size,
		unfiltered: new Set(all.map(({ document }) => document.path)).size,
		facets: countFacets(
			library,
			all.map(({ document }) => document),
			filters,
		),
	};
}

interface LookedUp {
	readonly terms: readonly WeighedTerm[];
	readonly corrected?: { readonly from: string; readonly to: string };
}

/**
 * Looks a term up. A word that no document holds is taken for another spelling of it, for the word that is nearest to it,
 * or for the two that it is written together from.
 */
async function lookUp(term: Term, index: SearchIndex): Promise<LookedUp> {
	const found = await widened(await weighed(term, index), index);
	if (found.hits.size > 0 || term.kind === "phrase") return { terms: [found] };
	const { letters } = index.library.catalog.parts;
	const near = await nearestWord(term.text, letters, index.words);
	const meant = near === null ? await writtenApart(term.text, letters, index.words) : [near];
	const instead = await Promise.all(
		(meant ?? []).map((text) => weighed({ text, key: keyOf(text), kind: term.kind }, index)),
	);
	if (!instead.some(({ hits }) => hits.size > 0)) return { terms: [found] };
	return { terms: instead, corrected: { from: term.text, to: instead.map(({ text }) => text).join(" ") } };
}

async function weighed(term: Term, { library, engine }: SearchIndex): Promise<WeighedTerm> {
	const { length } = library.catalog.documents;
	if (term.kind === "phrase") {
		const hits = await engine.lookUp(term.text);
		return weigh(term, hits, new Set(hits.map(({ id }) => id)), length);
	}
	const [hits, exact] = await Promise.all([engine.lookUp(term.text), engine.lookUp(`"${term.text}"`)]);
	const found = exact.length > 0 || (await areMeant(term, hits, engine)) ? hits : [];
	return weigh(term, found, new Set(exact.map(({ id }) => id)), length);
}

/** A word of a question together with other words for it, and with other spellings. */
async function widened(term: WeighedTerm, index: SearchIndex): Promise<WeighedTerm> {
	if (term.kind !== "whole" || term.isOption) return term;
	const spellings = term.hits.size === 0 ? spellingsOf(term.text) : [];
	const likes = [...(term.together ?? []), ...spellings, ...apart(term.text)].map((text) => ({ text, isSame: false }));
	const found = [...index.others(term.key), ...likes].map(async ({ text, isSame }) => {
		return { term: await weighedAsItStands(text, index), isSame };
	});
	return withOthers(term, await Promise.all(found));
}

/** A word in the documents that hold the very word, with all its places: quoted, Pagefind tells the first of them alone. */
async function weighedAsItStands(text: string, { library, engine }: SearchIndex): Promise<WeighedTerm> {
	const exact = new Set((await engine.lookUp(`"${text}"`)).map(({ id }) => id));
	const hits = exact.size > 0 ? await engine.lookUp(text) : [];
	const term: Term = { text, key: keyOf(text), kind: "whole" };
	return within(weigh(term, hits, exact, library.catalog.documents.length), exact);
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

/**
 * Documents that answer to most of what the best one answers to; those of handoffs that the question names count more, and
 * are found where they do not hold the name as it was asked for.
 */
function relevant(
	found: readonly Candidate[],
	{ byKey, catalog }: Library,
	named: ReadonlyMap<string, number>,
): readonly Answer[] {
	const answers: Answer[] = [];
	const most = Math.max(0, ...found.map(({ coverage }) => coverage));
	for (const candidate of found) {
		const document = byKey.get(candidate.hit.id);
		const favour = named.get(document?.handoff ?? "") ?? 1;
		if (document && (candidate.coverage >= most * leastCoverage || favour > 1))
			answers.push({ candidate, document, favour, score: candidate.score * favour });
	}
	if (named.size === 0) return answers;
	const held = new Set(answers.map(({ document }) => document.handoff));
	for (const document of catalog.documents) {
		const favour = named.get(document.handoff ?? "");
		if (favour !== undefined && !held.has(document.handoff))
			answers.push({ candidate: null, document, favour, score: favour - 1 });
	}
	return answers.sort((a, b) => b.score - a.score);
}

function everything({ catalog }: Library): readonly Answer[] {
	return catalog.documents.map((document: CatalogDocument) => ({ document, candidate: null, favour: 1, score: 0 }));
}

async function readBest(
	answers: readonly Answer[],
	terms: readonly WeighedTerm[],
	index: SearchIndex,
): Promise<readonly Answer[]> {
	const close = await Promise.all(answers.slice(0, readClosely).map((answer) => read(answer, terms, index)));
	close.sort((a, b) => b.score - a.score || (a.document.path < b.document.path ? -1 : 1));
	return [...close, ...answers.slice(readClosely)];
}
