import { countMarks, type VerdictMark, verdictMarks } from "#model/verdicts.ts";

/*
 * The matrix of handoffs by rules as data: what /compliance.json holds, what the page's filters read, and what the
 * downloads are made from. Nothing here knows Astro or the browser.
 */

interface MatrixRule {
	readonly id: string;
	readonly group: string;
	readonly requires: string;
}

export interface MatrixHandoff {
	readonly id: string;
	readonly title: string;
	readonly family: string;
	/** The standard in force for it. */
	readonly standard: string;
	/** Whether the verdicts are those of today's standard, and another one is in force. */
	readonly byToday?: true;
	/** Address of its page. */
	readonly href: string;
	/** One verdict per rule, in the order of the rules. */
	readonly verdicts: readonly VerdictMark[];
}

export interface Matrix {
	readonly title: string;
	readonly rules: readonly MatrixRule[];
	/** In build order. */
	readonly handoffs: readonly MatrixHandoff[];
}

/** What the filters ask for; empty lists and texts ask for everything. */
export interface Filters {
	readonly verdicts: readonly FilterWord[];
	readonly family: string;
	readonly standard: string;
	readonly group: string;
}

/** The verdicts that each filter shows. */
export const filterMarks = {
	fail: ["fail"],
	warning: ["warning", "note"],
	waived: ["waived"],
	undecided: ["needs-human", "could-not-evaluate"],
} as const satisfies Record<string, readonly VerdictMark[]>;
export type FilterWord = keyof typeof filterMarks;
export const filterWords = Object.keys(filterMarks) as readonly FilterWord[];

/** The name of the boxes of verdicts, in the form that says that several of them make one value. */
const verdictField = "verdict[]";

/** Reads filters from the query of an address; what it does not know, it leaves out. */
export function filtersFrom(query: URLSearchParams): Filters {
	const asked = new Set([...query.getAll("verdict"), ...query.getAll(verdictField)]);
	return {
		verdicts: filterWords.filter((word) => asked.has(word)),
		family: query.get("family") ?? "",
		standard: query.get("standard") ?? "",
		group: query.get("group") ?? "",
	};
}

/** The query of an address that keeps the filters; empty where nothing is filtered. */
export function queryOf({ verdicts, family, standard, group }: Filters): string {
	const query = new URLSearchParams(verdicts.map((word) => ["verdict", word]));
	for (const [name, value] of Object.entries({ family, standard, group })) if (value !== "") query.set(name, value);
	return query.toString();
}

/** Which rows and columns of the matrix the filters show, as positions. */
export function shownBy(
	matrix: Matrix,
	filters: Filters,
): { readonly rules: readonly number[]; readonly handoffs: readonly number[] } {
	const { family, standard, group } = filters;
	const wanted = new Set<VerdictMark>(filters.verdicts.flatMap((word) => filterMarks[word]));
	const columns = [...matrix.rules.keys()].filter((index) => group === "" || matrix.rules[index]?.group === group);
	const rows = [...matrix.handoffs.entries()].filter(
		([, handoff]) => (family === "" || handoff.family === family) && (standard === "" || handoff.standard === standard),
	);
	if (wanted.size === 0) return { rules: columns, handoffs: rows.map(([index]) => index) };
	const hits = (handoff: MatrixHandoff, rule: number) => {
		const mark = handoff.verdicts[rule];
		return mark !== undefined && wanted.has(mark);
	};
	return {
		rules: columns.filter((rule) => rows.some(([, handoff]) => hits(handoff, rule))),
		handoffs: rows.filter(([, handoff]) => columns.some((rule) => hits(handoff, rule))).map(([index]) => index),
	};
}

/** The matrix with only what the filters show. */
export function filtered(matrix: Matrix, filters: Filters): Matrix {
	const shown = shownBy(matrix, filters);
	return {
		title: matrix.title,
		rules: shown.rules.flatMap((index) => matrix.rules[index] ?? []),
		handoffs: shown.handoffs.flatMap((row) => {
			const handoff = matrix.handoffs[row];
			return handoff ? { ...handoff, verdicts: shown.rules.flatMap((index) => handoff.verdicts[index] ?? []) } : [];
		}),
	};
}

/** What asks somebody for something, what weighs most first. */
const loudMarks = verdictMarks.filter((mark) => !isQuiet(mark));

/**
 * The matrix with what fails most often first, groups of rules and within them rules: what fails is asked for first. What fails as
 * often is put in order by what was left undecided, then by warnings, and so on.
 */
export function gravestFirst(matrix: Matrix): Matrix {
	const rules = matrix.rules.map(({ group }, index) => {
		const counts = countMarks(matrix.handoffs.flatMap(({ verdicts }) => verdicts[index] ?? []));
		return { group, index, weights: loudMarks.map((mark) => counts[mark]) };
	});
	const weightsOf = (list: typeof rules) =>
		loudMarks.map((_, mark) => list.reduce((sum, { weights }) => sum + (weights[mark] ?? 0), 0));
	// Sorting is stable: what weighs the same stays in its order.
	const order = [...Map.groupBy(rules, ({ group }) => group).values()]
		.sort((a, b) => byWeights(weightsOf(a), weightsOf(b)))
		.flatMap((list) => list.toSorted((a, b) => byWeights(a.weights, b.weights)))
		.map(({ index }) => index);
	return {
		...matrix,
		rules: order.flatMap((index) => matrix.rules[index] ?? []),
		handoffs: matrix.handoffs.map((handoff) => ({
			...handoff,
			verdicts: order.flatMap((index) => handoff.verdicts[index] ?? []),
		})),
	};
}

/** The first weight that differs decides; more comes first. */
function byWeights(a: readonly number[], b: readonly number[]): number {
	const differs = a.findIndex((weight, index) => weight !== b[index]);
	return differs === -1 ? 0 : (b[differs] ?? 0) - (a[differs] ?? 0);
}

/** Whether a verdict asks nothing of anybody. */
export function isQuiet(mark: VerdictMark): boolean {
	return mark === "pass" || mark === "not-applicable";
}
