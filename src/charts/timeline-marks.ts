import { element, px } from "./svg.ts";
import { type Frame, margin, type Panel, type Scale, signed, text, type Values } from "./timeline-parts.ts";

/** How high and how low words reach from the line they stand on. */
const ascent = 10;
const descent = 4;
/** How far points reach around their middle. */
const around = 5;

/** Marks and labels of values that went down; labels keep clear of each other, and of points and lines where there is room. */
export function marks(series: readonly Values[], y: Scale, panel: Panel, frame: Frame): string[] {
	const { x, width, drawing } = frame;
	const { speech, words: said } = drawing.told;
	const rows: number[] = [];
	const drops = series
		.flatMap((values) => values.map((value, index) => ({ value, index })))
		.filter(({ value }) => value?.drop)
		.sort((a, b) => a.index - b.index);
	return drops.flatMap(({ value, index }) => {
		if (!value?.drop || value.delta === null) return [];
		const [cx, cy] = [px(x(index)), px(y(value.value))];
		const isStated = value.drop.by === "stated";
		const message = isStated ? said.timeline.dropStated : said.timeline.dropSilent;
		const words = speech.say(message, { delta: signed(value.delta) });
		const half = words.length * 3;
		// Words near an edge of the drawing keep within it.
		const middle = Math.max(margin.left + half, Math.min(cx, width - half));
		let row = rows.findIndex((end) => end < middle - half);
		if (row === -1) row = rows.length;
		rows[row] = middle + half + 6;
		const shape = isStated
			? element("path", { class: "mk-ok", d: `M${cx - 6} ${cy - 12}h12l-6 9z` })
			: `${element("path", { class: "mk-fail", d: `M${cx - 3} ${cy - 7}h6l4 4v6l-4 4h-6l-4 -4v-6z` })}${element("path", { class: "mk-x", d: `M${cx - 3} ${cy - 3}l6 6m0 -6l-6 6` })}`;
		const above = Math.max(panel.top - 24, cy - 18 - row * 13);
		const below = cy + 22 + row * 13;
		const isFree = (top: number) =>
			isClear(series, y, frame, { start: middle - half, end: middle + half, top: top - ascent, bottom: top + descent });
		const top = !isFree(above) && below + descent <= panel.bottom && isFree(below) ? below : above;
		return [shape, text(words, middle, top, "middle", isStated ? "ok knock" : "bad knock")];
	});
}

interface Box {
	readonly start: number;
	readonly end: number;
	readonly top: number;
	readonly bottom: number;
}

/** Whether no point lies in a box, and no line that leads from one value to the next. */
function isClear(series: readonly Values[], y: Scale, { x }: Frame, box: Box): boolean {
	return series.every((values) =>
		values.every((value, index) => {
			if (!value) return true;
			const [at, height] = [x(index), y(value.value)];
			const until = values[index + 1] ? x(index + 1) : at;
			const isBeside = until + around < box.start || at - around > box.end;
			return isBeside || height + around < box.top || height - around > box.bottom;
		}),
	);
}
