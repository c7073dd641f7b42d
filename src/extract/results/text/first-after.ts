/** The index of the first entry that stands below a line; entries are in line order. */
export function firstAfter<Entry>(
	entries: readonly Entry[],
	line: number,
	lineOfEntry: (entry: Entry) => number,
): number {
	let low = 0;
	let high = entries.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		const entry = entries[middle];
		if (entry !== undefined && lineOfEntry(entry) <= line) low = middle + 1;
		else high = middle;
	}
	return low;
}
