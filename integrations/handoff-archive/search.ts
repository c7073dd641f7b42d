import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { AstroError } from "astro/errors";
import { createIndex } from "pagefind";
import type { Handoff } from "#model/archive.ts";
import { wordCounter } from "#search/near.ts";
import { type ReadArchive, type SearchDocument, searchDocuments } from "./read.ts";
import { type DecisionText, decisionTexts, type SearchData, searchDataFiles, searchDataOf } from "./search-data.ts";

/** An index that is being made beside other work. */
export interface SearchIndex {
	/** Waits for the index and puts it into a folder of the built site. */
	publish(site: string): Promise<void>;
}

/** Folders of the index of words, and of what is loaded beside it, below the site's root. */
const published = { index: "pagefind", data: "search" } as const;

/** What Pagefind writes for its own search pages, and for languages that the site does not use. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\.|^wasm\.unknown\./;

/** Documents handed over and not yet indexed: enough to keep Pagefind busy, few enough to hold in memory. */
const inFlight = 64;

/**
 * Starts to index an archive. Pagefind is a process of its own, so the pages can be made meanwhile. Documents are handed
 * over in the order given, and facets are kept in a table of our own: Pagefind orders the values of its filters by chance,
 * and the same archive must give the same bytes.
 */
export function startSearchIndex(read: ReadArchive, folder: string): SearchIndex {
	const made = makeIndex(read, folder);
	// Where another step fails first, nobody asks for the index.
	made.catch(() => {});
	return {
		async publish(site) {
			const data = await made;
			cpSync(folder, join(site, published.index), { recursive: true });
			for (const [name, content] of searchDataFiles(data)) {
				const file = join(site, published.data, name);
				mkdirSync(dirname(file), { recursive: true });
				writeFileSync(file, content);
			}
		},
	};
}

async function makeIndex(read: ReadArchive, folder: string): Promise<SearchData> {
	const { index, errors } = await createIndex({ forceLanguage: "en" });
	if (!index) throw refusal(errors);
	const byId = new Map(read.archive.handoffs.map((handoff) => [handoff.id, handoff]));
	const words = wordCounter();
	const waiting: Promise<unknown>[] = [];
	for (const document of searchDocuments(read)) {
		const handoff = document.handoff === null ? undefined : byId.get(document.handoff);
		const file = { url: `${document.page}#${document.key}`, content: searchHtml(document, handoff) };
		waiting.push(index.addHTMLFile(file).then((added) => refuse(added.errors)));
		words.add(document.sections.flatMap(({ title, text }) => [title, text]));
		if (waiting.length >= inFlight) await waiting.shift();
	}
	for (const { href, sections } of decisionTexts(read))
		waiting.push(
			index.addHTMLFile({ url: href, content: decisionHtml(sections) }).then((added) => refuse(added.errors)),
		);
	await Promise.all(waiting);
	refuse((await index.writeFiles({ outputPath: folder })).errors);
	await index.deleteIndex();
	for (const name of readdirSync(folder)) if (unused.test(name)) rmSync(join(folder, name));
	const keys = keysByAddress(folder);
	return searchDataOf(read, words.byLetter(), (href) => keys.get(href));
}

/** A document as Pagefind reads it: its sections under headings with the anchors of its page, and its names. */
function searchHtml(document: SearchDocument, handoff: Handoff | undefined): string {
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
function decisionHtml(sections: DecisionText["sections"]): string {
	const body = sections.map(({ id, text }) => `<h2 id="${escaped(id)}"></h2><p>${escaped(text)}</p>`);
	return `<html lang="en"><body>${body.join("")}</body></html>`;
}

/** The anchor of a section on its document's page. */
export function anchorOf({ key }: SearchDocument, { slug }: SearchDocument["sections"][number]): string {
	return slug === "" ? key : `${key}-${slug}`;
}

/** Text as HTML, without the words that Pagefind takes for its own marks. */
function escaped(text: string): string {
	return text
		.replaceAll("___PAGEFIND_", "PAGEFIND_")
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll('"', "&quot;");
}

/** Pagefind's name of each document by its address; the two stand together in its files only. */
function keysByAddress(folder: string): ReadonlyMap<string, string> {
	const keys = new Map<string, string>();
	for (const name of readdirSync(join(folder, "fragment"))) {
		const fragment = gunzipSync(readFileSync(join(folder, "fragment", name))).toString("utf8");
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
