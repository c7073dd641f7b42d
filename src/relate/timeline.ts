import type { Handoff } from "#model/archive.ts";
import type { BaselineCount, CountComparison, CountScope, HandoffBaseline, SourceLine } from "#model/baselines.ts";
import type { Verdict } from "#model/verdicts.ts";
import { scopeKey } from "./baselines/counts.ts";

/** A figure of a handoff in a chart, with where it stands. */
export interface TimelineValue<Place = SourceLine> {
	readonly value: number;
	readonly state: BaselineCount["state"];
	readonly place: Place;
	/** The change against the last count of the same scope; null where none is comparable. */
	readonly delta: number | null;
	readonly against: string | null;
	/** What accounts for a value that went down: the quoted line, nothing, or null where it did not. */
	readonly drop:
		| { readonly by: "stated"; readonly quote: string; readonly place: Place }
		| { readonly by: "none" }
		| null;
}

/** A step of the build order. */
export interface TimelineStep {
	readonly id: string;
	readonly order: number;
	readonly family: Handoff["family"];
	readonly isOpen: boolean;
	/** What the handoff's predecessor rests on; null for the first. */
	readonly basis: "stated" | "configured" | "inferred" | null;
}

/** Figures of one scope over the build order: one for each step, null where none is stated. */
export interface TimelineSeries<Place = SourceLine> {
	/** Null where too little is said of the scope to compare: then its values are not joined. */
	readonly key: string | null;
	readonly label: string;
	readonly values: readonly (TimelineValue<Place> | null)[];
}

/** What the charts of an archive show; all lists have one entry for each step. */
export interface Timeline<Place = SourceLine> {
	readonly steps: readonly TimelineStep[];
	/** Total tests by scope, the scope with the most figures first. */
	readonly tests: readonly TimelineSeries<Place>[];
	readonly packages: readonly (TimelineValue<Place> | null)[];
	/** Failing tests of the last full run; named ones by what became of them. */
	readonly failures: readonly ({
		readonly count: number;
		readonly place: Place;
		readonly added: number;
		readonly carried: number;
		readonly fixed: number;
	} | null)[];
	/** Rules that the handoff breaks as errors, of those that were decided. */
	readonly compliance: readonly { readonly failed: number; readonly decided: number }[];
}

/**
 * The figures of an archive over its build order. Linear in handoffs, their counts and verdicts.
 * @param labelOf what a count covers, in a few words; counts of no known scope that are called alike share a series.
 */
export function timelineOf(
	{
		handoffs,
		baselines = [],
		verdicts,
	}: {
		/** In build order. */
		readonly handoffs: readonly Handoff[];
		readonly baselines?: readonly HandoffBaseline[] | undefined;
		readonly verdicts: readonly Verdict[];
	},
	labelOf: (scope: CountScope) => string,
): Timeline {
	const byHandoff = new Map(baselines.map((baseline) => [baseline.handoff, baseline]));
	const own = handoffs.map(({ id }) => byHandoff.get(id));
	const decided = Map.groupBy(verdicts, ({ handoff }) => handoff);
	return {
		steps: handoffs.map(({ id, order, family, documents }, index) => ({
			id,
			order,
			family,
			isOpen: !documents.some(({ kind }) => kind === "results"),
			basis: own[index]?.predecessor?.basis ?? null,
		})),
		tests: testSeries(own, labelOf),
		packages: own.map((baseline) => {
			const comparison = baseline?.comparisons.find(({ kind, of }) => kind === "packages" && of === undefined);
			return comparison ? compared(comparison) : null;
		}),
		failures: own.map(failuresOf),
		compliance: handoffs.map(({ id }) => complianceOf(decided.get(id) ?? [])),
	};
}

/** The same for some of the handoffs. */
export function partOfTimeline<Place>(
	timeline: Timeline<Place>,
	keep: (step: TimelineStep) => boolean,
): Timeline<Place> {
	const kept = timeline.steps.map(keep);
	return picked(timeline, (items) => items.filter((_, index) => kept[index]));
}

/** The same for a stretch of the build order, by positions; the end is not part of it. */
export function stretchOfTimeline<Place>(timeline: Timeline<Place>, from: number, to: number): Timeline<Place> {
	return picked(timeline, (items) => items.slice(from, to));
}

