import type { Flow, FlowChain } from "#model/flow.ts";
import { type Protocol, statusOf } from "#model/protocol.ts";
import type { HistoryEntry, Reconciled, Transfer } from "#model/transfers.ts";
import { blockersOf, goesOn } from "./blockers.ts";
import { type Chain, chainsOf } from "./chains.ts";
import { figuresOf } from "./figures.ts";
import { pingPongOf } from "./ping-pong.ts";
import { crossedThresholds } from "./thresholds.ts";

/**
 * How the transfers of an archive went: each task's chain, and what can be counted over all of them. Linear in the log but
 * for sorting. Nothing is invented: what neither log nor handoffs tell is null.
 */
export function flowOf(
	transfers: readonly Transfer[],
	history: readonly HistoryEntry[],
	reconciled: Reconciled,
	protocol: Protocol,
): Flow {
	const chains = chainsOf(transfers, history, reconciled, protocol);
	const until = lastInstant(chains);
	const blockers = blockersOf(chains, protocol, until);
	const figures = figuresOf(chains, protocol);
	return {
		chains: chains.map((chain) => chainSummary(chain, protocol)),
		...figures,
		pingPong: pingPongOf(chains, protocol),
		blockers,
		until,
		crossed: crossedThresholds(chains, figures, blockers, protocol),
	};
}

function lastInstant(chains: readonly Chain[]): number | null {
	let last: number | null = null;
	for (const { steps } of chains)
		for (const { step } of steps)
			if (step.instant !== null && (last === null || step.instant > last)) last = step.instant;
	return last;
}

function chainSummary({ task, steps: made }: Chain, protocol: Protocol): FlowChain {
	const steps = made.map(({ step }) => step);
	const instants = steps.flatMap(({ instant }) => instant ?? []);
	const last = steps.at(-1);
	const lastPhase = protocol.phases.at(-1)?.name;
	let stop: { readonly phase: string | null } | null = null;
	for (const step of steps) {
		if (step.status !== null && statusOf(protocol, step.status)?.stops) stop = { phase: step.phase };
		else if (stop && goesOn(step, stop.phase, protocol)) stop = null;
	}
	const isDone = (word: string | null) =>
		word !== null && (statusOf(protocol, word)?.requires.includes("complete-deliverables") ?? false);
	return {
		task,
		steps,
		bounces: steps.filter(({ kind }) => kind === "bounce").length,
		blocks: steps.filter(({ kind }) => kind === "block").length,
		isComplete: last?.phase === lastPhase && last?.to === protocol.orchestrator && isDone(last.status),
		isBlocked: stop !== null,
		first: instants.reduce<number | null>((first, at) => (first === null || at < first ? at : first), null),
		last: instants.reduce<number | null>((last, at) => (last === null || at > last ? at : last), null),
	};
}
