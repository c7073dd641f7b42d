import { createHash } from "node:crypto";
import type { DocumentRecord } from "#model/documents.ts";
import { siteAddress } from "#model/site-path.ts";
import type { Standard } from "#model/standard.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { renderDocument } from "#render/document.ts";
import type { HighlightCache, RenderTold, SearchSection } from "#render/options.ts";
import type { RecordWriter } from "../storage/records.ts";
import { type DocumentPlace, resolveTarget, type SitePlan } from "./plan.ts";

/** What the search index is made from, one per document. */
export interface SearchDocument {
	readonly path: string;
	readonly handoff: string | null;
	/** The page's address relative to the site's root, and the part of it. */
	readonly page: string;
	readonly key: string;
	readonly title: string | null;
	readonly sections: readonly SearchSection[];
}

/** A document's HTML, search sections and Markdown, as records. */
export interface Body {
	readonly path: string;
	/** Names of the three records. */
	readonly html: string;
	readonly search: string;
	readonly source: string;
	/** Lines whose block has an anchor of its own (`L<line>` after the document's key), ascending. */
	readonly anchoredLines: readonly number[];
}

export interface BodyOptions {
	readonly plan: SitePlan;
	readonly standards: readonly Standard[];
	/** The base path of the site. */
	readonly base: string;
	/** What pages say within documents. */
	readonly told: RenderTold;
	readonly records: RecordWriter;
	/** Bodies written before, by what they were made from. */
	readonly known: Map<string, Body>;
}

/**
 * Writes documents' HTML and search sections. A document that is known from a former reading in the same session is not
 * rendered again. A document that no page shows has none.
 */
export function bodyWriter(options: BodyOptions): (parsed: ParsedDocument, record: DocumentRecord) => Body | null {
	const { plan, standards, base, told, known } = options;
	const surroundings = digest([base, JSON.stringify(standards), JSON.stringify(told.words), ...plan.documents.keys()]);
	const highlightCache: HighlightCache = new Map();
	return (parsed, record) => {
		const { path } = record;
		const place = plan.documents.get(path);
		if (!place) return null;
		const key = digest([surroundings, path, record.sha256]);
		const body = known.get(key) ?? writeBody(parsed, record, place, options, highlightCache);
		known.set(key, body);
		return body;
	};
}

function writeBody(
	parsed: ParsedDocument,
	record: DocumentRecord,
	place: DocumentPlace,
	{ plan, base, told, records }: BodyOptions,
	highlightCache: HighlightCache,
): Body {
	const { html, searchSections, lineAnchors } = renderDocument(parsed, record, {
		idPrefix: `${place.key}-`,
		resolveLink: (target) => {
			const href = resolveTarget(plan, record.path, target);
			return href === null ? null : siteAddress(base, href);
		},
		markFiles: true,
		told,
		highlightCache,
	});
	const search: SearchDocument = {
		path: record.path,
		handoff: record.handoff,
		page: place.page,
		key: place.key,
		title: record.title,
		sections: searchSections,
	};
	return {
		path: record.path,
		html: records.add(html),
		search: records.add(JSON.stringify(search)),
		source: records.add(parsed.source.text),
		anchoredLines: lineAnchors.filter(({ line, id }) => id === `L${line}`).map(({ line }) => line),
	};
}

function digest(parts: readonly string[]): string {
	const hash = createHash("sha256");
	for (const part of parts) hash.update(part).update("\0");
	return hash.digest("hex").slice(0, 32);
}
