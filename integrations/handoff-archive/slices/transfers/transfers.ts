import { inBuildOrder } from "#model/build-order.ts";
import { findingSlice } from "../../entries/findings.ts";
import { placesOf, transferPages } from "../../entries/places.ts";
import type { ReadArchive } from "../../read/read.ts";
import { writeNumbered } from "../../storage/records.ts";
import { flowOf } from "./flow.ts";
import { documentLinks, transfersOfHandoffs } from "./links.ts";
import { pageOf } from "./page.ts";
import { sheetMaker } from "./sheets.ts";
import { stepsByTransfer, tasksOf } from "./steps.ts";

/** Files of the records. */
export const transferFiles = {
	flow: "transfer-flow",
	pages: "transfer-pages",
	handoffs: "transfers-of-handoffs",
} as const;

/** Writes what the pages about transfers show as records; of an archive that has none, only that it has none. */
export function writeTransfers(read: ReadArchive): void {
	const { archive, folder } = read;
	const { transfers: all } = archive;
	writeHandoffs(read);
	if (!all) {
		writeNumbered(folder, transferFiles.flow, ["null"]);
		return;
	}
	const places = placesOf(read, new Map(archive.documents.map((record) => [record.path, record])), transferPages(read));
	const own = archive.findings
		.filter(({ rule }) => all.rules.some(({ id }) => id === rule))
		.map((finding) => ({ transfer: finding.transfer ?? "", slice: findingSlice(finding, places) }));
	const findings = Map.groupBy(own, ({ transfer }) => transfer);
	const sheets = sheetMaker(all, places, read.words.transfers);
	const tasks = tasksOf(all, sheets);
	const steps = stepsByTransfer(tasks);
	const entries = new Map(all.history.map((entry) => [entry.id, entry]));
	const entryOf = new Map(all.pairs.map(({ transfer, entry }) => [transfer, entries.get(entry)]));
	const documents = documentLinks(read);
	const pages = all.transfers.map((transfer) =>
		pageOf(transfer, {
			all,
			sheets,
			around: steps.get(transfer.id),
			entry: entryOf.get(transfer.id) ?? null,
			documents,
			findings: (findings.get(transfer.id) ?? []).map(({ slice }) => slice),
		}),
	);
	const flow = flowOf(
		all,
		tasks,
		own.map(({ slice }) => slice),
	);
	writeNumbered(folder, transferFiles.flow, [JSON.stringify(flow)]);
	writeNumbered(
		folder,
		transferFiles.pages,
		pages.map((page) => JSON.stringify(page)),
	);
}

/** Writes which transfers hand over each handoff's documents, by its place in the build order. */
function writeHandoffs(read: ReadArchive): void {
	const handed = transfersOfHandoffs(read);
	const byOrder = inBuildOrder(read.archive.handoffs);
	// Orders count from 1.
	const lists = ["[]", ...byOrder.map(({ id }) => JSON.stringify(handed.get(id) ?? []))];
	writeNumbered(read.folder, transferFiles.handoffs, lists);
}
