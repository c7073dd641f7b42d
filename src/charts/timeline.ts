import type { Timeline } from "#relate/timeline.ts";
import { element, px } from "./svg.ts";
import { drawnSeries, endLabels, endWidth } from "./timeline-ends.ts";
import { marks } from "./timeline-marks.ts";
import {
	bars,
	dense,
	type Frame,
	grid,
	lines,
	margin,
	numbered,
	type Panel,
	panelsOf,
	panelTitle,
	points,
	scaleOf,
	stepLabels,
	type TimelineDrawing,
	text,
	tickCounts,
} from "./timeline-parts.ts";
import type { Told } from "./told.ts";

/** What steps and the words beside them share where they are few: about the width of a page. */
const room = 1156;

/** What steps share where a drawing is narrower than a page, and how far apart they are at most. */
const narrowRooms = { tablet: { width: 560, step: 96 }, phone: { width: 220, step: 42 } } as const;

/** The wider the archive, the closer the steps: 500 handoffs still fit a page that scrolls a few times. */
function stepWidth(steps: number, end: number, { small, room: made = "page" }: TimelineDrawing): number {
	if (made !== "page") {
		const { width, step } = narrowRooms[made];
		return Math.min(step, Math.max(5, Math.floor(width / Math.max(1, steps - 1))));
	}
	if (small) return 60;
	if (steps <= 40) return Math.min(96, Math.max(numbered, Math.floor((room - end) / steps)));
	return steps <= 120 ? 26 : 14;
}

/**
 * Draws tests by scope, packages, failing tests and broken rules over the build order, from left to right. Gaps are gaps; a
 * value that went down is marked and labelled; each point is a link to its handoff. Coloured and named by the page around it alone.
 */
export function drawTimeline(timeline: Timeline<unknown>, drawing: TimelineDrawing): string {
	const { steps } = timeline;
	const end = endWidth(timeline, drawing);
	const step = stepWidth(steps.length, end, drawing);
	const x = (index: number) => margin.left + margin.first + index * step;
	const width = x(Math.max(steps.length - 1, 0)) + end;
	const frame: Frame = { step, width, x, ids: steps.map(({ id }) => id), drawing };
	const panels = panelsOf(drawing);
	const bottom = (panels.rules ?? panels.packages).bottom;
	const stretches = gaps(timeline);
	const parts = [
		...stretches.flatMap((stretch) => gapAreas(stretch, frame, Object.values(panels))),
		...testsPanel(timeline, panels.tests, frame),
		...packagesPanel(timeline, panels.packages, frame),
		...(panels.failures ? failuresPanel(timeline, panels.failures, frame) : []),
		...(panels.rules ? rulesPanel(timeline, panels.rules, frame) : []),
		...stretches.flatMap((stretch) => gapWords(stretch, frame, panels.tests)),
		stepLabels(frame, bottom + 18),
	];
	const height = bottom + 40;
	return element(
		"svg",
		{
			width,
			height,
			viewBox: `0 0 ${width} ${height}`,
			class: step < dense ? "dense" : undefined,
			role: "group",
			// Where the steps lie, for what marks a stretch of them.
			...(!drawing.small && { "data-first": x(0), "data-step": step }),
		},
		parts.join(""),
	);
}

/** Steps one after the other that have no figure, all for the same reason. */
interface Gap {
	readonly start: number;
	readonly end: number;
	readonly isOpen: boolean;
}

function gaps({ steps, tests, packages }: Timeline<unknown>): Gap[] {
	const isGap = (index: number) => packages[index] === null && tests.every(({ values }) => values[index] === null);
	const found: Gap[] = [];
	for (const [index, { isOpen }] of steps.entries()) {
		if (!isGap(index)) continue;
		const last = found.at(-1);
		if (last?.end === index - 1 && last.isOpen === isOpen) found[found.length - 1] = { ...last, end: index };
		else found.push({ start: index, end: index, isOpen });
	}
	return found;
}

