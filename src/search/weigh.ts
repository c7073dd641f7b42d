import type { Hit } from "./engine.ts";
import type { Term } from "./terms.ts";

/** A term with how telling it is in this archive. */
export interface WeighedTerm extends Term {
	/** Rare words weigh more (inverse document frequency); parts of identifiers less. */
	readonly weight: number;
	/** Documents that hold it, by Pagefind's name, with how much it matters there, from 0 to 1. */
	readonly strengths: ReadonlyMap<string, number>;
	readonly hits: ReadonlyMap<string, Hit>;
	/** Other words for it, with what each counts for beside the word itself. */
	readonly others?: readonly { readonly term: Term; readonly share: number }[];
}

/** What parts of identifiers, words of everyday language and other words for a word count for beside a word as asked. */
const shares = { part: 0.45, weak: 0.3, other: 0.5 } as const;

/** Takes off the edge of rarity, so that one rare word of a question does not outweigh all others. */
const rarityPower = 0.5;

/**
 * Weighs a term.
 * @param exact names of the documents that hold the very word (or an inflection of it); a document that holds only a longer
 * word counts little where there are such, and fully where there are none.
 */
export function weigh(term: Term, hits: readonly Hit[], exact: ReadonlySet<string>, documents: number): WeighedTerm {
	const counted = exact.size > 0 ? exact.size : hits.length;
	const rarity = Math.log(1 + (documents - counted + 0.5) / (counted + 0.5));
	// Pagefind's score holds its own weight of the word, which counts longer words too.
	const own = Math.max(Math.log(1 + (documents - hits.length + 0.5) / (hits.length + 0.5)), 1e-6);
	const strengths = new Map<string, number>();
	for (const { id, score } of hits) {
		const frequency = term.kind === "phrase" ? 2 : score / own;
		const whole = exact.size === 0 || exact.has(id) ? 1 : 0.15;
		strengths.set(id, whole * (frequency / (frequency + 1.5)));
	}
	const share = term.kind === "part" ? shares.part : term.isWeak ? shares.weak : 1;
	return {
		...term,
		weight: Math.max(rarity, 0.02) ** rarityPower * share,
		strengths,
		hits: new Map(hits.map((hit) => [hit.id, hit])),
	};
}

/**
 * A term that other words stand for as well: the same word in another form fully, each other for less than the word itself,
 * and none for more than its own rarity tells.
 */
export function withOthers(
	term: WeighedTerm,
	all: readonly { readonly term: WeighedTerm; readonly isSame: boolean }[],
): WeighedTerm {
	const found = all.filter((other) => other.term.hits.size > 0);
	if (found.length === 0) return term;
	const weight = term.hits.size > 0 ? term.weight : Math.max(...found.map((other) => other.term.weight));
	const others = found.map(({ term: other, isSame }) => {
		const share = isSame ? 1 : shares.other;
		return { term: other, share: share * Math.min(1, other.weight / weight) };
	});
	const strengths = new Map(term.strengths);
	const hits = new Map(term.hits);
	for (const { term: other, share } of others)
		for (const [id, hit] of other.hits) {
			strengths.set(id, Math.max(strengths.get(id) ?? 0, share * (other.strengths.get(id) ?? 0)));
			const words = [...new Set([...(hits.get(id)?.words ?? []), ...hit.words])].sort((a, b) => a - b);
			hits.set(id, { id, score: hit.score, words, data: () => hit.data() });
		}
	return { ...term, weight, strengths, hits, others };
}

/** A term as it is found in some documents alone. */
export function within(term: WeighedTerm, ids: ReadonlySet<string>): WeighedTerm {
	const inside = ([id]: readonly [string, unknown]) => ids.has(id);
	return {
		...term,
		strengths: new Map([...term.strengths].filter(inside)),
		hits: new Map([...term.hits].filter(inside)),
	};
}

/** A term that hardly tells what is looked for, such as the words of a name that has been understood as one. */
export function lightened(term: WeighedTerm): WeighedTerm {
	return { ...term, weight: term.weight * shares.weak };
}
