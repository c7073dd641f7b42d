import type { CollectionEntry } from "astro:content";

type Relation = CollectionEntry<"handoffs">["data"]["relations"][number];

/** What a handoff is to the other, in both directions. */
export const relationWords: Record<Relation["type"], { readonly out: string; readonly in: string }> = {
	"follow-up-of": { out: "follow-up to", in: "followed up by" },
	predecessor: { out: "comes after", in: "comes before" },
	"builds-on": { out: "builds on", in: "built on by" },
	"depends-on": { out: "depends on", in: "needed by" },
	supersedes: { out: "supersedes", in: "superseded by" },
	"superseded-by": { out: "superseded by", in: "supersedes" },
	"independent-of": { out: "independent of", in: "independent of" },
	mentions: { out: "mentions", in: "mentioned by" },
};

/** The relation as the other handoff would say it of this one: "follows up", "mentions". */
export const laterWords: Record<Relation["type"], string> = {
	"follow-up-of": "follows it up",
	predecessor: "comes right after",
	"builds-on": "builds on it",
	"depends-on": "depends on it",
	supersedes: "supersedes it",
	"superseded-by": "is superseded by it",
	"independent-of": "is independent of it",
	mentions: "mentions it",
};

/** The handoffs that replace this one, by its own words or theirs. */
export function successorsOf(relations: readonly Relation[]): readonly Relation[] {
	return relations.filter(
		({ type, direction }) =>
			(type === "superseded-by" && direction === "out") || (type === "supersedes" && direction === "in"),
	);
}
