import { scaleLinear } from "d3-scale";
import type { FlowStep } from "#model/flow.ts";
import { type LegendEntry, legendOf } from "./phase-legend.ts";
import type { Room } from "./room.ts";
import { element, escaped, px } from "./svg.ts";
import type { Told } from "./told.ts";

/** A task as the chart shows it: its steps in the order of time. */
export interface PhaseChartTask {
	readonly task: string;
	readonly steps: readonly Pick<FlowStep, "instant" | "phase" | "kind" | "status" | "blockers">[];
	readonly isBlocked: boolean;
}

export interface PhaseChartInput {
	readonly tasks: readonly PhaseChartTask[];
	readonly phases: readonly { readonly name: string; readonly short: string }[];
	/** Without it a page; on a phone names stand above their bars. */
	readonly room?: Room;
	readonly told: Told;
}

/** Time that a task spent in one phase, or stopped. */
export interface PhaseSegment {
	readonly phase: string | null;
	readonly isStopped: boolean;
	readonly start: number;
	readonly end: number;
}

/** Where everything lies; within a row, from its top. */
interface Layout {
	readonly width: number;
	/** Where time begins. */
	readonly start: number;
	readonly row: number;
	readonly bar: number;
	/** What is said below a task's name, or below its bar. */
	readonly blocked: number;
	readonly characters: number;
	readonly ticks: number;
}

const layouts: Readonly<Record<Room, Layout>> = {
	page: { width: 1180, start: 130, row: 50, bar: 0, blocked: 28, characters: 18, ticks: 10 },
	tablet: { width: 700, start: 130, row: 50, bar: 0, blocked: 28, characters: 18, ticks: 7 },
	phone: { width: 326, start: 2, row: 66, bar: 20, blocked: 54, characters: 44, ticks: 4 },
};
const top = 34;
const stopped = "barq";
const day = 86_400_000;

/** A stretch of a task as it is drawn; its words where it has room for them. */
interface Bar {
	readonly phase: string | null;
	readonly isStopped: boolean;
	readonly from: number;
	readonly to: number;
	readonly classes: string;
	readonly words: string | undefined;
}

/** The phases of a task over time: from each step to the next, in the phase of the step that the time ends with. */
export function segmentsOf(steps: PhaseChartTask["steps"]): readonly PhaseSegment[] {
	const timed = steps.filter((step) => step.instant !== null);
	const segments: PhaseSegment[] = [];
	for (const [index, step] of timed.entries()) {
		const before = timed[index - 1];
		if (!before || before.instant === null || step.instant === null || step.instant <= before.instant) continue;
		const isStopped = before.kind !== "handover";
		const phase = step.phase ?? before.phase;
		const last = segments.at(-1);
		if (last && last.phase === phase && last.isStopped === isStopped && last.end === before.instant)
			segments[segments.length - 1] = { ...last, end: step.instant };
		else segments.push({ phase, isStopped, start: before.instant, end: step.instant });
	}
	return segments;
}

