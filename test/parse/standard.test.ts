import { describe, expect, it } from "vitest";
import { parseStandards } from "#parse/standard.ts";
import { readStandardTexts } from "../../src/files/standards-folder.ts";

const base = `id: base
title: Base
version: "1"
abbreviation: B
layout: folder
summary: A small standard.
ids: [{ family: component, canonical: "H-{number}" }]
documents: []
sections: { spec: [], results: [] }
statuses: [PASS]
packageId: PKG-\\d+
`;

function problemsOf(...texts: readonly string[]): string[] {
	const { problems } = parseStandards(texts.map((text, index) => ({ path: `${index}.yaml`, text })));
	return problems.map(({ path, line, column, message }) => `${path}:${line}:${column} ${message}`);
}

describe("parseStandards", () => {
	it("reads the standards that come with the product", () => {
		const { texts, problems } = readStandardTexts();
		expect(problems).toEqual([]);
		const parsed = parseStandards(texts);
		expect(parsed.problems).toEqual([]);
		expect(parsed.standards.map(({ id }) => id)).toEqual(
			expect.arrayContaining(["builder-handoff-standard", "builder-handoff-standard-flat"]),
		);
	});

	it("takes every key that is not named from the extended standard, through several steps", () => {
		const child = "extends: base\nid: child\ntitle: Child\n";
		const grandchild = "extends: child\nid: grandchild\nstatuses: [DONE]\n";
		const { standards, problems } = parseStandards(
			[grandchild, child, base].map((text, index) => ({ path: `${index}.yaml`, text })),
		);
		expect(problems).toEqual([]);
		expect(standards.map(({ id, title, statuses }) => [id, title, statuses])).toEqual([
			["grandchild", "Child", ["DONE"]],
			["child", "Child", ["PASS"]],
			["base", "Base", ["PASS"]],
		]);
	});

	it("reports unknown ids, cycles and ids taken twice", () => {
		expect(problemsOf(base, "extends: bse\nid: other\n")).toEqual([
			'1.yaml:1:10 extends "bse", which is no standard here; did you mean "base"?',
		]);
		expect(problemsOf("extends: b\nid: a\n", "extends: a\nid: b\n")).toEqual([
			"0.yaml:1:10 extends itself: a -> b -> a",
			"1.yaml:1:10 extends itself: b -> a -> b",
		]);
		expect(problemsOf(base, base)).toEqual(['1.yaml:1:5 the id "base" is taken by 0.yaml']);
	});

	it("reports what is wrong once, where it stands", () => {
		expect(problemsOf(base.replace("layout: folder", "layout: foldr"), "extends: base\nid: child\n")).toEqual([
			'0.yaml:5:9 layout is "foldr"; did you mean "folder"?',
			"1.yaml:1:10 extends a standard that has errors",
		]);
		expect(problemsOf(base, "extends: base\nid: child\nsumary: x\n")).toEqual([
			'1.yaml:3:1 unknown key "sumary"; did you mean "summary"?',
		]);
		expect(problemsOf(base.replace("PKG-\\d+", "PKG-(\\d+"))).toEqual([
			expect.stringMatching(/^0\.yaml:11:12 packageId: is not a regular expression/),
		]);
	});

	it("keeps the good standards beside a broken one", () => {
		const { standards, problems } = parseStandards([
			{ path: "bad.yaml", text: "id: [" },
			{ path: "good.yaml", text: base },
		]);
		expect(standards.map(({ id }) => id)).toEqual(["base"]);
		expect(problems.length).toBeGreaterThan(0);
	});
});
