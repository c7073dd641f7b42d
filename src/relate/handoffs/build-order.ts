import type { Family, OrderCycle, Relation } from "#model/archive.ts";
import { compareIds } from "#model/ids.ts";
import { compareText } from "#model/text-order.ts";
import { componentsOf } from "./components.ts";
import type { HashLink } from "./hash-order.ts";

/** What the build order needs to know of a handoff. */
export interface Buildable {
	readonly id: string;
	readonly family: Family;
	/** ISO date, or null. */
	readonly date: string | null;
}

export interface BuildOrder {
	/** The ids, first built first. */
	readonly ids: readonly string[];
	/** Ids whose place rests on a stated predecessor; the place of all others is inferred. */
	readonly stated: ReadonlySet<string>;
	readonly cycles: readonly OrderCycle[];
}

/** An edge of the order: `before` must be built before `after`. */
interface Edge {
	readonly before: string;
	readonly after: string;
	readonly relation: Relation;
}

/**
 * Puts handoffs in build order (BHS, Handoff ID patterns: "Numbering follows the build sequence"). What documents state
 * about predecessors comes first; the numbers decide the rest. A handoff that must wait for a later number stands right
 * after the one it waits for. Takes O(n log n) for n handoffs and relations.
 */
export function buildOrder(
	handoffs: readonly Buildable[],
	relations: readonly Relation[],
	links: readonly HashLink[] = [],
): BuildOrder {
	const known = new Set(handoffs.map(({ id }) => id));
	const edges = relations.flatMap(edgeOf).filter(({ before, after }) => known.has(before) && known.has(after));
	const rank = new Map(numberOrder(handoffs, edges, links).map((id, index) => [id, index]));
	const rankOf = (id: string) => rank.get(id) ?? 0;

	const incoming = groupBy(edges, ({ after }) => after);
	const components = componentsOf([...rank.keys()], (id) => (incoming.get(id) ?? []).map(({ before }) => before));
	const cycles: OrderCycle[] = [];
	const places = new Map<string, Place>();
	for (const component of components) {
		const members = new Set(component);
		const setAside: Relation[] = [];
		for (const id of component.toSorted((a, b) => rankOf(a) - rankOf(b))) {
			let place: Place = { effective: rankOf(id), level: 0 };
			for (const { before, relation } of incoming.get(id) ?? []) {
				if (members.has(before) && rankOf(before) >= rankOf(id)) setAside.push(relation);
				else place = later(place, places.get(before));
			}
			places.set(id, place);
		}
		if (component.length > 1) cycles.push({ handoffs: component.toSorted(compareIds), setAside });
	}

	const placeOf = (id: string) => places.get(id) ?? { effective: 0, level: 0 };
	const ids = [...rank.keys()].sort(
		(a, b) =>
			placeOf(a).effective - placeOf(b).effective || placeOf(a).level - placeOf(b).level || rankOf(a) - rankOf(b),
	);
	cycles.sort((a, b) => compareText(a.handoffs.join(), b.handoffs.join()));
	return { ids, stated: statedPlaces(ids, incoming, cycles), cycles };
}

/** `effective` is the highest rank a handoff waits for (or its own); `level` counts the steps behind that one. */
interface Place {
	readonly effective: number;
	readonly level: number;
}

function later(own: Place, awaited: Place | undefined): Place {
	if (!awaited || awaited.effective < own.effective) return own;
	if (awaited.effective === own.effective) return { ...own, level: Math.max(own.level, awaited.level + 1) };
	return { effective: awaited.effective, level: awaited.level + 1 };
}

function edgeOf(relation: Relation): Edge[] {
	switch (relation.type) {
		case "predecessor":
		case "follow-up-of":
		case "builds-on":
		case "depends-on":
		case "supersedes":
			return [{ before: relation.to, after: relation.from, relation }];
		case "superseded-by":
			return [{ before: relation.from, after: relation.to, relation }];
		case "independent-of":
		case "mentions":
			return [];
	}
}

/**
 * The order that numbers, hashes and dates suggest: components, each with its follow-ups by letter; a cleanup or other handoff
 * between the numbered ones whose files it found and those that found files as it left them: there after the one last dated
 * before it, else before the first that found its files, else after the last whose it found. Without such files it comes after
 * the numbered one last dated before it, else where its stated relations put it, else before the cleanup of the next higher
 * number, else at the end. Of two that suit one place the earlier dated comes first.
 */
