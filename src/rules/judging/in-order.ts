/**
 * What has to be taken out of a list of times so that the rest never goes back: as few as possible, and where there is a choice
 * those further down, as a list is written from its top. Takes time in proportion to n log n.
 * @param times in the order of the list, in any unit
 * @returns positions of those that may stay, in ascending order
 */
export function longestInOrder(times: readonly number[]): readonly number[] {
	// Read from the end: of the runs of each length, the position of the one with the latest time at its beginning.
	const beginnings: number[] = [];
	const next: number[] = [];
	for (let at = times.length - 1; at >= 0; at--) {
		const length = runsBefore(times[at] ?? 0, beginnings, times);
		next[at] = length > 0 ? (beginnings[length - 1] ?? -1) : -1;
		beginnings[length] = at;
	}
	const kept: number[] = [];
	for (let at = beginnings.at(-1) ?? -1; at !== -1; at = next[at] ?? -1) kept.push(at);
	return kept;
}

/** Length of the longest run that a time may stand before. */
function runsBefore(time: number, beginnings: readonly number[], times: readonly number[]): number {
	let low = 0;
	let high = beginnings.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((times[beginnings[middle] ?? 0] ?? 0) >= time) low = middle + 1;
		else high = middle;
	}
	return low;
}
