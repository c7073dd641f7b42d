import { inBuildOrder } from "#model/build-order.ts";
import { compareText } from "#model/text-order.ts";
import type { SiteInput } from "../read/input.ts";
import type { ReadArchive } from "../read/read.ts";
import { looseDocuments } from "./documents.ts";
import { findingSlice } from "./findings.ts";
import { type Gathered, gatherFor } from "./gathered.ts";
import { handoffEntryOf } from "./handoff.ts";
import { overviewOf } from "./overview.ts";
import type { OverviewEntry } from "./overview-schema.ts";
import { nameLinkedLines } from "./places.ts";
import { ruleEntries } from "./rules.ts";
import type { ArchiveEntry, DocumentEntry, FindingsEntry, HandoffEntry, RuleEntry, StandardEntry } from "./schemas.ts";
import { standardEntryOf } from "./standards.ts";

/** The archive cut into the entries that pages ask for by kind. */
export interface Entries {
	readonly archive: ArchiveEntry;
	readonly overview: OverviewEntry;
	readonly handoffs: readonly HandoffEntry[];
	readonly documents: readonly DocumentEntry[];
	readonly findings: readonly FindingsEntry[];
	readonly standards: readonly StandardEntry[];
	readonly rules: readonly RuleEntry[];
}

/** Cuts a read archive into entries; each is in the order in which pages show it. */
export function entriesOf(read: ReadArchive, input: SiteInput): Entries {
	const { archive } = read;
	const gathered = gatherFor(read);
	const inOrder = inBuildOrder(archive.handoffs);
	const entries = {
		archive: archiveEntryOf(read),
		overview: overviewOf(read, input),
		handoffs: inOrder.map((handoff, index) =>
			handoffEntryOf(gathered, handoff, inOrder[index - 1], inOrder[index + 1]),
		),
		documents: looseDocuments(gathered),
		findings: findingsEntries(gathered),
		standards: read.standards.map(standardEntryOf).sort((a, b) => compareText(a.id, b.id)),
		rules: ruleEntries(read),
	};
	for (const { documents } of entries.handoffs) nameLinkedLines(read, documents);
	for (const { document } of entries.documents) nameLinkedLines(read, document ? [document] : []);
	return entries;
}

function archiveEntryOf({ archive, standards }: ReadArchive): ArchiveEntry {
	const { documents, handoffs, errors, warnings, infos } = archive.summary;
	const transfers = (archive.transfers?.transfers.length ?? 0) + (archive.transfers?.history.length ?? 0);
	const isTransfersAlone = transfers > 0 && documents === 0;
	const protocol = isTransfersAlone ? archive.transfers?.protocol : undefined;
	return {
		title: archive.title,
		documents,
		handoffs,
		errors,
		warnings,
		infos,
		transfers,
		isTransfersAlone,
		rules: archive.rules.length + (archive.transfers?.rules.length ?? 0),
		standards: protocol
			? [{ id: protocol.id, title: protocol.title, version: protocol.version, href: "standards/" }]
			: standardsInForce(archive, standards),
	};
}

/** The standards that judge handoffs of the archive; all of them while it has none. */
function standardsInForce(
	{ handoffs }: ReadArchive["archive"],
	standards: ReadArchive["standards"],
): ArchiveEntry["standards"] {
	const inForce = new Set(handoffs.map(({ standard }) => standard));
	const judging = standards.filter(({ id }) => inForce.has(id));
	return (judging.length > 0 ? judging : standards).map(({ id, title, version }) => ({
		id,
		title,
		version,
		href: `standards/${id}/`,
	}));
}

function findingsEntries({ findingsByPath, places, records }: Gathered): FindingsEntry[] {
	return [...findingsByPath].map(([path, found], order) => ({
		path,
		handoff: records.get(path)?.handoff ?? null,
		order,
		href: places.at(path, null).href,
		findings: found.map((finding) => findingSlice(finding, places)),
	}));
}
