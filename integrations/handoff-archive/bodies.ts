import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { DocumentRecord, Heading } from "#model/documents.ts";
import { siteAddress } from "#model/site-path.ts";
import type { Standard } from "#model/standard.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { renderDocument } from "#render/document.ts";
import type { HighlightCache, SearchSection } from "#render/options.ts";
import { type DocumentPlace, resolveTarget, type SitePlan } from "./plan.ts";

/** What the search index is made from, one per document; written beside its HTML. */
export interface SearchDocument {
	readonly path: string;
	readonly kind: DocumentRecord["kind"];
	readonly handoff: string | null;
	/** The page's address relative to the site's root, and the part of it. */
	readonly page: string;
	readonly key: string;
	readonly label: string;
	readonly title: string | null;
	/** Headings with the standard's keys they open, for facets. */
	readonly outline: readonly Pick<Heading, "anchor" | "keys">[];
	readonly sections: readonly SearchSection[];
	readonly anchoredLines: readonly number[];
}

/** A document's HTML (`<name>.html`) and search sections (`<name>.json`), as written. */
export interface Body {
	readonly path: string;
	readonly name: string;
	/** Lines whose block has an anchor of its own (`L<line>` after the document's key), ascending. */
	readonly anchoredLines: readonly number[];
}

export interface BodyOptions {
	readonly plan: SitePlan;
	readonly standards: readonly Standard[];
	/** The base path of the site. */
	readonly base: string;
	/** Folder to write to; it exists. */
	readonly folder: string;
}

/**
 * Writes documents' HTML and search sections, each to files of its own. A document whose files are already there, from a
 * former reading in the same session, is not rendered again. A document that no page shows has none.
 */
export function bodyWriter(options: BodyOptions): (parsed: ParsedDocument, record: DocumentRecord) => Body | null {
	const { plan, standards, base, folder } = options;
	const surroundings = digest([base, JSON.stringify(standards), ...plan.documents.keys()]);
	const highlightCache: HighlightCache = new Map();
	return (parsed, record) => {
		const { path } = record;
		const place = plan.documents.get(path);
		if (!place) return null;
		const name = digest([surroundings, path, record.sha256]);
		const file = join(folder, name);
		if (existsSync(`${file}.json`)) return { path, name, anchoredLines: readSearchDocument(file).anchoredLines };
		return { path, name, anchoredLines: writeBody(parsed, record, place, file, options, highlightCache) };
	};
}

function writeBody(
	parsed: ParsedDocument,
	record: DocumentRecord,
	place: DocumentPlace,
	file: string,
	{ plan, base }: BodyOptions,
	highlightCache: HighlightCache,
): readonly number[] {
	const { html, searchSections, lineAnchors } = renderDocument(parsed, record, {
		idPrefix: `${place.key}-`,
		headingOffset: 1,
		title: "keep",
		resolveLink: (target) => {
			const href = resolveTarget(plan, record.path, target);
			return href === null ? null : siteAddress(base, href);
		},
		highlightCache,
	});
	writeFileSync(`${file}.html`, html);
	const search: SearchDocument = {
		path: record.path,
		kind: record.kind,
		handoff: record.handoff,
		page: place.page,
		key: place.key,
		label: place.label,
		title: record.title,
		outline: record.outline.map(({ anchor, keys }) => ({ anchor, keys })),
		sections: searchSections,
		anchoredLines: lineAnchors.filter(({ line, id }) => id === `L${line}`).map(({ line }) => line),
	};
	writeFileSync(`${file}.json`, JSON.stringify(search));
	return search.anchoredLines;
}

/** The search document of a body, by the path of its files without their ending. */
export function readSearchDocument(file: string): SearchDocument {
	return JSON.parse(readFileSync(`${file}.json`, "utf8"));
}

function digest(parts: readonly string[]): string {
	const hash = createHash("sha256");
	for (const part of parts) hash.update(part).update("\0");
	return hash.digest("hex").slice(0, 32);
}
