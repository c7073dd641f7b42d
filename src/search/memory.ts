import type { Hit, HitData, Pagefind } from "./engine.ts";
import { agreement, keyOf, type Term } from "./terms.ts";

/** A document as it is indexed. */
export interface IndexedText {
	/** The key of the document in the catalog. */
	readonly key: string;
	readonly sections: readonly { readonly id: string; readonly title: string; readonly text: string }[];
}

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

/**
 * An index in memory that answers like Pagefind, for a terminal and for `handoffs dev`, where the archive changes and
 * nothing may be stale. Every different word is kept once and compared with a term once; texts are lists of numbers, so a
 * search is one pass over them, and no index has to be built or kept in step.
 */
export function indexInMemory(texts: Iterable<IndexedText>): MemoryIndex {
	const numbers = new Map<string, number>();
	const words: string[] = [];
	/** The words as they are compared. */
	const keys: string[] = [];
	const documents: Document[] = [];
	for (const { key, sections } of texts) {
		const own: number[] = [];
		const add = (text: string): void => {
			for (const word of text.match(/\S+/g) ?? []) {
				let number = numbers.get(word);
				if (number === undefined) {
					number = words.push(word) - 1;
					keys.push(keyOf(word));
					numbers.set(word, number);
				}
				own.push(number);
			}
		};
		const anchors = sections.map(({ id, title, text }) => {
			const location = own.length;
			add(title);
			add(text);
			return { id, text: title, location };
		});
		documents.push({ key, words: Uint32Array.from(own), anchors });
	}
	const total = documents.reduce((sum, document) => sum + document.words.length, 0);
	const average = total / Math.max(1, documents.length);

	const dataOf = ({ words: own, anchors }: Document): HitData => ({
		content: Array.from(own, (number) => words[number]).join(" "),
		anchors,
	});
	const hit = (document: Document, at: readonly number[], score: number): Hit => ({
		id: document.key,
		score,
		words: at,
		data: async () => dataOf(document),
	});

	/** The places of each document where words stand that agree, by the place's number among the words asked for. */
	const places = (agreeing: readonly Uint8Array[]) =>
		documents.flatMap((document) => {
			const [first] = agreeing;
			const at: number[] = [];
			for (let place = 0; place <= document.words.length - agreeing.length; place++)
				if (
					first?.[document.words[place] ?? 0] === 1 &&
					agreeing.every((one, offset) => one[document.words[place + offset] ?? 0] === 1)
				)
					at.push(place);
			return at.length === 0 ? [] : [{ document, at }];
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
			const least = phrase === undefined ? 0.01 : same;
			const agreeing = wanted.map((key) => {
				const term: Term = { text: key, key, kind: "whole" };
				// Words that agree share their first letters, in one of their parts at least.
				const start = key.slice(0, 3);
				return Uint8Array.from(keys, (known, number) => {
					if (!known.includes(start)) return 0;
					return Number(isExact ? known === key : agreement(words[number] ?? "", term) >= least);
				});
			});
			const found = agreeing.length === 0 ? [] : places(agreeing);
			const rarity = rarityOf(found.length, documents.length);
			const results = found.map(({ document, at }) => {
				const held = 1 - lengthWeight + (lengthWeight * document.words.length) / Math.max(1, average);
				const frequency = (at.length * (saturation + 1)) / (at.length + saturation * held);
				return hit(
					document,
					isExact ? at.flatMap((place) => wanted.map((_, offset) => place + offset)) : at,
					rarity * frequency,
				);
			});
			return { results: results.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)) };
		},
	};
}

/** How telling it is that a document holds a word: inverse document frequency. */
function rarityOf(holding: number, documents: number): number {
	return Math.max(Math.log(1 + (documents - holding + 0.5) / (holding + 0.5)), 1e-6);
}
