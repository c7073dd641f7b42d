import { describe, expect, it } from "vitest";
import { findingLists } from "../../src/components/findings/finding-lists.ts";

type Files = Parameters<typeof findingLists>[0];
type Finding = Files[number]["findings"][number];

const finding = (state: Finding["state"], rule = "spec/mission"): Finding => ({
	rule,
	state,
	message: "",
	remedy: null,
	excuse: null,
	handoff: "H-1",
	place: { label: "Spec", line: null, href: null },
	excerpt: null,
	related: [],
});
const file = (path: string, findings: Finding[], order = 0): Files[number] => ({
	path,
	href: null,
	handoff: "H-1",
	order,
	findings,
});
const handoff = (id: string, undecided: Finding[]) => ({ id, slug: id, undecided }) as never;

const shape = (lists: ReturnType<typeof findingLists>) => lists.map(({ key, count }) => [key, count]);

describe("findingLists", () => {
	it("has a list for each way in which findings stand, over all files", () => {
		const files = [
			file("a.md", [finding("fail"), finding("warning"), finding("waived")]),
			file("b.md", [finding("fail"), finding("debt"), finding("note")]),
		];
		const lists = findingLists(files, []);
		expect(shape(lists)).toEqual([
			["", 6],
			["open", 4],
			["errors", 2],
			["warnings", 1],
			["notes", 1],
			["waived", 1],
			["debt", 1],
		]);
		const errors = lists.find(({ key }) => key === "errors");
		expect(errors?.pages.flat().map(({ title, findings }) => [title, findings.length])).toEqual([
			["a.md", 1],
			["b.md", 1],
		]);
	});

	it("takes along what rules left undecided without a finding, by handoff", () => {
		const lists = findingLists(
			[file("a.md", [finding("fail")])],
			[handoff("H-1", []), handoff("H-2", [finding("needs-human")])],
		);
		expect(shape(lists)).toEqual([
			["", 2],
			["open", 1],
			["errors", 1],
			["human", 1],
		]);
		expect(lists.at(-1)?.pages).toEqual([
			[expect.objectContaining({ title: "H-2", isFile: false, href: "handoffs/H-2/" })],
		]);
	});

	it("begins each file with its gravest findings, and keeps their order otherwise", () => {
		const findings = [
			finding("warning", "layout/flat-file"),
			finding("fail"),
			finding("note"),
			finding("fail", "spec/tier"),
		];
		const [whole] = findingLists([file("a.md", findings)], []);
		expect(whole?.pages[0]?.[0]?.findings.map(({ state, rule }) => `${state} ${rule}`)).toEqual([
			"fail spec/mission",
			"fail spec/tier",
			"warning layout/flat-file",
			"note spec/mission",
		]);
	});

	it("begins with what has the gravest findings, and keeps the order of paths otherwise", () => {
		const files = [
			file("a.md", [finding("note")]),
			file("b.md", [finding("warning")]),
			file("c.md", [finding("warning"), finding("fail")]),
			file("d.md", [finding("fail")]),
		];
		const [whole, open] = findingLists(files, [handoff("H-2", [finding("needs-human")])]);
		const titles = (list: typeof whole) => list?.pages.flat().map(({ title }) => title);
		expect(titles(whole)).toEqual(["c.md", "d.md", "H-2", "b.md", "a.md"]);
		expect(titles(open)).toEqual(["c.md", "d.md", "b.md", "a.md"]);
	});

	it("is one list where there is nothing to tell apart, and one page where there is nothing", () => {
		expect(shape(findingLists([file("a.md", [finding("fail")])], []))).toEqual([["", 1]]);
		expect(findingLists([], [])).toEqual([{ key: "", count: 0, pages: [[]] }]);
	});

	it("turns the page between files, in each list by its own findings", () => {
		const many = (count: number) =>
			Array.from({ length: count }, (_, index) => finding(index % 2 === 0 ? "fail" : "warning"));
		const lists = findingLists(
			["a.md", "b.md", "c.md"].map((path) => file(path, many(160))),
			[],
		);
		expect(lists.map(({ key, pages }) => [key, pages.map((page) => page.map(({ title }) => title).join(" "))])).toEqual(
			[
				["", ["a.md", "b.md", "c.md"]],
				["errors", ["a.md b.md", "c.md"]],
				["warnings", ["a.md b.md", "c.md"]],
			],
		);
	});
});
