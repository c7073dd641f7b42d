import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { compareFindings, isActive } from "#model/findings.ts";
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

describe("findings about one place", () => {
	const found = findings.find(({ place, excerpt }) => place.kind === "range" && excerpt !== undefined);
	const prettyOf = async (...messages: string[]) => {
		const several = messages.flatMap((message) => (found ? [{ ...found, message }] : []));
		return (await reportFormats.pretty.load())({ ...report, findings: several }, plain);
	};

	it("show its line once, with the first of them", async () => {
		const text = await prettyOf("Rule 3 is missing.", "Rule 10 is missing.");
		expect(text.match(/ \^+$/gmu)).toHaveLength(1);
		expect(text.match(/is missing\.$/gmu)).toHaveLength(2);
	});

	it("come in the order in which people count", () => {
		const told = ["Rule 10 is missing.", "Rule 9 is missing.", "A word."].flatMap((message) =>
			found ? [{ ...found, message }] : [],
		);
		expect(told.sort(compareFindings).map(({ message }) => message)).toEqual([
			"A word.",
			"Rule 9 is missing.",
			"Rule 10 is missing.",
		]);
	});
});

it("says how many of the errors and warnings decide nothing, which pages count apart", async () => {
	const [first] = findings;
	if (!first) throw new Error("no finding to show");
	const undecided = { ...first, severity: "warning", decides: "needs-human" } as const;
	const pretty = await reportFormats.pretty.load();
	const textOf = (...some: (typeof first)[]) => pretty({ ...report, findings: some }, plain);
	expect(textOf(undecided, { ...first, decides: "fail" })).toContain(
		"\nLeft to a human, or not to be evaluated: 1 of the warnings.\n",
	);
	expect(textOf({ ...first, decides: "fail" })).not.toContain("Left to a human");
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
