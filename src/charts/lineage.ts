import { Graph, layout } from "@dagrejs/dagre";
import type { LineageGroup, Tie } from "#relate/lineage.ts";
import { element, escaped, monoWidth, px } from "./svg.ts";
import type { Told } from "./told.ts";

/** What a box of the drawing says and where it leads. */
interface LineageBox {
	readonly title: string;
	/** Null where the archive holds no such handoff. */
	readonly href: string | null;
	readonly isOpen: boolean;
}

export interface LineageDrawing {
	readonly group: LineageGroup;
	readonly boxOf: (id: string) => LineageBox;
	/** What the drawing shows, for those who do not see it. */
	readonly label: string;
	/** Unique on the page. */
	readonly id: string;
	readonly told: Told;
}

const box = { height: 26, padding: 10, gap: 14, rankGap: 46, margin: 14 } as const;

/**
 * Draws handoffs and their ties from left to right, waves as frames around their handoffs. Coloured by the site's classes alone;
 * each box is a link.
 */
export function drawLineage({ group, boxOf, label, id, told }: LineageDrawing): string {
	const { ids, outside, ties, waves } = group;
	const graph = new Graph({ compound: true, multigraph: false });
	graph.setGraph({ rankdir: "LR", nodesep: box.gap, ranksep: box.rankGap, marginx: box.margin, marginy: box.margin });
	graph.setDefaultEdgeLabel(() => ({}));
	for (const name of [...outside, ...ids])
		graph.setNode(name, { width: Math.ceil(monoWidth(name)) + 2 * box.padding, height: box.height });
	for (const [index, wave] of waves.entries()) {
		graph.setNode(frameName(index), {});
		for (const member of wave.ids) graph.setParent(member, frameName(index));
	}
	for (const { from, to } of ties) graph.setEdge(from, to);
	layout(graph);
	const size = graph.graph();
	const [width, height] = [Math.ceil(size.width ?? 0), Math.ceil(size.height ?? 0) + (waves.length > 0 ? 8 : 0)];
	const parts = [
		`<title id="${escaped(id)}-title">${escaped(label)}</title>`,
		...waves.map(({ name }, index) => frame(name, graph.node(frameName(index)))),
		...ties.map((tie) => line(tie, graph.edge(tie.from, tie.to).points, told)),
		...[...outside, ...ids].map((name) => node(name, graph.node(name), boxOf(name), outside.includes(name))),
	];
	return element(
		"svg",
		{ width, height, viewBox: `0 0 ${width} ${height}`, role: "group", "aria-labelledby": `${id}-title` },
		parts.join(""),
	);
}

/** Names of frames cannot be ids of handoffs. */
function frameName(index: number): string {
	return `\n${index}`;
}

interface Rectangle {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

function frame(name: string, { x, y, width, height }: Rectangle): string {
	const [left, top] = [px(x - width / 2), px(y - height / 2)];
	const words = element("text", { class: "lbl", x: left + 6, y: px(top + height) + 11 }, escaped(name));
	return element("rect", { class: "frame", x: left, y: top, width: px(width), height: px(height), rx: 6 }) + words;
}

function line(
	{ type, from, to }: Tie,
	points: readonly { readonly x: number; readonly y: number }[],
	{ words: { lineage }, speech }: Told,
): string {
	const path = points.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${px(x)} ${px(y)}`).join("");
	const end = points.at(-1);
	const before = points.at(-2) ?? end;
	const words = `<title>${escaped(speech.say(lineage.tie, { from, to, tie: lineage.ties[type] }))}</title>`;
	const head = end && before ? arrow(before, end) : "";
	return element("g", { class: `tie ${type}` }, `${words}${element("path", { d: path })}${head}`);
}

/** An arrow head as a path of its own: markers would need ids that are unique on the page. */
function arrow(from: { x: number; y: number }, to: { x: number; y: number }): string {
	const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
	const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
	const corner = (side: number) => `${px(to.x - 7 * dx + side * 3.5 * dy)} ${px(to.y - 7 * dy - side * 3.5 * dx)}`;
	return element("path", { class: "head", d: `M${px(to.x)} ${px(to.y)}L${corner(1)}L${corner(-1)}Z` });
}

function node(
	name: string,
	{ x, y, width, height }: Rectangle,
	{ title, href, isOpen }: LineageBox,
	outside: boolean,
): string {
	const shape = element("rect", {
		x: px(x - width / 2),
		y: px(y - height / 2),
		width: px(width),
		height: px(height),
		rx: 3,
	});
	const words = element("text", { class: "id", "text-anchor": "middle", x: px(x), y: px(y) + 4 }, escaped(name));
	const classes = [
		"box",
		...(outside ? ["outside"] : []),
		...(isOpen ? ["open"] : []),
		...(href === null ? ["missing"] : []),
	];
	const content = `<title>${escaped(title === "" ? name : `${name} ${title}`)}</title>${shape}${words}`;
	return href === null
		? element("g", { class: classes.join(" ") }, content)
		: element("a", { class: classes.join(" "), href }, content);
}
