import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { describe, expect, it } from "vitest";
import { compact } from "../../integrations/handoff-archive/compact.ts";

type Node = DefaultTreeAdapterTypes.Node;

/** A page as a browser reads it: elements, attributes and texts, without spaces where no text begins or ends. */
function read(node: Node): unknown {
	if ("value" in node) return node.value.trim() === "" ? [] : [node.value];
	const children = "childNodes" in node ? node.childNodes.flatMap((child) => read(child)) : [];
	return "tagName" in node
		? [[node.tagName, node.attrs.map(({ name, value }) => `${name}=${value}`), children]]
		: children;
}

const page = (body: string) =>
	`<!doctype html><html lang="en"><head><title>A page</title></head><body>${body}</body></html>`;

/** What a fragment becomes, if browsers read the same out of it; spaces at the end of an element nobody sees. */
function shortened(body: string): string {
	const short = compact(page(body));
	expect(read(parse(short.replace(/\s+(?=<)/g, "")))).toEqual(read(parse(page(body).replace(/\s+(?=<)/g, ""))));
	return /<body>(.*)$/s.exec(short)?.[1] ?? "";
}

describe("compact", () => {
	it("leaves out quotes where a value needs none", () => {
		expect(shortened('<a class="src" href="#L7" title="two words">x</a>')).toBe(
			'<a class=src href=#L7 title="two words">x</a>',
		);
		expect(shortened('<a href="/rules/a/" rel="next">x</a><a href="/x/">y</a>')).toBe(
			"<a href=/rules/a/ rel=next>x</a><a href=/x/>y</a>",
		);
		for (const value of ["", "a=b", "it's", "a`b", "a<b", "a>b", "&quot;", "a b", "x=", "\n"])
			shortened(`<p title="${value}" class="a">x</p><p id="z" title="${value}">y</p>`);
	});

	it("keeps the slash of an empty element out of its last value", () => {
		expect(shortened('<svg><path class="a" d="M1"/><path d="M1 2"/></svg>')).toBe(
			'<svg><path class=a d=M1 /><path d="M1 2"/></svg>',
		);
	});

	it("takes no text for a tag", () => {
		for (const text of ['class="a"', "&lt;p class=&quot;a&quot;>", 'a > b="c"', 'x="y">'])
			expect(shortened(`<pre><code>${text}</code></pre>`)).toBe(`<pre><code>${text}</code></pre>`);
	});

	it("leaves out end tags that what follows implies, and no others", () => {
		expect(shortened("<ul><li>a</li> <li>b<ol><li>c</li></ol></li></ul>")).toBe("<ul><li>a <li>b<ol><li>c</ol></ul>");
		expect(
			shortened("<table><thead><tr><th>a</th></tr></thead><tbody>\n<tr><td>b</td>\n<td></td>\n</tr>\n</tbody></table>"),
		).toBe("<table><thead><tr><th>a<tbody>\n<tr><td>b<td></table>");
		expect(shortened("<dl><div><dt>a</dt><dd>b</dd></div><dt>c</dt><dd>d</dd><dd>e</dd></dl>")).toBe(
			"<dl><div><dt>a<dd>b</div><dt>c<dd>d<dd>e</dl>",
		);
		expect(shortened("<div><p>a</p><p>b</p></div><a><p>c</p></a><p>d</p> and text")).toBe(
			"<div><p>a<p>b</div><a><p>c</p></a><p>d</p> and text",
		);
	});
});
