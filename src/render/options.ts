import type { rendered } from "#words/en/index.ts";
import type { Speech } from "#words/speech.ts";

/** Something in a document that a page may link to. */
export type LinkTarget =
	/** A relative link or a path, as the document writes it. */
	| { readonly kind: "path"; readonly url: string }
	/** A file that the text names, by its path or its name alone. */
	| { readonly kind: "file"; readonly name: string }
	/** A canonical handoff id that the document mentions. */
	| { readonly kind: "handoff"; readonly id: string }
	/** A package id that the document mentions. */
	| { readonly kind: "package"; readonly id: string };

/** Highlighting kept between documents and builds: a `Map`, or a store that outlives the process. */
export interface HighlightCache {
	get(key: string): string | undefined;
	set(key: string, value: string): unknown;
}

/** What pages say within documents, and in which language. */
export interface RenderTold {
	readonly words: typeof rendered;
	readonly speech: Speech;
}

export interface RenderOptions {
	/** Precedes every id on the page ("spec-"), so that documents that share a page do not collide. Must not be empty. */
	readonly idPrefix: string;
	/** The href of a target, or null where nothing is there; what is null stays text. */
	readonly resolveLink?: (target: LinkTarget) => string | null;
	/**
	 * Whether names of files that `resolveLink` knows no page of are marked, as `<a data-file>`, for whoever knows all files that the
	 * archive speaks of: that is known only when all documents have been read. Default false.
	 */
	readonly markFiles?: boolean;
	/** Default: in English. */
	readonly told?: RenderTold;
	readonly highlightCache?: HighlightCache;
}

/** What the search index holds of one heading's own text, up to the next heading. */
export interface SearchSection {
	/** The heading's anchor without the page's prefix; empty for text before the first heading. */
	readonly slug: string;
	readonly title: string;
	readonly text: string;
	readonly line: number;
}

/** Markup and links of a document that were turned into plain text, by kind. */
interface Neutralised {
	/** Pieces of raw HTML shown as text. */
	readonly html: number;
	/** Links and images whose address may not be linked (javascript:, data:, …). */
	readonly links: number;
	/** Invisible or direction-changing characters made visible. */
	readonly characters: number;
}

/** A block of the rendered document that a link can lead to: the anchor of a line is the last one at or before it. */
export interface LineAnchor {
	readonly line: number;
	/** The block's id without the page's prefix. */
	readonly id: string;
}

export interface RenderedDocument {
	readonly html: string;
	/** In the order of their lines. */
	readonly lineAnchors: readonly LineAnchor[];
	readonly searchSections: readonly SearchSection[];
	readonly neutralised: Neutralised;
}
