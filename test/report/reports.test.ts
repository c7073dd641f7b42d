import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import type { Archive } from "#model/archive.ts";
import type { Finding } from "#model/findings.ts";
import { reportFormats, reportOf } from "#report/index.ts";
import { columnsOf, printable } from "#report/text.ts";

const nastyPath = "H-1/größe 100%, a:b <x> \"y\" 'z'/H-1_RESULTS.md";

function at(line: number, from: number, to: number, endLine = line): Finding["place"] {
	return {
		kind: "range",
		path: nastyPath,
		range: { start: { line, column: from }, end: { line: endLine, column: to } },
	};
}

const base = { messageId: "found", handoff: "H-1", data: {}, related: [], decides: "fail" } as const;

/** Everything that has ever broken a report: escapes, separators, quotes, wide and reordering characters, cut lines. */
const findings: readonly Finding[] = [
	{
		...base,
		rule: "results/status",
		severity: "error",
		place: { kind: "file", path: "H-0/日本語.md" },
		message: "Über 100 % of <b>, a:b, c::d, \"double\" and 'single' & ]]> done.",
		remedy: "First line\nsecond line\r\nthird: 50 %, done.",
		fingerprint: "a1",
	},
	{
		...base,
		rule: "results/status",
		severity: "error",
		place: at(3, 16, 21),
		excerpt: "## Status:\u001B[31mMAYBE\u001B[0m \u202Etxt.exe",
		message: "The status \u001B]0;owned\u0007\u009B31m is none.",
		remedy: "Write PASS, FAIL or PARTIAL.",
		related: [{ place: at(9, 2, 4), message: "the other\nstatus" }],
		fingerprint: "a2",
	},
	{
		...base,
		rule: "results/hash-format",
		severity: "warning",
		place: at(12, 7, 9),
		excerpt: "| \t漢字 ab | cd |",
		message: "A hash is cut short.",
		remedy: "Write it in full.",
		fingerprint: "a3",
	},
	{
		...base,
		rule: "results/hash-format",
		severity: "warning",
		place: at(14, 401, 406),
		excerpt: `${"0123456789".repeat(40)}HERE.${"x".repeat(300)}`,
		message: "Far to the right.",
		remedy: "Write it in full.",
		fingerprint: "a4",
	},
	{
		...base,
		rule: "results/hash-format",
		severity: "info",
		place: at(15, 1, 3, 18),
		excerpt: "A table that goes on",
		message: "Several lines.",
		remedy: "None needed.",
		fingerprint: "a5",
	},
	{
		...base,
		rule: "publish/secret",
		severity: "error",
		place: at(20, 900, 940),
		excerpt: "a line that was cut before the place…",
		message: "Behind the cut.",
		remedy: "Remove it.",
		fingerprint: "a6",
	},
	{
		...base,
		rule: "publish/secret",
		severity: "error",
		place: at(21, 1, 5),
		message: "Concealed: no excerpt.",
		remedy: "Remove it.",
		fingerprint: "a7",
	},
	{
		...base,
		rule: "results/status",
		severity: "error",
		place: at(30, 1, 2),
		message: "Excused, so neither counted nor printed.",
		remedy: "None.",
		fingerprint: "a8",
		excused: { by: "waiver", owner: "ann", reason: "old", expires: "2027-01-01" },
	},
];

const archive: Archive = {
	title: "Nasty <archive> & co",
	documents: [],
	handoffs: [],
	relations: [],
	findings,
	rules: [
		{
			id: "results/status",
			scope: "document",
			source: { standard: "BHS", section: "Results File" },
			severity: "error",
			requires: "A status of PASS, FAIL or PARTIAL.",
			why: "A reviewer must know.",
			remedy: "Write PASS, FAIL or PARTIAL.",
		},
	],
	verdicts: [
		{ rule: "results/status", handoff: "H-1", verdict: "fail", severity: "error", reason: "None.", evidence: [] },
		{ rule: "results/status", handoff: "H-2", verdict: "pass", reason: "Stated.", evidence: [] },
	],
	summary: { documents: 3, handoffs: 2, errors: 4, warnings: 2, infos: 1, waived: 1, debt: 0 },
};

const report = reportOf(archive, { fileOf: (path) => `docs/${path}` });
const plain = { colour: false, width: 80 };

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
	expect(text.trimEnd().split("\n")).toHaveLength(findings.length - 1);
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
