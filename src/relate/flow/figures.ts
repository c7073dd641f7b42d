import type { FlowFigures } from "#model/flow.ts";
import type { Protocol } from "#model/protocol.ts";
import { compareText } from "#model/text-order.ts";
import type { Chain } from "./chains.ts";
import { type Duration, spreadOf } from "./spread.ts";

interface Tally {
	received: number;
	sent: number;
	returned: number;
	bounced: number;
	blocked: number;
	readonly durations: Duration[];
}

class Tallies {
	readonly #byKey = new Map<string, Tally>();

	of(key: string): Tally {
		const known = this.#byKey.get(key);
		if (known) return known;
		const tally: Tally = { received: 0, sent: 0, returned: 0, bounced: 0, blocked: 0, durations: [] };
		this.#byKey.set(key, tally);
		return tally;
	}

	/** Figures in the order of `order`, other keys after them in code unit order. */
	figures(order: readonly string[]): readonly FlowFigures[] {
		const rank = new Map(order.map((key, index) => [key, index]));
		const rankOf = (key: string) => rank.get(key) ?? order.length;
		return [...this.#byKey]
			.sort(([a], [b]) => rankOf(a) - rankOf(b) || compareText(a, b))
			.map(([key, { received, sent, returned, bounced, blocked, durations }]) => ({
				key,
				received,
				sent,
				bounces: { received: returned, bounced, rate: returned === 0 ? null : bounced / returned },
				blocked,
				time: spreadOf(durations),
			}));
	}
}

/** How a pair of modes is called. */
export function pairKey(from: string, to: string): string {
	return `${from} → ${to}`;
}

/**
 * Counts and durations by mode, by pair of modes and by phase. Of a phase, only what modes other than the orchestrator hand over
 * counts as sent: what they get is its doing. A bounce counts for the mode, the pair and the phase that the work had come by.
 */
export function figuresOf(chains: readonly Chain[], protocol: Protocol) {
	const modes = new Tallies();
	const pairs = new Tallies();
	const phases = new Tallies();
	for (const { steps, visits } of chains) {
		for (const { step } of steps) {
			const { from, to, phase, blockers } = step;
			const raises = blockers.length > 0 ? 1 : 0;
			const isReturn = from !== protocol.orchestrator;
			if (to !== null) modes.of(to).received++;
			if (from !== null) add(modes.of(from), raises);
			if (from !== null && to !== null) {
				const pair = pairs.of(pairKey(from, to));
				pair.received++;
				add(pair, raises);
			}
			if (phase !== null) {
				const tally = phases.of(phase);
				if (isReturn) add(tally, raises);
				else tally.received++;
			}
		}
		for (const { mode, in: received, out, phase, minutes, isStated } of visits) {
			if (out === null) continue;
			const isWork = mode !== protocol.orchestrator;
			const tallies = [
				modes.of(mode),
				...(received?.step.from ? [pairs.of(pairKey(received.step.from, mode))] : []),
				...(isWork && phase !== null ? [phases.of(phase)] : []),
			];
			for (const tally of tallies) {
				if (received) tally.returned++;
				if (received && out.step.kind === "bounce") tally.bounced++;
				if (minutes !== null) tally.durations.push({ minutes, isStated });
			}
		}
	}
	return {
		modes: modes.figures(protocol.modes.map(({ slug }) => slug)),
		pairs: pairs.figures([]),
		phases: phases.figures(protocol.phases.map(({ name }) => name)),
	};
}

function add(tally: Tally, raises: number): void {
	tally.sent++;
	tally.blocked += raises;
}
