import { tokenClasses } from "./highlight.ts";

/** An attribute that an element may have: its name in HTML, and its value there for a property's value, null where that is not allowed. */
interface AllowedAttribute {
	readonly name: string;
	readonly value: (value: unknown) => string | null;
}

const text = (name: string): AllowedAttribute => ({
	name,
	value: (value) => (typeof value === "string" ? value : null),
});

const exactly = (name: string, expected: string | number): AllowedAttribute => ({
	name,
	value: (value) => (value === expected ? String(expected) : null),
});

const someOf = (name: string, ...allowed: readonly string[]): AllowedAttribute => {
	const tokens: ReadonlySet<unknown> = new Set(allowed);
	return {
		name,
		value: (value) => (Array.isArray(value) ? value.filter((token) => tokens.has(token)).join(" ") || null : null),
	};
};

const classes = (...allowed: readonly string[]) => someOf("class", ...allowed);
const tabIndex = exactly("tabindex", 0);
const label = text("aria-label");
const alignment = classes("at-end", "at-center");

const protocols: ReadonlySet<string> = new Set(["http", "https", "mailto"]);

/** An address without a protocol, or with one of these. */
const address: AllowedAttribute = {
	name: "href",
	value(value) {
		if (typeof value !== "string") return null;
		const end = value.search(/[:/?#]/);
		return end === -1 || value[end] !== ":" || protocols.has(value.slice(0, end)) ? value : null;
	},
};

const start: AllowedAttribute = {
	name: "start",
	value: (value) => (typeof value === "number" && /^\d{1,9}$/.test(String(value)) ? String(value) : null),
};

type AllowedElements = ReadonlyMap<string, Readonly<Record<string, AllowedAttribute>>>;

/**
 * The only elements, attributes, classes and protocols that a rendered document can hold; any element may also have an id.
 * Everything that handlers make is checked against it as it is written, so that a mistake in a handler cannot become markup
 * that acts. No `style`, no event handlers, no media, no forms.
 */
export const allowedElements: AllowedElements = new Map(
	Object.entries<Readonly<Record<string, AllowedAttribute>>>({
		a: {
			href: address,
			title: text("title"),
			ariaLabel: label,
			className: classes("src", "mono", "nowrap"),
			rel: someOf("rel", "noopener", "noreferrer", "nofollow"),
			dataFile: exactly("data-file", ""),
		},
		blockquote: {},
		br: {},
		code: { className: classes("raw", "task") },
		del: {},
		details: { className: classes("fold") },
		div: {
			className: classes("copy", "scroll", "footnote", "hashes"),
			role: exactly("role", "group"),
			ariaLabel: label,
			tabIndex,
		},
		em: {},
		h2: {},
		h3: {},
		h4: {},
		h5: {},
		h6: {},
		hr: {},
		i: { className: classes(...tokenClasses) },
		kbd: {},
		li: {},
		ol: { start },
		p: { className: classes("definition", "fence", "lang") },
		pre: { className: classes("code", "box", "raw"), role: exactly("role", "group"), ariaLabel: label, tabIndex },
		span: {
			className: classes("hidden-character", "unlinked", "image", "link-title", "muted"),
		},
		strong: {},
		sub: {},
		summary: {},
		sup: {},
		table: { className: classes("t") },
		tbody: {},
		td: { className: alignment },
		th: { className: alignment, scope: exactly("scope", "col") },
		thead: {},
		tr: {},
		ul: {},
	}),
);

/** Elements that have no end tag. */
export const voidElements: ReadonlySet<string> = new Set(["br", "hr"]);
