import type { Nodes } from "mdast";
import { afterEach, describe, expect, it, vi } from "vitest";
import { loadRemark } from "#files/load-remark.ts";
import { createMarkdownParser, parseMarkdown } from "#parse/markdown.ts";
import { processorTime } from "../processor-time.ts";
import { difference, remarkTree } from "./trees.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const parse = createMarkdownParser({ loadRemark });

describe("parseMarkdown", () => {
	it("keeps the places of the file behind a byte order mark, CRLF and U+0000", () => {
		const { tree } = parse("x.md", bytesOf("\uFEFF# A\r\n\r\nb\u0000c **d**\r\n"));
		expect(tree.children.map(({ type, position }) => [type, position?.start.line, position?.start.column])).toEqual([
			["heading", 1, 1],
			["paragraph", 3, 1],
		]);
		expect(JSON.stringify(tree)).toContain("b\uFFFDc ");
	});

	it("gives remark's tree where the native parser would differ", () => {
		for (const text of ["[^1]: [^1]: a", "- ```\na\n", "[a]: b\nc", "> <!-- a\n\nb"])
			expect(difference(remarkTree(text), parse("x.md", bytesOf(text)).tree)).toBeNull();
	});

	it("gives the same tree by setting", () => {
		const slow = createMarkdownParser({ parser: "remark", loadRemark });
		const text = "---\na: b\n---\n# C\n\n- [ ] d 🚀\n";
		const [one, other] = [parse("x.md", bytesOf(text)), slow("x.md", bytesOf(text))];
		expect(difference(other.tree, one.tree)).toBeNull();
		expect(one.frontMatter).toEqual(other.frontMatter);
	});

	it("has an empty tree for empty and for binary files", () => {
		for (const bytes of [new Uint8Array(), Uint8Array.from({ length: 99 }, (_, index) => index % 9)])
			expect(parseMarkdown("x.md", bytes).tree).toMatchObject({ type: "root", children: [] });
	});
});

describe("front matter", () => {
	const read = (text: string) => {
		const { frontMatter, problems, tree } = parse("x.md", bytesOf(text));
		return { frontMatter, tree: tree.children.map(({ type }) => type), problems };
	};

	it("is read as YAML", () => {
		expect(read("---\nauthor: Ada\ntags: [a]\n---\n# A\n")).toEqual({
			frontMatter: { author: "Ada", tags: ["a"] },
			tree: ["yaml", "heading"],
			problems: [],
		});
	});

	it("is reported at its place where it is broken, and the body is read", () => {
		const { frontMatter, tree, problems } = read("---\na: 1\nb: [unclosed\n---\n# A\n");
		expect(frontMatter).toBeNull();
		expect(tree).toEqual(["yaml", "heading"]);
		expect(problems[0]).toMatchObject({ code: "front-matter", range: { start: { line: 3 } } });
		const atEnd = read("---\r\r\na: &a [*a, *a]\r\r\n---\r\r\n# A\n").problems.find(
			({ code }) => code === "front-matter",
		);
		expect(atEnd?.range).toEqual({ start: { line: 3, column: 14 }, end: { line: 3, column: 15 } });
	});

	it("must be a mapping", () => {
		expect(read("---\n[a, b]\n---\n").problems).toMatchObject([
			{
				code: "front-matter",
				range: { start: { line: 2, column: 1 } },
				data: { reason: "is no mapping of keys to values" },
			},
		]);
	});

	it.each(["---\na: b\n", "---\nauthor: Ada\ntags:\n  - a\n- b\n\n# A\n"])(
		"is reported where nothing closes it, and read as Markdown: %j",
		(text) => {
			const { frontMatter, tree, problems } = read(text);
			expect(frontMatter).toBeNull();
			expect(tree[0]).toBe("thematicBreak");
			expect(problems).toMatchObject([
				{ code: "front-matter", range: { start: { line: 1, column: 1 } }, data: { reason: 'no line "---" closes it' } },
			]);
		},
	);

	it("is not a thematic break with text below, nor Markdown between two of them", () => {
		for (const text of ["---\n\na: b\n", "---\nNote: this is\na text.\n", "---\n**a:** b\n", "----\na: b\n"])
			expect(read(text)).toMatchObject({ frontMatter: null, problems: [] });
		expect(read("---\n\n# A\n\ntext\n\n---\n")).toMatchObject({
			tree: ["thematicBreak", "heading", "paragraph", "thematicBreak"],
			problems: [],
		});
	});
});

