import { closest, distance } from "fastest-levenshtein";

/** More known words than these are not listed: nobody reads on. */
const listed = 24;

/** Names the nearest of the known words where one is near, else all of them, or those of the same group (`layout/…`) where they are many. */
export function didYouMean(word: string, known: readonly string[]): string {
	const near = nearest(word, known);
	if (near !== null) return `did you mean "${near}"?`;
	if (known.length <= listed) return known.length === 0 ? "nothing is known here" : `known: ${known.join(", ")}`;
	const group = word.slice(0, word.indexOf("/") + 1);
	const others = known.filter((candidate) => candidate.startsWith(group));
	return group !== "" && others.length > 0
		? `known: ${others.join(", ")}`
		: `none of the ${known.length} known ones is near`;
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
