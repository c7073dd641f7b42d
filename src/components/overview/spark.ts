/** A small line of counts, as an SVG path and its last point. */
export interface Spark {
	readonly path: string;
	readonly end: { readonly x: number; readonly y: number };
	/** Where a count dropped and nothing accounts for it. */
	readonly drops: readonly { readonly x: number; readonly y: number }[];
}

/** The space that a line is drawn in. */
export const sparkSize = { width: 152, height: 36 } as const;
const margin = 4;

/** Draws counts from left to right as steps. Takes at least one. */
export function sparkOf(points: readonly { readonly value: number; readonly dropped: boolean }[]): Spark {
	const values = points.map(({ value }) => value);
	const [low, high] = [Math.min(...values), Math.max(...values)];
	const { width, height } = sparkSize;
	const placed = points.map(({ value, dropped }, index) => ({
		x: round(margin + (index * (width - 2 * margin)) / Math.max(1, points.length - 1)),
		y: round(high === low ? height / 2 : height - margin - ((value - low) * (height - 2 * margin)) / (high - low)),
		dropped,
	}));
	const [first, ...rest] = placed;
	const path = [`M${first?.x} ${first?.y}`, ...rest.map(({ x, y }) => `H${x}V${y}`)].join("");
	const last = placed.at(-1) ?? { x: 0, y: 0 };
	return {
		path,
		end: { x: last.x, y: last.y },
		drops: placed.filter(({ dropped }) => dropped).map(({ x, y }) => ({ x, y })),
	};
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
