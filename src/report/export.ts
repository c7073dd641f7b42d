import type { Archive } from "#model/archive.ts";
import type { DocumentRecord } from "#model/documents.ts";
import { type ExportedArchive, exportFormatVersion } from "#model/export.ts";

/** The archive as `handoffs export` prints it and the site serves it. Pure; the same archive gives the same export. */
export function exportArchive(archive: Archive): ExportedArchive {
	return {
		formatVersion: exportFormatVersion,
		title: archive.title,
		summary: archive.summary,
		documents: archive.documents.map((record) => ({ ...record, sections: sectionsOf(record) })),
		handoffs: archive.handoffs,
		relations: archive.relations,
		findings: archive.findings,
		rules: archive.rules,
	};
}

/** One entry per section found: where several headings open the same section, the first counts. */
function sectionsOf({ outline }: DocumentRecord): { key: string; line: number }[] {
	const found = new Map<string, number>();
	for (const { keys, line } of outline) for (const key of keys) if (!found.has(key)) found.set(key, line);
	return [...found].map(([key, line]) => ({ key, line }));
}
