import type { BlockerGroup, FlowStep } from "#model/flow.ts";
import { type Protocol, statusOf } from "#model/protocol.ts";
import { compareText } from "#model/text-order.ts";
import type { Chain } from "./chains.ts";

type Raised = BlockerGroup["raised"][number];

type OpenBlocker = { -readonly [Key in keyof Raised]: Raised[Key] };

/** The open blockers of a task, by phase: what one step resolves is found without looking at all that stays open. */
class OpenBlockers {
	readonly #keys = new Set<string>();
	readonly #byPhase = new Map<string | null, Map<string, OpenBlocker>>();

	has(key: string): boolean {
		return this.#keys.has(key);
	}

	add(key: string, raised: OpenBlocker): void {
		this.#keys.add(key);
		const known = this.#byPhase.get(raised.phase);
		if (known) known.set(key, raised);
		else this.#byPhase.set(raised.phase, new Map([[key, raised]]));
	}

	/** Takes out what a step resolves: all that it does not name, where it goes on. */
	resolveBy(step: FlowStep, named: ReadonlyMap<string, string>, protocol: Protocol): readonly OpenBlocker[] {
		const resolved: OpenBlocker[] = [];
		if (this.#keys.size === 0) return resolved;
		for (const [phase, open] of this.#byPhase) {
			if (!goesOn(step, phase, protocol)) continue;
			for (const [key, raised] of open) {
				if (named.has(key)) continue;
				open.delete(key);
				this.#keys.delete(key);
				resolved.push(raised);
			}
		}
		return resolved;
	}
}

/** What equal blockers have in common: their words, without letter case and punctuation. */
function blockerKey(text: string): string {
	return text
		.normalize("NFKC")
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim();
}

/**
 * Blockers by their words, with where they were raised and resolved. One that is repeated while it is open is the same one. A
 * blocker is resolved by the first later step of the task that goes on in the phase it was raised in and does not name it.
 */
export function blockersOf(
	chains: readonly Chain[],
	protocol: Protocol,
	until: number | null,
): readonly BlockerGroup[] {
	const groups = new Map<string, { text: string; raised: OpenBlocker[] }>();
	for (const { task, steps } of chains) {
		const open = new OpenBlockers();
		for (const { step } of steps) {
			const { entry, transfer, from: by, phase, instant } = step;
			const named = new Map(step.blockers.map((text) => [blockerKey(text), text]));
			for (const raised of open.resolveBy(step, named, protocol)) {
				raised.resolvedBy = { entry, transfer, instant };
				raised.ageMinutes = ageOf(raised.instant, instant);
			}
			for (const [key, text] of named) {
				if (open.has(key)) continue;
				const raised = {
					entry,
					transfer,
					task,
					by,
					phase,
					instant,
					resolvedBy: null,
					ageMinutes: ageOf(instant, until),
				};
				const group = groups.get(key) ?? { text, raised: [] };
				group.raised.push(raised);
				groups.set(key, group);
				open.add(key, raised);
			}
		}
	}
	return [...groups]
		.map(([key, { text, raised }]) => ({
			text,
			key,
			raised,
			open: raised.filter(({ resolvedBy }) => resolvedBy === null).length,
		}))
		.sort((a, b) => b.open - a.open || b.raised.length - a.raised.length || compareText(a.key, b.key));
}

/** Whether a step takes work up again that stopped in a phase. */
export function goesOn(step: FlowStep, phase: string | null, protocol: Protocol): boolean {
	if (step.status === null || statusOf(protocol, step.status)?.stops) return false;
	return phase === null || step.phase === null || step.phase === phase;
}

function ageOf(from: number | null, to: number | null): number | null {
	return from === null || to === null || to < from ? null : (to - from) / 60_000;
}
