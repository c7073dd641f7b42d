import fc from "fast-check";
import type { ElementContent, Properties } from "hast";
import { type Schema, sanitize } from "hast-util-sanitize";
import { toHtml as libraryHtml } from "hast-util-to-html";
import { parseFragment, serialize } from "parse5";
import { describe, expect, it } from "vitest";
import { tokenClasses } from "#render/highlight.ts";
import { toHtml } from "#render/html.ts";

/** The same allowlist in the words of hast-util-sanitize. */
const schema: Schema = {
	allowComments: false,
	allowDoctypes: false,
	ancestors: {},
	attributes: {
		a: [
			"href",
			"title",
			"ariaLabel",
			["className", "src", "mono", "nowrap"],
			["rel", "noopener", "noreferrer", "nofollow"],
		],
		code: [["className", "raw", "task"]],
		details: [["className", "fold"]],
		div: [["className", "copy", "scroll", "footnote", "hashes"], ["role", "group"], "ariaLabel", ["tabIndex", 0]],
		ol: [["start", /^\d{1,9}$/]],
		p: [["className", "definition", "fence", "lang"]],
		pre: [["className", "code", "box", "raw"], ["role", "group"], "ariaLabel", ["tabIndex", 0]],
		i: [["className", ...tokenClasses]],
		span: [["className", "hidden-character", "unlinked", "image", "link-title", "muted"]],
		table: [["className", "t"]],
		td: [["className", "at-end", "at-center"]],
		th: [
			["className", "at-end", "at-center"],
			["scope", "col"],
		],
		"*": ["id"],
	},
	clobber: ["id"],
	clobberPrefix: "spec-",
	protocols: { href: ["http", "https", "mailto"] },
	required: {},
	strip: [],
	tagNames: [
		...["p", "a", "code", "li", "ul", "ol", "span", "strong", "em", "del", "br", "hr", "blockquote"],
		...["h2", "h3", "h4", "h5", "h6", "div", "pre", "table", "thead", "tbody", "tr", "th", "td"],
		...["details", "summary", "i", "kbd", "sub", "sup"],
	],
};

const words = fc.oneof(
	fc.constantFrom("", "<b>", "&amp;", `" onclick="x`, "a&b<c>'\"", "]]>", "<!--", "</script>", "javascript:alert(1)"),
	fc.string({ maxLength: 12 }),
);
const addresses = fc.oneof(
	fc.constantFrom(
		"javascript:x",
		"JavaScript:x",
		"data:text/html,x",
		"#a:b",
		"/a:b",
		"?a:b",
		"a/b:c",
		"https://x",
		"mailto:a",
	),
	fc.constantFrom("http:x", "vbscript:x", "//host", "\u0001javascript:x", " javascript:x", "HTTPS://x"),
	words,
);
const classNames = fc.array(fc.constantFrom("src", "code", "t", "copy", "hk", "at-end", "evil", "fold"), {
	maxLength: 3,
});
const properties: fc.Arbitrary<Properties> = fc.record(
	{
		id: words,
		className: classNames,
		href: addresses,
		title: words,
		ariaLabel: words,
		rel: fc.array(fc.constantFrom("noopener", "nofollow", "evil"), { maxLength: 2 }),
		role: fc.constantFrom("group", "region", "button"),
		tabIndex: fc.constantFrom(0, -1, 1),
		start: fc.constantFrom(3, 0, -2, 1e12),
		scope: fc.constantFrom("col", "row"),
		onClick: words,
		style: words,
		src: addresses,
		formAction: addresses,
	},
	{ requiredKeys: [] },
);
// Elements that a parser neither moves nor closes by itself, so that both results are read back as they were written.
const tagNames = fc.constantFrom(
	...["a", "code", "span", "strong", "em", "i", "del", "div", "pre", "sub", "sup", "kbd", "ol", "li", "td", "th", "p"],
	...["script", "img", "svg", "iframe", "style", "form", "input", "math", "object", "template", "h1"],
);
const { nodes } = fc.letrec<{ nodes: ElementContent[]; node: ElementContent }>((tie) => ({
	nodes: fc.array(tie("node"), { maxLength: 3 }),
	node: fc.oneof(
		{ depthSize: "small" },
		words.map((value) => ({ type: "text", value }) as const),
		fc
			.record({ tagName: tagNames, properties, children: tie("nodes") })
			.map((element) => ({ type: "element", ...element }) as const),
	),
}));

/** The HTML as a browser reads it, without attributes of lists that are left empty. */
const read = (html: string) => serialize(parseFragment(html)).replaceAll(/ (?:class|rel)=""/g, "");

describe("the HTML of elements", () => {
	it("is what the libraries for sanitising and writing make of the same allowlist", () => {
		fc.assert(
			fc.property(nodes, (children) => {
				const expected = libraryHtml(sanitize({ type: "root", children }, schema));
				expect(read(toHtml(children, "spec-"))).toBe(read(expected));
			}),
			{ numRuns: 2_000 },
		);
	});

	it("leaves the text of elements that are not allowed, and nothing of their attributes", () => {
		const text = { type: "text", value: "<x>" } as const;
		const properties = { onClick: "x()", id: "i" };
		expect(toHtml([{ type: "element", tagName: "script", properties, children: [text] }], "spec-")).toBe("&lt;x>");
		expect(toHtml([{ type: "element", tagName: "p", properties, children: [text] }], "spec-")).toBe(
			'<p id="spec-i">&lt;x></p>',
		);
	});
});
