import { describe, expect, it } from "vitest";
import { remarksOf, timelineAnswer } from "../../src/components/charts/words.ts";
import { type BoxSlice, checklistAnswer } from "../../src/components/handoff/checklist.ts";
import { deliveryAnswer } from "../../src/components/packages/delivery.ts";
import { filesWords, flowAnswer } from "../../src/components/transfers/words.ts";

describe("what the timeline says first", () => {
	const values = (...numbers: (number | null)[]) =>
		numbers.map((value) => (value === null ? null : { value, change: null, drop: null }));
	const timeline = (tests: { key: string | null; label: string; numbers: (number | null)[] }[]) =>
		({
			steps: [1, 2, 3, 4].map((order) => ({ id: `H-${order}`, order, isOpen: false })),
			packages: values(1, 2, 3, 6),
			tests: tests.map(({ numbers, ...series }) => ({ ...series, values: values(...numbers) })),
		}) as unknown as Parameters<typeof timelineAnswer>[0];

	it("is where the archive ends, and not the end of a scope that nobody counts any more", () => {
		const answer = timelineAnswer(
			timeline([
				{ key: "all", label: "all staged", numbers: [20, 50, 97, null] },
				{ key: "some", label: "without PKG-FAX-001", numbers: [null, null, 101, 161] },
				{ key: null, label: "scope not stated", numbers: [null, null, null, 7] },
			]),
		);
		expect(answer.first).toBe("6 packages and 161 tests (without PKG-FAX-001) after 4 handoffs.");
	});
});

describe("why a count went down", () => {
	it.each([
		["- Two packages were retired.", "Two packages were retired."],
		["# Results: removal of PKG-FAX-001", "Results: removal of PKG-FAX-001"],
		["2. PKG-FAX-001 is gone.", "PKG-FAX-001 is gone."],
	])("is quoted without the marks of its line: %s", (quote, words) => {
		const drop = { by: "stated", quote, place: { path: "R.md", line: 1 } };
		const timeline = { steps: [{}], tests: [], packages: [{ value: 1, drop }] } as unknown as Parameters<
			typeof remarksOf
		>[0];
		expect(remarksOf(timeline)).toEqual([[{ isExplained: true, words, place: drop.place }]]);
	});
});

describe("what the transfers' pages say first", () => {
	const flow = (...modes: [key: string, received: number, returned: number][]) =>
		({
			tasks: [],
			protocol: { orchestrator: "orchestrator" },
			modes: modes.map(([key, received, returned]) => ({ key, received, bounces: { received: returned, bounced: 0 } })),
		}) as unknown as Parameters<typeof flowAnswer>[0];

	it("does not say of files that nobody looked for that they are missing", () => {
		expect(filesWords({ there: 0, of: 2 })).toBe("0 of 2");
		expect(filesWords({ there: null, of: 2 })).toBe("2, not looked for");
	});

	it("does not deny what came back without having been handed out", () => {
		expect(flowAnswer(flow(["orchestrator", 0, 0], ["spec", 1, 0]))).toMatch(/^No transfer has come back yet\./u);
		expect(flowAnswer(flow(["orchestrator", 1, 1], ["spec", 1, 0]))).toMatch(
			/^1 transfer came back, from a mode that nothing on record was handed to\./u,
		);
		expect(flowAnswer(flow(["orchestrator", 1, 1], ["spec", 1, 1]))).toMatch(/^0 of 1 returned transfer bounced\./u);
	});
});

describe("what stands above the plan beside the report", () => {
	it("does not take a plan that names no test for one without tests", () => {
		const side = (count: number) => ({ count, place: null });
		const delivery = { packages: [], files: [], tests: { planned: side(0), delivered: side(163), named: [] } };
		const told = { ...delivery, notCompared: "the plan lists no file" } as unknown as Parameters<
			typeof deliveryAnswer
		>[0];
		expect(deliveryAnswer(told)).toMatch(/ No planned test is named, 163 reported\.$/u);
	});
});

describe("what the reviewer's sheet says first", () => {
	const boxes = (...verdicts: BoxSlice["verdict"][]) =>
		verdicts.map((verdict, index) => ({
			number: index + 1,
			title: `Box ${index + 1}`,
			verdict,
		})) as unknown as BoxSlice[];
	const words = (status: string | null, ...verdicts: BoxSlice["verdict"][]) =>
		checklistAnswer(boxes(...verdicts), status).words;

	it("does not leave out that RESULTS themselves report no success", () => {
		expect(words("FAIL", "pass", "pass")).toBe(
			"All 2 boxes of the reviewer's checklist hold. Its RESULTS report FAIL.",
		);
		for (const status of ["PASS", null])
			expect(words(status, "pass", "pass")).toBe("All 2 boxes of the reviewer's checklist hold.");
		expect(words("FAIL", "fail", "pass")).toBe("1 box fails before this handoff can be validated:");
	});
});
