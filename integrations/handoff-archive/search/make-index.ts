import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { AstroError } from "astro/errors";
import { close, createIndex } from "pagefind";
import type { Handoff } from "#model/archive.ts";
import { writtenOut } from "#model/hidden.ts";
import { type Words, wordCounter } from "#search/near.ts";
import type { SearchDocument } from "../read/bodies.ts";
import { readRecord } from "../storage/records.ts";
import type { IndexedText } from "./texts.ts";

/** What an index is made from. */
export interface IndexTask {
	/** Folder of the records. */
	readonly records: string;
	/** Names of the documents' records, in path order. */
	readonly documents: readonly string[];
	readonly handoffs: readonly Pick<Handoff, "id" | "title" | "aliases">[];
	readonly decisions: readonly IndexedText[];
	/** Folder that the index is written to. */
	readonly folder: string;
}

export interface IndexMade {
	/** The archive's words by their first letter. */
	readonly words: ReadonlyMap<string, Words>;
	/** Pagefind's name of each document by its address. */
	readonly keys: ReadonlyMap<string, string>;
}

/** What Pagefind writes for its own search pages, and for languages that the site does not use. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\.|^wasm\.unknown\./;

/** Documents handed over and not yet indexed: enough to keep Pagefind busy, few enough to hold in memory. */
const inFlight = 64;

/**
 * Makes the index. Documents are handed over in the order given, and facets are kept in a table of our own: Pagefind
 * orders the values of its filters by chance, and the same archive must give the same bytes.
 * @throws AstroError where Pagefind refuses a document or cannot write.
 */
export async function makeIndex({ records, documents, handoffs, decisions, folder }: IndexTask): Promise<IndexMade> {
	const { index, errors } = await createIndex({ forceLanguage: "en" });
	if (!index) throw refusal(errors);
	const byId = new Map(handoffs.map((handoff) => [handoff.id, handoff]));
	const words = wordCounter();
	const waiting: Promise<unknown>[] = [];
	for (const name of documents) {
		const document: SearchDocument = JSON.parse(readRecord(records, name));
		const handoff = document.handoff === null ? undefined : byId.get(document.handoff);
		const file = { url: `${document.page}#${document.key}`, content: searchHtml(document, handoff) };
		waiting.push(index.addHTMLFile(file).then((added) => refuse(added.errors)));
		words.add(document.sections.flatMap(({ title, text }) => [title, text]));
		if (waiting.length >= inFlight) await waiting.shift();
	}
	for (const { href, sections } of decisions)
		waiting.push(
			index.addHTMLFile({ url: href, content: decisionHtml(sections) }).then((added) => refuse(added.errors)),
		);
	await Promise.all(waiting);
	refuse((await index.writeFiles({ outputPath: folder })).errors);
	await written(folder);
	await close();
	for (const name of readdirSync(folder)) if (unused.test(name)) rmSync(join(folder, name));
	return { words: words.byLetter(), keys: keysByAddress(folder) };
}

/** Pagefind writes in pieces of this size. */
const pieceBytes = 2 * 1024 * 1024;
const longestWait = 30_000;

/**
 * Waits until all files are whole: Pagefind answers when it has handed the last piece of each to its own threads, and
 * `close` kills it, whatever they still have to write. A piece is there when its file grows no more.
 * @throws AstroError where they do not get there.
 */
async function written(folder: string): Promise<void> {
	let before = "";
	for (let waited = 0; waited < longestWait; waited += 20) {
		const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
		const sizes = files.map(({ parentPath, name }) => statSync(join(parentPath, name)).size);
		const now = sizes.join();
		if (now === before && !sizes.some((size) => size % pieceBytes === 0)) return;
		before = now;
		await setTimeout(20);
	}
	throw refusal([`Files of the index in ${folder} were not written to their end.`]);
}

/** A document as Pagefind reads it: its sections under headings with the anchors of its page, and its names. */
function searchHtml(document: SearchDocument, handoff: IndexTask["handoffs"][number] | undefined): string {
	const { path, title, sections } = document;
	const names = {
		title: title ?? "",
		path,
		...(handoff ? { about: handoff.title, names: [handoff.id, ...handoff.aliases].join(" ") } : {}),
	};
	const meta = Object.entries(names).map(
		([name, value]) => `<i data-pagefind-meta="${name}[data-value]" data-value="${escaped(value)}"></i>`,
	);
	const body = sections.map((section, index) => {
		const level = index === 0 ? "h1" : "h2";
		const id = escaped(anchorOf(document, section));
		return `<${level} id="${id}">${escaped(section.title)}</${level}><p>${escaped(section.text)}</p>`;
	});
	return `<html lang="en"><body>${meta.join("")}${body.join("")}</body></html>`;
}

/** Decisions as Pagefind reads them; headings without words, so that each has its anchor and nothing counts twice. */
function decisionHtml(sections: IndexedText["sections"]): string {
	const body = sections.map(({ id, text }) => `<h2 id="${escaped(id)}"></h2><p>${escaped(text)}</p>`);
	return `<html lang="en"><body>${body.join("")}</body></html>`;
}

/** The anchor of a section on its document's page. */
export function anchorOf({ key }: SearchDocument, { slug }: SearchDocument["sections"][number]): string {
	return slug === "" ? key : `${key}-${slug}`;
}

/** Text as HTML, without the words that Pagefind takes for its own marks. */
function escaped(text: string): string {
	return writtenOut(text)
		.replaceAll("___PAGEFIND_", "PAGEFIND_")
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll('"', "&quot;");
}

/** Pagefind's name of each document by its address; the two stand together in its files only. */
function keysByAddress(folder: string): ReadonlyMap<string, string> {
	const keys = new Map<string, string>();
	const fragments = join(folder, "fragment");
	// An index of nothing has none.
	for (const name of existsSync(fragments) ? readdirSync(fragments) : []) {
		const fragment = gunzipSync(readFileSync(join(fragments, name))).toString("utf8");
		const { url } = JSON.parse(fragment.slice(fragment.indexOf("{")));
		keys.set(url, name.replace(/\.pf_fragment$/, ""));
	}
	return keys;
}

function refuse(errors: readonly string[]): void {
	if (errors.length > 0) throw refusal(errors);
}

function refusal(errors: readonly string[]): AstroError {
	return new AstroError("The search index could not be made.", errors.join("\n"));
}
