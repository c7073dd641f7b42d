import { describe, expect, it } from "vitest";
import { flowChart, flowChartModes } from "#charts/flow-chart.ts";
import { type PhaseChartTask, phaseChart, segmentsOf } from "#charts/phase-chart.ts";
import { protocol } from "../transfers/protocol.ts";
import { exampleText, transfersOf } from "../transfers/reading.ts";
import { told } from "../words/english.ts";

const { flow } = transfersOf({ "transfers/log.yaml": exampleText("log.yaml") });
const lines = (svg: string) => `${svg.replaceAll("><", ">\n<")}\n`;
const roster = new Map(protocol.modes.map(({ slug, phases }) => [slug, phases === "all" ? [] : phases]));

describe("the flow chart", () => {
	const modes = flow.modes.map((mode) => ({ ...mode, phases: roster.get(mode.key) ?? [] }));
	const input = {
		told,
		orchestrator: protocol.orchestrator,
		modes: flowChartModes(modes, flow.pairs, protocol.orchestrator),
	};
	const svg = flowChart(input);

	it("draws what it drew before", async () => {
		await expect(lines(svg)).toMatchFileSnapshot("../golden/chart-flow.svg");
	});

	it("writes the numbers of the table of pairs, and of no others", () => {
		const written = [...svg.matchAll(/<text class="lbl knock" x="(230|370)"[^>]*>(\d+)</g)].map(([, x, count]) => [
			x,
			Number(count),
		]);
		const of = (key: string) => flow.pairs.find((pair) => pair.key === key)?.sent ?? 0;
		const table = input.modes.flatMap(({ key }) => [
			["230", of(`${protocol.orchestrator} → ${key}`)],
			["370", of(`${key} → ${protocol.orchestrator}`)],
		]);
		expect(written).toEqual(table.filter(([, count]) => count !== 0));
		const bounced = [...svg.matchAll(/class="bad knock"[^>]*>(\d+)</g)].map(([, count]) => Number(count));
		expect(bounced).toEqual(
			flow.modes.flatMap(({ key, bounces }) =>
				key !== protocol.orchestrator && bounces.bounced > 0 ? [bounces.bounced] : [],
			),
		);
	});

	it("says the same as wide as a phone", () => {
		const narrow = flowChart({ ...input, room: "phone" });
		expect(Number(/ width="(\d+)"/.exec(narrow)?.[1])).toBeLessThanOrEqual(336);
		const numbers = (drawn: string) => [...drawn.matchAll(/ knock"[^>]*>(\d+)</g)].map(([, count]) => count);
		expect(numbers(narrow)).toEqual(numbers(svg));
	});

	it("says them in words", () => {
		for (const { key, out, back } of input.modes) expect(svg).toContain(`${key}: ${out} out, ${back} back`);
		expect(flowChart({ told, orchestrator: '"><script>', modes: [] })).not.toContain("<script");
	});
});

describe("the phase chart", () => {
	const tasks = flow.chains.flatMap(({ task, steps }) => (task === null ? [] : [{ task, steps, isBlocked: false }]));
	const phases = protocol.phases.map(({ name, short = name }) => ({ name, short }));
	const svg = phaseChart({ told, tasks, phases });

	it("draws what it drew before", async () => {
		await expect(lines(svg)).toMatchFileSnapshot("../golden/chart-phases.svg");
	});

	it("draws as many stretches as wide as a phone, in proportion", () => {
		const narrow = phaseChart({ told, tasks, phases, room: "phone" });
		expect(Number(/ width="(\d+)"/.exec(narrow)?.[1])).toBeLessThanOrEqual(336);
		const widths = (drawn: string) =>
			[...drawn.matchAll(/<rect class="(?:ph\d|barq)"[^>]* width="([\d.]+)"/g)].map(([, width]) => Number(width));
		const share = (326 - 12 - 2) / (1180 - 12 - 130);
		const expected = widths(svg).map((width) => Math.max(1, width * share));
		expect(widths(narrow)).toHaveLength(expected.length);
		for (const [index, width] of widths(narrow).entries()) expect(width).toBeCloseTo(expected[index] ?? 0, 0);
		const forTablet = phaseChart({ told, tasks, phases, room: "tablet" });
		expect(Number(/ width="(\d+)"/.exec(forTablet)?.[1])).toBeLessThanOrEqual(704);
		expect(widths(forTablet)).toHaveLength(expected.length);
	});

	it("says what its shades stand for where a stretch has no room for its name, within the drawing", () => {
		const narrow = phaseChart({ told, tasks, phases, room: "phone" });
		const keys = [
			...narrow.matchAll(
				/<rect class="key [^"]*" x="([\d.]+)" y="([\d.]+)"[^>]*\/?>(?:<\/rect>)?<text x="([\d.]+)"[^>]*>([^<]*)/g,
			),
		];
		expect(keys.map(([, , , , words]) => words)).toEqual(
			expect.arrayContaining(phases.slice(0, 2).map(({ name }) => name)),
		);
		const [, height = "0"] = / height="(\d+)"/.exec(narrow) ?? [];
		for (const [, , y, x, words = ""] of keys) {
			expect(Number(x) + words.length * 6.2).toBeLessThan(336);
			expect(Number(y) + 12).toBeLessThan(Number(height));
		}
		const [{ name } = { name: "" }] = phases;
		const stepAt = (day: number) => ({ ...tasks[0]?.steps[0], instant: day * 86_400_000, phase: name });
		const long = { task: "one", isBlocked: false, steps: [stepAt(0), stepAt(20)] as PhaseChartTask["steps"] };
		const wide = phaseChart({ told, tasks: [long], phases });
		expect(wide).toContain(`>${name}</text>`);
		expect(wide).not.toContain('class="key');
	});

	it("draws each stretch where and as long as it was", () => {
		const bars = [...svg.matchAll(/<rect class="(ph\d|barq)" x="([\d.]+)" y="(\d+)" width="([\d.]+)"/g)];
		const stretches = tasks.flatMap(({ steps }, row) => segmentsOf(steps).map((one) => ({ ...one, row })));
		expect(bars).toHaveLength(stretches.length);
		expect(stretches.length).toBeGreaterThan(10);
		const all = stretches.flatMap(({ start, end }) => [start, end]);
		const day = 86_400_000;
		const [first, last] = [Math.floor(Math.min(...all) / day) * day, Math.ceil(Math.max(...all) / day) * day];
		const at = (x: number) => first + ((x - 130) / (1180 - 12 - 130)) * (last - first);
		for (const [index, [, name, x, y, width]] of bars.entries()) {
			const stretch = stretches[index];
			if (!stretch) throw new Error("a bar without a stretch");
			const perPixel = (last - first) / (1180 - 12 - 130);
			expect(Math.abs(at(Number(x)) - stretch.start)).toBeLessThan(perPixel);
			expect(Math.abs(at(Number(x) + Number(width)) - stretch.end)).toBeLessThan(2 * perPixel);
			expect(Number(y)).toBe(34 + stretch.row * 50);
			const rank = protocol.phases.findIndex((phase) => phase.name === stretch.phase);
			expect(name).toBe(stretch.isStopped || rank === -1 ? "barq" : `ph${rank + 1}`);
		}
	});

	it("marks every bounce, and says how many in words", () => {
		for (const { task, steps } of tasks) {
			const bounces = steps.filter(({ kind }) => kind === "bounce").length;
			if (bounces > 0) expect(svg).toMatch(new RegExp(`${task}: [^.]*${bounces} bounces?`));
		}
		const drawn = svg.match(/class="mk-fail"/g)?.length ?? 0;
		expect(drawn).toBe(tasks.flatMap(({ steps }) => steps).filter(({ kind }) => kind === "bounce").length);
		expect(drawn).toBeGreaterThan(0);
	});
});
