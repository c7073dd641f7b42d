import { describe, expect, it } from "vitest";
import { highlight, tokenClasses } from "#render/highlight.ts";
import { processorTime } from "../processor-time.ts";
import { render } from "./records.ts";
import { attributes, elementsOf } from "./shown-text.ts";

const shape = (html: string, tag: RegExp) =>
	elementsOf(html)
		.filter(({ tagName }) => tag.test(tagName))
		.map(({ tagName, attrs }) => [tagName, attrs.find(({ name }) => name === "id")?.value ?? null]);

describe("headings", () => {
	it("stand below the page part's title, skip no level and have anchors of their own", () => {
		const { html } = render("# Title\n\n## Part\n\n#### Deep\n\n## Part\n\n###### Deeper");
		expect(shape(html, /^h\d$/)).toEqual([
			["h3", "spec-title"],
			["h3", "spec-part"],
			["h4", "spec-deep"],
			["h3", "spec-part-1"],
			["h4", "spec-deeper"],
		]);
	});

	it("take the anchors of the record where it has them", () => {
		const heading = {
			title: "Part",
			slug: "part",
			anchor: "from-record",
			depth: 2,
			line: 3,
			endLine: 3,
			keys: [],
		} as const;
		expect(shape(render("# T\n\n## Part\n\n> ## From record", {}, { outline: [heading] }).html, /^h\d$/)).toEqual([
			["h3", "spec-t"],
			["h3", "spec-from-record"],
			["h3", "spec-from-record-1"],
		]);
	});

	it("link to themselves by their line", () => {
		expect(render("\n# T").html).toBe('<h3 id="spec-t">T <a class="src" href="#spec-t">L2</a></h3>\n');
	});

	it("refuse to stand on a page without a prefix", () => {
		expect(() => render("# T", { idPrefix: "" })).toThrow(RangeError);
	});
});

describe("blocks", () => {
	it("can be reached by their line, each line once, the outer block first", () => {
		const { html, lineAnchors } = render(
			"# T\n\npara\n\n- one\n- two\n\n> quote\n\n| a |\n|---|\n| b |\n\n```\ncode\n```\n\n<p>\n",
		);
		expect(lineAnchors.map(({ line, id }) => `${line} ${id}`)).toEqual([
			"1 t",
			...[3, 5, 6, 8, 10, 12, 14, 18].map((line) => `${line} L${line}`),
		]);
		const ids = elementsOf(html)
			.map(attributes)
			.flatMap(({ id }) => id ?? []);
		expect(ids).toEqual(lineAnchors.map(({ id }) => `spec-${id}`));
	});
});