function gapAreas({ start, end }: Gap, { x, step }: Frame, panels: readonly Panel[]): string[] {
	const width = px((end - start + 1) * step);
	return panels.map(({ top, bottom }) =>
		element("rect", { class: "gap", x: px(x(start) - step / 2), y: top, width, height: bottom - top }),
	);
}

/** Why there is a gap, where there is room for the words. */
function gapWords({ start, end, isOpen }: Gap, { x, step, drawing }: Frame, { top, bottom }: Panel): string[] {
	if ((end - start + 1) * step < 58) return [];
	const { open, noBaseline } = drawing.told.words.timeline;
	const words = (isOpen ? open : noBaseline).split("\n");
	const last = bottom - (bottom - top) / 10 - 8;
	return words.map((word, row) =>
		text(word, (x(start) + x(end)) / 2, last + (row - words.length + 1) * 14, "middle", "gapword"),
	);
}

function testsPanel({ tests }: Timeline<unknown>, panel: Panel, frame: Frame): string[] {
	const { speech, words } = frame.drawing.told;
	const y = scaleOf(
		tests.flatMap(({ values }) => values),
		panel,
		tickCounts(frame.drawing).tests,
	);
	const { joined, classOf } = drawnSeries(tests);
	const ends = endLabels(
		tests.map((series) => ({ values: series.values, words: series.label })),
		y,
		frame,
	);
	return [
		...grid(y, frame, tickCounts(frame.drawing).tests),
		panelTitle("tests", panel, frame.drawing),
		...joined.flatMap((series) => lines(series.values, classOf(series), y, frame)),
		...tests.flatMap((series) =>
			points(series.values, classOf(series), y, frame, (value) =>
				speech.say(words.timeline.testsOf, { count: value, scope: series.label }),
			),
		),
		...marks(
			tests.map(({ values }) => values),
			y,
			panel,
			frame,
		),
		...ends,
	];
}

function packagesPanel({ packages }: Timeline<unknown>, panel: Panel, frame: Frame): string[] {
	const { speech, words } = frame.drawing.told;
	const ticks = tickCounts(frame.drawing).packages;
	const y = scaleOf(packages, panel, ticks);
	return [
		...grid(y, frame, ticks),
		panelTitle("packages", panel, frame.drawing),
		...lines(packages, "b", y, frame),
		...points(packages, "b", y, frame, (count) => speech.say(words.timeline.packageCount, { count })),
		...marks([packages], y, panel, frame),
		...endLabels([{ values: packages, words: "" }], y, frame),
	];
}

function failuresPanel({ failures }: Timeline<unknown>, panel: Panel, frame: Frame): string[] {
	const { told } = frame.drawing;
	return bars(
		"failures",
		failures.map(
			(one) => one && { value: one.count, loud: Math.min(one.added, one.count), words: failureWords(one, told) },
		),
		panel,
		frame,
	);
}

function failureWords(
	{ count, added, carried, fixed }: NonNullable<Timeline<unknown>["failures"][number]>,
	{ speech, words: { timeline: words } }: Told,
): string {
	const { say } = speech;
	const named = [
		...(added > 0 ? [say(words.new, { count: added })] : []),
		...(carried > 0 ? [say(words.carried, { count: carried })] : []),
		...(fixed > 0 ? [say(words.fixed, { count: fixed })] : []),
	];
	const failing = say(words.failingCount, { count });
	return named.length > 0 ? say(words.named, { failing, parts: named.join(", ") }) : failing;
}

function rulesPanel({ compliance }: Timeline<unknown>, panel: Panel, frame: Frame): string[] {
	const { speech, words } = frame.drawing.told;
	return bars(
		"rules",
		compliance.map(({ failed, decided }) =>
			decided === 0
				? null
				: { value: failed, loud: failed, words: speech.say(words.timeline.brokenRules, { count: failed, decided }) },
		),
		panel,
		frame,
	);
}
