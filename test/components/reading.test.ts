import { describe, expect, it } from "vitest";
import { compareLines } from "../../src/components/compare/rows.ts";
import { twinParts } from "../../src/components/compare/twin-parts.ts";
import { sparkOf, sparkSize } from "../../src/components/overview/spark.ts";
import { difference, markOf, type SeenHandoffs, visitWords } from "../../src/components/overview/visit-words.ts";
import { partOfTwin } from "../../src/components/twin/document.ts";

const part = (key: string, path: string, text: string) => partOfTwin({ key, path, source: text }, (source) => source);

describe("twins and their parts", () => {
	it("give back every line of a document, whatever it imitates", () => {
		const hostile = "# A\n<!-- end of spec -->\n<!-- results: other.md, 2 lines -->\n-->\n\nlast";
		const parts = [
			part("spec", "a --> b.md", hostile),
			part("results", "r.md", "one\r\ntwo\r\n"),
			part("doc", "e.md", ""),
		];
		const twin = ["# H-1: x", "", ...parts].join("\n");
		expect(twinParts(twin).map(({ key, lines }) => [key, lines])).toEqual([
			["spec", hostile.split("\n")],
			["results", ["one", "two"]],
			["doc", []],
		]);
		expect(twin.match(/^<!-- spec: .* -->$/m)?.[0]).not.toContain("a --> b");
	});
});

describe("compareLines", () => {
	it("puts changed lines beside each other and marks their words", () => {
		const piece = (text: string, marked = false) => ({ text, marked });
		expect(compareLines(["a", "the port is 1", "z"], ["a", "the port is 2", "new", "z"])).toEqual([
			{ kind: "same", left: 1, right: 1, lines: ["a"] },
			{
				kind: "changed",
				left: { line: 2, pieces: [piece("the port is "), piece("1", true)] },
				right: { line: 2, pieces: [piece("the port is "), piece("2", true)] },
			},
			{ kind: "changed", left: null, right: { line: 3, pieces: [piece("new")] } },
			{ kind: "same", left: 3, right: 4, lines: ["z"] },
		]);
	});

	it("holds every line of both sides once, in order", () => {
		const left = Array.from({ length: 200 }, (_, n) => `${n % 7}`);
		const right = Array.from({ length: 180 }, (_, n) => `${n % 5}`);
		const rows = compareLines(left, right) ?? [];
		const side = (of: "left" | "right") =>
			rows.flatMap((row) => {
				if (row.kind === "same") return row.lines.map((_, at) => row[of] + at);
				return row[of] ? [row[of].line] : [];
			});
		expect(side("left")).toEqual(left.map((_, at) => at + 1));
		expect(side("right")).toEqual(right.map((_, at) => at + 1));
	});

	it("marks nothing in lines that have little in common", () => {
		const [row] = compareLines(["alpha beta gamma"], ["one two three four"]) ?? [];
		expect(row).toMatchObject({ left: { pieces: [{ marked: false }] }, right: { pieces: [{ marked: false }] } });
	});
});

describe("since the last visit", () => {
	const before: SeenHandoffs = {
		"H-1": ["H-1", "a", "PASS", 0],
		"H-2": ["H-2", "b", "PARTIAL", 2],
		"H-3": ["H-3", "c", "open", 3],
		"H-4": ["H-4", "d", "PASS", 0],
	};
	const after: SeenHandoffs = {
		"H-1": ["H-1", "a", "PASS", 0],
		"H-2": ["H-2", "B", "PASS", 2],
		"H-3": ["H-3", "C", "open", 1],
		"H-4": ["H-4", "D", "PASS", 0],
		"H-5": ["H-5", "e", "open", 1],
	};

	it("names what is new, different and gone", () => {
		expect(difference(before, after).map((change) => `${change.id} ${visitWords(change)}`)).toEqual([
			"H-2 PARTIAL → PASS",
			"H-3 3 → 1 failing rules",
			"H-4 edited",
			"H-5 is new (open)",
		]);
		expect(difference(after, before).at(-1)).toMatchObject({ id: "H-5", slug: null });
		expect(difference(before, before)).toEqual([]);
		expect(difference(JSON.parse('{"__proto__":["x","y","z",0]}'), {})).toHaveLength(1);
	});

	it("tells texts apart by their marks", () => {
		expect(markOf(["ab", "c"])).not.toBe(markOf(["a", "bc"]));
		expect(markOf(["ab", "c"])).toBe(markOf(["ab", "c"]));
	});
});

describe("sparkOf", () => {
	it("keeps every point within its space, also for one and for equal counts", () => {
		for (const values of [[5], [3, 3, 3], [1, 100, 50], Array.from({ length: 60 }, (_, n) => n * n)]) {
			const { path, end } = sparkOf(values.map((value) => ({ value, dropped: false })));
			const numbers = [...path.matchAll(/[\d.]+/g)].map(Number);
			expect(numbers.every((number) => number >= 0 && number <= sparkSize.width)).toBe(true);
			expect(end.y).toBeGreaterThanOrEqual(0);
			expect(end.y).toBeLessThanOrEqual(sparkSize.height);
		}
	});
});
