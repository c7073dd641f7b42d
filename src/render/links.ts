/** What a link's address may become on a page. */
export type LinkVerdict =
	/** Leads out of the archive; `href` may be linked. */
	| { readonly kind: "external"; readonly href: string }
	/** A heading of the same document. */
	| { readonly kind: "fragment"; readonly fragment: string }
	/** Something beside the document; only the archive knows whether it is there. */
	| { readonly kind: "path" }
	/** Shown as text only. */
	| { readonly kind: "refused" };

const linkedProtocols = new Set(["http:", "https:", "mailto:"]);

/**
 * Judges an address as browsers read it: they drop tabs and line breaks anywhere and control characters at the ends,
 * and take a backslash for a slash.
 */
export function judgeLink(url: string): LinkVerdict {
	const seen = url.replace(/[\p{C}\p{Z}]/gu, "");
	if (seen === "") return { kind: "refused" };
	if (seen.startsWith("#")) return { kind: "fragment", fragment: decoded(seen.slice(1)) };
	if (/^[\\/]{2}/.test(seen)) return { kind: "refused" };
	const colon = seen.search(/[:/?#\\]/);
	if (colon === -1 || seen[colon] !== ":") return { kind: "path" };
	if (!linkedProtocols.has(seen.slice(0, colon + 1).toLowerCase()) || !URL.canParse(url)) return { kind: "refused" };
	const parsed = new URL(url);
	return linkedProtocols.has(parsed.protocol) ? { kind: "external", href: parsed.href } : { kind: "refused" };
}

function decoded(fragment: string): string {
	try {
		return decodeURIComponent(fragment);
	} catch {
		return fragment;
	}
}
