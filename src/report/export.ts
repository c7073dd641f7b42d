import type { Archive } from "#model/archive.ts";
import type { DocumentRecord } from "#model/documents.ts";
import { type ExportedArchive, exportFormatVersion } from "#model/export/export.ts";
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

/** The JSON text of each key of the export; of a list, the text of each item. */
export type ExportTexts = ReadonlyMap<string, string | readonly string[]>;

/** Writes each key of an export as JSON. */
export function exportTexts(exported: ExportedArchive): ExportTexts {
	return new Map(
		Object.entries(exported).map(([key, value]) => [
			key,
			Array.isArray(value) ? value.map((item) => jsonText(item)) : jsonText(value),
		]),
	);
}

/**
 * The export as JSON text, in pieces, so that an archive of any size can be written without holding its text at once. Every
 * document, handoff, relation, finding and rule has a line of its own: the text can be compared line by line.
 */
export function* exportText(exported: ExportedArchive): Generator<string> {
	yield* objectText(Object.entries(exported), jsonText);
}

/** The same, of texts that are there already; also of a part of them. */
export function* joinedText(texts: Iterable<readonly [string, string | readonly string[]]>): Generator<string> {
	yield* objectText(texts, (text) => String(text));
}

function* objectText(
	entries: Iterable<readonly [string, unknown]>,
	textOf: (value: unknown) => string,
): Generator<string> {
	let separator = "{\n";
	for (const [key, value] of entries) {
		yield `${separator}${JSON.stringify(key)}: `;
		separator = ",\n";
		if (Array.isArray(value)) yield* listText(value, textOf);
		else yield textOf(value);
	}
	yield "\n}\n";
}

function* listText(items: readonly unknown[], textOf: (item: unknown) => string): Generator<string> {
	if (items.length === 0) return yield "[]";
	for (const [index, item] of items.entries()) yield `${index === 0 ? "[" : ","}\n${textOf(item)}`;
	yield "\n]";
}
