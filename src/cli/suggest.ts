import { closest, distance } from "fastest-levenshtein";

/** `; did you mean "check"?` where one of the known words is near, else nothing. */
export function suggestion(word: string, known: readonly string[]): string {
	if (known.length === 0) return "";
	const near = closest(word, known);
	return distance(word, near) <= Math.max(2, Math.floor(near.length / 3)) ? `; did you mean "${near}"?` : "";
}
