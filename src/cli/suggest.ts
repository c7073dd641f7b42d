import { closest, distance } from "fastest-levenshtein";

/** `; did you mean "check"?` where one of the known words is near, else nothing. */
export function suggestion(word: string, known: readonly string[]): string {
	if (known.length === 0) return "";
	const near = closest(word, known);
	return distance(word, near) <= slips(near) ? `; did you mean "${near}"?` : "";
}

/** How many slips of the pen a word allows: in a short one, two make another word of it. */
function slips({ length }: string): number {
	return length <= 3 ? 1 : Math.max(2, Math.floor(length / 3));
}
