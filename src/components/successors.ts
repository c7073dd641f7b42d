import type { HandoffEntry } from "virtual:handoff-archive/entries";

type Relation = HandoffEntry["relations"][number];

/** The handoffs that replace this one, by its own words or theirs. */
export function successorsOf(relations: readonly Relation[]): readonly Relation[] {
	return relations.filter(
		({ type, direction }) =>
			(type === "superseded-by" && direction === "out") || (type === "supersedes" && direction === "in"),
	);
}
