import { distance } from "fastest-levenshtein";

/** Words of the archive that start alike, with how many documents hold them. */
export type Words = readonly (readonly [word: string, documents: number])[];

/** Looks the words of an archive up by their first letter. */
export type WordIndex = (letter: string) => Promise<Words>;

/** Letters from which on a word may be written with two mistakes, and with one. */
const twoMistakes = 8;
const oneMistake = 4;

/**
 * The word of the archive that somebody who wrote a word that it does not hold is likeliest to mean: the one that differs
 * least, the most frequent of equals. Null where none is near.
 * @param letters the first letters that there are words for.
 */
export async function nearestWord(written: string, letters: string, index: WordIndex): Promise<string | null> {
	const word = written.toLowerCase();
	const most = word.length >= twoMistakes ? 2 : word.length >= oneMistake ? 1 : 0;
	if (most === 0 || !isPlain(word)) return null;
	// The first letter may be missing, or have changed places with the second.
	const starts = [...new Set([word.slice(0, 1), word.slice(1, 2)])].filter((letter) => letters.includes(letter));
	const known = (await Promise.all(starts.map(index))).flat();
	let best: { readonly word: string; readonly mistakes: number; readonly documents: number } | null = null;
	for (const [other, documents] of known) {
		if (Math.abs(other.length - word.length) > most || other === word) continue;
		const mistakes = isSwapped(word, other) ? 1 : distance(word, other);
		if (mistakes > most) continue;
		// The first letter is the one that hardly anybody gets wrong.
		const unlikely = mistakes + (other[0] === word[0] ? 0 : 0.5);
		if (!best || unlikely < best.mistakes || (unlikely === best.mistakes && documents > best.documents))
			best = { word: other, mistakes: unlikely, documents };
	}
	return best?.word ?? null;
}

/** Letters of the shortest word that another may be written together with. */
const shortestHalf = 4;

/** The two words of the archive that a word which it does not hold is written together from; null where there are none. */
export async function writtenApart(
	written: string,
	letters: string,
	index: WordIndex,
): Promise<readonly [string, string] | null> {
	const word = written.toLowerCase();
	if (word.length < 2 * shortestHalf || !isPlain(word)) return null;
	const starting = async (start: string) =>
		letters.includes(start.slice(0, 1)) ? new Map(await index(start.slice(0, 1))) : new Map<string, number>();
	const firsts = await starting(word);
	let best: { readonly halves: readonly [string, string]; readonly documents: number } | null = null;
	for (let at = shortestHalf; at <= word.length - shortestHalf; at++) {
		const [first, second] = [word.slice(0, at), word.slice(at)];
		if (!firsts.has(first)) continue;
		const documents = Math.min(firsts.get(first) ?? 0, (await starting(second)).get(second) ?? 0);
		if (documents > (best?.documents ?? 0)) best = { halves: [first, second], documents };
	}
	return best?.halves ?? null;
}

/** Whether two neighbouring letters have changed places, which is one mistake to whoever types. */
function isSwapped(a: string, b: string): boolean {
	if (a.length !== b.length) return false;
	let at = 0;
	while (at < a.length && a[at] === b[at]) at++;
	return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

const plain = /^\p{L}{4,24}$/u;

function isPlain(word: string): boolean {
	return plain.test(word);
}

/** Counts the plain words of texts, each once per text. */
export function wordCounter(): {
	/** Counts the words of one text. */
	add(texts: Iterable<string>): void;
	/** What was counted, by first letter; words in the order of the alphabet. */
	byLetter(): ReadonlyMap<string, Words>;
} {
	const counts = new Map<string, { documents: number; last: number }>();
	let current = 0;
	return {
		add(texts) {
			current++;
			for (const text of texts)
				for (const word of text.toLowerCase().match(wordy) ?? []) {
					if (word.length > 24) continue;
					const known = counts.get(word);
					if (!known) counts.set(word, { documents: 1, last: current });
					else if (known.last !== current) {
						known.documents++;
						known.last = current;
					}
				}
		},
		byLetter: () =>
			Map.groupBy(
				[...counts]
					.map(([word, { documents }]): Words[number] => [word, documents])
					.sort(([a], [b]) => (a < b ? -1 : 1)),
				([word]) => word.slice(0, 1),
			),
	};
}

// Ranges in place of \p{L}: four times as fast, over megabytes of text. What is no letter all the same is nobody's typing mistake.
const wordy = /[a-z\u00df-\u1fff\u2c00-\u2dff\u3040-\ud7ff]{4,}/g;
