import { stretch as t } from "virtual:handoff-archive/words";
import { leadByKeys, stopAt } from "../lead-by-keys.ts";
import { say } from "../say.ts";

/** What the page's script knows of the chart: where the steps lie, and the rows of the table that says the same. */
interface Chart {
	readonly svg: SVGSVGElement;
	readonly links: readonly SVGAElement[];
	/** One group of rows for each handoff. */
	readonly rows: readonly HTMLTableSectionElement[];
	readonly pick: HTMLElement;
	readonly first: number;
	readonly step: number;
}

function chartOf(region: Element): Chart | null {
	const svg = region.querySelector("svg");
	const pick = document.getElementById("timeline-readout");
	const rows = [...document.querySelectorAll<HTMLTableSectionElement>("#timeline-table tbody")];
	if (!svg || !pick || rows.length === 0) return null;
	const links = [...svg.querySelectorAll<SVGAElement>("a")];
	const { first, step } = svg.dataset;
	return { svg, links, rows, pick, first: Number(first), step: Number(step) };
}

/** The words of a point, as its title says them. */
function wordsOf(link: Element): string {
	return link.querySelector("title")?.textContent ?? "";
}

/** Shows what is under the pointer or has the focus, in words. */
function readAloud({ svg, pick }: Chart, isPicked: () => boolean): void {
	const show = (event: Event) => {
		const link = event.target instanceof Element ? event.target.closest("a") : null;
		if (link && !isPicked()) pick.textContent = wordsOf(link);
	};
	svg.addEventListener("pointerover", show);
	svg.addEventListener("focusin", show);
}

/** One stop for the Tab key; arrows go from point to point. */
function walkByArrows({ svg, links }: Chart): void {
	stopAt(links, links[0]);
	leadByKeys(
		svg,
		(target) => links.find((link) => link === target),
		(link, key) => {
			const by = { ArrowRight: 1, ArrowLeft: -1 }[key];
			return by === undefined ? undefined : links[links.indexOf(link) + by];
		},
	);
}

/** A stretch that is dragged over with a mouse: its rows alone stay in the table, and the line below says which it is. */
function pickStretch({ svg, rows, pick, first, step }: Chart): () => boolean {
	const mark = document.createElementNS("http://www.w3.org/2000/svg", "rect");
	mark.setAttribute("class", "range");
	let from: number | null = null;
	let isPicked = false;
	const indexAt = (event: PointerEvent) => {
		const x = event.clientX - svg.getBoundingClientRect().left;
		return Math.min(Math.max(Math.round((x - first) / step), 0), rows.length - 1);
	};
	const nameOf = (index: number) => rows[index]?.querySelector("th")?.textContent ?? "";
	const clear = () => {
		isPicked = false;
		mark.remove();
		pick.textContent = "";
		for (const row of rows) row.hidden = false;
	};
	const show = (start: number, end: number) => {
		const [low, high] = [Math.min(start, end), Math.max(start, end)];
		mark.setAttribute("x", String(first + low * step - step / 2));
		mark.setAttribute("width", String((high - low + 1) * step));
		mark.setAttribute("y", "0");
		mark.setAttribute("height", String(svg.height.baseVal.value));
		svg.append(mark);
		for (const [index, row] of rows.entries()) row.hidden = index < low || index > high;
		const button = document.createElement("button");
		button.type = "button";
		button.className = "btn";
		button.textContent = t.showAll;
		button.addEventListener("click", clear);
		pick.replaceChildren(
			say(t.shown, { first: nameOf(low), last: nameOf(high), shown: high - low + 1, total: rows.length }),
			button,
		);
		isPicked = true;
	};
	svg.addEventListener("pointerdown", (event) => {
		if (event.pointerType !== "mouse" || event.button !== 0) return;
		from = indexAt(event);
		// A drag that begins on a point is no drag of its link.
		if (event.target instanceof Element && event.target.closest("a")) event.preventDefault();
	});
	svg.addEventListener("dragstart", (event) => event.preventDefault());
	addEventListener("pointermove", (event) => {
		if (from !== null && indexAt(event) !== from) show(from, indexAt(event));
	});
	addEventListener("pointerup", () => {
		from = null;
	});
	addEventListener("keydown", (event) => {
		if (event.key === "Escape" && isPicked) clear();
	});
	return () => isPicked;
}

/** How much of the words beside the last step is in the window with it, in pixels. */
const wordsBeside = 130;

for (const region of document.querySelectorAll(".chart.timeline")) {
	const chart = chartOf(region);
	if (!chart) continue;
	// Where a chart does not fit, what is newest is asked for first: the last steps, and the beginnings of the words beside them.
	const last = chart.first + chart.step * (chart.rows.length - 1);
	region.scrollLeft = last + wordsBeside - region.clientWidth;
	walkByArrows(chart);
	readAloud(chart, pickStretch(chart));
}
