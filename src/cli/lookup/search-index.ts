import type { Archive } from "#model/archive.ts";
import { decodeSource } from "#parse/source-text.ts";
import { type Catalog, openLibrary } from "#search/catalog.ts";
import { createEngine } from "#search/engine.ts";
import type { SearchIndex } from "#search/find.ts";
import type { FoundSection } from "#search/groups.ts";
import { lineOfWord, linesUnderHeadings } from "#search/lines.ts";
import { indexInMemory } from "#search/memory.ts";
import { wordCounter } from "#search/near.ts";
import { openThesaurus } from "#search/others.ts";
import { english } from "#search/thesaurus.ts";
import type { OpenedArchive } from "../command.ts";
import { catalogInTerminal } from "./looking.ts";

/** An archive to be searched in memory, with files and lines for addresses. */
export interface ArchiveIndex {
	readonly catalog: Catalog;
	readonly index: SearchIndex;
	/** The line of the file that a hit stands on. */
	lineOf(section: FoundSection): number;
}

/** Makes the texts of an archive searchable; `source` is where they are read again. */
export function indexArchive(archive: Archive, source: OpenedArchive): ArchiveIndex {
	const { catalog, names } = catalogInTerminal(archive);
	const texts = textsOf(source);
	const records = new Map(archive.documents.map((record) => [record.path, record]));
	const words = wordCounter();
	const indexed = archive.documents.map((record) => {
		const document = linesUnderHeadings(record, texts(record.path));
		words.add(document.sections.flatMap(({ title, text }) => [title, text]));
		return document;
	});
	const letters = words.byLetter();
	return {
		catalog,
		index: {
			library: openLibrary({ ...catalog, parts: { ...catalog.parts, letters: [...letters.keys()].join("") } }),
			engine: createEngine(indexInMemory(indexed)),
			names,
			words: async (letter) => letters.get(letter) ?? [],
			others: openThesaurus(english),
		},
		lineOf: ({ document, at }) => {
			const record = records.get(document.path);
			return record ? lineOfWord(record, texts(document.path), at) : 1;
		},
	};
}

/** The texts of an archive, each read once. */
function textsOf(source: OpenedArchive): (path: string) => string {
	const read = new Map<string, string>();
	return (path) => {
		const known = read.get(path);
		if (known !== undefined) return known;
		const bytes = source.read(path);
		const text = bytes instanceof Uint8Array ? decodeSource(path, bytes).text : "";
		read.set(path, text);
		return text;
	};
}