describe("code", () => {
	it("is coloured by classes in a language that is known, and holds its own text", () => {
		const code = 'def f(x):\n    return f"<b>{x}</b>" & 1  # "quote" &amp;\n';
		const tokens = highlight(code, "python", undefined);
		const text = tokens.map((node) => (node.type === "element" ? node.children[0] : node));
		expect(text.map((node) => (node?.type === "text" ? node.value : "")).join("")).toBe(code);
		expect(tokens.some(({ type }) => type === "element")).toBe(true);
	});

	it("has a colour for every kind of token in the style sheet's list only", () => {
		for (const name of tokenClasses) expect(name).toMatch(/^h[a-z]$/);
	});

	it("is coloured once for each content, and never by a cache that does not fit", () => {
		const cache = new Map<string, string>();
		const once = render("```js\nlet a = 1\n```", { highlightCache: cache }).html;
		expect(cache.size).toBe(1);
		const [key = ""] = cache.keys();
		for (const wrong of [
			"",
			"3:keyword",
			"99:keyword",
			"-1:x 10:string",
			"9:script",
			"x",
			"3:keyword 1: 1000000:string",
		]) {
			cache.set(key, wrong);
			const { html } = render("```js\nlet a = 1\n```", { highlightCache: cache });
			expect(html.replace(/<[^>]*>/g, "")).toBe(once.replace(/<[^>]*>/g, ""));
		}
	});

	it.each([
		["no language", "```\nlet a = 1\n```"],
		["an unknown language", "```brainwave\nlet a = 1\n```"],
		["more than 20,000 characters", `\`\`\`js\n${"let a = 1\n".repeat(2001)}\`\`\``],
		["names of object members", "```constructor\nlet a = 1\n```"],
	])("stays plain with %s", (_, markdown) => {
		expect(render(markdown).html).not.toContain("<i ");
	});

	it("is a drawing where it draws boxes, with lines that meet", () => {
		const boxes = [
			"```\n┌──┐\n└──┘\n```",
			"```text\n+---+\n| a |\n+---+\n```",
			"```\nsrc\n├── a\n└── b\n```",
			"```\nsrc\n|-- a\n+-- b\n```",
		];
		for (const box of boxes) expect(render(box).html).toContain('class="code box"');
		for (const code of ["```\n$ make | tee\n```", "```python\n# ── a ──\n# ── b ──\n```", "```\na + b\n```"])
			expect(render(code).html).not.toContain("box");
	});

	it("folds when it is a long log, and never when it is a program", () => {
		const lines = Array.from({ length: 60 }, (_, index) => `line ${index}`).join("\n");
		expect(render(`\`\`\`\n${lines}\n\`\`\``).html).toContain(
			'<summary>Log or output <span class="muted">60 lines</span>',
		);
		expect(render(`\`\`\`python\n${lines}\n\`\`\``).html).not.toContain("<details");
	});
});

describe("tables and lists", () => {
	it("name each table's scroll region once on the page", () => {
		const one = "| a |\n|---|\n| b |\n";
		const labels = elementsOf(render(`## Files\n\n${one}\n${one}`).html).flatMap(
			(element) => attributes(element)["aria-label"] ?? [],
		);
		expect(labels.filter((label) => label.includes("table"))).toEqual([
			"Files: table 1 (spec)",
			"Files: table 2 (spec)",
		]);
	});

	it("align by class, never by style", () => {
		const { html } = render("| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |");
		expect(html).toContain('<td class="at-center">2</td>');
		expect(html).toContain('<td class="at-end">3</td>');
		expect(html).not.toMatch(/style|align=/);
	});

	it("fold where they hold many hashes", () => {
		const hash = (index: number) => `- f${index} sha256:${String(index).padStart(64, "a")}`;
		const list = (count: number) => Array.from({ length: count }, (_, index) => hash(index)).join("\n");
		expect(render(list(8)).html).toContain("8 SHA-256 values");
		expect(render(list(7)).html).not.toContain("<details");
	});

	it("number as the document numbers", () => {
		expect(render("3. three\n4. four").html).toContain('<ol start="3">');
	});
});

describe("cost", () => {
	it.each([
		["quotes", "> ".repeat(20_000)],
		["brackets", "[".repeat(20_000)],
		["stars", "*a ".repeat(20_000)],
		["cells", `|${"a|".repeat(2_000)}\n|${"-|".repeat(2_000)}\n${"|b\n".repeat(2_000)}`],
		["tags", "<b>".repeat(20_000)],
		["footnotes", `${"[^1] ".repeat(5_000)}\n\n[^1]: x`],
		["hidden characters", "\u202E".repeat(200_000)],
		["pieces in one tight item", `- ${"\\a`b`".repeat(100_000)}\n  - c`],
		["empty links", "[](x)".repeat(20_000)],
		["references", `${"[a]".repeat(20_000)}\n\n${"[a]: x\n".repeat(5_000)}`],
		["headings", "# a\n\n".repeat(5_000)],
		["lists", Array.from({ length: 150 }, (_, depth) => `${"  ".repeat(depth)}- x`).join("\n")],
	])("stays small for many %s", (_, markdown) => {
		const start = processorTime();
		expect(render(markdown).html.length).toBeGreaterThan(0);
		expect(processorTime() - start).toBeLessThan(5_000);
	});
});
