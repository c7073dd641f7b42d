import type { HandoffEntry } from "virtual:handoff-archive/entries";
import { statusClasses } from "../statuses.ts";
import { successorsOf } from "../successors.ts";

/** What is needed of a handoff to find what people compare it with. */
export type Comparable = Pick<
	HandoffEntry,
	"id" | "slug" | "title" | "parent" | "status" | "packages" | "relations" | "hasResults" | "statusInstead"
>;

/** Why two handoffs are compared. */
export type PairReason = "mended" | "replaced" | "followUp" | "samePackage";

/** Two handoffs that people compare; the one that came first stands on the left. */
export interface ReadyPair {
	readonly left: Comparable;
	readonly right: Comparable;
}

/** Pairs that are offered for one reason; who looks for another one chooses it. */
const mostPairs = 8;

/**
 * The pairs of an archive that people compare, by the reason, those built last first: what did not pass and the follow-up that did,
 * what was replaced and by what, other follow-ups and what they follow, and those that work on one package one after the other.
 * Each pair stands under the first reason only.
 * @param handoffs in build order
 */
export function readyPairs(handoffs: readonly Comparable[]): ReadonlyMap<PairReason, readonly ReadyPair[]> {
	const byId = new Map(handoffs.map((handoff) => [handoff.id, handoff]));
	const groups = new Map<PairReason, ReadyPair[]>();
	const known = new Set<string>();
	const offer = (reason: PairReason, left: Comparable | undefined, right: Comparable | undefined) => {
		if (!left || !right || left === right) return;
		const key = [left.id, right.id].sort().join("\n");
		const group = groups.get(reason) ?? [];
		if (known.has(key) || group.length >= mostPairs) return;
		known.add(key);
		groups.set(reason, [...group, { left, right }]);
	};
	const latest = handoffs.toReversed();
	const parentOf = ({ parent }: Comparable) => (parent ? byId.get(parent.id) : undefined);
	for (const handoff of latest) if (mends(handoff, parentOf(handoff))) offer("mended", parentOf(handoff), handoff);
	for (const handoff of latest)
		for (const { id } of successorsOf(handoff.relations)) offer("replaced", handoff, byId.get(id));
	for (const handoff of latest) offer("followUp", parentOf(handoff), handoff);
	const before = beforeInPackage(handoffs);
	for (const handoff of latest) offer("samePackage", before.get(handoff.id), handoff);
	return groups;
}

function mends({ status }: Comparable, parent: Comparable | undefined): boolean {
	const was = statusClasses[parent?.status ?? ""];
	return statusClasses[status ?? ""] === "good" && (was === "bad" || was === "partial");
}

/** The last handoff before each one that works on one of its packages. */
function beforeInPackage(handoffs: readonly Comparable[]): ReadonlyMap<string, Comparable> {
	const last = new Map<string, { readonly at: number; readonly handoff: Comparable }>();
	const before = new Map<string, Comparable>();
	for (const [at, handoff] of handoffs.entries()) {
		const earlier = handoff.packages.flatMap((name) => last.get(name) ?? []).sort((a, b) => b.at - a.at);
		if (earlier[0]) before.set(handoff.id, earlier[0].handoff);
		for (const name of handoff.packages) last.set(name, { at, handoff });
	}
	return before;
}
