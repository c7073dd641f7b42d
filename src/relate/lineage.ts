import type { Handoff, Relation } from "#model/archive.ts";
import { compareText } from "#model/text-order.ts";
import type { Wave } from "#model/waves.ts";

/** What ties a later handoff to an earlier one, the closest tie first. */
const tieTypes = ["follow-up-of", "supersedes", "integrates", "depends-on", "builds-on"] as const;
type TieType = (typeof tieTypes)[number];

/** A tie of two handoffs, from the one that was there first. */
export interface Tie {
	readonly from: string;
	readonly to: string;
	readonly type: TieType;
	readonly state: "stated" | "derived";
}

/** Handoffs that are drawn together: ids in build order, with those that the archive does not hold at the end. */
export interface LineageGroup {
	/** The first and the last handoff of the group, for its title. */
	readonly first: string;
	readonly last: string;
	readonly ids: readonly string[];
	/** Handoffs of other groups that ties lead to; drawn fainter. */
	readonly outside: readonly string[];
	/** Ties that would lead to still more handoffs of other groups. */
	readonly left: number;
	readonly ties: readonly Tie[];
	readonly waves: readonly { readonly name: string; readonly ids: readonly string[] }[];
}

export interface Lineage {
	/** Every tie once, in the build order of the later handoff. */
	readonly ties: readonly Tie[];
	readonly groups: readonly LineageGroup[];
	/** Handoffs without any tie, in build order. */
	readonly alone: readonly string[];
}

/** More boxes than this cannot be read in one drawing. */
const mostTogether = 40;
const mostOfLarge = 24;
const mostOutside = 10;

/**
 * The ties between handoffs as graphs small enough to be read: connected handoffs together, large graphs cut into stretches
 * of the build order. The order itself and mere mentions are no ties. Linear in handoffs and relations.
 */
export function lineageOf({
	handoffs,
	relations,
	waves,
}: {
	/** In build order. */
	readonly handoffs: readonly Pick<Handoff, "id">[];
	readonly relations: readonly Relation[];
	readonly waves: readonly Wave[];
}): Lineage {
	const order = new Map(handoffs.map(({ id }, index) => [id, index]));
	const rank = (id: string) => order.get(id) ?? handoffs.length;
	const ties = tiesOf(relations, waves).sort((a, b) => rank(a.to) - rank(b.to) || rank(a.from) - rank(b.from));
	const components = connected(ties, waves, rank);
	const tied = new Set(components.flat());
	const stretches = components.flatMap((ids) =>
		ids.length <= mostTogether
			? [ids]
			: Array.from({ length: Math.ceil(ids.length / mostOfLarge) }, (_, part) =>
					ids.slice(part * mostOfLarge, (part + 1) * mostOfLarge),
				),
	);
	const stretchOf = new Map(stretches.flatMap((ids, index) => ids.map((id) => [id, index] as const)));
	const tiesByStretch = Map.groupBy(ties, ({ to }) => stretchOf.get(to) ?? -1);
	return {
		ties,
		groups: stretches.map((ids, index) => groupOf(ids, tiesByStretch.get(index) ?? [], waves)),
		alone: handoffs.flatMap(({ id }) => (tied.has(id) ? [] : [id])),
	};
}

function groupOf(ids: readonly string[], ties: readonly Tie[], waves: readonly Wave[]): LineageGroup {
	const own = new Set(ids);
	const others = [...new Set(ties.flatMap(({ from }) => (own.has(from) ? [] : [from])))];
	const outside = others.slice(0, mostOutside);
	const shown = new Set([...ids, ...outside]);
	const drawn = ties.filter(({ from }) => shown.has(from));
	return {
		first: ids[0] ?? "",
		last: ids.at(-1) ?? "",
		ids,
		outside,
		left: ties.length - drawn.length,
		ties: drawn,
		waves: waves.flatMap(({ name, members }) => {
			const inside = members.flatMap(({ handoff }) => (own.has(handoff) ? [handoff] : []));
			return inside.length > 0 ? [{ name, ids: inside }] : [];
		}),
	};
}

/** One tie for each pair of handoffs: the closest of all that are stated of the two. */
function tiesOf(relations: readonly Relation[], waves: readonly Wave[]): Tie[] {
	const ties = new Map<string, Tie>();
	const add = (tie: Tie | null) => {
		if (!tie || tie.from === tie.to) return;
		const key = `${tie.from}\n${tie.to}`;
		const known = ties.get(key);
		if (!known || tieTypes.indexOf(tie.type) < tieTypes.indexOf(known.type)) ties.set(key, tie);
	};
	for (const relation of relations) add(tieOf(relation));
	for (const { members, integration } of waves)
		if (integration)
			for (const { handoff } of members)
				add({ from: handoff, to: integration.handoff, type: "integrates", state: "derived" });
	return [...ties.values()];
}

function tieOf({ from, to, type, state }: Relation): Tie | null {
	switch (type) {
		case "follow-up-of":
		case "builds-on":
		case "depends-on":
		case "supersedes":
			return { from: to, to: from, type, state };
		case "superseded-by":
			return { from, to, type: "supersedes", state };
		case "predecessor":
		case "independent-of":
		case "mentions":
			return null;
	}
}

/** Handoffs that ties or a wave connect, each set in build order, the sets by their first handoff. */
function connected(
	ties: readonly Tie[],
	waves: readonly Wave[],
	rank: (id: string) => number,
): readonly (readonly string[])[] {
	const leaders = new Map<string, string>();
	const leaderOf = (id: string): string => {
		let leader = id;
		for (let next = leaders.get(leader); next !== undefined && next !== leader; next = leaders.get(leader))
			leader = next;
		leaders.set(id, leader);
		return leader;
	};
	const join = (a: string, b: string) => leaders.set(leaderOf(a), leaderOf(b));
	for (const { from, to } of ties) join(from, to);
	for (const { members } of waves) for (const { handoff } of members) join(handoff, members[0]?.handoff ?? handoff);
	const sets = Map.groupBy([...leaders.keys()], leaderOf);
	return [...sets.values()]
		.map((ids) => ids.sort((a, b) => rank(a) - rank(b) || compareText(a, b)))
		.filter(({ length }) => length > 1)
		.sort((a, b) => rank(a[0] ?? "") - rank(b[0] ?? ""));
}
