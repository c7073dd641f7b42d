import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkArchive } from "#check.ts";
import type { Archive } from "#model/archive.ts";
import type { DocumentRecord, Heading } from "#model/documents.ts";
import { siteAddress } from "#model/site-path.ts";
import type { Standard } from "#model/standard.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { renderDocument } from "#render/document.ts";
import type { HighlightCache, SearchSection } from "#render/options.ts";
import { exportArchive, exportText } from "#report/export.ts";
import type { SiteInput } from "./input.ts";
import { type DocumentPlace, planSite, resolveTarget, type SitePlan } from "./plan.ts";

/** An archive that has been read, and where its documents are shown. */
export interface ReadArchive {
	readonly archive: Archive;
	readonly plan: SitePlan;
	/** Names of the files with a document's HTML (`<name>.html`) and search sections (`<name>.json`), by path. */
	readonly bodies: ReadonlyMap<string, string>;
	/** Lines whose block has an anchor of its own (`L<line>` after the document's key), ascending, by path. */
	readonly anchoredLines: ReadonlyMap<string, Int32Array>;
	/** Folder of those files. */
	readonly folder: string;
	readonly standards: readonly Standard[];
}

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
	readonly outline: readonly Pick<Heading, "slug" | "keys">[];
	readonly sections: readonly SearchSection[];
	readonly anchoredLines: readonly number[];
}

/**
 * Reads and checks an archive and writes each document's HTML and search sections to a file of its own. A body whose
 * file is already there, from a former reading in the same session, is not rendered again.
 */
export function readArchive({ settings, check, open }: SiteInput, folder: string): ReadArchive {
	const { standards } = check;
	const source = open();
	mkdirSync(folder, { recursive: true });
	const plan = planSite(source.entries, standards);
	const bodies = new Map<string, string>();
	const anchoredLines = new Map<string, Int32Array>();
	const surroundings = digest([settings.base, JSON.stringify(standards), ...plan.documents.keys()]);
	const highlightCache: HighlightCache = new Map();
	const archive = checkArchive(source, {
		...check,
		onDocument: (parsed, record) => {
			check.onDocument?.(parsed, record);
			const place = plan.documents.get(record.path);
			if (!place) return;
			const name = digest([surroundings, record.path, record.sha256]);
			bodies.set(record.path, name);
			const file = join(folder, name);
			const lines = existsSync(`${file}.json`)
				? readSearch(file).anchoredLines
				: writeBody(parsed, record, place, file);
			anchoredLines.set(record.path, Int32Array.from(lines));
		},
	});
	writeFileSync(join(folder, "archive.json"), [...exportText(exportArchive(archive))].join(""));
	return { archive, plan, bodies, anchoredLines, folder, standards };

	function writeBody(
		parsed: ParsedDocument,
		record: DocumentRecord,
		place: DocumentPlace,
		file: string,
	): readonly number[] {
		const { html, searchSections, lineAnchors } = renderDocument(parsed, record, {
			idPrefix: `${place.key}-`,
			headingOffset: 1,
			title: "keep",
			resolveLink: (target) => {
				const href = resolveTarget(plan, record.path, target);
				return href === null ? null : siteAddress(settings.base, href);
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
			outline: record.outline.map(({ slug, keys }) => ({ slug, keys })),
			sections: searchSections,
			anchoredLines: lineAnchors.filter(({ line, id }) => id === `L${line}`).map(({ line }) => line),
		};
		writeFileSync(`${file}.json`, JSON.stringify(search));
		return search.anchoredLines;
	}
}

/** What the search index is made from, in path order; each is read from disk when it is asked for. */
export function* searchDocuments({ bodies, folder }: ReadArchive): Generator<SearchDocument> {
	for (const name of bodies.values()) yield readSearch(join(folder, name));
}

function readSearch(file: string): SearchDocument {
	return JSON.parse(readFileSync(`${file}.json`, "utf8"));
}

function digest(parts: readonly string[]): string {
	const hash = createHash("sha256");
	for (const part of parts) hash.update(part).update("\0");
	return hash.digest("hex").slice(0, 32);
}
