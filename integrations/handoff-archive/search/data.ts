import { jsonWrittenOut } from "#model/hidden.ts";
import { packagePage } from "#model/site-path.ts";
import type { Catalog, CatalogDocument } from "#search/catalog.ts";
import { type Addresses, catalogOf } from "#search/catalog-of.ts";
import { cutHashes, cutNames, type Hashes, type Names } from "#search/names.ts";
import { namesOf } from "#search/names-of.ts";
import type { Words } from "#search/near.ts";
import { english } from "#search/thesaurus.ts";
import { placesOf } from "../entries/places.ts";
import type { ReadArchive } from "../read/read.ts";
import { shelveFiles } from "../slices/file-places.ts";
import { decisionTexts, transferTexts } from "./texts.ts";

/** What the search page loads beside the index of words, cut into parts that are loaded when they are needed. */
export interface SearchData {
	readonly catalog: Catalog;
	readonly names: readonly Names[];
	readonly hashes: ReadonlyMap<string, Hashes>;
	readonly words: ReadonlyMap<string, Words>;
}

/**
 * Gathers the search page's data.
 * @param found its names and hashes, from `archiveNames`
 * @param words the archive's words by their first letter
 * @param keyOf the index's name of a document, by its address; a document without one is not in the index.
 */
export function searchDataOf(
	read: ReadArchive,
	found: ArchiveNames,
	words: ReadonlyMap<string, Words>,
	keyOf: (href: string) => string | undefined,
): SearchData {
	const { labels } = read.words.found;
	const { handoffs, documents } = catalogOf(read.archive, addressesOf(read));
	const names = cutNames(found.names);
	const { digits, parts: hashes } = cutHashes(found.hashes);
	const decided = [...decisionTexts(read)].map(({ href, path, title, handoff }): CatalogDocument => {
		return { key: href, path, title, kind: "decision", label: labels.decisions, href, handoff };
	});
	const handed = [...transferTexts(read)].map(({ href, path, title, handoff }): CatalogDocument => {
		return { key: href, path, title, kind: "transfer", label: labels.transfer, href, handoff };
	});
	const indexed = [...documents, ...decided, ...handed].flatMap((document) => {
		const key = keyOf(document.href);
		return key === undefined ? [] : [{ ...document, key }];
	});
	const parts = { names: names.length, digits, letters: [...words.keys()].join("") };
	return { catalog: { handoffs, documents: indexed, parts }, names, hashes, words };
}

type ArchiveNames = ReturnType<typeof namesOf>;

/** The names and hashes of an archive, and where they lead: to be found before pages are made, for the lines they lead to. */
export function archiveNames(read: ReadArchive): ArchiveNames {
	return namesOf(read.archive, addressesOf(read));
}

/** The files of the data by name, below the folder of the search page. */
export function* searchDataFiles({ catalog, names, hashes, words }: SearchData): Generator<readonly [string, string]> {
	const json = (content: unknown) => jsonWrittenOut(JSON.stringify(content));
	yield ["catalog.json", json(catalog)];
	yield ["thesaurus.json", json(english)];
	for (const [part, content] of names.entries()) yield [`names/${part}.json`, json(content)];
	for (const [part, content] of hashes) yield [`hashes/${part || "all"}.json`, json(content)];
	for (const [letter, content] of words) yield [`words/${letter.codePointAt(0)}.json`, json(content)];
}

function addressesOf(read: ReadArchive): Addresses {
	const { plan, standards } = read;
	const records = new Map(read.archive.documents.map((record) => [record.path, record]));
	const places = placesOf(read, records, new Map());
	const packages = new Set(read.archive.packages?.map(({ id }) => id));
	let files: ReadonlyMap<string, string> | undefined;
	const filePlaces = () =>
		new Map(shelveFiles(read).flatMap(({ pages }) => pages.flat().map(({ file, href }) => [file.path, href])));
	const titles = new Map(standards.map(({ id, title, version }) => [id, `${title} ${version}`]));
	return {
		document: (path) => {
			const place = plan.documents.get(path);
			return place ? { href: `${place.page}#${place.key}`, label: place.label } : null;
		},
		line: (path, line) => places.at(path, line).href ?? "",
		handoff: (id) => plan.handoffs.get(id) ?? "",
		package: (id) => (packages.has(id) ? packagePage(id) : null),
		// Only who asks for names needs them.
		file: (path) => {
			files ??= filePlaces();
			return files.get(path) ?? null;
		},
		rule: (id) => `rules/${id}/`,
		standard: (id) => titles.get(id) ?? id,
	};
}
