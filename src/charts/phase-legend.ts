import { element, escaped, px } from "./svg.ts";

/** A shade of the bars, and what it stands for. */
export interface LegendEntry {
	readonly classes: string;
	readonly words: string;
	/** Drawn with a broken line around it. */
	readonly isDashed?: boolean;
}

const row = 18;
const swatch = 12;
/** Room that a letter takes, roughly, in the size of the chart's words. */
const letter = 6.8;

/**
 * What the shades of a chart stand for, side by side in as many rows as the room asks for.
 * @param from the upper edge of the first row
 * @returns the drawing, and how high it is; nothing of nothing
 */
export function legendOf(
	entries: readonly LegendEntry[],
	{ from, left, width }: { readonly from: number; readonly left: number; readonly width: number },
): { readonly parts: readonly string[]; readonly height: number } {
	let [x, y] = [left, from];
	const parts: string[] = [];
	for (const { classes, words, isDashed } of entries) {
		const room = swatch + 5 + words.length * letter + 12;
		if (x > left && x + room > width) [x, y] = [left, y + row];
		parts.push(
			element("rect", {
				class: `key ${classes}`,
				x: px(x),
				y: px(y),
				width: swatch,
				height: swatch,
				...(isDashed && { "stroke-dasharray": "4 3" }),
			}),
			element("text", { x: px(x + swatch + 5), y: px(y + 10) }, escaped(words)),
		);
		x += room;
	}
	return { parts, height: entries.length === 0 ? 0 : y + row + 4 - from };
}
