import type { CollectionEntry } from "astro:content";

type Relation = CollectionEntry<"handoffs">["data"]["relations"][number];

/** The handoffs that replace this one, by its own words or theirs. */
export function successorsOf(relations: readonly Relation[]): readonly Relation[] {
	return relations.filter(
		({ type, direction }) =>
			(type === "superseded-by" && direction === "out") || (type === "supersedes" && direction === "in"),
	);
}