describe("hostile documents", () => {
	const hostile: Record<string, string> = {
		"block quotes": ">".repeat(100_000),
		"numbered lists": "1. ".repeat(30_000),
		"lists by indentation": Array.from({ length: 900 }, (_, index) => `${" ".repeat(index * 2)}- a`).join("\n"),
		"nested emphasis": "*a **b ".repeat(60_000) + "c** d*".repeat(60_000),
		"character references": "&amp; a ".repeat(120_000),
		"marks without white space": "a_b".repeat(300_000),
		addresses: "a@b.".repeat(250_000),
		"code on one line": `é ${"`a` ".repeat(250_000)}`,
		"emphasis on one line": `é ${"*a* ".repeat(250_000)}`,
		"brackets on one line": `é ${"[a] ".repeat(250_000)}`,
		"HTML on one line": `é ${"<b>x</b> ".repeat(100_000)}`,
		"escapes on one line": `é ${"\\\\ ".repeat(250_000)}`,
	};
	it.each(Object.entries(hostile))("%s are reported and shown as plain text, in time", (_, text) => {
		const start = processorTime();
		const { tree, problems, source } = parse("x.md", bytesOf(text));
		expect(processorTime() - start).toBeLessThan(3000);
		expect(problems).toMatchObject([{ code: "nesting", range: { start: { line: expect.any(Number) } } }]);
		expect(tree.children).toMatchObject([{ type: "code", value: source.text }]);
		expect(problems[0]?.range?.start.line).toBeLessThanOrEqual(source.lineStarts.length);
	});

	const harmless: Record<string, string> = {
		brackets: "[".repeat(1_000_000),
		images: "![".repeat(500_000),
		links: "[a](".repeat(250_000),
		stars: "*a ".repeat(330_000),
		backticks: Array.from({ length: 1400 }, (_, index) => `${"`".repeat(index + 1)}a`).join(""),
		comments: "<!-- ".repeat(200_000),
		pipes: "|".repeat(1_000_000),
		"lines of code": `é ${"`a`\n".repeat(250_000)}`,
		"letters beyond ASCII on one line": "é ".repeat(500_000),
	};
	it.each(Object.entries(harmless))("a megabyte of %s is read, in time", (_, text) => {
		const start = processorTime();
		const { tree, problems } = parse("x.md", bytesOf(text));
		expect(processorTime() - start).toBeLessThan(3000);
		expect(problems).toEqual([]);
		expect(depthOf(tree)).toBeLessThan(300);
	});
});

describe("remark", () => {
	it("is not given what it would take too long over", () => {
		for (const mark of ["a**b ", "[a](", "- a\n"]) {
			const start = processorTime();
			const { tree, problems } = parse("x.md", bytesOf(`[^1]: [^1]: a\n\n${mark.repeat(15_000)}`));
			expect(processorTime() - start).toBeLessThan(2000);
			expect(problems).toEqual([]);
			expect(tree.children.length).toBeGreaterThan(1);
		}
	});

	it("reports such documents where it is the only parser", () => {
		const slow = createMarkdownParser({ parser: "remark", loadRemark });
		const start = processorTime();
		expect(slow("x.md", bytesOf("a**b".repeat(250_000))).problems).toMatchObject([{ code: "nesting" }]);
		expect(processorTime() - start).toBeLessThan(2000);
	});
});

function depthOf(node: Nodes): number {
	return 1 + ("children" in node ? node.children.reduce((deepest, child) => Math.max(deepest, depthOf(child)), 0) : 0);
}

describe("where the native parser cannot be loaded", () => {
	afterEach(() => {
		vi.doUnmock("satteri");
		vi.resetModules();
	});

	it("remark takes its place by itself", async () => {
		vi.resetModules();
		vi.doMock("satteri", () => {
			throw new Error("no binding for this machine");
		});
		const module = await import("#parse/markdown.ts");
		const text = "# A\n\n- [ ] b\n";
		expect(difference(remarkTree(text), module.parseMarkdown("x.md", bytesOf(text)).tree)).toBeNull();
	});
});
