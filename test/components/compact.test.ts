import { parseFragment, serialize } from "parse5";
import { describe, expect, it } from "vitest";
import { compact } from "#components/compact.ts";

/** The HTML as a browser reads it, but for spaces at the ends of elements. */
const read = (html: string) => serialize(parseFragment(html)).replaceAll(/\s+(?=<)/g, "");

describe("HTML without end tags", () => {
	it.each([
		["lists in lists", "<ul><li>a<ul><li>b</li></ul></li>\n<li>c</li></ul>"],
		["paragraphs in items", "<ol><li><p>a</p><p>b</p></li>\n<li><p>c</p> <ul><li>d</li></ul></li></ol><p>e</p>"],
		[
			"tables",
			'<table><thead><tr><th scope="col">a</th> <th></th></tr></thead><tbody><tr><td></td>\n<td>b</td></tr></tbody></table>',
		],
		["descriptions", "<dl><div><dt>a</dt><dd>b</dd><dd><p>c</p></dd></div></dl>"],
		[
			"folds and sections",
			"<section><details><summary>a</summary><p>b</p></details></section><article><p>c</p></article>",
		],
	])("is read as before: %s", (_, html) => {
		expect(compact(html).length).toBeLessThan(html.length);
		expect(read(compact(html))).toBe(read(html));
	});

	it.each([
		["values that look like end tags", '<p title="</li>"><a href="#x" aria-label="a </td> b">c</a>'],
		["paragraphs before text", "<blockquote><p>a</p>b</blockquote>"],
		["paragraphs in links", '<a href="#x"><p>a</p></a>'],
		["text that quotes", '<p>x="y &lt;/li> z" <code>\'</code>'],
	])("leaves alone %s", (_, html) => {
		expect(compact(html)).toBe(html);
	});
});
