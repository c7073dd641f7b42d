import { parse } from "parse5";
import { describe, expect, it } from "vitest";
import { drawTimeline } from "#charts/timeline.ts";
import { drawTimelineAxis } from "#charts/timeline-axis.ts";
import { seriesOf } from "#charts/timeline-ends.ts";
import type { CountScope } from "#model/baselines.ts";
import { hiddenStart, partOfTimeline, stretchOfTimeline, type Timeline, timelineOf } from "#relate/timeline.ts";
import { scopes } from "#words/en/index.ts";
import { scopeWords } from "../../integrations/handoff-archive/words/scope-words.ts";
import { processorTime } from "../processor-time.ts";
import { checkFiles } from "../rules/archive.ts";
import { told } from "../words/english.ts";

interface Figures {
	readonly packages?: number;
	readonly tests?: number;
	readonly command?: string;
	readonly failed?: number;
	readonly remark?: string;
}

function results(id: string, { packages, tests, command = "pytest _staging/", failed = 0, remark = "" }: Figures) {
	const baseline = [
		...(packages === undefined ? [] : [`- Packages installed: ${packages}`]),
		...(tests === undefined
			? []
			: [`- Total tests (${command.includes("_staging") ? "all staged" : "installed root"}): ${tests}`]),
	];
	const regression =
		tests === undefined
			? ""
			: `## Full Regression Test${command.includes("_staging") ? " — ALL STAGED PACKAGES" : ""}\n\n- Total: ${tests} tests\n- Passed: ${tests - failed}\n- Failed: ${failed}\n- Skipped: 0\n- Command: \`${command}\`\n`;
	return {
		[`${id}/${id}_BUILDER_HANDOFF.md`]: `# ${id}: Part\n\n## 1. Mission\n\nBuild PKG-A-001.\n`,
		[`${id}/${id}_RESULTS.md`]: `# Results: ${id}\n\n## Status: PASS\n\n${regression}\n## Baseline Snapshot (AFTER this agent's work)\n\n${baseline.join("\n")}\n\n${remark}\n`,
	};
}

const archive = checkFiles({
	...results("H-1", { packages: 2, tests: 24 }),
	...results("H-2", { packages: 3, tests: 61, failed: 2 }),
	...results("H-3", {}),
	...results("H-4", { packages: 4, tests: 143 }),
	...results("H-4A", { packages: 5, tests: 90, command: 'python3 -m pytest "$TMPDIR/root" -q' }),
	...results("H-5", {
		packages: 4,
		tests: 120,
		remark: "- PKG-B-001 was removed with its 23 tests, so packages fall from 5 to 4.",
	}),
	...results("H-6", { packages: 4, tests: 110 }),
	"H-7/H-7_BUILDER_HANDOFF.md": '# H-7: <Open> & "quoted"\n\n## 1. Mission\n\nBuild PKG-C-001.\n',
});
const labelOf = (scope: CountScope) => scopeWords(scope, scopes, told.speech);
const timeline = timelineOf(archive, labelOf);

describe("the count that a change starts from", () => {
	const steps = ["H-1", "H-2"].map((id, order) => ({
		id,
		order,
		family: "component" as const,
		isOpen: false,
		basis: null,
	}));
	const place = { path: "R.md", line: 1 };
	const value = (count: number, delta: number | null) => ({
		value: count,
		state: "stated" as const,
		place,
		delta,
		against: delta === null ? null : "H-1",
		drop: null,
	});

	it("is said where the series does not show it", () => {
		expect(hiddenStart({ steps }, { values: [null, value(371, -96)] }, 1)).toBe(467);
		expect(hiddenStart({ steps }, { values: [value(257, null), value(371, -96)] }, 1)).toBe(467);
	});

	it("is not said twice, nor where nothing is compared", () => {
		expect(hiddenStart({ steps }, { values: [value(467, null), value(371, -96)] }, 1)).toBeNull();
		expect(hiddenStart({ steps }, { values: [value(467, null), value(371, null)] }, 1)).toBeNull();
		expect(hiddenStart({ steps }, { values: [value(467, null), null] }, 1)).toBeNull();
	});
});

const drawing = { told, hrefOf: (id: string) => `/handoffs/${id}/` };

interface Drawn {
	readonly name: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly text: string;
	readonly children: readonly Drawn[];
}

