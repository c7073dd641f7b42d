import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderDocument } from "#render/document.ts";
import { parsed, record, render } from "./records.ts";
import { attributes, elementsOf, firstLost, textOfHtml, valuesOf } from "./shown-text.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const corpus = join(root, "../shared/corpus");

function lost(markdown: string): string | null {
	return firstLost(valuesOf(parsed(markdown)), render(markdown).html);
}

const samples: Readonly<Record<string, string>> = {
	"block HTML": "<div onclick=go()>\n<p>inside\n</div>\n\nafter\n\n<sequence>\n\n<placeholder/>",
	"inline HTML": "a <id>x</id> <b title='<i>'>y</b> <unknown-tag> z",
	"comments, CDATA, doctype, instructions":
		"<!-- one -->\n\n<![CDATA[two]]>\n\n<!DOCTYPE three>\n\n<?four five?>\n\na <!-- in --> <![CDATA[in]]> <?in?> b",
	"braces and templates": "{braces} {{templates}} ${" + "literal} <%= erb %> {% liquid %} [[wiki]] :::note",
	"identifiers with underscores": "src/__init__.py and __main__ and snake_case_name and *__loud__*",
	entities: "&lt;b&gt; &amp; &copy; &#35; &#x202e; &nbsp;x &unknown; AT&T",
	escapes: "\\*not\\* \\<b\\> \\[x\\] \\`code\\` \\\\ \\#",
	"hard breaks": "one  \ntwo\\\nthree<br>four",
	"unused definitions":
		"[a]\n\n[a]: https://example.org/a 'used'\n[a]: https://example.org/second\n[b]: <https://example.org/b> \"never used\"",
	"unresolved references": "[one][two] [three] ![four][five] [^six]",
	footnotes: "x[^a] y[^a] z[^b]\n\n[^a]: note *a*\n\n    more\n[^b]: note b\n\n[^unused]: nobody calls it",
	"front matter": "---\ntitle: <b>x</b>\nlist: [1, 2]\n---\n\n# Title",
	images:
		'![alt](a.png "title") ![](https://example.org/b.png) [![in link](c.png)](https://example.org) ![ref][r]\n\n[r]: d.png "t"',
	links:
		'[text](https://example.org/?a=1&b=2 "title") [](https://example.org/empty) [rel](../x.md) [frag](#none) <https://example.org> me@example.org www.example.org',
	"rows of uneven length": "| a | b |\n|---|--:|\n| 1 | 2 | 3 | four |\n| 5 |\n| `x\\|y` | **z** |",
	"task lists": "- [x] done\n- [ ] open\n\n  second paragraph\n- [X] big\n1. [ ] numbered",
	"info strings": '```python title="a.py" {1,3}\nx = 1\n```\n\n~~~{.output #id}\ny\n~~~\n\n```unknown\nz\n```',
	"code with everything": "```html\n</code></pre><script>x</script>&lt;\n```\n\n    indented <b>\n\n`` a ` b <i> ``",
	"long logs and hash lists": `\`\`\`\n${Array.from({ length: 100 }, (_, line) => `line ${line}`).join("\n")}\n\`\`\`\n\n${Array.from({ length: 12 }, (_, file) => `- file${file} sha256:${String(file).padStart(64, "0")}`).join("\n")}`,
	"nested blocks":
		"> quote\n> - item\n>   > deeper\n>   ```\n>   code\n>   ```\n\n1. one\n   - two\n\n     para\n7. seven",
	"hidden characters": "a\u202Eb\u200Bc `d\u2066e` [f\u202Eg](https://example.org/\u202E) \u0007 \uDB40\uDC41x",
	headings: "# One `code` <b>x</b>\n\nSetext\n===\n\n###### Six ######\n\n#\n\n## One\n\n## One",
	"deleted and mixed emphasis": "~~gone~~ *a **b** c* ***d*** _e_",
	"line separators": "a\u2028b\u2029c\r\nd\re",
};

describe("nothing of a document is lost", () => {
	it.each(Object.entries(samples))("%s", (_, markdown) => {
		expect(lost(markdown)).toBeNull();
	});

	it("shows the source of a document that is nested too deep to be read", () => {
		const markdown = `${"> ".repeat(5000)}bottom`;
		expect(textOfHtml(render(markdown).html)).toContain("bottom");
	});

	it("holds for any mix of Markdown's own characters, and makes only allowed elements", () => {
		const piece = fc.oneof(
			...[
				"*",
				"_",
				"`",
				"```\n",
				"\n",
				"\n\n",
				"[",
				"](",
				")",
				"![",
				"<",
				">",
				"<b>",
				"</p>",
				"<!--",
				"-->",
				"|",
				"|-|\n",
				"- ",
				"1. ",
				"> ",
			].map((text) => fc.constant(text)),
			...[
				"# ",
				"    ",
				"[^1]",
				"[^1]: ",
				"[a]: ",
				"https://example.org",
				"javascript:x",
				"&lt;",
				"\\",
				"~~",
				"---\n",
				"<br>",
				"word",
				"é",
			].map((text) => fc.constant(text)),
			fc.string({ maxLength: 5 }),
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
				const markdown = pieces.join("");
				expect(lost(markdown)).toBeNull();
				expect(foreign(render(markdown).html)).toEqual([]);
			}),
			{ numRuns: 1000, seed: 14 },
		);
	});
});

/** Elements and attributes that no rendered document may hold. */
function foreign(html: string): string[] {
	const attributesAllowed = /^(id|class|href|title|rel|role|tabindex|scope|start|aria-label)$/;
	const elementsAllowed =
		/^(p|a|code|[uo]l|li|span|strong|em|i|del|br|hr|blockquote|h[3-6]|div|pre|table|thead|tbody|tr|t[hd]|details|summary|su[bp])$/;
	return elementsOf(html).flatMap((element) => [
		...(elementsAllowed.test(element.tagName) ? [] : [element.tagName]),
		...Object.entries(attributes(element))
			.filter(
				([name, value]) =>
					!attributesAllowed.test(name) ||
					(name === "href" && !/^(https?:|mailto:|#spec-)/.test(value)) ||
					(name === "id" && !value.startsWith("spec-")),
			)
			.map(([name, value]) => `${element.tagName} ${name}=${value}`),
	]);
}

describe.skipIf(!existsSync(corpus))("real documents (../shared/corpus; skipped where it is absent)", () => {
	const files = existsSync(corpus)
		? readdirSync(corpus, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".md"))
		: [];

	it.each(files)("%s is on its page in full", (file) => {
		const document = parsed(readFileSync(join(corpus, file)));
		const { html } = renderDocument(document, record(), { idPrefix: "spec-" });
		expect(firstLost(valuesOf(document), html)).toBeNull();
		expect(foreign(html)).toEqual([]);
	});
});
