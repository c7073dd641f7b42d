import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isMap, isScalar, isSeq, type ParsedNode, parseDocument } from "yaml";
import type { YamlNode } from "#parse/yaml/nodes.ts";
import { readYamlTree } from "#parse/yaml/tree.ts";
import { processorTime } from "../processor-time.ts";

/** The tree as the parser itself gives it for the whole text. */
function expected(node: ParsedNode | null): unknown {
	const [start = 0, end = 0] = node?.range ?? [];
	if (isScalar(node)) return { kind: "scalar", value: node.value, text: node.source ?? "", start, end };
	if (isSeq(node)) return { kind: "list", start, items: node.items.map((item) => expected(item as ParsedNode)) };
	if (!isMap(node)) return null;
	const entries = node.items.map(({ key, value }) => {
		const [from, to] = (key as ParsedNode).range;
		return {
			key: String((key as { source?: string }).source),
			keyAt: { start: from, end: to },
			value: expected(value as ParsedNode),
		};
	});
	return { kind: "map", start, entries };
}

/** Lists and mappings in block style end where the parser has looked on to; only where they start means something. */
function comparable(node: YamlNode | null): unknown {
	if (node === null || node.kind === "scalar") return node;
	const { start } = node;
	if (node.kind === "list") return { kind: "list", start, items: node.items.map(comparable) };
	const entries = node.entries.map((entry) => ({ ...entry, value: comparable(entry.value) }));
	return { kind: "map", start, entries };
}

const scalars = [
	"ready",
	"12",
	"0",
	"-3",
	"1.50",
	"007",
	"1e3",
	"0x1f",
	"true",
	"Null",
	"~",
	"",
	"yes",
	"2024-01-15T10:30:00Z",
	"2024-01-15T10:30:00+02:00",
	"2024-01-15 10:30:00",
	"docs/a.md",
	"two words, and (more)",
	"http://a.b/c",
	"a:b",
	"word # remark",
	"word#no remark",
	"it's",
	'say "so"',
	'"quoted: # text"',
	'"esc \\" aped"',
	"'single'",
	"'it''s'",
	"[]",
	"[ ]",
	'["one", "two, 2"]',
	"[plain, words]",
	'["open',
	"{ a: 1 }",
	"|\n      block\n      - text",
	">-\n      folded\n        # no remark",
	"\n      - one\n      - two words",
	"\n    - level\n    - 'with the key'",
	"\n      - key: map\n        b: c",
	"wide\n      value",
	"trailing   ",
	"ünï",
	"*alias",
];
const field = fc.record({
	key: fc.constantFrom("timestamp", "from", "status", "blockers", "a-b", "_x", "5", "null", "spa ce"),
	value: fc.constantFrom(...scalars),
	before: fc.constantFrom("", "", "", "\n", "    # remark\n", "# at the margin\n", "   \n"),
});
const item = fc.uniqueArray(field, { minLength: 1, maxLength: 6, selector: ({ key }) => key });
const log = fc.record({
	head: fc.constantFrom("", "# first\n", "---\n", "--- # marked\n# two\n\n"),
	key: fc.constantFrom("handoff_history:\n", "handoff_history:   # log\n", "other: # x\n\n"),
	items: fc.array(item, { minLength: 1, maxLength: 5 }),
	ending: fc.constantFrom("\n", "\r\n"),
	last: fc.boolean(),
});

function textOf({ head, key, items, ending, last }: typeof log extends fc.Arbitrary<infer Log> ? Log : never): string {
	const lines = items.map((fields) =>
		fields
			.map(({ key: name, value, before }, index) => {
				const dash = index === 0 ? "  - " : "    ";
				return `${index === 0 ? "" : before}${dash}${name}:${value.startsWith("\n") || value === "" ? "" : " "}${value}\n`;
			})
			.join(""),
	);
	const text = `${head}${key}${lines.join("")}`;
	return (last ? text : text.replace(/\n$/, "")).replaceAll("\n", ending);
}

