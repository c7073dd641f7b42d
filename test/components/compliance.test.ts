import { expect, it } from "vitest";
import { verdictLetters } from "#model/verdicts.ts";
import { badgeSvg } from "../../src/components/compliance/badge.ts";
import { matrixCsv } from "../../src/components/compliance/files.ts";
import { filtered, filtersFrom, gravestFirst, type Matrix, queryOf } from "../../src/components/compliance/model.ts";

it("a list keeps a title from being a formula, and quotes what CSV must", () => {
	const matrix: Matrix = {
		title: "",
		rules: [],
		handoffs: [{ id: "H-1", title: '=SUM(A1), "x"', family: "other", standard: "S", href: "", verdicts: [] }],
	};
	expect(matrixCsv(matrix)).toBe('handoff,title,family,standard\r\nH-1,"\'=SUM(A1), ""x""",other,S\r\n');
});

it("the badge escapes what it says", () => {
	expect(badgeSvg("a<b", 'say "so"', true)).toContain('aria-label="a&lt;b: say &quot;so&quot;"');
});

it("filters are read back as they are written, and unknown ones are left out", () => {
	const filters = filtersFrom(new URLSearchParams("verdict=fail&verdict=nonsense&family=other&group=spec"));
	expect(filters.verdicts).toEqual(["fail"]);
	expect(filtersFrom(new URLSearchParams(queryOf(filters)))).toEqual(filters);
	const matrix: Matrix = {
		title: "",
		rules: [
			{ id: "spec/a", group: "spec", requires: "" },
			{ id: "spec/b", group: "spec", requires: "" },
		],
		handoffs: [
			{ id: "A", title: "", family: "other", standard: "", href: "", verdicts: ["pass", "fail"] },
			{ id: "B", title: "", family: "other", standard: "", href: "", verdicts: ["pass", "pass"] },
		],
	};
	const part = filtered(matrix, filters);
	expect(part.rules.map(({ id }) => id)).toEqual(["spec/b"]);
	expect(part.handoffs.map(({ id, verdicts }) => [id, verdicts])).toEqual([["A", ["fail"]]]);
	expect(new Set(Object.values(verdictLetters)).size).toBe(Object.keys(verdictLetters).length);
});

it("groups of rules that fail most often come first, and within them the rules that do, with their verdicts", () => {
	const rule = (id: string) => ({ id, group: id.split("/")[0] ?? "", requires: "" });
	const handoff = { id: "A", title: "", family: "other", standard: "", href: "" };
	const matrix: Matrix = {
		title: "",
		rules: ["a/1", "b/1", "b/2", "c/1"].map(rule),
		handoffs: [
			{ ...handoff, verdicts: ["pass", "warning", "fail", "note"] },
			{ ...handoff, verdicts: ["waived", "pass", "fail", "fail"] },
		],
	};
	const ordered = gravestFirst(matrix);
	expect(ordered.rules.map(({ id }) => id)).toEqual(["b/2", "b/1", "c/1", "a/1"]);
	expect(ordered.handoffs.map(({ verdicts }) => verdicts)).toEqual([
		["fail", "warning", "note", "pass"],
		["fail", "pass", "fail", "waived"],
	]);
	const warned: Matrix = {
		...matrix,
		handoffs: [{ ...handoff, verdicts: ["pass", "note", "pass", "warning"] }],
	};
	expect(gravestFirst(warned).rules.map(({ id }) => id)).toEqual(["c/1", "b/1", "b/2", "a/1"]);
	const quiet = { ...matrix, handoffs: [] };
	expect(gravestFirst(quiet)).toEqual(quiet);
});
