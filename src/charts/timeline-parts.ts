import { scaleLinear } from "d3-scale";
import type { TimelineValue } from "#relate/timeline.ts";
import type { Room } from "./room.ts";
import { element, escaped, monoWidth, px } from "./svg.ts";
import type { Told } from "./told.ts";

/** How a timeline is drawn. */
export interface TimelineDrawing {
	/** The address of a handoff's page; null where it has none. */
	readonly hrefOf: (id: string) => string | null;
	readonly told: Told;
	/** The handoff that the chart is about: its points are filled. */
	readonly here?: string;
	/** Without failures and rules, for a chart beside a text. */
	readonly small?: boolean;
	/** Without it a page; less shows the whole as well, and what the lines are of stands below, in words (`seriesOf`). */
	readonly room?: Room;
}

/** Whether a drawing has no room for words beside its end. */
export function isNarrow({ room = "page" }: Pick<TimelineDrawing, "room">): boolean {
	return room !== "page";
}

export interface Panel {
	readonly top: number;
	readonly bottom: number;
}

/** Where everything lies: the same for all parts of a drawing. */
export interface Frame {
	readonly step: number;
	readonly width: number;
	readonly x: (index: number) => number;
	readonly ids: readonly string[];
	readonly drawing: TimelineDrawing;
}

interface Panels {
	readonly tests: Panel;
	readonly packages: Panel;
	readonly failures?: Panel;
	readonly rules?: Panel;
}

/** Where the panels of a chart lie, from top to bottom. */
export function panelsOf({ small }: Pick<TimelineDrawing, "small">): Panels {
	return small
		? { tests: { top: 40, bottom: 140 }, packages: { top: 180, bottom: 224 } }
		: {
				tests: { top: 46, bottom: 256 },
				packages: { top: 300, bottom: 384 },
				failures: { top: 424, bottom: 460 },
				rules: { top: 500, bottom: 536 },
			};
}

/** About how many steps the scale of each panel with values has. */
export function tickCounts({ small }: Pick<TimelineDrawing, "small">): {
	readonly tests: number;
	readonly packages: number;
} {
	return small ? { tests: 3, packages: 2 } : { tests: 5, packages: 3 };
}

/** Steps narrower than this have smaller points; the styles say how small. */
export const dense = 20;

/** Steps narrower than this have no room for the number of a bar above it. */
export const numbered = 22;

/** How far the title of a panel stands above it; over bars it leaves room for the number on the tallest. */
const above = { tests: 14, packages: 10, failures: 18, rules: 18 } as const;

/** The title of a panel, at the start of its axis. */
export function panelTitle(panel: keyof typeof above, { top }: Panel, { told }: TimelineDrawing, name = "lbl"): string {
	const { tests, packages, failing, rules } = told.words.timeline;
	const words = { tests, packages, failures: failing, rules }[panel];
	return text(words, margin.left, top - above[panel], "start", name);
}

/** What is left free of values at the sides, and before the first step. */
export const margin = { left: 52, first: 24, right: 40 } as const;
interface Bar {
	readonly value: number;
	/** The part of it that is drawn loud. */
	readonly loud: number;
	readonly words: string;
}

/** The bars of a panel, each linked to its handoff; none where a handoff has no value. */
export function bars(
	name: "failures" | "rules",
	values: readonly (Bar | null)[],
	panel: Panel,
	frame: Frame,
): string[] {
	const { x, step, ids } = frame;
	const most = Math.max(1, ...values.map((bar) => bar?.value ?? 0));
	const y = scaleLinear().domain([0, most]).range([panel.bottom, panel.top]);
	const wide = Math.min(18, step - 4);
	const drawn = values.flatMap((bar, index) => {
		if (!bar || bar.value === 0) return [];
		const left = px(x(index) - wide / 2);
		const rect = (name: string, from: number, to: number) =>
			to > from
				? element("rect", { class: name, x: left, y: px(y(to)), width: wide, height: px(y(from) - y(to)) })
				: "";
		const shapes = rect("barf", 0, bar.loud) + rect("barq", bar.loud, bar.value);
		const number = step >= numbered ? text(String(bar.value), x(index), y(bar.value) - 4, "middle") : "";
		return [link(ids[index] ?? "", bar.words, frame, shapes + number)];
	});
	return [
		element("path", { class: "ax", d: `M${margin.left} ${panel.bottom}H${frame.width - margin.right + margin.first}` }),
		zero(panel),
		panelTitle(name, panel, frame.drawing),
		...drawn,
	];
}

export type Values = readonly (TimelineValue<unknown> | null)[];
export type Scale = (value: number) => number;
type AxisScale = Scale & { ticks(count: number): number[] };

/** A scale from 0 to the largest value, drawn from the bottom of a panel to its top. */
export function scaleOf(values: Values, { top, bottom }: Panel, ticks: number): AxisScale {
	const most = Math.max(1, ...values.map((value) => value?.value ?? 0));
	return scaleLinear().domain([0, most]).nice(ticks).range([bottom, top]);
}

/** Where the bars of a panel stand on. */
export function zero({ bottom }: Panel): string {
	return text("0", margin.left - 8, bottom + 4, "end");
}

