import type { CountComparison, CountKind, HandoffBaseline } from "#model/baselines.ts";
import type { RelatedPlace } from "#model/findings.ts";
import type { Place } from "#model/source.ts";
import { because, together } from "#words/because.ts";
import { lineStart } from "./archive-facts.ts";
import type { ArchiveSubject, Statement } from "./rule.ts";

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

/** The count that another one is compared with, as a related place. */
export function comparedWith({ against, kind }: CountComparison): readonly RelatedPlace[] {
	if (!against) return [];
	const message = `${against.handoff}: ${against.value} ${kind}`;
	return [{ place: lineStart(against.path, against.line), message }];
}

/** Why a handoff's count of a kind cannot be compared, as a statement; null where it can. */
export function notComparable(baseline: HandoffBaseline, kind: CountKind): Statement | null {
	const { handoff, predecessor } = baseline;
	const comparison = systemComparison(baseline, kind);
	if (!comparison) return { verdict: "not-applicable", ...because("noCountStated", { kind }), handoff };
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
