import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { extracted } from "./extracting.ts";
import { addedTo, body, headings, labels, lines, lists, numbered, type Rewriting, reversed } from "./rewritings.ts";

const corpus = "../shared/corpus/control-plane/handoffs";
if (!existsSync(corpus)) console.warn(`skipped: ${corpus} is not here, so only the example archive is rewritten`);

const romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI"];

/** Ways to write the same: what a document states does not rest on any of them. */
const rewritings: Readonly<Record<string, Rewriting>> = {
	"a byte order mark": (text) => `\uFEFF${text}`,
	"line endings of Windows": (text) => text.replaceAll("\n", "\r\n"),
	"front matter": (text) => `---\nauthor: somebody\n---\n\n${text}`,
	"comments before headings": headings((line) => `<!-- 12 tests failed -->\n\n${line}`),
	"sections in the opposite order": reversed,
	"headings one level deeper": headings((line) => `#${line}`),
	"headings in bold": headings((line) => line.replace(/^(#+) (.*)$/u, "$1 **$2**")),
	"headings with a colon": headings((line) => `${line}:`),
	"headings with a mark": headings((line) => line.replace(/^(#+) /u, "$1 ✅ ")),
	"headings closed": headings((line) => `${line} ##`),
	"headings numbered": numbered((order) => `${order}.`),
	"headings numbered as Romans did": numbered((order) => `${romans[order - 1] ?? "XX"}.`),
	"no bold": lines((line) => line.replace(/\*\*([^*]+)\*\*/gu, "$1")),
	"no code spans": body((line) => line.replace(/`([^`]+)`/gu, "$1")),
	"bullets that are stars": lines((line) => line.replace(/^(\s*)- /u, "$1* ")),
	"bullets with boxes": lines((line) => line.replace(/^- (?!\[)/u, "- [x] ")),
	"hyphens for dashes": lines((line) => line.replace(/ [—–] /gu, " - ")),
	"two spaces at the end of lines": lines((line) => (line === "" ? line : `${line}  `)),
	"fences of tildes": (text) => text.replace(/^(\s*)```/gmu, "$1~~~"),
	"tables without blanks": lines((line) =>
		/^\s*\|.*\|\s*$/u.test(line) ? line.replace(/\s*\|\s*/gu, "|").trim() : line,
	),
	"blanks that do not break": body((line) => line.replace(/(\d) (?=tests?|passed|failed)/gu, "$1\u00A0")),
	"test cases": body((line) => line.replace(/\b(\d+) tests\b/gu, "$1 test cases")),
	"bold labels": labels((label, value) => `- **${label}:** ${value}`),
	"bold labels before the colon": labels((label, value) => `- **${label}**: ${value}`),
	"labels with a dash": labels((label, value) => `- ${label} — ${value}`),
	"lists as tables": lists((pairs) => [
		"",
		"| Item | Value |",
		"|---|---|",
		...pairs.map(([label, value]) => `| ${label} | ${value} |`),
		"",
	]),
	"lists as lines": lists((pairs) => ["", ...pairs.map(([label, value]) => `**${label}:** ${value}  `), ""]),
	"lists below an item": lists((pairs) => ["- Counts:", ...pairs.map(([label, value]) => `  - ${label}: ${value}`)]),
};

function documentsIn(folder: string): readonly (readonly [name: string, text: string])[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { recursive: true, encoding: "utf8" })
		.filter((path) => path.endsWith(".md"))
		.map((path) => [basename(path), readFileSync(join(folder, path), "utf8")]);
}

const documents = [...documentsIn("content/handoffs"), ...documentsIn(corpus)];

/** The values of a document's facts, and the sections that its headings open. */
function readingOf(name: string, text: string) {
	const { kind, facts, outline } = extracted(name, text);
	const values = Object.entries<{ readonly state: string; readonly value?: unknown }>(facts)
		.filter(([, fact]) => "value" in fact)
		.map(([key, { value }]) => [key, key === "packages" && Array.isArray(value) ? value.toSorted() : value]);
	return { kind, sections: outline.flatMap(({ keys }) => keys).sort(), ...Object.fromEntries(values) };
}

const asWritten = new Map(documents.map(([name, text]) => [name, readingOf(name, text)]));

describe("what a document states", () => {
	it.each(Object.keys(rewritings))("is read the same with %s", (name) => {
		const rewrite = rewritings[name] ?? ((text) => text);
		const rewritten = new Map(documents.map(([path, text]) => [path, readingOf(path, rewrite(text))]));
		expect(documents.some(([, text]) => rewrite(text) !== text)).toBe(true);
		for (const [path, reading] of rewritten) expect(reading, path).toEqual(asWritten.get(path));
	});
});

/** What people write beside the figures of a run, and is none of them. */
const remarks: Readonly<Record<string, string>> = {
	"the state before": "Before this work the suite had 300 tests, 12 of which failed.",
	"failures on the way": "During development 5 tests failed; all of them were fixed before this run.",
	"an attempt": "The first attempt had 3 failures in `test_x.py`, caused by a typo in the fixture.",
	"a red phase": "Red phase, before the implementation:\n\n```\n5 failed, 10 passed in 1.20s\n```",
	"what comes next": "The next builder should run all 600 tests again.",
	"another handoff": "HANDOFF-99 reported 999 tests, 990 passed and 9 failed.",
	"a nightly job": "A nightly job runs 1,200 tests on CI, of which 7 fail from time to time.",
	"some of the tests": "Of these, 9 tests cover the new flag.",
	"flaky tests": "2 tests are flaky and were run three times.",
	"what was looked at": "About 40 files and 12 packages were looked at.",
	"the coverage": "Coverage is 87 % (1,400 of 1,609 lines).",
	"the time": "The run took 45 seconds on 8 cores.",
	"the gates": "8/8 gates pass.",
	"what was expected": "- Expected: 50 tests, 0 failures",
	"an older baseline": "- Previous baseline: 450 tests, 19 packages",
	"a table of before": "| Metric | Before |\n|---|---|\n| Tests | 450 |\n| Packages | 19 |",
	"a quotation": "> All 77 tests passed, said the previous builder.",
	"a comment": "<!-- 66 tests passed, 6 failed -->",
	"words of a document": "The README says 12 tests, which is out of date.",
};

const sections = /test results|full regression|baseline|clean.?room|issues|notes/iu.source.split("|");
const results = documents.filter(([name]) => readingOf(name, "").kind === "results");

describe("what is written beside the figures of a run", () => {
	it.each(Object.keys(remarks))("changes none of them: %s", (name) => {
		for (const section of sections) {
			const add = addedTo(new RegExp(section, "iu"), remarks[name] ?? "");
			for (const [path, text] of results) {
				const added = add(text);
				if (added !== text) expect(readingOf(path, added), `${path}, ${section}`).toEqual(asWritten.get(path));
			}
		}
	});
});
