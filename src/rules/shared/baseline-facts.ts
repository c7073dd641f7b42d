import type { CountComparison, CountKind, HandoffBaseline } from "#model/baselines.ts";
import type { Place } from "#model/source.ts";
import { because, type ReasonId, together } from "#words/because.ts";
import type { RelatedStatement, Statement } from "../judging/outcome.ts";
import type { ArchiveSubject } from "../judging/rule.ts";
import { lineStart } from "./archive-facts.ts";

/** Every handoff with RESULTS, or that there is none to compare. */
export function* baselinesIn({ baselines }: ArchiveSubject): Iterable<HandoffBaseline | Statement> {
	for (const baseline of baselines)
		if (baseline.results !== null) yield baseline;
		else
			yield {
				verdict: "not-applicable",
				...because("noResults", { handoff: baseline.handoff }),
				handoff: baseline.handoff,
			};
}

/** The system's count of a kind and what it is compared with; undefined where RESULTS states none. */
export function systemComparison({ comparisons }: HandoffBaseline, kind: CountKind): CountComparison | undefined {
	return comparisons.find((one) => one.kind === kind && one.of === undefined);
}

/** Where a count stands. */
export function countPlace({ count }: CountComparison): Place {
	return lineStart(count.path, count.line);
}

/** What reasons call counts, and what they say where none is stated. */
const counts = {
	packages: { of: "countedPackages", none: "noPackagesCounted" },
	tests: { of: "countedTests", none: "noTestsCounted" },
	passed: { of: "countedPassed", none: "noPassedCounted" },
	failed: { of: "countedFailed", none: "noFailedCounted" },
} as const satisfies Record<CountKind, { readonly of: ReasonId; readonly none: ReasonId }>;

type Last = NonNullable<CountComparison["against"]>;

/** How a count compares with the last one, for rules that state either: the drop is stated, or how much there was before. */
export function againstLast({ count, drop }: CountComparison, last: Last) {
	const data = { count: count.value, before: last.value, against: last.handoff };
	return drop?.by === "stated"
		? ({ statement: "stated", data, place: lineStart(drop.path, drop.line) } as const)
		: ({ statement: "after", data, place: lineStart(count.path, count.line) } as const);
}

/** The count that another one is compared with, as a related place. */
export function comparedWith({ against, kind }: CountComparison): readonly RelatedStatement<never>[] {
	if (!against) return [];
	const counted = because(counts[kind].of, { handoff: against.handoff, count: against.value });
	return [{ place: lineStart(against.path, against.line), ...counted }];
}

/** Why a handoff's count of a kind cannot be compared, as a statement; null where it can. */
export function notComparable(baseline: HandoffBaseline, kind: CountKind): Statement | null {
	const { handoff, predecessor } = baseline;
	const comparison = systemComparison(baseline, kind);
	if (!comparison) return { verdict: "not-applicable", ...because(counts[kind].none), handoff };
	const place = countPlace(comparison);
	if (!predecessor) return { verdict: "not-applicable", ...because("nothingBefore"), handoff, place };
	if (comparison.against) return null;
	return {
		verdict: "could-not-evaluate",
		...together(because("noComparableBaseline"), comparison),
		handoff,
		place,
	};
}
