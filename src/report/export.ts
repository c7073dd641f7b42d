import type { Archive } from "#model/archive.ts";
import type { DocumentRecord } from "#model/documents.ts";
import { type ExportedArchive, exportFormatVersion } from "#model/export.ts";
import { exportTransfers } from "#model/transfer-archive.ts";
import { jsonText } from "./text.ts";

/** The archive as `handoffs export` prints it and the site serves it. Pure; the same archive gives the same export. */
export function exportArchive(archive: Archive): ExportedArchive {
	return {
		formatVersion: exportFormatVersion,
		title: archive.title,
		summary: archive.summary,
		documents: archive.documents.map(({ decisions: _, ...record }) => ({ ...record, sections: sectionsOf(record) })),
		handoffs: archive.handoffs,
		relations: archive.relations,
		waves: archive.waves,
		...(archive.packages && { packages: archive.packages }),
		baselines: archive.baselines,
		...(archive.seals && { seals: archive.seals }),
		...(archive.provenance && { files: archive.provenance.files }),
		...(archive.provenance?.workspace && { manifests: archive.provenance.manifests }),
		...(archive.decisions && { decisions: archive.decisions }),
		findings: archive.findings,
		...(archive.transfers && { transfers: exportTransfers(archive.transfers) }),
		rules: archive.rules,
		verdicts: archive.verdicts,
		...(archive.today && { today: archive.today }),
	};
}

/** One entry per section found: where several headings open the same section, the first counts. */
function sectionsOf({ outline }: DocumentRecord): { key: string; line: number }[] {
	const found = new Map<string, number>();
	for (const { keys, line } of outline) for (const key of keys) if (!found.has(key)) found.set(key, line);
	return [...found].map(([key, line]) => ({ key, line }));
}

/**
 * The export as JSON text, in pieces, so that an archive of any size can be written without holding its text at once. Every
 * document, handoff, relation, finding and rule has a line of its own: the text can be compared line by line.
 */
export function* exportText(exported: ExportedArchive): Generator<string> {
	let separator = "{\n";
	for (const [key, value] of Object.entries(exported)) {
		yield `${separator}${JSON.stringify(key)}: `;
		separator = ",\n";
		if (Array.isArray(value)) yield* listText(value);
		else yield jsonText(value);
	}
	yield "\n}\n";
}

function* listText(items: readonly unknown[]): Generator<string> {
	if (items.length === 0) return yield "[]";
	for (const [index, item] of items.entries()) yield `${index === 0 ? "[" : ","}\n${jsonText(item)}`;
	yield "\n]";
}
