import type { Schema } from "hast-util-sanitize";
import { tokenClasses } from "./highlight.ts";

/**
 * The only elements, attributes, classes and protocols that a rendered document can hold. Everything that handlers
 * make is checked against it as the last step, so that a mistake in a handler cannot become markup that acts.
 * No `style`, no event handlers, no media, no forms; every id gets the page's prefix here and nowhere else.
 */
export function schemaFor(idPrefix: string): Schema {
	return {
		allowComments: false,
		allowDoctypes: false,
		ancestors: {},
		attributes: {
			a: [
				"href",
				"title",
				"ariaLabel",
				["className", "src", "anchor", "mono", "nowrap"],
				["rel", "noopener", "noreferrer", "nofollow"],
			],
			code: [["className", "raw", "task"]],
			details: [["className", "fold"]],
			div: [["className", "copy", "scroll", "footnote", "hashes"], ["role", "region"], "ariaLabel", ["tabIndex", 0]],
			ol: [["start", /^\d{1,9}$/]],
			p: [["className", "definition", "fence", "lang"]],
			pre: [["className", "code", "box", "raw"], ["role", "group"], "ariaLabel", ["tabIndex", 0]],
			span: [["className", ...tokenClasses, "hidden-character", "unlinked", "image", "link-title", "muted", "src"]],
			table: [["className", "t"]],
			td: [["className", "at-end", "at-center"]],
			th: [
				["className", "at-end", "at-center"],
				["scope", "col"],
			],
			"*": ["id"],
		},
		clobber: ["id"],
		clobberPrefix: idPrefix,
		protocols: { href: ["http", "https", "mailto"] },
		required: {},
		strip: [],
		tagNames,
	};
}

const tagNames = [
	...["p", "a", "code", "li", "ul", "ol", "span", "strong", "em", "del", "br", "hr", "blockquote"],
	...["h2", "h3", "h4", "h5", "h6", "div", "pre", "table", "thead", "tbody", "tr", "th", "td"],
	...["details", "summary", "kbd", "sub", "sup"],
];
