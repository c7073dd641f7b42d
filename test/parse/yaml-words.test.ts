import { expect, it } from "vitest";
import { readYaml } from "#parse/yaml.ts";

it.each([
	["archive: [docs\ntitle: x\n", "a list opened with [ is not closed with ]"],
	["a: {b: 1\n", "1:8 a mapping opened with { is not closed"],
	['a: "docs\nb: 1\n', '1:4 a text opened with " is not closed'],
	["title: a: b\n", '1:8 a value goes on with ": "'],
	["a:b\nc: d\n", '1:1 a line without "key: value"'],
	["a:\n  - x\n b: 2\n", "a key that is not indented like the keys beside it"],
	["a:\n  - b: 1\n    c: 2\n   d: 3\n", "4:1 a key that is not indented like the keys beside it"],
	["a: - b\n", "1:4 a list starts on the line of its key"],
	["\ta: 1\n", "1:1 a tab is no indentation in YAML; use spaces"],
	["a: 'it's'\n", "1:8 text after the end of a value"],
	["a: @x\n", "1:4 Plain value cannot start with reserved character @; put it in quotes"],
	["a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> x\n", "2:1 a merge conflict is left in the file"],
])("broken YAML is told once for a line, in plain words: %j", (text, words) => {
	const read = readYaml("a.yaml", text);
	const problems = "problems" in read ? read.problems : [];
	expect(problems.map(({ line, column, message }) => `${line}:${column} ${message}`).join("\n")).toContain(words);
	expect(new Set(problems.map(({ line }) => line)).size).toBe(problems.length);
});
