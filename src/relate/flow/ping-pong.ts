import type { PingPong } from "#model/flow.ts";
import type { Protocol } from "#model/protocol.ts";
import { compareText } from "#model/text-order.ts";
import type { Chain } from "./chains.ts";

/**
 * Pairs of modes between which a task went to and fro: each time it came back to a mode from the one it had gone to. The
 * orchestrator, which stands between all, is left out, but for what it sends to the same mode again after a bounce.
 */
export function pingPongOf(chains: readonly Chain[], { orchestrator }: Protocol): readonly PingPong[] {
	const found = new Map<string, { modes: [string, string]; returns: number; tasks: Set<string | null> }>();
	const count = (a: string, b: string, task: string | null) => {
		const modes: [string, string] = a < b ? [a, b] : [b, a];
		const key = modes.join("\u0000");
		const known = found.get(key) ?? { modes, returns: 0, tasks: new Set<string | null>() };
		known.returns++;
		known.tasks.add(task);
		found.set(key, known);
	};
	for (const { task, steps } of chains) {
		let before: string | null = null;
		let last: string | null = null;
		let hasBounced = false;
		for (const { step } of steps) {
			const { to, kind } = step;
			if (kind === "bounce") hasBounced = true;
			if (to === null || to === orchestrator) continue;
			if (to === last) {
				if (hasBounced) count(orchestrator, to, task);
			} else {
				if (to === before && last !== null) count(to, last, task);
				before = last;
				last = to;
			}
			hasBounced = false;
		}
	}
	return [...found.values()]
		.map(({ modes, returns, tasks }) => ({ modes, returns, tasks: [...tasks] }))
		.sort((a, b) => b.returns - a.returns || compareText(a.modes.join(" "), b.modes.join(" ")));
}
