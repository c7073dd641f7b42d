/** What is asked of a handoff here: what it is called, where it stands, and what rules found in it. */
export interface Judged {
	readonly id: string;
	readonly slug: string;
	readonly findings: readonly { readonly rule: string; readonly state: string }[];
}

/** A rule that fails, by how many handoffs and how often. */
export interface BrokenRule {
	readonly rule: string;
	readonly handoffs: number;
	readonly errors: number;
}

/** How many shades tell handoffs apart by their errors. */
const shades = 4;

/** How many errors a handoff has. */
export function errorsOf({ findings }: Pick<Judged, "findings">): number {
	return findings.filter(({ state }) => state === "fail").length;
}

/**
 * The shade of each count of errors, from 1 to 4: by how many handoffs have fewer, so that one with very many leaves the others
 * as far apart as they are. Handoffs with as many errors as each other have one shade.
 */
export function shadesOf(handoffs: readonly Pick<Judged, "findings">[]): ReadonlyMap<number, number> {
	const counts = handoffs
		.map(errorsOf)
		.filter((count) => count > 0)
		.sort((a, b) => a - b);
	return new Map(
		counts.toReversed().map((count) => [count, 1 + Math.floor((shades * counts.indexOf(count)) / counts.length)]),
	);
}

/** The rules that fail, what most handoffs break first, and of those what has most errors. */
export function brokenRules(handoffs: readonly Judged[]): readonly BrokenRule[] {
	const failing = handoffs.flatMap(({ id, findings }) =>
		findings.filter(({ state }) => state === "fail").map(({ rule }) => ({ rule, id })),
	);
	return [...Map.groupBy(failing, ({ rule }) => rule)]
		.map(([rule, errors]) => ({ rule, handoffs: new Set(errors.map(({ id }) => id)).size, errors: errors.length }))
		.sort((a, b) => b.handoffs - a.handoffs || b.errors - a.errors || (a.rule < b.rule ? -1 : 1));
}

/** The failing handoffs with the fewest errors, the latest in build order first of those with as many. */
export function nearestToPassing<H extends Judged>(
	handoffs: readonly H[],
	most: number,
): readonly { readonly handoff: H; readonly errors: number }[] {
	return handoffs
		.map((handoff) => ({ handoff, errors: errorsOf(handoff) }))
		.filter(({ errors }) => errors > 0)
		.reverse()
		.sort((a, b) => a.errors - b.errors)
		.slice(0, most);
}
