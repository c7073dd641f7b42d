import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { isActive } from "#model/findings.ts";
import { reportFormats } from "#report/index.ts";
import { columnsOf, printable } from "#report/text.ts";
import { findings, plain, nastyReport as report } from "./nasty.ts";

describe.each(Object.entries(reportFormats))("the %s report", (name, format) => {
	it("is as its golden file, which was read", async () => {
		const text = (await format.load())(report, plain);
		await expect(text).toMatchFileSnapshot(`../golden/report-${name}.txt`);
	});

	it("prints nothing that a terminal would obey or that would reorder text", async () => {
		const text = (await format.load())(report, plain);
		expect(text.endsWith("\n")).toBe(true);
		expect(text).not.toMatch(/(?!\n|\t)[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
	});
});

it("prints one line per finding in the compact report", async () => {
	const text = (await reportFormats.compact.load())(report, plain);
	expect(text.trimEnd().split("\n")).toHaveLength(findings.filter(isActive).length);
});

it("colours only what it adds itself", async () => {
	const text = (await reportFormats.pretty.load())(report, { colour: true, width: 80 });
	const stripped = stripVTControlCharacters(text);
	expect(stripped).toBe((await reportFormats.pretty.load())(report, plain));
});

it("puts carets under the place, wide characters before it included", async () => {
	const lines = (await reportFormats.pretty.load())(report, plain).split("\n");
	const line = lines.findIndex((text) => text.includes("漢字"));
	const [above = "", below = ""] = lines.slice(line, line + 2);
	expect(columnsOf(below.slice(0, below.indexOf("^")))).toBe(columnsOf(above.slice(0, above.indexOf("ab"))));
});

it("shows control characters by their symbol", () => {
	expect(printable("a\tb\n\u001B[0m\u007F\u0085\u202E\uD800")).toBe("a b␊␛[0m␡<U+0085><U+202E><U+D800>");
});