function picked<Place>(
	timeline: Timeline<Place>,
	pick: <Item>(items: readonly Item[]) => readonly Item[],
): Timeline<Place> {
	return {
		steps: pick(timeline.steps),
		tests: timeline.tests
			.map((series) => ({ ...series, values: pick(series.values) }))
			.filter(({ values }) => values.some((value) => value !== null)),
		packages: pick(timeline.packages),
		failures: pick(timeline.failures),
		compliance: pick(timeline.compliance),
	};
}

/** The same with other places, such as those of a site. */
export function placedTimeline<Place>(timeline: Timeline, at: (place: SourceLine) => Place): Timeline<Place> {
	const value = (one: TimelineValue | null): TimelineValue<Place> | null =>
		one && {
			...one,
			place: at(one.place),
			drop: one.drop?.by === "stated" ? { ...one.drop, place: at(one.drop.place) } : one.drop,
		};
	return {
		...timeline,
		tests: timeline.tests.map((series) => ({ ...series, values: series.values.map(value) })),
		packages: timeline.packages.map(value),
		failures: timeline.failures.map((one) => one && { ...one, place: at(one.place) }),
	};
}

/**
 * The count that a change of a series starts from, where the series does not show it: another section of the earlier RESULTS
 * states it. Null where the series shows it, and where nothing is compared.
 */
export function hiddenStart(
	{ steps }: Pick<Timeline<unknown>, "steps">,
	{ values }: Pick<TimelineSeries<unknown>, "values">,
	index: number,
): number | null {
	const value = values[index];
	if (!value || value.delta === null || value.against === null) return null;
	const start = value.value - value.delta;
	// From here backwards: what a handoff is compared with was built shortly before it.
	let before = index;
	while (before >= 0 && steps[before]?.id !== value.against) before--;
	const shown = values[before];
	return shown?.value === start ? null : start;
}

function testSeries(
	baselines: readonly (HandoffBaseline | undefined)[],
	labelOf: (scope: CountScope) => string,
): readonly TimelineSeries[] {
	const series = new Map<string, { key: string | null; label: string; values: (TimelineValue | null)[] }>();
	for (const [index, baseline] of baselines.entries()) {
		const comparison = baseline?.comparisons.find(({ kind, of }) => kind === "tests" && of === undefined);
		const others = (baseline?.counts ?? []).filter(
			({ kind, section }) => kind === "tests" && (section === "baseline" || section === "regression"),
		);
		for (const count of comparison ? [comparison.count, ...others] : others) {
			const key = scopeKey({ kind: "tests", count });
			const label = labelOf(count.scope);
			const name = key ?? `\n${label}`;
			const known = series.get(name) ?? { key, label, values: baselines.map(() => null) };
			series.set(name, known);
			// The first count of a scope stands for the handoff; the regression repeats the baseline.
			known.values[index] ??= count === comparison?.count ? compared(comparison) : alone(count);
		}
	}
	const size = ({ values }: TimelineSeries) => values.filter((value) => value !== null).length;
	return [...series.values()].sort((a, b) => Number(b.key !== null) - Number(a.key !== null) || size(b) - size(a));
}

function compared({ count, delta, against, drop }: CountComparison): TimelineValue {
	return {
		...alone(count),
		delta,
		against: against?.handoff ?? null,
		drop:
			drop?.by === "stated"
				? { by: "stated", quote: drop.quote, place: { path: drop.path, line: drop.line } }
				: drop && { by: "none" },
	};
}

function alone({ value, state, path, line }: BaselineCount): TimelineValue {
	return { value, state, place: { path, line }, delta: null, against: null, drop: null };
}

function failuresOf(baseline: HandoffBaseline | undefined): Timeline["failures"][number] {
	if (!baseline) return null;
	const count = baseline.comparisons.find(({ kind, of }) => kind === "failed" && of === undefined)?.count;
	const named = baseline.failures;
	if (!count) return null;
	return {
		count: count.value,
		place: { path: count.path, line: count.line },
		added: named?.added.length ?? 0,
		carried: named?.carried.length ?? 0,
		fixed: named?.fixed.length ?? 0,
	};
}

function complianceOf(verdicts: readonly Verdict[]): Timeline["compliance"][number] {
	const decided = verdicts.filter(({ verdict }) => verdict !== "not-applicable");
	return {
		failed: decided.filter(({ verdict, severity }) => verdict === "fail" && severity === "error").length,
		decided: decided.length,
	};
}