/** The drawing as a browser reads it. */
function read(svg: string): Drawn {
	const body = parse(svg).childNodes[0];
	const convert = (node: unknown): Drawn[] => {
		if (typeof node !== "object" || node === null || !("tagName" in node)) return [];
		const { tagName, attrs, childNodes } = node as {
			tagName: string;
			attrs: { name: string; value: string }[];
			childNodes: { value?: string }[];
		};
		return [
			{
				name: tagName,
				attributes: Object.fromEntries(attrs.map(({ name, value }) => [name, value])),
				text: childNodes.map(({ value }) => value ?? "").join(""),
				children: childNodes.flatMap(convert),
			},
		];
	};
	const find = (drawn: Drawn): Drawn | undefined =>
		drawn.name === "svg" ? drawn : drawn.children.map(find).find((found) => found !== undefined);
	const found = convert(body).map(find)[0];
	if (!found) throw new Error("no svg");
	return found;
}

/** All elements of a drawing, in order. */
const all = (drawn: Drawn): readonly Drawn[] => [drawn, ...drawn.children.flatMap(all)];

/** The values that the points of a chart stand at, read back by the axis beside them: "H-1 24 tests". */
function readBack(svg: Drawn, top: number, unit: string): readonly string[] {
	const elements = all(svg);
	const index = elements.findIndex(({ attributes: { class: name, d } }) => name === "grid" && d?.includes(` ${top}H`));
	const lines = [...(elements[index]?.attributes["d"] ?? "").matchAll(/M[\d.]+ ([\d.]+)H/g)].map(([, y]) => Number(y));
	const ticks = elements.slice(index + 2, index + 2 + lines.length).map(({ text }) => Number(text.replace(",", "")));
	const [zero = 0, end = 0] = [lines[0], lines.at(-1)];
	const perPixel = (ticks.at(-1) ?? 0) / (zero - end);
	const { "data-first": first, "data-step": step } = svg.attributes;
	const bottom = zero;
	return elements.flatMap(({ name, children }) => {
		const point = children.findLast((child) => child.attributes["class"]?.startsWith("pt "));
		if (name !== "a" || !point) return [];
		const y = Number(point.attributes["cy"]);
		if (y > bottom || y < end - 1) return [];
		const at = Math.round((Number(point.attributes["cx"]) - Number(first)) / Number(step));
		return [`${timeline.steps[at]?.id} ${Math.round((zero - y) * perPixel * 10) / 10} ${unit}`];
	});
}

const closeTo = (drawn: readonly string[], stated: readonly string[], tolerance: number) => {
	expect(drawn.map((entry) => entry.split(" ")[0])).toEqual(stated.map((entry) => entry.split(" ")[0]));
	for (const [index, entry] of drawn.entries())
		expect(Math.abs(Number(entry.split(" ")[1]) - Number(stated[index]?.split(" ")[1]))).toBeLessThanOrEqual(tolerance);
};

describe("timelineOf", () => {
	it("keeps the scopes of tests apart, and compares within one scope only", () => {
		expect(timeline.tests.map(({ label, values }) => [label, values.map((value) => value?.value ?? null)])).toEqual([
			["all staged", [24, 61, null, 143, null, 120, 110, null]],
			["installed root", [null, null, null, null, 90, null, null, null]],
		]);
		const staged = timeline.tests[0]?.values;
		expect(staged?.[5]).toMatchObject({ delta: -23, against: "H-4" });
		expect(timeline.tests[1]?.values[4]).toMatchObject({ delta: null, against: null });
	});

	it("tells a drop that a line accounts for from one that nothing does", () => {
		expect(timeline.packages[5]?.drop).toMatchObject({ by: "stated", quote: expect.stringContaining("was removed") });
		expect(timeline.tests[0]?.values[6]?.drop).toEqual({ by: "none" });
	});

	it("leaves a gap where nothing is stated, and says which handoffs are open", () => {
		expect(timeline.packages.map((value) => value?.value ?? null)).toEqual([2, 3, null, 4, 5, 4, 4, null]);
		expect(timeline.steps.map(({ isOpen }) => isOpen)).toEqual([false, false, false, false, false, false, false, true]);
	});
});

