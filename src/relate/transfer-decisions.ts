import type { Transfer } from "#model/transfers.ts";
import type { DecisionSource } from "./decisions.ts";

/** The decisions that transfers between modes state, each where it stands. */
export function transferDecisions(transfers: readonly Transfer[]): readonly DecisionSource[] {
	return transfers.flatMap(({ path, at, decisions }) =>
		decisions === null || decisions.length === 0
			? []
			: [
					{
						path,
						handoff: null,
						date: at === null || at.instant === null ? null : new Date(at.instant).toISOString().slice(0, 10),
						packageMentions: [],
						decisions: decisions.map(({ value, place }) => {
							const range = place.kind === "range" ? place.range : null;
							const line = range?.start.line ?? 1;
							return {
								kind: "transfer" as const,
								number: null,
								words: value,
								line,
								endLine: Math.max(line, range?.end.line ?? line),
								says: [],
							};
						}),
					},
				],
	);
}
