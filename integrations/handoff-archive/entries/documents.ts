import type { DocumentRecord } from "#model/documents.ts";
import { compareText } from "#model/text-order.ts";
import { factsOf } from "./facts.ts";
import { findingSlice } from "./findings.ts";
import type { Gathered } from "./gathered.ts";
import { fileName } from "./places.ts";
import type { DocumentEntry, DocumentPart } from "./schemas.ts";

/** Contents lists longer than this help nobody. */
const longestToc = 40;

/** The pages of documents that belong to no handoff, and of files that could not be read; by path. */
export function looseDocuments(gathered: Gathered): DocumentEntry[] {
	const { records, places, handoffs, read, unreadable } = gathered;
	const findings = (path: string) =>
		(gathered.findingsByPath.get(path) ?? []).map((finding) => findingSlice(finding, places));
	const entries: DocumentEntry[] = [];
	for (const record of records.values()) {
		const place = read.plan.documents.get(record.path);
		if (!place || (record.handoff !== null && handoffs.has(record.handoff))) continue;
		entries.push({
			slug: place.ownPage.split("/")[1] ?? "",
			path: record.path,
			title: record.title ?? fileName(record.path),
			document: partOf(gathered, record),
			findings: findings(record.path),
		});
	}
	for (const [path, page] of unreadable)
		entries.push({
			slug: page.split("/")[1] ?? "",
			path,
			title: fileName(path),
			document: null,
			findings: findings(path),
		});
	return entries.sort((a, b) => compareText(a.path, b.path));
}

/** A document as the page that shows it has it. */
export function partOf({ read, places }: Gathered, record: DocumentRecord): DocumentPart {
	const place = read.plan.documents.get(record.path);
	const key = place?.key ?? "doc";
	const { path, kind, title, lines, bytes, sha256 } = record;
	return {
		path,
		kind,
		key,
		label: place?.label ?? read.words.documentKinds.labels.other,
		title,
		lines,
		bytes,
		sha256,
		body: read.bodies.get(path)?.html ?? "",
		source: read.bodies.get(path)?.source ?? "",
		toc: tocOf(record).map(({ anchor, title }) => ({ id: `${key}-${anchor}`, title })),
		linkedLines: [],
		facts: factsOf(record, places, read),
	};
}

/** The document's uppermost sections: the headings of the highest level below its title. */
function tocOf({ outline, titleLine }: DocumentRecord): { readonly anchor: string; readonly title: string }[] {
	const below = outline.filter(({ line }) => line !== titleLine);
	const level = Math.min(...below.map(({ depth }) => depth));
	return below.filter(({ depth, title }) => depth === level && title !== "").slice(0, longestToc);
}