function numberOrder(
	handoffs: readonly Buildable[],
	edges: readonly Edge[],
	links: readonly HashLink[],
): readonly string[] {
	const isNumbered = ({ family }: Buildable) => family === "component" || family === "follow-up";
	const numbered = handoffs.filter(isNumbered).sort((a, b) => compareIds(a.id, b.id));
	const positions = new Map(numbered.map(({ id }, index) => [id, index]));
	const dated = numbered
		.flatMap(({ id, date }, index) => (date === null ? [] : [{ id, date, index }]))
		.sort((a, b) => compareText(a.date, b.date) || a.index - b.index);
	const awaiting = groupBy(edges, ({ before }) => before);
	// What supersedes something may come any time after it, so that alone gives it no place.
	const waiting = new Set(
		edges.filter(({ relation }) => !relation.type.startsWith("supersede")).map(({ after }) => after),
	);

	const found = groupBy(links, ({ before }) => before);
	const left = groupBy(links, ({ after }) => after);
	const byHashes = (id: string, dating: number | undefined): number | undefined => {
		const after = (left.get(id) ?? []).flatMap(({ before }) => positions.get(before) ?? []);
		const before = (found.get(id) ?? []).flatMap(({ after }) => positions.get(after) ?? []);
		const first = Math.min(...before);
		const last = Math.max(...after);
		const fits = dating !== undefined && dating > last && dating < first;
		if (fits && before.length + after.length > 0) return dating;
		if (before.length > 0 && first > last) return first - 0.5;
		return after.length > 0 ? last + 0.5 : undefined;
	};

	const positionOf = ({ id, date }: Buildable): number | undefined => {
		const sameTime = date === null ? undefined : lastNotAfter(dated, date);
		const dating = sameTime && sameTime.index + 0.5;
		const hashed = byHashes(id, dating);
		if (hashed !== undefined) return hashed;
		if (dating !== undefined) return dating;
		let first = numbered.length;
		for (const { after } of awaiting.get(id) ?? []) first = Math.min(first, positions.get(after) ?? first);
		if (first < numbered.length) return first - 0.5;
		return waiting.has(id) ? -1 : undefined;
	};
	const placed = new Map(handoffs.map((handoff) => [handoff.id, positions.get(handoff.id) ?? positionOf(handoff)]));
	let next = numbered.length;
	for (const { id } of handoffs.filter(({ family }) => family === "cleanup").sort((a, b) => compareIds(b.id, a.id))) {
		next = placed.get(id) ?? next;
		placed.set(id, next);
	}
	return handoffs
		.map((handoff) => ({ ...handoff, position: placed.get(handoff.id) ?? numbered.length }))
		.sort((a, b) => a.position - b.position || compareDates(a.date, b.date) || compareFamilies(a, b))
		.map(({ id }) => id);
}

/** Handoffs of a numbered series before those of none. */
function compareFamilies(a: Buildable, b: Buildable): number {
	return Number(a.family === "other") - Number(b.family === "other") || compareIds(a.id, b.id);
}

function compareDates(a: string | null, b: string | null): number {
	return a === null || b === null ? 0 : compareText(a, b);
}

/** The last of the dated handoffs, sorted by date, that is not after the date. */
function lastNotAfter<Dated extends { readonly date: string }>(
	dated: readonly Dated[],
	date: string,
): Dated | undefined {
	let low = 0;
	let high = dated.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((dated[middle]?.date ?? "") <= date) low = middle + 1;
		else high = middle;
	}
	return dated[low - 1];
}

/** A place is stated where the handoff names its predecessor, or depends on the very one that stands before it. */
function statedPlaces(
	ids: readonly string[],
	incoming: ReadonlyMap<string, readonly Edge[]>,
	cycles: readonly OrderCycle[],
): ReadonlySet<string> {
	const setAside = new Set(cycles.flatMap((cycle) => cycle.setAside));
	return new Set(
		ids.filter((id, index) =>
			(incoming.get(id) ?? []).some(
				({ before, relation }) =>
					relation.state === "stated" &&
					!setAside.has(relation) &&
					(relation.type === "predecessor" || before === ids[index - 1]),
			),
		),
	);
}

function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
	return Map.groupBy(items, key);
}
