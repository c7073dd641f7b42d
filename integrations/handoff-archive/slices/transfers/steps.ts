import type { FlowStep } from "#model/flow.ts";
import { transferPage } from "#model/site-path.ts";
import type { TransferArchive } from "#model/transfer-archive.ts";
import type { Transfer } from "#model/transfers.ts";
import { gravestOf, type Sheet } from "./sheets.ts";
import type { StepSlice, TaskSlice } from "./slices.ts";

/** A step of a task, and those before and after it. */
export interface StepAround {
	readonly step: StepSlice;
	readonly previous: StepSlice | null;
	readonly next: StepSlice | null;
}

/** The tasks that were handed on, each with its steps. */
export function tasksOf(all: TransferArchive, sheets: (transfer: Transfer) => Sheet): readonly TaskSlice[] {
	const make = stepMaker(all, sheets);
	return all.flow.chains.map(({ task, bounces, blocks, isComplete, isBlocked, steps }) => {
		const href = task === null ? null : transferPage(task, "task");
		return { task, href, bounces, blocks, isComplete, isBlocked, steps: steps.map((step) => make(step, task)) };
	});
}

/** The steps that are transfers, by the transfer's id. */
export function stepsByTransfer(tasks: readonly TaskSlice[]): ReadonlyMap<string, StepAround> {
	const found = new Map<string, StepAround>();
	for (const { steps } of tasks)
		for (const [index, step] of steps.entries())
			if (step.id !== null)
				found.set(step.id, { step, previous: steps[index - 1] ?? null, next: steps[index + 1] ?? null });
	return found;
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
			files: transfer?.deliverables ? filesThere(leads) : null,
		};
	};
}

/** How many of the deliverables are there; null where nothing was looked for, as there is no workspace. */
function filesThere(leads: TransferArchive["deliverables"][string]): NonNullable<StepSlice["files"]> {
	const isUnknown = leads.length > 0 && leads.every((lead) => lead === "unknown");
	const there = leads.filter((lead) => lead === "file" || lead === "folder").length;
	return { there: isUnknown ? null : there, of: leads.length };
}

function saysOf(transfer: Transfer | undefined, blockers: readonly string[]): StepSlice["says"] {
	const [blocker] = blockers;
	if (blocker !== undefined) return { kind: "blocked", text: blocker };
	const decided = transfer?.decisions?.[0]?.value;
	if (decided !== undefined) return { kind: "decided", text: decided };
	const next = transfer?.nextActions?.[0]?.value;
	return next === undefined ? null : { kind: "next", text: next };
}
