import type { FlowFigures } from "#model/flow.ts";
import type { Room } from "./room.ts";
import { element, escaped, px } from "./svg.ts";
import type { Told } from "./told.ts";

/** A mode as the chart shows it. */
export interface FlowChartMode {
	readonly key: string;
	readonly phases: readonly string[];
	/** Handed to it by the orchestrator, and handed back. */
	readonly out: number;
	readonly back: number;
	readonly bounced: number;
}

export interface FlowChartInput {
	readonly orchestrator: string;
	readonly modes: readonly FlowChartMode[];
	/** Without it a page, which is no wider than a tablet; on a phone the orchestrator stands upright. */
	readonly room?: Room;
	readonly told: Told;
}

/** Where everything lies from left to right. */
interface Columns {
	/** The orchestrator ends and the modes begin here; lines run between them. */
	readonly left: number;
	readonly right: number;
	/** How wide a mode is, and how many characters it has room for. */
	readonly mode: number;
	readonly characters: number;
	/** Where the numbers on the lines stand. */
	readonly out: number;
	readonly back: number;
	readonly bounced: number;
}

const roomy: Columns = { left: 136, right: 520, mode: 160, characters: 30, out: 230, back: 370, bounced: 470 };
const narrowed: Columns = { left: 22, right: 206, mode: 120, characters: 18, out: 48, back: 112, bounced: 172 };
const rowHeight = 50;
const top = 34;

/** Who hands to whom, as SVG: the orchestrator, a row for each mode, and the bounces. The same numbers stand in a table. */
export function flowChart({ orchestrator, modes, room = "page", told }: FlowChartInput): string {
	const { say } = told.speech;
	const words = told.words.flow;
	const narrow = room === "phone";
	const columns = narrow ? narrowed : roomy;
	const { left, right } = columns;
	const width = right + columns.mode + 4;
	const height = top + modes.length * rowHeight;
	const most = Math.max(1, ...modes.flatMap(({ out, back }) => [out, back]));
	const stroke = (count: number) => (1 + (3 * count) / most).toFixed(1);
	const total = (pick: (mode: FlowChartMode) => number) => modes.reduce((sum, mode) => sum + pick(mode), 0);
	const all = say(words.all, { out: total(({ out }) => out), back: total(({ back }) => back) });
	const parts: string[] = [
		element("rect", { class: "node", x: 1, y: top, width: left - 1, height: Math.max(36, height - top - 14), rx: 3 }),
		...(narrow
			? [upright(orchestrator, left / 2 + 4, (top + height - 14) / 2)]
			: [
					text(left / 2, height / 2 + 4, orchestrator, "lbl", "middle"),
					text(left / 2, height / 2 + 20, all, "", "middle"),
				]),
		text(columns.out, 20, words.handsOut, "", "middle"),
		text(columns.back, 20, words.handsBack, "", "middle"),
		text(columns.bounced, 20, words.bounces, "bad", "middle"),
	];
	for (const [index, { key, phases, out, back, bounced }] of modes.entries()) {
		const y = top + index * rowHeight;
		if (out > 0)
			parts.push(
				element("path", { class: "flow", d: `M${left} ${y + 9}H${right - 4}`, "stroke-width": stroke(out) }),
				element("path", { class: "ax", d: `M${right - 10} ${y + 4}l7 5-7 5` }),
				text(columns.out, y + 13, String(out), "lbl knock", "middle"),
			);
		if (back > 0)
			parts.push(
				element("path", { class: "flow back", d: `M${right} ${y + 25}H${left + 6}`, "stroke-width": stroke(back) }),
				element("path", { class: "flow back", d: `M${left + 11} ${y + 20}l-7 5 7 5` }),
				text(columns.back, y + 29, String(back), "lbl knock", "middle"),
			);
		if (bounced > 0)
			parts.push(
				element("path", {
					class: "flow bounce",
					d: `M${right} ${y + 31}h-30q-10 0-10 5t-10 5H${left + 6}`,
					"stroke-width": 1.5,
				}),
				text(columns.bounced, y + 45, String(bounced), "bad knock", "middle"),
			);
		parts.push(
			element("rect", { class: "node", x: right, y, width: columns.mode, height: 36, rx: 3 }),
			text(right + 8, y + 15, cut(key, columns.characters), "lbl"),
			text(right + 8, y + 29, cut(phases.join(", "), columns.characters), ""),
		);
	}
	const said = modes.map(({ key, out, back, bounced }) =>
		say(bounced > 0 ? words.modeBounced : words.mode, { mode: key, out, back, bounced }),
	);
	return element(
		"svg",
		{
			width,
			height: px(height),
			viewBox: `0 0 ${width} ${px(height)}`,
			role: "img",
			"aria-label": say(words.label, { orchestrator, modes: said.join("; ") }),
		},
		parts.join(""),
	);
}

/** The rows of the chart out of the figures of modes and pairs. */
export function flowChartModes(
	modes: readonly (Pick<FlowFigures, "key" | "bounces"> & { readonly phases: readonly string[] })[],
	pairs: readonly FlowFigures[],
	orchestrator: string,
): readonly FlowChartMode[] {
	const sent = new Map(pairs.map(({ key, sent: count }) => [key, count]));
	return modes
		.filter(({ key }) => key !== orchestrator)
		.map(({ key, phases, bounces }) => ({
			key,
			phases,
			out: sent.get(`${orchestrator} → ${key}`) ?? 0,
			back: sent.get(`${key} → ${orchestrator}`) ?? 0,
			bounced: bounces.bounced,
		}));
}

function cut(words: string, most: number): string {
	return words.length > most ? `${words.slice(0, most - 1).trimEnd()}…` : words;
}

/** Words that run from bottom to top. */
function upright(words: string, x: number, y: number): string {
	const turn = { x: px(x), y: px(y), transform: `rotate(-90 ${px(x)} ${px(y)})` };
	return element("text", { class: "lbl", "text-anchor": "middle", ...turn }, escaped(words));
}

function text(x: number, y: number, words: string, classes: string, anchor?: string): string {
	return element(
		"text",
		{ ...(classes && { class: classes }), x: px(x), y: px(y), ...(anchor && { "text-anchor": anchor }) },
		escaped(words),
	);
}
