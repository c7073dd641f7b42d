import type { Decision, DecisionKind, DecisionLink } from "#model/decisions.ts";
import { partOfAnchor } from "#model/site-path.ts";
import { type Places, placesOf } from "../entries/places.ts";
import type { PlaceSlice } from "../entries/schemas.ts";
import type { ReadArchive } from "../read/read.ts";
import { writeNumbered } from "../storage/records.ts";

/** Another decision or handoff that a decision stands in a relation to. */
export interface DecisionLinkSlice extends Pick<DecisionLink, "effect" | "handoff" | "scope"> {
	readonly href: string | null;
	/** The other decision's words; null where only its handoff is named. */
	readonly words: string | null;
	/** The line that says so. */
	readonly place: PlaceSlice;
}

/** A decision as its page shows it. */
export interface DecisionSlice extends Pick<Decision, "kind" | "number" | "words" | "date" | "packages"> {
	/** Its id on the page; the same on every page that shows it. */
	readonly anchor: string;
	/** Where it stands among all decisions. */
	readonly href: string;
	readonly place: PlaceSlice;
	readonly links: readonly DecisionLinkSlice[];
}

/** The decisions of one handoff; of none, where the handoff is null. */
export interface DecisionGroup {
	readonly handoff: { readonly id: string; readonly title: string; readonly href: string | null } | null;
	readonly decisions: readonly DecisionSlice[];
}

/** A list of decisions, cut into pages. */
export interface DecisionList {
	/** The part of the address below `decisions/`; empty for all of them. */
	readonly key: DecisionKind | "superseded" | "";
	readonly count: number;
	/** Numbers of the records with the groups of each page. */
	readonly pages: readonly number[];
}

/** Files of the records. */
export const decisionFiles = { lists: "decision-lists", groups: "decision-groups" } as const;

/** More decisions than this stand on a page only where one handoff holds more: its decisions stay together. */
const perPage = 60;

/** Where each decision stands, and on which page. */
export interface DecisionPlaces {
	readonly anchor: (decision: Decision) => string;
	/** Relative to the site's root. */
	readonly href: (decision: Decision) => string;
}

type Group = readonly Decision[];

/** Places the decisions on pages: in build order, the decisions of a handoff together. */
export function placeDecisions({
	archive,
	plan,
}: ReadArchive): DecisionPlaces & { readonly pages: readonly Group[][] } {
	const pages = cutPages(archive.decisions ?? []);
	const numbers = new Map(pages.flatMap((groups, page) => groups.flat().map(({ id }) => [id, page] as const)));
	const anchor = ({ id, path, handoff, line }: Decision): string => {
		const place = plan.documents.get(path);
		const document = handoff !== null && place ? `${handoff}-${place.key}` : path;
		const further = id.slice(`${path}:${line}`.length).replace(":", "-");
		return `${partOfAnchor(document)}-L${line}${further}`;
	};
	return { pages, anchor, href: (decision) => `${pageAddress("", numbers.get(decision.id) ?? 0)}#${anchor(decision)}` };
}

function pageAddress(key: string, page: number): string {
	return `decisions/${key === "" ? "" : `${key}/`}${page === 0 ? "" : `${page + 1}/`}`;
}

function cutPages(decisions: readonly Decision[]): Group[][] {
	const pages: Group[][] = [[]];
	let count = 0;
	for (const group of Map.groupBy(decisions, ({ handoff, path }) => handoff ?? path).values()) {
		if (count > 0 && count + group.length > perPage) {
			pages.push([]);
			count = 0;
		}
		pages.at(-1)?.push(group);
		count += group.length;
	}
	return pages;
}

/** Writes the decisions for their pages as records: all of them are too much for the content store. */
export function writeDecisions(read: ReadArchive): void {
	const { archive, folder } = read;
	const all = archive.decisions ?? [];
	const placed = placeDecisions(read);
	const places = placesOf(read, new Map(archive.documents.map((record) => [record.path, record])), new Map());
	const cut = sliceMaker(read, placed, places);
	const records: string[] = [];
	const listOf = (key: DecisionList["key"], pages: readonly Group[][]): DecisionList => ({
		key,
		count: pages.flat(2).length,
		pages: pages.map((groups) => records.push(JSON.stringify(groups.map(cut))) - 1),
	});
	const kinds = [...Map.groupBy(all, ({ kind }) => kind)];
	const superseded = all.filter(({ links }) => links.some(({ effect }) => effect !== "supersedes"));
	const lists = [
		listOf("", placed.pages),
		...kinds.map(([kind, decisions]) => listOf(kind, cutPages(decisions))),
		...(superseded.length > 0 ? [listOf("superseded", cutPages(superseded))] : []),
	];
	writeNumbered(folder, decisionFiles.groups, records);
	writeNumbered(folder, decisionFiles.lists, [JSON.stringify(lists)]);
}

function sliceMaker({ archive, plan }: ReadArchive, placed: DecisionPlaces, places: Places) {
	const byId = new Map((archive.decisions ?? []).map((decision) => [decision.id, decision]));
	const handoffs = new Map(archive.handoffs.map((handoff) => [handoff.id, handoff]));
	const linkSlice = ({ effect, handoff, decision, place, scope }: DecisionLink): DecisionLinkSlice => {
		const other = decision === null ? undefined : byId.get(decision);
		return {
			effect,
			handoff,
			scope,
			href: other ? placed.href(other) : (plan.handoffs.get(handoff) ?? null),
			words: other?.words ?? null,
			place: places.at(place.path, place.line),
		};
	};
	const slice = (decision: Decision): DecisionSlice => ({
		kind: decision.kind,
		number: decision.number,
		words: decision.words,
		date: decision.date,
		packages: decision.packages,
		anchor: placed.anchor(decision),
		href: placed.href(decision),
		place: places.at(decision.path, decision.line),
		links: decision.links.map(linkSlice),
	});
	return (group: Group): DecisionGroup => {
		const handoff = handoffs.get(group[0]?.handoff ?? "");
		return {
			handoff: handoff ? { id: handoff.id, title: handoff.title, href: plan.handoffs.get(handoff.id) ?? null } : null,
			decisions: group.map(slice),
		};
	};
}
