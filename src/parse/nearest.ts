import { closest, distance } from "fastest-levenshtein";
import { type Term, term } from "#words/because.ts";

/** More known words than these are not listed: nobody reads on. */
const listed = 24;

/** Names the nearest of the known words where one is near, else all of them, or those of the same group (`layout/…`) where they are many. */
export function didYouMean(word: string, known: readonly string[]): string {
	return meant(word, known).term;
}

/** The same as words of the product. */
export function meant(word: string, known: readonly string[]): Term {
	const near = nearest(word, known);
	if (near !== null) return term("didYouMean", { near });
	if (known.length === 0) return term("nothingKnown");
	const knownOnes = (words: readonly string[]) => term("knownWords", { words: words.join(", ") });
	if (known.length <= listed) return knownOnes(known);
	const group = word.slice(0, word.indexOf("/") + 1);
	const others = known.filter((candidate) => candidate.startsWith(group));
	return group !== "" && others.length > 0 ? knownOnes(others) : term("noneNear", { count: known.length });
}

/** The known word that a mistyped one most likely means, or null where none is near. */
export function nearest(word: string, known: readonly string[]): string | null {
	if (known.length === 0) return null;
	const lower = word.toLowerCase();
	const match = closest(
		lower,
		known.map((candidate) => candidate.toLowerCase()),
	);
	const original = known.find((candidate) => candidate.toLowerCase() === match) ?? null;
	return distance(lower, match) <= Math.max(1, Math.floor((match.length + 1) / 3)) ? original : null;
}
