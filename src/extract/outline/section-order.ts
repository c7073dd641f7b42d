/**
 * The positions of the longest rising run of numbers, not necessarily adjacent: what need not move to bring them in order.
 * For short lists such as a document's sections.
 */
export function longestRise(numbers: readonly number[]): readonly number[] {
	const best: (readonly number[])[] = [];
	for (const [at, number] of numbers.entries()) {
		let before: readonly number[] = [];
		for (const rise of best) {
			const last = numbers[rise.at(-1) ?? -1] ?? Number.POSITIVE_INFINITY;
			if (last < number && rise.length > before.length) before = rise;
		}
		best.push([...before, at]);
	}
	return best.reduce((longest, rise) => (rise.length > longest.length ? rise : longest), []);
}
