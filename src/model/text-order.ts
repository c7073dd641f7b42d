/** Compares by code unit: independent of the machine's locale. */
export function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** Compares as people count: "rule 3" before "rule 10". Numbers compare as numbers, all else by code unit. */
export function compareCounting(a: string, b: string): number {
	const left = a.match(/\d+|\D+/gu) ?? [];
	const right = b.match(/\d+|\D+/gu) ?? [];
	for (const [index, part] of left.entries()) {
		const other = right[index];
		if (other === undefined) return 1;
		const order = Number(part) - Number(other) || compareText(part, other);
		if (order !== 0) return order;
	}
	return left.length - right.length;
}
