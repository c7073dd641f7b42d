import type { FlowStep } from "#model/flow.ts";
import { modeOf, type Protocol, phasesOf, statusOf } from "#model/protocol.ts";
import type { HistoryEntry, Reconciled, Transfer } from "#model/transfers.ts";
import { inOrderOfTime } from "./reconcile.ts";

/** A stay of the work at a mode: the step it came with, and the step it left with. Either may be unknown. */
export interface Visit {
	readonly mode: string;
	readonly task: string | null;
	readonly in: ChainStep | null;
	readonly out: ChainStep | null;
	readonly phase: string | null;
	readonly minutes: number | null;
	readonly isStated: boolean;
}

/** A step with what only its makers need. */
export interface ChainStep {
	readonly step: FlowStep;
	/** What the log says the entry took, and the time until the next entry of the chain where durations mean that. */
	readonly statedMinutes: number | null;
}

/** The steps of a task in order, and the stays between them. */
export interface Chain {
	readonly task: string | null;
	readonly steps: readonly ChainStep[];
	readonly visits: readonly Visit[];
}

interface Source {
	readonly entry: HistoryEntry | null;
	readonly transfer: Transfer | null;
	readonly instant: number | null;
}

/** The handoffs of each task in the order of time, tasks in the order of their first. */
export function chainsOf(
	transfers: readonly Transfer[],
	history: readonly HistoryEntry[],
	reconciled: Reconciled,
	protocol: Protocol,
): readonly Chain[] {
	const twice = new Set(reconciled.twice.map(({ entry }) => entry.id));
	const logged = inOrderOfTime(history).flatMap((entry): Source[] => {
		const transfer = reconciled.transferOf.get(entry.id) ?? null;
		return twice.has(entry.id)
			? []
			: [{ entry, transfer, instant: entry.at?.instant ?? transfer?.at?.instant ?? null }];
	});
	const alone = reconciled.transfersAlone.map((transfer): Source => ({ entry: null, transfer, instant: null }));
	const instants = instantsInOrder(transfers, reconciled);
	const sources = Map.groupBy(
		alone.length === 0 ? logged : merged(logged, alone, instants),
		({ entry, transfer }) => entry?.task?.name ?? transfer?.task?.name ?? null,
	);
	return [...sources].map(([task, list]) => chainOf(task, list, protocol));
}

/** The time of each handoff: its own, its entry's, or that of the handoff before it in the order of files. */
function instantsInOrder(transfers: readonly Transfer[], { entryOf }: Reconciled): ReadonlyMap<string, number> {
	const instants = new Map<string, number>();
	const last = new Map<string | null, number>();
	for (const { id, at, task } of transfers) {
		const own = at?.instant ?? entryOf.get(id)?.at?.instant ?? last.get(task?.name ?? null);
		if (own === undefined) continue;
		instants.set(id, own);
		last.set(task?.name ?? null, own);
	}
	return instants;
}

function merged(logged: readonly Source[], alone: readonly Source[], instants: ReadonlyMap<string, number>): Source[] {
	const placed = (source: Source) =>
		source.instant ?? (source.transfer ? instants.get(source.transfer.id) : undefined) ?? Number.NEGATIVE_INFINITY;
	let last = Number.NEGATIVE_INFINITY;
	const times = new Map(
		[...logged, ...alone].map((source, index) => {
			const own = placed(source);
			// Only entries of the log follow one another; a handoff beside it stands for itself.
			if (index < logged.length) last = Math.max(last, own);
			return [source, index < logged.length ? last : own];
		}),
	);
	const timeOf = (source: Source) => times.get(source) ?? 0;
	return [...times.keys()]
		.sort((a, b) => (timeOf(a) === timeOf(b) ? 0 : timeOf(a) - timeOf(b)))
		.map((source) =>
			source.transfer?.at?.instant == null
				? source
				: { ...source, instant: source.instant ?? source.transfer.at.instant },
		);
}