describe("drawTimeline", () => {
	const svg = drawTimeline(timeline, drawing);
	const drawn = read(svg);

	it("draws what it drew before", async () => {
		await expect(`${svg.replaceAll("><", ">\n<")}\n`).toMatchFileSnapshot("../golden/chart-timeline.svg");
	});

	it("puts every stated value, and no other, where the axis says", () => {
		const stated = (values: Timeline["packages"]) =>
			values.flatMap((value, index) => (value ? [`${timeline.steps[index]?.id} ${value.value}`] : []));
		const tests = timeline.tests.flatMap(({ values }) => stated(values));
		closeTo(readBack(drawn, 46, "tests"), tests, 0.5);
		closeTo(readBack(drawn, 300, "packages"), stated(timeline.packages), 0.1);
	});

	it("names each point and links it to its handoff", () => {
		const links = all(drawn).filter(({ name }) => name === "a");
		expect(links.map(({ attributes }) => attributes["href"])).not.toContain(undefined);
		const titles = links.map(({ children }) => children.find(({ name }) => name === "title")?.text);
		expect(titles).toContain("H-2: 61 tests, all staged, +37 against H-1");
		expect(titles).toContain("H-6: 110 tests, all staged, −10 against H-5, no reason stated");
		expect(titles).toContain("H-2: 2 failing tests");
	});

	it("breaks the line at a gap, and joins nothing across scopes", () => {
		const paths = all(drawn).filter(({ attributes }) => attributes["class"] === "ln a");
		// H-1 to H-2 and H-5 to H-6; H-4 stands alone and has no line.
		expect(paths[0]?.attributes["d"]?.match(/M/g)).toHaveLength(2);
		expect(all(drawn).filter(({ attributes }) => attributes["class"] === "gap").length).toBeGreaterThan(0);
	});

	it("marks drops by whether a reason is stated", () => {
		const words = all(drawn).flatMap(({ name, text }) => (name === "text" ? [text] : []));
		expect(words).toContain("−1, stated");
		expect(words).toContain("−10, no reason stated");
		expect(words).toContain("open");
	});

	it("writes what fell where no point or line of another scope is", () => {
		const elsewhere = 'python3 -m pytest "$TMPDIR/root" -q';
		const near = checkFiles({
			...results("H-1", { tests: 110 }),
			...results("H-2", { tests: 100 }),
			...results("H-3", { tests: 130, command: elsewhere }),
			...results("H-4", { tests: 132, command: elsewhere }),
		});
		const chart = all(read(drawTimeline(timelineOf(near, labelOf), { ...drawing, small: true })));
		const words = chart.find(({ name, text }) => name === "text" && text.startsWith("−10"));
		const [x, y] = [Number(words?.attributes["x"]), Number(words?.attributes["y"])];
		const covered = chart.filter(
			({ name, attributes: { cx, cy } }) =>
				name === "circle" && Math.abs(Number(cx) - x) < 66 && Number(cy) > y - 12 && Number(cy) < y + 6,
		);
		expect(words).toBeDefined();
		expect(covered).toEqual([]);
	});

	it("leaves room between the title of bars and the number on the tallest", () => {
		const texts = all(drawn).filter(({ name }) => name === "text");
		const heightOf = (wanted: (one: Drawn) => boolean) => Number(texts.find(wanted)?.attributes["y"]);
		const title = heightOf(({ text }) => text === "Failing tests");
		const number = heightOf(({ text, attributes }) => text === "2" && Number(attributes["y"]) > title);
		expect(number - title).toBeGreaterThanOrEqual(12);
	});

	it("says the words of documents as words", () => {
		const hostile = drawTimeline(
			{ ...timeline, steps: timeline.steps.map((step) => ({ ...step, id: '"><script>x</script>\u0001' })) },
			{ ...drawing, hrefOf: () => null },
		);
		expect(all(read(hostile)).some(({ name }) => name === "script")).toBe(false);
		expect(hostile).not.toContain("<script");
		expect(hostile).not.toContain("\u0001");
	});

	it("cuts a scope of many words short beside its line, and holds it in full", () => {
		const scope = `all staged, without ${"PKG-LONG-001, ".repeat(20)}and more`;
		const long = { ...timeline, tests: timeline.tests.map((series) => ({ ...series, label: scope })) };
		const elements = all(read(drawTimeline(long, drawing)));
		expect(elements.filter(({ name, text }) => name === "text" && text.length > 48)).toEqual([]);
		expect(elements.some(({ name, text }) => name === "title" && text.endsWith(` ${scope}`))).toBe(true);
	});

	it("draws stretches and families as parts of the same", () => {
		const part = partOfTimeline(timeline, ({ family }) => family === "follow-up");
		expect(part.steps.map(({ id }) => id)).toEqual(["H-4A"]);
		expect(part.tests.map(({ label }) => label)).toEqual(["installed root"]);
		const around = stretchOfTimeline(timeline, 1, 4);
		expect(around.steps.map(({ id }) => id)).toEqual(["H-2", "H-3", "H-4"]);
		const small = drawTimeline(around, { ...drawing, here: "H-3", small: true });
		expect(all(read(small)).some(({ text }) => text === "Rules broken")).toBe(false);
	});

	it("fits a page, and a phone, with some dozens of handoffs", () => {
		const many = Array.from({ length: 37 }, (_, index) => ({
			...timeline.steps[0],
			id: `H-${index}`,
		})) as Timeline["steps"];
		const tests = timeline.tests.map((series) => ({
			...series,
			label: "all staged, without PKG-A-001, collected before two errors",
			values: many.map((_, index) => series.values[index] ?? null),
		}));
		const empty = many.map(() => null);
		const compliance = many.map(() => ({ failed: 1, decided: 3 }));
		const archive = { steps: many, tests, packages: empty, failures: empty, compliance };
		const widthOf = (svg: string) => Number(read(svg).attributes["width"]);
		expect(widthOf(drawTimeline(archive, drawing))).toBeLessThanOrEqual(1232);
		for (const [room, widest] of [
			["tablet", 704],
			["phone", 358],
		] as const) {
			const narrow = drawTimeline(archive, { ...drawing, room });
			expect(widthOf(narrow)).toBeLessThanOrEqual(widest);
			expect(widthOf(drawTimeline(archive, { ...drawing, room, small: true }))).toBeLessThanOrEqual(widest);
			expect(all(read(narrow)).some(({ name, text }) => name === "text" && text.includes("all staged"))).toBe(false);
		}
	});

	it("has a figure alone beside its point, not beside the end of the chart", () => {
		const elements = all(read(drawTimeline(timeline, drawing)));
		const point = elements.findLast(({ name, attributes }) => name === "circle" && attributes["class"] === "pt b");
		const figure = elements.findLast(({ attributes, text }) => attributes["class"] === "lbl" && text === "4");
		expect(Number(figure?.attributes["x"]) - Number(point?.attributes["cx"])).toBe(14);
	});

	it("says in words what a narrow drawing has no room for", () => {
		const words = seriesOf(timeline, told);
		expect(words.map(({ words }) => words).toSorted()).toEqual(
			timeline.tests.map(({ label, values }) => `${values.findLast((one) => one)?.value} ${label}`).toSorted(),
		);
		const names = words.filter(({ isLine }) => isLine).map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
	});

	it("says the axis once more where it lies, whole and small", () => {
		const wordsOf = (root: Drawn) =>
			all(root).flatMap(({ name, text, attributes: { x, y } }) => (name === "text" ? [`${text} at ${x}, ${y}`] : []));
		for (const kind of [drawing, { ...drawing, small: true }]) {
			const whole = read(drawTimeline(timeline, kind));
			const axis = read(drawTimelineAxis(timeline, kind));
			expect(axis.attributes["height"]).toBe(whole.attributes["height"]);
			expect(wordsOf(axis).length).toBeGreaterThan(5);
			expect(wordsOf(whole)).toEqual(expect.arrayContaining(wordsOf(axis)));
			const left = wordsOf(whole).filter((words) => /\d at 44,/.test(words));
			expect(wordsOf(axis)).toEqual(expect.arrayContaining(left));
		}
	});

	it("draws an archive without any figure, and one without handoffs", () => {
		for (const files of [{}, { "H-1/H-1_BUILDER_HANDOFF.md": "# H-1: First\n" }])
			expect(drawTimeline(timelineOf(checkFiles(files), labelOf), drawing)).toMatch(/^<svg .*<\/svg>$/su);
	});

	it("stays linear with 2,000 handoffs", () => {
		const many = Array.from({ length: 2000 }, (_, index) => ({
			...timeline.steps[0],
			id: `H-${index}`,
			order: index + 1,
		}));
		const value = timeline.packages[0] ?? null;
		const large = {
			steps: many,
			tests: [{ key: "k", label: "all staged", values: many.map(() => value) }],
			packages: many.map(() => value),
			failures: many.map(() => null),
			compliance: many.map(() => ({ failed: 1, decided: 3 })),
		} as Timeline;
		const begin = processorTime();
		expect(drawTimeline(large, drawing).length).toBeLessThan(3_000_000);
		expect(processorTime() - begin).toBeLessThan(3000);
	});
});