describe("a list is read item by item", () => {
	it("into the tree that the parser gives for the whole", () => {
		let compared = 0;
		fc.assert(
			fc.property(log, (parts) => {
				const text = textOf(parts);
				const document = parseDocument(text, { prettyErrors: false, logLevel: "silent", uniqueKeys: false });
				if (document.errors.length > 0 || document.warnings.length > 0 || text.includes("*")) return;
				compared++;
				const { parts: read } = readYamlTree(text);
				expect(read.flatMap(({ flaws }) => flaws)).toEqual([]);
				expect(read.map(({ root }) => comparable(root))).toEqual([expected(document.contents)]);
			}),
			{ numRuns: 1500 },
		);
		expect(compared).toBeGreaterThan(500);
	});

	it("with the comments of each item", () => {
		const text = "# a\nlog: # b\n  # c\n  - x: 1 # d\n    # e\n    y: '# no'\n  # f\n  - x: 2\n    # g\n";
		expect(readYamlTree(text).comments.map(({ text: said, start }) => [said, text.slice(start, start + 3)])).toEqual(
			["a", "b", "c", "d", "e", "f", "g"].map((letter) => [letter, `# ${letter}`]),
		);
	});

	it("and an item that is broken takes no other along", () => {
		const good = (number: number) => `  - status: ready\n    number: ${number}\n`;
		const broken = '  - status: "ready\n    number: 2\n';
		const [part] = readYamlTree(`log:\n${good(1)}${broken}${good(3)}`).parts;
		const list = part?.root?.kind === "map" ? part.root.entries[0]?.value : null;
		const numbers =
			list?.kind === "list" ? list.items.map((one) => (one.kind === "map" ? one.entries[1]?.value : one)) : [];
		expect(numbers).toMatchObject([{ value: 1 }, { value: 3 }]);
		expect(part?.flaws).toMatchObject([{ code: "syntax" }]);
		expect(part?.flaws.every(({ start }) => start >= 40 && start <= 75)).toBe(true);
	});

	it("and what is not closed is shown where it was opened", () => {
		const text = 'log:\n  - status: ready\n    text: "open\n  - status: ready\n';
		const [flaw] = readYamlTree(text).parts[0]?.flaws ?? [];
		expect(text.slice(flaw?.start, flaw?.end)).toBe('"');
		const list = "a: [\n---\nb: 1\n";
		const [open] = readYamlTree(list).parts[0]?.flaws ?? [];
		expect(open?.start).toBe(list.indexOf("["));
	});

	it("of any length, in time that grows with the text", () => {
		const entries = Array.from(
			{ length: 40_000 },
			(_, index) => `  - from: spec\n    number: ${index}\n    text: ["a: b"]\n`,
		);
		const text = `log:\n${entries.join("")}`;
		const start = processorTime();
		const [part] = readYamlTree(text).parts;
		expect(processorTime() - start).toBeLessThan(5000);
		const list = part?.root?.kind === "map" ? part.root.entries[0]?.value : null;
		expect(list?.kind === "list" && list.items.length).toBe(40_000);
	});
});

describe("a stream of documents", () => {
	it("is read document by document, and only one too long is refused", () => {
		const long = `text: "${"x".repeat(300)}"\n`;
		const { parts } = readYamlTree(`a: 1\n---\n${long}--- # two\nb: 2\n...\n---\nc: 3\n`, {
			length: 200,
			depth: 40,
			flaws: 10,
		});
		expect(parts.map(({ root, flaws }) => (root?.kind === "map" ? root.entries[0]?.key : flaws[0]?.code))).toEqual([
			"a",
			"too-long",
			"b",
			"c",
		]);
	});

	it("keeps directives with their document", () => {
		const { parts } = readYamlTree("%YAML 1.2\n---\na: 1\n");
		expect(parts).toMatchObject([{ root: { kind: "map" }, flaws: [] }]);
	});
});