/** The phases of tasks over time, as SVG, with their bounces; stopped time is hatched. The table beside it says the same. */
export function phaseChart({ tasks, phases, told, room = "page" }: PhaseChartInput): string {
	const layout = layouts[room];
	const { width } = layout;
	const { say } = told.speech;
	const said = told.words.phases;
	const instants = tasks.flatMap(({ steps }) => steps.flatMap(({ instant }) => instant ?? []));
	const first = Math.floor(instants.reduce((least, at) => Math.min(least, at), Number.POSITIVE_INFINITY) / day) * day;
	const last = Math.ceil(instants.reduce((most, at) => Math.max(most, at), Number.NEGATIVE_INFINITY) / day) * day;
	const end = top + tasks.length * layout.row + 4;
	const x = scaleLinear([first, Math.max(last, first + day)], [layout.start, width - 12]);
	const ticks = weeksBetween(first, last, layout.ticks);
	const grid = ticks.map((at) => element("path", { d: `M${px(x(at))} 24V${end - 8}` })).join("");
	const bars = tasks.map(({ steps }) => segmentsOf(steps).map(barOf));
	const rows = tasks.flatMap((task, index) => row(task, bars[index] ?? [], top + index * layout.row));
	const legend = legendOf(keysOf(bars.flat()), { from: end, left: Math.min(8, layout.start), width });
	const height = end + legend.height;
	const parts = [
		element("g", { class: "grid" }, grid),
		...ticks.map((at) =>
			element(
				"text",
				{ x: px(x(at)), y: 16, ...(x(at) > width - 50 && { "text-anchor": "end" }) },
				escaped(dayName(at, told)),
			),
		),
		...rows,
		...legend.parts,
	];
	return element(
		"svg",
		{
			width,
			height,
			viewBox: `0 0 ${width} ${height}`,
			role: "img",
			"aria-label": tasks.map((task) => sentenceOf(task, told)).join(" "),
		},
		parts.join(""),
	);

	function barOf({ phase, isStopped, start, end: until }: PhaseSegment): Bar {
		const [from, to] = [x(start), x(until)];
		const rank = phases.findIndex(({ name }) => name === phase);
		const names = isStopped ? [said.stopped] : [phase ?? "", phases[rank]?.short ?? ""];
		const words = names.find((one) => one !== "" && to - from > one.length * 7 + 8);
		return { phase, isStopped, from, to, classes: isStopped ? stopped : shadeOf(rank), words };
	}

	/** What the shades stand for, where one of them has no room for its name. */
	function keysOf(drawn: readonly Bar[]): readonly LegendEntry[] {
		const unnamed = new Set(drawn.flatMap(({ words, classes }) => (words === undefined ? [classes] : [])));
		if (unnamed.size === 0) return [];
		const held = new Set(drawn.map(({ phase }) => phase));
		const keys = phases.flatMap(({ name }, rank) => (held.has(name) ? [{ classes: shadeOf(rank), words: name }] : []));
		return unnamed.has(stopped) ? [...keys, { classes: stopped, words: said.stopped, isDashed: true }] : keys;
	}

	function row({ task, steps, isBlocked }: PhaseChartTask, own: readonly Bar[], line: number): string[] {
		const y = line + layout.bar;
		const inset = Math.min(8, layout.start);
		const name = task.length > layout.characters ? `${task.slice(0, layout.characters - 1)}…` : task;
		const drawn: string[] = [text(inset, line + 14, name, "lbl")];
		for (const { isStopped, from, to, classes, words } of own) {
			drawn.push(
				element("rect", {
					class: classes,
					x: px(from),
					y,
					width: Math.max(1, px(to - from)),
					height: 22,
					...(isStopped && { "stroke-dasharray": "4 3" }),
				}),
			);
			if (words !== undefined) drawn.push(text(from + 5, y + 15, words, isStopped ? "bad" : "inph"));
		}
		const bounces = steps.filter(({ kind, instant }) => kind === "bounce" && instant !== null);
		for (const { instant } of bounces)
			drawn.push(element("path", { class: "mk-fail", d: `M${px(x(instant ?? 0))} ${y + 22}l5 8h-10z` }));
		const [earliest] = bounces;
		if (earliest) {
			const at = x(bounces.at(-1)?.instant ?? 0);
			const words = say(said.bounces, { count: bounces.length });
			// Words that would run out of the drawing end before the mark.
			if (at + 9 + words.length * 6.5 <= width) drawn.push(text(at + 9, y + 34, words, "bad"));
			else drawn.push(text(at - 9, y + 34, words, "bad", "end"));
		} else if (isBlocked) drawn.push(text(inset, line + layout.blocked, said.blocked, "bad"));
		return drawn;
	}
}

/** The shade of a phase by its place in the protocol; one that the protocol does not have is drawn like a stop. */
function shadeOf(rank: number): string {
	return rank === -1 ? stopped : `ph${Math.min(rank + 1, 5)}`;
}

/** Every week, or as many weeks apart that there are about as many as asked for. */
function weeksBetween(first: number, last: number, most: number): readonly number[] {
	const weeks = Math.max(1, Math.ceil((last - first) / (7 * day)));
	const step = Math.ceil(weeks / most) * 7 * day;
	const ticks: number[] = [];
	for (let at = first; at <= last; at += step) ticks.push(at);
	return ticks;
}

function dayName(instant: number, { speech }: Told): string {
	return speech.date(new Date(instant), { day: "numeric", month: "short", timeZone: "UTC" });
}

function sentenceOf({ task, steps, isBlocked }: PhaseChartTask, told: Told): string {
	const { say } = told.speech;
	const said = told.words.phases;
	const segments = segmentsOf(steps);
	const [first, last] = [segments[0], segments.at(-1)];
	if (!first || !last) return say(said.noTimes, { task });
	const bounces = steps.filter(({ kind }) => kind === "bounce").length;
	const stops = segments.filter(({ isStopped }) => isStopped).length;
	const more = [
		...(bounces > 0 ? [say(said.bounces, { count: bounces })] : []),
		...(stops > bounces ? [say(said.stops, { count: stops })] : []),
		...(isBlocked ? [said.blockedAtEnd] : []),
	];
	const span = say(said.span, {
		first: first.phase ?? said.start,
		from: dayName(first.start, told),
		last: last.phase ?? said.end,
		to: dayName(last.end, told),
	});
	return more.length > 0
		? say(said.taskAndMore, { task, span, more: more.join(", ") })
		: say(said.task, { task, span });
}

function text(x: number, y: number, words: string, classes: string, anchor?: "end"): string {
	const attributes = { ...(classes && { class: classes }), x: px(x), y: px(y), "text-anchor": anchor };
	return element("text", attributes, escaped(words));
}
