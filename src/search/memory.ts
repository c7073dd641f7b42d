import type { Hit, HitData, Pagefind } from "./engine.ts";
import { agreement, keyOf, type Term } from "./terms.ts";

/** A document as it is indexed. */
export interface IndexedText {
	/** The key of the document in the catalog. */
	readonly key: string;
	readonly sections: readonly { readonly id: string; readonly title: string; readonly text: string }[];
}

/** What `indexInMemory` makes. */
export interface MemoryIndex extends Pagefind {
	/** A document's text; undefined for a key that is not in the index. */
	text(key: string): HitData | undefined;
}

/** Least agreement of a word that is held to be the very word, or an inflection of it. */
const same = 0.8;
/** How soon more occurrences of a word stop to matter, and how much long documents are held back (BM25). */
const saturation = 1.2;
const lengthWeight = 0.6;

interface Document {
	readonly key: string;
	/** Numbers of the words, in order. */
	readonly words: Uint32Array;
	readonly anchors: HitData["anchors"];
}

/** All texts of an index: every different word once, and documents as lists of the words' numbers. */
interface Texts {
	readonly words: readonly string[];
	/** The words as they are compared. */
	readonly keys: readonly string[];
	readonly documents: readonly Document[];
}

/**
 * An index in memory that answers like Pagefind, for a terminal and for `handoffs dev`, where the archive changes and
 * nothing may be stale. Every different word is kept once and compared with a term once; texts are lists of numbers, so a
 * search is one pass over them, and no index has to be built or kept in step.
 */
export function indexInMemory(texts: Iterable<IndexedText>): MemoryIndex {
	const known = readTexts(texts);
	const { words, documents } = known;
	const total = documents.reduce((sum, document) => sum + document.words.length, 0);
	const average = total / Math.max(1, documents.length);
	const dataOf = ({ words: own, anchors }: Document): HitData => ({
		content: Array.from(own, (number) => words[number]).join(" "),
		anchors,
	});
	return {
		text: (key) => {
			const document = documents.find((one) => one.key === key);
			return document && dataOf(document);
		},
		search: async (asked) => {
			const phrase = /^"(.*)"$/su.exec(asked)?.[1];
			const wanted = (phrase ?? asked).split(/\s+/u).map(keyOf).filter(Boolean);
			const isExact = phrase !== undefined && wanted.length > 1;
			const agreeing = agreeingWords(wanted, known, isExact ? "exact" : phrase === undefined ? 0.01 : same);
			const found = agreeing.length === 0 ? [] : placesOf(agreeing, documents);
			const rarity = rarityOf(found.length, documents.length);
			const results = found.map(({ document, at }): Hit => {
				const held = 1 - lengthWeight + (lengthWeight * document.words.length) / Math.max(1, average);
				const frequency = (at.length * (saturation + 1)) / (at.length + saturation * held);
				return {
					id: document.key,
					score: rarity * frequency,
					words: isExact ? at.flatMap((place) => wanted.map((_, offset) => place + offset)) : at,
					data: async () => dataOf(document),
				};
			});
			return { results: results.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)) };
		},
	};
}

function readTexts(texts: Iterable<IndexedText>): Texts {
	const numbers = new Map<string, number>();
	const words: string[] = [];
	const keys: string[] = [];
	const numberOf = (word: string): number => {
		let number = numbers.get(word);
		if (number === undefined) {
			number = words.push(word) - 1;
			keys.push(keyOf(word));
			numbers.set(word, number);
		}
		return number;
	};
	const documents = Array.from(texts, ({ key, sections }): Document => {
		const own: number[] = [];
		const anchors = sections.map(({ id, title, text }) => {
			const location = own.length;
			for (const part of [title, text]) for (const word of part.match(/\S+/g) ?? []) own.push(numberOf(word));
			return { id, text: title, location };
		});
		return { key, words: Uint32Array.from(own), anchors };
	});
	return { words, keys, documents };
}

/** Of each word asked for, which of all words agree with it: by at least so much, or to the letter. */
function agreeingWords(wanted: readonly string[], { words, keys }: Texts, least: number | "exact"): Uint8Array[] {
	return wanted.map((key) => {
		const term: Term = { text: key, key, kind: "whole" };
		// Words that agree share their first letters, in one of their parts at least.
		const start = key.slice(0, 3);
		return Uint8Array.from(keys, (known, number) => {
			if (!known.includes(start)) return 0;
			return Number(least === "exact" ? known === key : agreement(words[number] ?? "", term) >= least);
		});
	});
}

/** The places of each document where words stand that agree, one behind the other. */
function placesOf(agreeing: readonly Uint8Array[], documents: readonly Document[]) {
	const [first] = agreeing;
	return documents.flatMap((document) => {
		const at: number[] = [];
		for (let place = 0; place <= document.words.length - agreeing.length; place++)
			if (
				first?.[document.words[place] ?? 0] === 1 &&
				agreeing.every((one, offset) => one[document.words[place + offset] ?? 0] === 1)
			)
				at.push(place);
		return at.length === 0 ? [] : [{ document, at }];
	});
}

/** How telling it is that a document holds a word: inverse document frequency. */
function rarityOf(holding: number, documents: number): number {
	return Math.max(Math.log(1 + (documents - holding + 0.5) / (holding + 0.5)), 1e-6);
}
