import type { BaselineCount, HandoffBaseline, PreviousFigure } from "#model/baselines.ts";

/** A count, and the handoff that states it. */
export interface Placed {
	readonly handoff: string;
	readonly count: BaselineCount;
}

/** What handoffs built so far state, by kind and package. */
export class EarlierCounts {
	readonly #last = new Map<string, Placed>();
	readonly #values = new Map<string, Placed>();
	readonly #stated = new Set<string>();
	readonly #any = new Set<string>();

	/** Takes what a handoff states, once it is judged. */
	add({ handoff, counts, comparisons }: HandoffBaseline): void {
		for (const { kind, section, value } of counts) {
			if (section !== "tests") this.#stated.add(JSON.stringify([handoff, kind, value]));
			this.#any.add(JSON.stringify([handoff, kind === "packages", value]));
		}
		for (const { kind, of, count } of comparisons) {
			if (kind !== "packages" && kind !== "tests") continue;
			const key = JSON.stringify([kind, of ?? null]);
			this.#last.set(key, { handoff, count });
			this.#last.set(JSON.stringify([handoff, key]), { handoff, count });
			this.#values.set(JSON.stringify([key, count.value]), { handoff, count });
		}
	}

	/** What was stated last. */
	last({ kind, of }: PreviousFigure): Placed | undefined {
		return this.#last.get(JSON.stringify([kind, of]));
	}

	/** What one handoff states. */
	of({ kind, of }: PreviousFigure, handoff: string): Placed | undefined {
		return this.#last.get(JSON.stringify([handoff, JSON.stringify([kind, of])]));
	}

	/** Whether a handoff states a value of the system in any section. */
	alsoStates(handoff: string, { kind, value }: PreviousFigure): boolean {
		return this.#stated.has(JSON.stringify([handoff, kind, value]));
	}

	/** Whether a handoff states a value of tests or packages at all, of whatever run. */
	statesOfAnything(handoff: string, { kind, value }: PreviousFigure): boolean {
		return this.#any.has(JSON.stringify([handoff, kind === "packages", value]));
	}

	/** The last one that stated just this value. */
	withValue({ kind, of, value }: PreviousFigure): Placed | undefined {
		return this.#values.get(JSON.stringify([JSON.stringify([kind, of]), value]));
	}
}
