import { describe, expect, it } from "vitest";
import { type Choice, chosenRows, type Row } from "../../src/components/handoffs/rows.ts";

const row = (order: number, status: string, text: string, tests?: number): Row => ({
	order,
	status,
	family: "component",
	text,
	figures: { tests },
});
const rows = [
	row(0, "PASS", "H-1 Tide gauge PKG-GAUGE-001", 12),
	row(1, "PARTIAL", "H-2 Tide table PKG-TABLE-001", 40),
	row(2, "open", "H-3 Alarms PKG-GAUGE-001"),
	row(3, "PASS", "H-4 Harbour map", 40),
];
const nothing: Choice = { text: "", status: "", family: "", sort: "" };
const orders = (choice: Partial<Choice>) => chosenRows(rows, { ...nothing, ...choice }).map(({ order }) => order);

describe("the rows of the list of handoffs", () => {
	it("are all there in build order where nothing is chosen", () => {
		expect(orders({})).toEqual([0, 1, 2, 3]);
	});

	it("are those that say every word, in any case", () => {
		expect(orders({ text: "tide pkg-gauge" })).toEqual([0]);
		expect(orders({ text: "gauge" })).toEqual([0, 2]);
		expect(orders({ text: "nowhere" })).toEqual([]);
	});

	it("are those of the status and the family", () => {
		expect(orders({ status: "PASS" })).toEqual([0, 3]);
		expect(orders({ status: "PASS", family: "cleanup" })).toEqual([]);
	});

	it("are sorted by a figure, the largest first, ties in build order, and last what states none", () => {
		expect(orders({ sort: "tests" })).toEqual([1, 3, 0, 2]);
		expect(orders({ sort: "latest" })).toEqual([3, 2, 1, 0]);
	});
});