function ticksOf(y: AxisScale, count: number): number[] {
	return y.ticks(count).filter(Number.isInteger);
}

/** The numbers of a panel's scale. */
export function tickWords(y: AxisScale, { told }: TimelineDrawing, count: number): string {
	const words = ticksOf(y, count).map((tick) => text(told.speech.number(tick), margin.left - 8, y(tick) + 4, "start"));
	return element("g", { class: "ticks" }, words.join(""));
}

/** The lines of a scale across a panel. */
export function grid(y: AxisScale, { width, drawing }: Frame, count: number): string[] {
	const ticks = ticksOf(y, count);
	const end = width - margin.right + margin.first;
	return [
		element("path", {
			class: "grid",
			d: ticks.map((tick) => `M${margin.left} ${px(y(tick))}H${end}`).join(""),
		}),
		tickWords(y, drawing, count),
	];
}

/** Steps from value to value; where one is missing the line is broken, and a dotted one carries the eye across. */
export function lines(values: Values, name: string, y: Scale, { x }: Frame): string[] {
	const indexed = values.map((value, index) => ({ value, index }));
	const drawn = indexed
		.map(({ value, index }) => {
			if (!value) return "";
			const [left, top] = [px(x(index)), px(y(value.value))];
			return values[index - 1] ? `H${left}V${top}` : `M${left} ${top}`;
		})
		.join("");
	// A value between two gaps is a point alone.
	const path = drawn.replace(/M[^MHV]+(?=M|$)/g, "");
	const stated = indexed.filter(({ value }) => value !== null);
	const across = stated.flatMap(({ value, index }, at) => {
		const next = stated[at + 1];
		if (!value || !next?.value || next.index === index + 1) return [];
		return [`M${px(x(index))} ${px(y(value.value))}H${px(x(next.index))}V${px(y(next.value.value))}`];
	});
	return [
		...(across.length > 0 ? [element("path", { class: "gapln", d: across.join("") })] : []),
		...(path ? [element("path", { class: `ln ${name}`, d: path })] : []),
	];
}

/** The points of a panel, each linked to its handoff and said in words. */
export function points(
	values: Values,
	name: string,
	y: Scale,
	frame: Frame,
	wordsOf: (value: number) => string,
): string[] {
	const { x, ids, drawing } = frame;
	return values.flatMap((value, index) => {
		if (!value) return [];
		const id = ids[index] ?? "";
		const at = { cx: px(x(index)), cy: px(y(value.value)) };
		const classes = `pt ${name}${id === drawing.here ? " now" : ""}`;
		const shapes = element("circle", at) + element("circle", { ...at, class: classes });
		return [link(id, `${wordsOf(value.value)}${changeWords(value, drawing.told)}`, frame, shapes)];
	});
}

function changeWords({ delta, against, drop }: TimelineValue<unknown>, { speech, words }: Told): string {
	if (delta === null || against === null) return "";
	const { change, changeStated, changeSilent } = words.timeline;
	const message = drop === null ? change : drop.by === "stated" ? changeStated : changeSilent;
	return speech.say(message, { delta: signed(delta), handoff: against });
}

/** Height of a row of ids. */
const labelRow = 13;

/** As many ids as fit beside each other, in two rows: what is too wide for the first stands in the second. A phone has one. */
export function stepLabels({ x, ids, drawing }: Frame, y: number): string {
	const free = Array<number>(drawing.room === "phone" ? 1 : 2).fill(Number.NEGATIVE_INFINITY);
	const labels = ids.flatMap((id, index) => {
		const words = id.length > 16 ? `${id.slice(0, 15)}…` : id;
		const half = monoWidth(words) / 2;
		const [start, end] = [x(index) - half, x(index) + half + 6];
		const next = monoWidth(ids[index + 1] ?? "") / 2;
		// An id that would push a shorter neighbour out gives way to it.
		const isWide = index + 1 < ids.length && next < half && end > x(index + 1) - next;
		const row =
			[isWide ? 1 : 0, 1].find((at) => start >= (free[at] ?? Number.POSITIVE_INFINITY)) ??
			(id === drawing.here ? 1 : undefined);
		if (row === undefined) return [];
		free[row] = end;
		return [text(words, x(index), y + row * labelRow, "start", id === drawing.here ? "lbl" : undefined)];
	});
	return element("g", { class: "ids" }, labels.join(""));
}

function link(id: string, words: string, { drawing }: Frame, content: string): string {
	const href = drawing.hrefOf(id);
	const { speech, words: said } = drawing.told;
	const named = `<title>${escaped(speech.say(said.timeline.point, { handoff: id, words }))}</title>${content}`;
	return href === null ? element("g", {}, named) : element("a", { href }, named);
}

/** A text of the drawing; `name` is its class. */
export function text(words: string, x: number, y: number, anchor: "start" | "middle" | "end", name?: string): string {
	return element(
		"text",
		{ class: name, "text-anchor": anchor === "start" ? undefined : anchor, x: px(x), y: px(y) },
		escaped(words),
	);
}

/** A change with its sign. */
export function signed(value: number): string {
	return value > 0 ? `+${value}` : value < 0 ? `−${-value}` : "±0";
}
