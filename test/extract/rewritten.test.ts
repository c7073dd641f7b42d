import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { extracted } from "./extracting.ts";
import { body, headings, labels, lines, lists, numbered, type Rewriting, reversed } from "./rewritings.ts";

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
