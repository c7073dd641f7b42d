import type { Timeline } from "#relate/timeline.ts";
import { element } from "./svg.ts";
import {
	margin,
	type Panel,
	panelsOf,
	panelTitle,
	scaleOf,
	type TimelineDrawing,
	tickCounts,
	tickWords,
	zero,
} from "./timeline-parts.ts";

/**
 * The axis of a timeline once more, as a drawing of its own: it lies over the first one's and stays where it is when that is
 * scrolled to the side. For the eye alone, because the timeline says the same.
 */
export function drawTimelineAxis({ tests, packages }: Timeline<unknown>, drawing: TimelineDrawing): string {
	const panels = panelsOf(drawing);
	const { failures, rules } = panels;
	const height = (rules ?? panels.packages).bottom + 40;
	const ticks = tickCounts(drawing);
	const values = tests.flatMap((series) => series.values);
	const title = (name: keyof typeof panels, panel: Panel) => panelTitle(name, panel, drawing, "lbl knock");
	const parts = [
		element("rect", { width: margin.left, height }),
		tickWords(scaleOf(values, panels.tests, ticks.tests), drawing, ticks.tests),
		title("tests", panels.tests),
		tickWords(scaleOf(packages, panels.packages, ticks.packages), drawing, ticks.packages),
		title("packages", panels.packages),
		...(failures ? [zero(failures), title("failures", failures)] : []),
		...(rules ? [zero(rules), title("rules", rules)] : []),
	];
	return element("svg", { class: "axis", width: margin.left, height, "aria-hidden": "true" }, parts.join(""));
}
