import type { FlowStep } from "#model/flow.ts";
import { phasesOf } from "#model/protocol.ts";
import { transferPage } from "#model/site-path.ts";
import type { TransferArchive } from "#model/transfer-archive.ts";
import { historyJsonSchema, transferJsonSchema } from "#model/transfer-schemas.ts";
import type { HistoryEntry, Transfer, Word } from "#model/transfers.ts";
import { findingSlice } from "../../entries/findings.ts";
import { placesOf, transferPages } from "../../entries/places.ts";
import type { FindingSlice } from "../../entries/schemas.ts";
import type { ReadArchive } from "../../read/read.ts";
import { writeNumbered } from "../../storage/records.ts";
import { documentLinks, transfersOfHandoffs } from "./links.ts";
import { gravestOf, type Sheet, sheetMaker } from "./sheets.ts";
import type { FlowSlice, StepSlice, TaskSlice, TransferLink, TransferSlice } from "./slices.ts";

/** Files of the records. */
export const transferFiles = {
	flow: "transfer-flow",
	pages: "transfer-pages",
	handoffs: "transfers-of-handoffs",
} as const;

/** Writes what the pages about transfers show as records; nothing where the archive has none. */
export function writeTransfers(read: ReadArchive): void {
	const { archive, folder } = read;
	const { transfers: all } = archive;
	const handed = transfersOfHandoffs(read);
	const byOrder = [...archive.handoffs].sort((a, b) => a.order - b.order);
	// Orders count from 1.
	writeNumbered(folder, transferFiles.handoffs, [
		"[]",
		...byOrder.map(({ id }) => JSON.stringify(handed.get(id) ?? [])),
	]);
	if (!all) {
		writeNumbered(folder, transferFiles.flow, ["null"]);
		return;
	}
	const places = placesOf(read, new Map(archive.documents.map((record) => [record.path, record])), transferPages(read));
	const own = archive.findings.filter(({ rule }) => all.rules.some(({ id }) => id === rule));
	const sheets = sheetMaker(all, places, read.words.transfers);
	const make = stepMaker(all, sheets);
	const tasks = all.flow.chains.map((chain): TaskSlice => {
		const { task, bounces, blocks, isComplete, isBlocked, steps } = chain;
		const href = task === null ? null : transferPage(task, "task");
		return { task, href, bounces, blocks, isComplete, isBlocked, steps: steps.map((step) => make(step, task)) };
	});
	const byTransfer = new Map<string, { step: StepSlice; previous: StepSlice | null; next: StepSlice | null }>();
	for (const { steps } of tasks)
		for (const [index, step] of steps.entries())
			if (step.id !== null)
				byTransfer.set(step.id, { step, previous: steps[index - 1] ?? null, next: steps[index + 1] ?? null });
	const byId = new Map(all.transfers.map((transfer) => [transfer.id, transfer]));
	const entries = new Map(all.history.map((entry) => [entry.id, entry]));
	const entryOf = new Map(all.pairs.map(({ transfer, entry }) => [transfer, entries.get(entry)]));
	const documents = documentLinks(read);
	const findings = Map.groupBy(own, ({ transfer }) => transfer ?? "");
	const pages = all.transfers.map((transfer) =>
		JSON.stringify(
			pageOf(transfer, {
				all,
				sheets,
				around: byTransfer.get(transfer.id),
				entry: entryOf.get(transfer.id) ?? null,
				documents,
				findings: (findings.get(transfer.id) ?? []).map((finding) => findingSlice(finding, places)),
			}),
		),
	);
	const linkOf = (id: string | null, transfer: string | null): TransferLink =>
		transfer !== null && byId.has(transfer)
			? { text: transfer, href: transferPage(transfer) }
			: { text: id ?? "", href: null };
	const flow: FlowSlice = {
		protocol: {
			title: `${all.protocol.title} ${all.protocol.version}`,
			orchestrator: all.protocol.orchestrator,
			phases: all.protocol.phases.map(({ name, short }) => ({ name, short: short ?? name })),
			thresholds: all.protocol.thresholds,
			diagnoses: all.protocol.diagnoses,
		},
		transfers: all.transfers.length,
		entries: all.history.length,
		modes: all.flow.modes.map((figures) => {
			const mode = all.protocol.modes.find(({ slug }) => slug === figures.key);
			const phases = mode ? phasesOf(all.protocol, mode) : [];
			return { ...figures, role: mode?.role ?? null, phases, href: transferPage(figures.key, "mode") };
		}),
		pairs: all.flow.pairs,
		phases: all.flow.phases,
		pingPong: all.flow.pingPong,
		crossed: all.flow.crossed,
		until: all.flow.until,
		tasks,
		blockers: all.flow.blockers.map(({ text, open, raised }) => ({
			text,
			open,
			raised: raised.map(({ resolvedBy, ...one }) => ({
				...one,
				at: linkOf(one.entry, one.transfer),
				resolved: resolvedBy && linkOf(resolvedBy.entry, resolvedBy.transfer),
			})),
		})),
		findings: own.map((finding) => findingSlice(finding, places)),
		pages: all.transfers.map(({ id }, number) => ({ slug: transferPage(id).split("/")[1] ?? "", number })),
		schemas: { transfer: transferJsonSchema(all.protocol), history: historyJsonSchema(all.protocol) },
	};
	writeNumbered(folder, transferFiles.flow, [JSON.stringify(flow)]);
	writeNumbered(folder, transferFiles.pages, pages);
}

