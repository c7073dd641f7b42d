import { describe, expect, it } from "vitest";
import { z } from "zod";
import { parseYaml, readYaml } from "#parse/yaml.ts";
import { processorTime } from "../processor-time.ts";

const schema = z.strictObject({
	title: z.string(),
	severity: z.enum(["error", "warning", "info"]).default("error"),
	folders: z.array(z.strictObject({ path: z.string(), depth: z.int().optional() })).default([]),
	rules: z.record(z.string(), z.strictObject({ level: z.enum(["on", "off"]) })).optional(),
});

/** The problems as "line:column message". */
function problemsOf(text: string): string[] {
	const result = parseYaml("settings.yaml", text, schema);
	return "problems" in result ? result.problems.map(({ line, column, message }) => `${line}:${column} ${message}`) : [];
}

describe("parseYaml", () => {
	it("gives the validated value with its defaults", () => {
		const result = parseYaml("settings.yaml", "title: A\nfolders:\n  - path: b\n", schema);
		expect(result).toMatchObject({ value: { title: "A", severity: "error", folders: [{ path: "b" }] } });
	});

	it("names the nearest key for an unknown one, at the key", () => {
		expect(problemsOf("title: A\nfolders:\n  - path: b\n    dept: 2\nseverty: error\n")).toEqual([
			'4:5 unknown key "dept" in folders[0]; did you mean "depth"?',
			'5:1 unknown key "severty"; did you mean "severity"?',
		]);
	});

	it("lists the known keys where none is near, inside records too", () => {
		expect(problemsOf("title: A\nrules:\n  a:\n    level: on\n    zzzzzz: 1\n")).toEqual([
			'5:5 unknown key "zzzzzz" in rules.a; known: level',
		]);
	});

	it("names the nearest word for an unknown one, at the value", () => {
		expect(problemsOf("title: A\nseverity: eror\n")).toEqual(['2:11 severity is "eror"; did you mean "error"?']);
	});

	it("places a missing key at the mapping that lacks it, and a wrong type at the value", () => {
		expect(problemsOf("title: A\nfolders:\n  - depth: 1.5\n")).toEqual([
			'3:5 "path" is missing in folders[0]',
			"3:12 folders[0].depth must be a whole number, not 1.5",
		]);
		expect(problemsOf("title: [a]\n")).toEqual(["1:8 title must be text, not a list"]);
		expect(problemsOf("")).toEqual(["1:1 the document must be a mapping, not empty"]);
	});

	it("counts columns in UTF-16 units, behind a byte order mark and CRLF", () => {
		expect(problemsOf('\uFEFFtitle: A\r\n"😀": 1\r\n')).toEqual([
			'2:1 unknown key "😀"; known: title, severity, folders, rules',
		]);
		expect(problemsOf("{title: 😀, severity: 1}")).toEqual(["1:23 severity is 1; known: error, warning, info"]);
	});

	it("reports duplicate keys and tabs where they stand", () => {
		expect(problemsOf("title: A\nfolders: []\ntitle: B\n")).toEqual([
			'3:1 the key "title" stands twice in the same mapping',
		]);
		expect(problemsOf("title: A\nfolders:\n\t- path: b\n")[0]).toMatch(/^3:1 a tab is no indentation/);
	});
});

describe("readYaml on hostile input", () => {
	const hostile: Record<string, [text: string, message: RegExp]> = {
		"an alias bomb": [
			`a: &a [1,1,1,1,1,1]\nb: &b [${"*a,".repeat(20)}]\nc: &c [${"*b,".repeat(20)}]\nd: [${"*c,".repeat(20)}]`,
			/multiply/,
		],
		"an alias of itself": ["a: &a [*a]", /part of/],
		"unclosed flow sequences": ["[".repeat(100_000), /nested too deeply/],
		"closed flow sequences": ["[".repeat(5000) + "]".repeat(5000), /nested too deeply/],
		"compact sequences": ["- ".repeat(20_000), /nested too deeply/],
		"too much of it": ["a: b\n".repeat(100_000), /too long/],
		"several documents": ["a: 1\n---\nb: 2\n", /more than one/],
		"an unknown alias": ["a: *b", /alias/],
	};
	it.each(Object.entries(hostile))("reports %s", (_, [text, message]) => {
		const result = readYaml("x.yaml", text);
		expect("problems" in result && result.problems[0]?.message).toMatch(message);
		expect("problems" in result && result.problems.length).toBeLessThanOrEqual(20);
	});

	it("reads thousands of keys in well under a second", () => {
		const text = Array.from({ length: 9000 }, (_, index) => `k${index}: 1`).join("\n");
		const start = processorTime();
		expect("document" in readYaml("x.yaml", text)).toBe(true);
		expect(processorTime() - start).toBeLessThan(2000);
	});
});
