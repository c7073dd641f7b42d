import type { Archive, Handoff, Relation } from "#model/archive.ts";
import type { DocumentRecord } from "#model/documents.ts";
import type { Finding } from "#model/findings.ts";
import type { Verdict } from "#model/verdicts.ts";
import type { ReadArchive } from "../read/read.ts";
import { afterSlices, kinSlices } from "./after.ts";
import { type Places, placesOf, transferPages } from "./places.ts";

/** The archive by what entries ask of it, gathered once for all of them. */
export interface Gathered {
	readonly read: ReadArchive;
	readonly archive: Archive;
	readonly records: ReadonlyMap<string, DocumentRecord>;
	readonly handoffs: ReadonlyMap<string, Handoff>;
	readonly places: Places;
	/** The pages of files that have findings but could not be read, by path. */
	readonly unreadable: ReadonlyMap<string, string>;
	readonly after: ReturnType<typeof afterSlices>;
	readonly kin: ReturnType<typeof kinSlices>;
	readonly findingsByHandoff: ReadonlyMap<string, readonly Finding[]>;
	readonly findingsByPath: ReadonlyMap<string, readonly Finding[]>;
	readonly relationsByHandoff: ReadonlyMap<string, readonly Relation[]>;
	readonly verdictsByHandoff: ReadonlyMap<string, readonly Verdict[]>;
	readonly todayByHandoff: ReadonlyMap<string, readonly Verdict[]>;
}

/** Gathers what the entries of a read archive are made from. */
export function gatherFor(read: ReadArchive): Gathered {
	const { archive } = read;
	const records = new Map(archive.documents.map((record) => [record.path, record]));
	const unreadable = unreadablePages(read, records);
	const places = placesOf(read, records, new Map([...transferPages(read), ...unreadable]));
	return {
		read,
		archive,
		records,
		handoffs: new Map(archive.handoffs.map((handoff) => [handoff.id, handoff])),
		places,
		unreadable,
		after: afterSlices(read, places),
		kin: kinSlices(read),
		findingsByHandoff: groupBy(archive.findings, ({ handoff }) => [handoff]),
		findingsByPath: groupBy(archive.findings, ({ place }) => [place.path]),
		relationsByHandoff: groupBy(archive.relations, ({ from, to }) => (from === to ? [from] : [from, to])),
		verdictsByHandoff: groupBy(archive.verdicts, ({ handoff }) => [handoff]),
		todayByHandoff: groupBy(archive.today ?? [], ({ handoff }) => [handoff]),
	};
}

/** Pages of files that have findings but could not be read: their problem is all there is to show. */
function unreadablePages(
	{ archive, plan }: ReadArchive,
	records: ReadonlyMap<string, DocumentRecord>,
): ReadonlyMap<string, string> {
	const pages = new Map<string, string>();
	for (const { place } of archive.findings) {
		if (records.has(place.path) || pages.has(place.path)) continue;
		const planned = plan.documents.get(place.path);
		if (planned) pages.set(place.path, planned.ownPage);
	}
	return pages;
}

function groupBy<Item>(items: readonly Item[], keys: (item: Item) => readonly (string | null)[]): Map<string, Item[]> {
	const groups = new Map<string, Item[]>();
	for (const item of items)
		for (const key of keys(item)) {
			if (key === null) continue;
			const group = groups.get(key);
			if (group) group.push(item);
			else groups.set(key, [item]);
		}
	return groups;
}