function stepMaker(
	all: TransferArchive,
	sheets: (transfer: Transfer) => Sheet,
): (step: FlowStep, task: string | null) => StepSlice {
	const numbers = new Map(all.transfers.map(({ id }, number) => [id, number]));
	const entries = new Map(all.history.map((entry) => [entry.id, entry]));
	return ({ transfer: id, ...step }, task) => {
		const number = id === null ? null : (numbers.get(id) ?? null);
		const transfer = number === null ? undefined : all.transfers[number];
		const at = (step.entry === null ? null : entries.get(step.entry)?.at) ?? transfer?.at;
		const boxes = transfer ? sheets(transfer) : [];
		const leads = id === null ? [] : (all.deliverables[id] ?? []);
		return {
			...step,
			id,
			href: id === null ? null : transferPage(id),
			number,
			task,
			when: at
				? at.written
						.replace("T", " ")
						.replace(/(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?/, "$1 ")
						.trim()
				: null,
			checks: transfer
				? {
						held: boxes.filter(({ verdict }) => verdict === "pass").length,
						of: boxes.filter(({ verdict }) => verdict !== "not-applicable").length,
						gravest: gravestOf(boxes.map(({ verdict }) => verdict)),
					}
				: null,
			says: saysOf(transfer, step.blockers),
			files: transfer?.deliverables
				? { there: leads.filter((lead) => lead === "file" || lead === "folder").length, of: leads.length }
				: null,
		};
	};
}

function saysOf(transfer: Transfer | undefined, blockers: readonly string[]): StepSlice["says"] {
	const [blocker] = blockers;
	if (blocker !== undefined) return { kind: "blocked", text: blocker };
	const decided = transfer?.decisions?.[0]?.value;
	if (decided !== undefined) return { kind: "decided", text: decided };
	const next = transfer?.nextActions?.[0]?.value;
	return next === undefined ? null : { kind: "next", text: next };
}

interface Around {
	readonly all: TransferArchive;
	readonly sheets: (transfer: Transfer) => Sheet;
	readonly around: { step: StepSlice; previous: StepSlice | null; next: StepSlice | null } | undefined;
	readonly entry: HistoryEntry | null;
	readonly documents: (path: string) => TransferLink | null;
	readonly findings: readonly FindingSlice[];
}

function pageOf(transfer: Transfer, { all, sheets, around, entry, documents, findings }: Around): TransferSlice {
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
