import { describe, expect, it } from "vitest";
import type { DocumentRecord } from "#model/documents.ts";
import { lineOfWord, linesUnderHeadings } from "#search/lines.ts";

const text = [
	"# Results",
	"",
	"**Package:** PKG-A-001, `f(**kwargs)`, 2**3**4, a || b, ls | wc",
	"",
	"| File | SHA256 |",
	"|:-----|-------:|",
	`| \`a.py\` | \`${"ab".repeat(32)}\` |`,
	"",
	"---",
	"The ledger moved.",
].join("\n");

const record = {
	path: "R.md",
	outline: [{ slug: "results", title: "Results", line: 1 }],
} as unknown as DocumentRecord;

describe("a document's lines under its headings", () => {
	it("are words, without digests and without what lays them out", () => {
		const [section] = linesUnderHeadings(record, text).sections;
		expect(section?.text.split(/\s+/u).filter(Boolean)).toEqual(
			"Package: PKG-A-001, `f(**kwargs)`, 2**3**4, a || b, ls | wc File · SHA256 `a.py` · The ledger moved.".split(" "),
		);
	});

	it("are the words of a drawing, without its lines", () => {
		const drawing = [
			"# Results",
			"```",
			"┌────────┐     │",
			"│ CALLER │──▶ LEDGER",
			"└────────┘",
			"```",
			"It ran.",
		].join("\n");
		const [section] = linesUnderHeadings(record, drawing).sections;
		expect(section?.text.split(/\s+/u).filter(Boolean)).toEqual("``` CALLER ▶ LEDGER ``` It ran.".split(" "));
		expect(lineOfWord(record, drawing, 4)).toBe(4);
	});

	it("lead from a word back to its line", () => {
		const words = ["Results", ...(linesUnderHeadings(record, text).sections[0]?.text.match(/\S+/gu) ?? [])];
		expect(lineOfWord(record, text, words.indexOf("SHA256"))).toBe(5);
		expect(lineOfWord(record, text, words.indexOf("`a.py`"))).toBe(7);
		expect(lineOfWord(record, text, words.indexOf("ledger"))).toBe(10);
	});
});
