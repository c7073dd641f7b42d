import type { HandoffEntry } from "virtual:handoff-archive/entries";

type Relation = HandoffEntry["relations"][number];

/** The relations to one other handoff, which are told together. */
export interface Kin {
	readonly id: string;
	readonly title: string | null;
	readonly href: string | null;
	readonly relations: readonly Relation[];
}

/** A handoff's relations by the handoff that they lead to, in the order of the first of each. */
export function byOther(relations: readonly Relation[]): readonly Kin[] {
	return [...Map.groupBy(relations, ({ id }) => id)].flatMap(([id, together]) => {
		const [first] = together;
		return first ? [{ id, title: first.title, href: first.href, relations: together }] : [];
	});
}
