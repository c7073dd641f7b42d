import { type Draft, type Mutation, rearrange } from "./mutation.ts";

/* What changes of baselines have in common. */

export const tests = "Test Results";
export const regression = "Full Regression";
export const baseline = "Baseline Snapshot";
export const cleanRoom = "Clean-Room";

/** Sets the figure of a labelled line; the index of the line. */
export function set(draft: Draft, section: string, label: RegExp, value: number): number {
	const at = draft.find(label, draft.heading(section));
	return draft.swap(at, /\d+/, String(value));
}

/** Refuses a document that tells why there is less than before, or that starts from nothing. */
export function silentAbout(draft: Draft): void {
	draft.find(/^- Before this handoff/);
	if (draft.lines.some((line) => /remove|delete|drop|replace|supersede|merge|retire|obsolete|absorb/i.test(line)))
		draft.find(/^no reason for a drop may be there$/);
}

/** Only for some handoffs: those whose package an earlier one tested, whose file an earlier one changed. */
export function only(ids: readonly string[], mutation: Mutation): Mutation {
	return { ...mutation, apply: (handoff) => (ids.includes(handoff.id) ? mutation.apply(handoff) : null) };
}

/** All that else speaks when figures of a baseline change. */
export const besides = (because: string, ...rules: readonly string[]) => ({
	also: {
		rules: [
			"baseline/previous-figure",
			"baseline/tests-decreased",
			"baseline/packages-decreased",
			"baseline/failures-increased",
			"results/counts-agree",
			"results/list-counts",
			"results/regression",
			"results/test-counts",
			"results/test-minimum",
			"results/status-contradiction",
			"results/new-failures",
			...rules,
		].filter((rule, at, all) => all.indexOf(rule) === at),
		because,
	},
});

export const figures = "a figure of a baseline is quoted by the sections beside it and by the handoff after it";

/** The regression with failures, and the line of the first figure. */
export function failing(draft: Draft, count: number): number {
	const total = draft.find(/^- Total/, draft.heading(regression));
	const passed = Number(/\d+/.exec(draft.at(total + 1))?.[0]);
	draft.swap(total + 1, /\d+/, String(passed - count));
	return set(draft, regression, /^- Failed/, count);
}

/** Names failures under a title, below those that are new; the line of the first. */
export function claim(draft: Draft, title: string, ...names: readonly string[]): number {
	const at = draft.find(/^- New failures/, draft.heading(regression));
	return draft.insert(at + 1, `- ${title}:`, ...names.map((name) => `  - \`${name}\` (drifts)`)) + 1;
}

/** A line of handoffs in the place of the archive; the last one is reported. */
export function inLine(
	title: string,
	files: Readonly<Record<string, string>>,
	line: number,
	handoff = "H-2",
): Mutation {
	return only(["H-1"], {
		...rearrange(title, () => ({
			alone: true,
			files,
			expected: { path: `${handoff}/${handoff}_RESULTS.md`, line, handoff },
		})),
		...besides(
			"handoffs that are copies of one have no spec, the same files, and what one of them lacks",
			"layout/spec-missing",
			"provenance/chain",
			"baseline/snapshot-copied",
			"baseline/hash-repeated",
			"results/baseline",
			"results/clean-room",
			"results/section-unfilled",
			"publish/broken-reference",
		),
	});
}
