import { transferPage } from "#model/site-path.ts";
import type { TransferArchive } from "#model/transfer-archive.ts";
import type { HistoryEntry, Transfer, Word } from "#model/transfers.ts";
import type { FindingSlice } from "../../entries/schemas.ts";
import type { Sheet } from "./sheets.ts";
import type { TransferLink, TransferSlice } from "./slices.ts";
import type { StepAround } from "./steps.ts";

/** What the page of a transfer shows beside the transfer itself. */
interface Around {
	readonly all: TransferArchive;
	readonly sheets: (transfer: Transfer) => Sheet;
	readonly around: StepAround | undefined;
	readonly entry: HistoryEntry | null;
	readonly documents: (path: string) => TransferLink | null;
	readonly findings: readonly FindingSlice[];
}

/** The page of one transfer. */
export function pageOf(transfer: Transfer, { all, sheets, around, entry, documents, findings }: Around): TransferSlice {
	const { id, path, form, task, from, to, phase, status } = transfer;
	const mode = (word: Word | null): TransferLink | null =>
		word && { text: word.value, href: transferPage(word.value, "mode") };
	const said = (words: readonly Word[] | null, key: string) =>
		words?.map(({ value, place }, index) => ({ text: value, line: lineOf(place), anchor: `${key}-${index + 1}` })) ??
		null;
	const leads = all.deliverables[id] ?? [];
	return {
		id,
		path,
		form,
		step: around?.step ?? null,
		task: task && { text: task.name, href: transferPage(task.name, "task") },
		from: mode(from),
		to: mode(to),
		phase: phase?.value ?? null,
		status: status?.value ?? null,
		sheet: sheets(transfer),
		deliverables: (transfer.deliverables ?? []).map((one, index) => ({
			path: one.path?.value ?? null,
			type: one.type?.value ?? null,
			state: one.state?.value ?? null,
			line: lineOf(one.place),
			leads: leads[index] ?? "unknown",
			handoff: one.path ? documents(one.path.value) : null,
		})),
		decisions: said(transfer.decisions, "decision"),
		blockers: said(transfer.blockers, "blocker"),
		nextActions: said(transfer.nextActions, "next"),
		further: transfer.further.map(({ key, value }) => ({ key, value })),
		comments: transfer.comments.filter(({ text }) => !text.startsWith("yaml-language-server:")),
		previous: around?.previous ?? null,
		next: around?.next ?? null,
		entry: entry && {
			path: entry.path,
			line: lineOf(entry.place),
			blockers: (entry.blockers ?? []).map(({ value }) => value),
		},
		findings,
	};
}

function lineOf(place: Transfer["place"]): number | null {
	return place.kind === "range" ? place.range.start.line : null;
}