function chainOf(task: string | null, sources: readonly Source[], protocol: Protocol): Chain {
	const open = new Map<string, ChainStep[]>();
	const steps: ChainStep[] = [];
	const visits: Visit[] = [];
	for (const { entry, transfer, instant } of sources) {
		const from = entry?.from?.value ?? transfer?.from?.value ?? null;
		const to = entry?.to?.value ?? transfer?.to?.value ?? null;
		const status = entry?.status?.value ?? transfer?.status?.value ?? null;
		const received = from === null ? undefined : open.get(from)?.pop();
		const { phase, phaseBasis } = phaseOf(entry, transfer, from, to, protocol);
		const stated = entry?.minutes && entry.minutes.value >= 0 ? entry.minutes.value : null;
		const isSincePrevious = protocol.durations === "since-previous";
		const statedHere = isSincePrevious ? stated : (received?.statedMinutes ?? null);
		const derived = between(received?.step.instant ?? null, instant);
		const minutes = statedHere ?? derived;
		const step: FlowStep = {
			entry: entry?.id ?? null,
			transfer: transfer?.id ?? null,
			kind: kindOf(status, to, transfer, received?.step, protocol),
			from,
			to,
			phase,
			phaseBasis,
			status,
			instant,
			minutes,
			minutesBasis: minutes === null ? null : statedHere === null ? "derived" : "stated",
			blockers: textsOf(entry, transfer),
		};
		const made: ChainStep = { step, statedMinutes: stated };
		steps.push(made);
		if (from !== null && (received || minutes !== null || steps.length === 1))
			visits.push(visitOf(from, task, received ?? null, made, minutes, statedHere !== null));
		const waiting = to === null ? undefined : open.get(to);
		if (waiting) waiting.push(made);
		else if (to !== null) open.set(to, [made]);
	}
	for (const [mode, left] of open) for (const last of left) visits.push(visitOf(mode, task, last, null, null, false));
	return { task, steps, visits };
}

function visitOf(
	mode: string,
	task: string | null,
	received: ChainStep | null,
	left: ChainStep | null,
	minutes: number | null,
	isStated: boolean,
): Visit {
	const phase = received?.step.phase ?? left?.step.phase ?? null;
	return { mode, task, in: received, out: left, phase, minutes, isStated };
}

function between(from: number | null, to: number | null): number | null {
	return from === null || to === null || to < from ? null : (to - from) / 60_000;
}

/**
 * What a step is. Work that is sent back where it came from, blocked and with nothing made of it (no deliverable, no
 * decision), has bounced; any other stop is a block. A log alone cannot tell what was made: there, sent back is bounced.
 */
function kindOf(
	status: string | null,
	to: string | null,
	transfer: Transfer | null,
	received: FlowStep | undefined,
	protocol: Protocol,
): FlowStep["kind"] {
	if (status === null || !statusOf(protocol, status)?.stops) return "handover";
	if (!received || (to !== protocol.orchestrator && to !== received.from)) return "block";
	const isMadeOf = (transfer?.deliverables?.length ?? 0) > 0 || (transfer?.decisions?.length ?? 0) > 0;
	return isMadeOf ? "block" : "bounce";
}

function phaseOf(
	entry: HistoryEntry | null,
	transfer: Transfer | null,
	from: string | null,
	to: string | null,
	protocol: Protocol,
): Pick<FlowStep, "phase" | "phaseBasis"> {
	const known = (word: string | undefined) => protocol.phases.find(({ name }) => name === word)?.name;
	const [stated, handed] = [known(entry?.phase?.value), known(transfer?.phase?.value)];
	if (stated !== undefined) return { phase: stated, phaseBasis: "stated" };
	if (handed !== undefined) return { phase: handed, phaseBasis: "handoff" };
	const slug = from === protocol.orchestrator ? to : to === protocol.orchestrator ? from : null;
	const mode = slug === null ? undefined : modeOf(protocol, slug);
	const [only, ...others] = mode ? phasesOf(protocol, mode) : [];
	return only !== undefined && others.length === 0
		? { phase: only, phaseBasis: "roster" }
		: { phase: null, phaseBasis: null };
}

function textsOf(entry: HistoryEntry | null, transfer: Transfer | null): readonly string[] {
	return [...new Set([...(entry?.blockers ?? []), ...(transfer?.blockers ?? [])].map(({ value }) => value))];
}
