import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { AstroError } from "astro/errors";
import { createIndex } from "pagefind";
import type { HandoffEntry } from "./entries.ts";
import type { SearchDocument } from "./read.ts";

export interface SearchInput {
	/** Titles and aliases are names to search their documents by. */
	readonly handoffs: readonly HandoffEntry[];
	/** Every readable document in path order, read from disk one at a time. */
	readonly documents: Iterable<SearchDocument>;
	/** Private folder that the index is made in. */
	readonly folder: string;
}

/** An index that is being made beside other work. */
export interface SearchIndex {
	/** Waits for the index and puts it into a folder of the built site. */
	publish(site: string): Promise<void>;
}

/** Folder of the index below the site's root. */
const published = "pagefind";

/** What Pagefind writes for its own search pages, and for languages that the site does not use. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\.|^wasm\.unknown\./;

/** Documents handed over and not yet indexed: enough to keep Pagefind busy, few enough to hold in memory. */
const inFlight = 64;

/**
 * Starts to index an archive. Pagefind is a process of its own, so the pages can be made meanwhile. Documents are handed
 * over in the order given, and facets are kept in a table of our own: Pagefind orders the values of its filters by chance,
 * and the same archive must give the same bytes.
 */
export function startSearchIndex(input: SearchInput): SearchIndex {
	const made = makeIndex(input);
	// Where another step fails first, nobody asks for the index.
	made.catch(() => {});
	return {
		async publish(site) {
			await made;
			cpSync(input.folder, join(site, published), { recursive: true });
		},
	};
}

async function makeIndex({ handoffs, documents, folder }: SearchInput): Promise<void> {
	const { index, errors } = await createIndex({ forceLanguage: "en" });
	if (!index) throw refusal(errors);
	const byId = new Map(handoffs.map((handoff) => [handoff.id, handoff]));
	const waiting: Promise<unknown>[] = [];
	for (const document of documents) {
		const handoff = document.handoff === null ? undefined : byId.get(document.handoff);
		const file = { url: `${document.page}#${document.key}`, content: searchHtml(document, handoff) };
		waiting.push(index.addHTMLFile(file).then((added) => refuse(added.errors)));
		if (waiting.length >= inFlight) await waiting.shift();
	}
	await Promise.all(waiting);
	refuse((await index.writeFiles({ outputPath: folder })).errors);
	await index.deleteIndex();
	for (const name of readdirSync(folder)) if (unused.test(name)) rmSync(join(folder, name));
	writeFileSync(join(folder, "pages.json"), JSON.stringify(pagesOf(folder)));
}

/** A document as Pagefind reads it: its sections under headings with the anchors of its page, and its names. */
function searchHtml(document: SearchDocument, handoff: HandoffEntry | undefined): string {
	const { path, key, title, sections } = document;
	const names = {
		title: title ?? "",
		path,
		...(handoff ? { about: handoff.title, names: [handoff.id, ...handoff.aliases].join(" ") } : {}),
	};
	const meta = Object.entries(names).map(
		([name, value]) => `<i data-pagefind-meta="${name}[data-value]" data-value="${escaped(value)}"></i>`,
	);
	const body = sections.map(({ slug, title: heading, text }, index) => {
		const level = index === 0 ? "h1" : "h2";
		const id = slug === "" ? key : `${key}-${slug}`;
		return `<${level} id="${escaped(id)}">${escaped(heading)}</${level}><p>${escaped(text)}</p>`;
	});
	return `<html lang="en"><body>${meta.join("")}${body.join("")}</body></html>`;
}

/** Text as HTML, without the words that Pagefind takes for its own marks. */
function escaped(text: string): string {
	return text
		.replaceAll("___PAGEFIND_", "PAGEFIND_")
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll('"', "&quot;");
}

/** The address of each document by the name that Pagefind gives it, which stands in its files only. */
function pagesOf(folder: string): Readonly<Record<string, string>> {
	const pages: Record<string, string> = {};
	for (const name of readdirSync(join(folder, "fragment")).sort()) {
		const fragment = gunzipSync(readFileSync(join(folder, "fragment", name))).toString("utf8");
		const { url } = JSON.parse(fragment.slice(fragment.indexOf("{")));
		pages[name.replace(/\.pf_fragment$/, "")] = url;
	}
	return pages;
}

function refuse(errors: readonly string[]): void {
	if (errors.length > 0) throw refusal(errors);
}

function refusal(errors: readonly string[]): AstroError {
	return new AstroError("The search index could not be made.", errors.join("\n"));
}
