import type { CrossedThreshold } from "#model/flow.ts";
import type { Place } from "#model/source.ts";
import { type Term, term } from "#words/because.ts";
import type { HistorySubject } from "../judging/transfer-rule.ts";
import { placesOfSteps } from "./flow-places.ts";

/** The crossed thresholds of some kinds, with where one sees it; in the whole log where no entry shows it alone. */
export function* crossedOf(
	subject: HistorySubject,
	thresholds: readonly CrossedThreshold["threshold"][],
): Generator<{ readonly crossed: CrossedThreshold; readonly place: Place; readonly who: string | Term }> {
	const placeOf = placesOfSteps(subject);
	const path = subject.history[0]?.path ?? subject.transfers[0]?.path;
	for (const crossed of subject.flow.crossed) {
		if (!thresholds.includes(crossed.threshold) || path === undefined) continue;
		const who = crossed.of === "phase" ? term("thePhase", { phase: crossed.key }) : crossed.key;
		yield { crossed, place: placeOf(crossed) ?? { kind: "file", path }, who };
	}
}

/** A share as a percentage. */
export function percent(share: number): string {
	return `${Math.round(share * 100)} %`;
}
