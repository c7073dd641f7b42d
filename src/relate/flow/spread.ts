import type { Spread } from "#model/flow.ts";

/** Durations of cases, in minutes; `isStated` where the log says so itself. */
export interface Duration {
	readonly minutes: number;
	readonly isStated: boolean;
}

/** Median and ninetieth percentile (nearest rank) of durations, with how many there are. */
export function spreadOf(durations: readonly Duration[]): Spread {
	const sorted = Float64Array.from(durations, ({ minutes }) => minutes).sort();
	const n = sorted.length;
	const stated = durations.reduce((count, { isStated }) => count + (isStated ? 1 : 0), 0);
	if (n === 0) return { n, median: null, p90: null, stated };
	const middle = n >> 1;
	const median = n % 2 === 1 ? sorted[middle] : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
	return { n, median: median ?? null, p90: sorted[Math.ceil(0.9 * n) - 1] ?? null, stated };
}
