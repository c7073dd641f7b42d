import { mkdirSync } from "node:fs";
import { type ArchiveSource, type CheckOptions, concludeArchive, type DocumentsRead, readDocuments } from "#check.ts";
import { type Cursor, type ListEnd, newCursor, readStretches, type Stretch, threadsFor } from "#files/stretches.ts";
import type { Archive } from "#model/archive.ts";
import type { ArchiveEntry } from "#model/source.ts";
import type { Standard } from "#model/standard.ts";
import { compareText } from "#model/text-order.ts";
import type { Settings } from "#settings.ts";
import type { Telling } from "#words/reason.ts";
import { speechOf } from "#words/speech.ts";
import { readRecord, recordWriter } from "../storage/records.ts";
import { archiveInWords } from "../words/archive-in-words.ts";
import { type SiteWords, tellingOf, wordsOf } from "../words/site-words.ts";
import { type Body, bodyWriter, type SearchDocument } from "./bodies.ts";
import type { SiteInput } from "./input.ts";
import { planSite, type SitePlan } from "./plan.ts";
import { startThread } from "./thread.ts";

export type { SearchDocument } from "./bodies.ts";

/** An archive that has been read, and where its documents are shown. */
export interface ReadArchive {
	readonly archive: Archive;
	/** The same with all reasons and rules in English, as it is exported. */
	readonly checked: Archive;
	readonly plan: SitePlan;
	/** Where each document's HTML and search sections are, by path, in path order. */
	readonly bodies: ReadonlyMap<string, Pick<Body, "html" | "search" | "source">>;
	/** Lines whose block has an anchor of its own (`L<line>` after the document's key), ascending, by path. */
	readonly anchoredLines: ReadonlyMap<string, Int32Array>;
	/** Those of them that something leads to, by path: only these get their anchor. Grows while pages are prepared. */
	readonly linkedLines: Map<string, Set<number>>;
	/** Folder of those records. */
	readonly folder: string;
	readonly standards: readonly Standard[];
	/** What the site says. */
	readonly words: SiteWords;
	/** The same for reasons and rules; null where they are said in English. */
	readonly telling: Telling | null;
}

/** Documents read, with their bodies written. */
export interface PartRead {
	readonly read: DocumentsRead;
	readonly bodies: readonly Body[];
}

/** The settings that bodies are written by. */
type WrittenBy = "base" | "language" | "words" | "file";

/** What a worker needs to read documents of an archive and write their bodies. */
export interface ReadTask {
	readonly settings: Pick<Settings, "archive" | "transfers" | "limits" | WrittenBy>;
	readonly folder: string;
	/** Name of the file that it writes bodies to. */
	readonly file: string;
	/** Where the next documents of the folders' listing are to be taken. */
	readonly cursor: Cursor;
	readonly end: ListEnd;
	readonly check: Omit<CheckOptions, "onDocument" | "waivers" | "debt">;
}

/** Bodies of the reading before, by what they were made from: what has not changed since is not rendered again. */
export type KnownBodies = Map<string, Body>;

/** Reads and checks an archive, and writes each document's HTML and search sections as records in a folder. */
export function readArchive(input: SiteInput, folder: string, known: KnownBodies): ReadArchive {
	const source = input.open();
	mkdirSync(folder, { recursive: true });
	const read = partReader(source, { ...input, folder, file: `bodies-${known.size}`, known });
	return conclude(input, folder, source, [read(source.entries)]);
}

/**
 * The same, of large archives on several processors; what comes out is the same. The others begin at once, while this thread does
 * something else; null for an archive that needs no others.
 * @returns has this thread read what is left, and gives the whole
 */
export function readArchiveSideBySide(
	input: SiteInput,
	folder: string,
	known: KnownBodies,
): (() => Promise<ReadArchive>) | null {
	const source = input.open();
	const threads = threadsFor(source);
	if (threads === 1) return null;
	mkdirSync(folder, { recursive: true });
	const { archive, transfers, limits, base, language, words, file } = input.settings;
	const { onDocument: _, waivers: _waivers, debt: _debt, ...check } = input.check;
	const cursor = newCursor();
	const task = { settings: { archive, transfers, limits, base, language, words, file }, folder, cursor, check };
	const working = Array.from({ length: threads - 1 }, (_, index) =>
		work({ ...task, end: index % 2 === 0 ? "last" : "first", file: `bodies-worker-${index}` }),
	);
	const others = Promise.all(working);
	// Where another step fails first, nobody asks for them.
	others.catch(() => {});
	return async () => {
		const read = partReader(source, { ...input, folder, file: "bodies-0", known });
		const own = readStretches(source.entries, cursor, "first", read);
		const stretches = [own, ...(await others)].flat().sort((a, b) => a.from - b.from);
		return conclude(
			input,
			folder,
			source,
			stretches.map(({ made }) => made),
		);
	};
}

/** Reads entries of an archive and writes the bodies of its documents. */
export function partReader(
	source: ArchiveSource,
	{
		settings,
		check,
		folder,
		file,
		known,
	}: Pick<ReadTask, "folder" | "file"> &
		Pick<SiteInput, "check"> & { settings: Pick<Settings, WrittenBy>; known: KnownBodies },
): (entries: readonly ArchiveEntry[]) => PartRead {
	const { standards } = check;
	const records = recordWriter(folder, file);
	const plan = planSite(source.entries, standards);
	const { rendered, speech } = wordsOf(settings);
	const told = { words: rendered, speech: speechOf(settings.language, speech.and) };
	const write = bodyWriter({ plan, standards, base: settings.base, told, records, known });
	return (entries) => {
		const bodies: Body[] = [];
		const read = readDocuments(source, entries, {
			...check,
			onDocument: (parsed, record) => {
				check.onDocument?.(parsed, record);
				const body = write(parsed, record);
				if (body) bodies.push(body);
			},
		});
		records.flush();
		return { read, bodies };
	};
}

function work(task: ReadTask): Promise<readonly Stretch<PartRead>[]> {
	return new Promise((resolve, reject) => {
		const worker = startThread(new URL("./read-worker.ts", import.meta.url), task);
		worker.once("message", (text: string) => resolve(JSON.parse(text)));
		worker.once("error", reject);
		worker.once("exit", (code) => reject(new Error(`A reading worker ended early with exit code ${code}.`)));
	});
}

function conclude(input: SiteInput, folder: string, source: ArchiveSource, parts: readonly PartRead[]): ReadArchive {
	const { standards } = input.check;
	const checked = concludeArchive(
		source,
		parts.map(({ read }) => read),
		input.check,
	);
	const words = wordsOf(input.settings);
	const telling = input.settings.words === null ? null : tellingOf(input.settings, words);
	const archive = telling ? archiveInWords(checked, telling) : checked;
	const plan = planSite(source.entries, standards, words.documentKinds);
	const bodies = parts.flatMap((part) => part.bodies).sort((a, b) => compareText(a.path, b.path));
	return {
		archive,
		checked,
		plan,
		words,
		telling,
		bodies: new Map(bodies.map(({ path, html, search, source }) => [path, { html, search, source }])),
		linkedLines: new Map(),
		anchoredLines: new Map(bodies.map(({ path, anchoredLines }) => [path, Int32Array.from(anchoredLines)])),
		folder,
		standards,
	};
}

/** What the search index is made from, in path order; each is read from disk when it is asked for. */
export function* searchDocuments({ bodies, folder }: ReadArchive): Generator<SearchDocument> {
	for (const { search } of bodies.values()) yield JSON.parse(readRecord(folder, search));
}
