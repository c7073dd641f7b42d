import { rm } from "node:fs/promises";
import { join } from "node:path";
import { AstroError } from "astro/errors";
import { createIndex, type PagefindIndex } from "pagefind";
import type { HandoffEntry } from "./entries.ts";
import type { SearchDocument } from "./read.ts";

export interface SearchInput {
	/** Status, family and aliases are facets and names to search by. */
	readonly handoffs: readonly HandoffEntry[];
	/** Every readable document in path order, read from disk one at a time. */
	readonly documents: Iterable<SearchDocument>;
}

/** An index that is being made beside other work. */
export interface SearchIndex {
	/** Waits for the last document and writes the index into a folder of the built site. */
	write(site: string): Promise<void>;
}

/** Folder of the index below the site's root. */
const folder = "pagefind";

/** What Pagefind writes for its own search pages; ours is made here. */
const unused = [
	"ui.js",
	"ui.css",
	"modular-ui.js",
	"modular-ui.css",
	"component-ui.js",
	"component-ui.css",
	"highlight.js",
];

/** Documents handed over and not yet indexed: enough to keep Pagefind busy, few enough to hold in memory. */
const inFlight = 32;

/**
 * Starts to index an archive. Pagefind is a process of its own, so the pages can be made meanwhile. Documents are handed
 * over in the order given, which makes the index the same for the same input.
 */
export function startSearchIndex(input: SearchInput): SearchIndex {
	const t0 = performance.now();
	const made = makeIndex(input);
	made.then(() => console.error("fed", performance.now() - t0));
	// Whoever never asks for the index is not told of its failure either.
	made.catch(() => {});
	return {
		async write(site) {
			const t1 = performance.now();
			const index = await made;
			console.error("waited", performance.now() - t1);
			const outputPath = join(site, folder);
			refuse((await index.writeFiles({ outputPath })).errors);
			console.error("written", performance.now() - t1);
			await index.deleteIndex();
			await Promise.all(unused.map((name) => rm(join(outputPath, `pagefind-${name}`), { force: true })));
		},
	};
}

async function makeIndex({ handoffs, documents }: SearchInput): Promise<PagefindIndex> {
	const { index, errors } = await createIndex({ forceLanguage: "en" });
	if (!index) throw refusal(errors);
	const byId = new Map(handoffs.map((handoff) => [handoff.id, handoff]));
	const waiting: Promise<unknown>[] = [];
	for (const document of documents) {
		const handoff = document.handoff === null ? undefined : byId.get(document.handoff);
		const file = { url: `/${document.page}#${document.key}`, content: searchHtml(document, handoff) };
		waiting.push(index.addHTMLFile(file).then((added) => refuse(added.errors)));
		if (waiting.length >= inFlight) await waiting.shift();
	}
	await Promise.all(waiting);
	return index;
}

/** A document as Pagefind reads it: its sections under headings with the anchors of its page, facets and names. */
export function searchHtml(document: SearchDocument, handoff: HandoffEntry | undefined): string {
	const { path, kind, key, title, sections } = document;
	const filters: readonly (readonly [string, string | null])[] = [
		["kind", kind],
		...(handoff
			? ([
					["status", handoff.status],
					["family", handoff.family],
				] as const)
			: []),
	];
	const metadata: readonly (readonly [string, string | null])[] = [
		["title", title ?? ""],
		["path", path],
		["handoff", handoff?.id ?? null],
		["about", handoff?.title ?? null],
		["names", handoff ? handoff.aliases.join(" ") : null],
	];
	const attributes = [
		...filters.flatMap(([name, value]) => (value === null ? [] : [attribute("filter", name, value)])),
		...metadata.flatMap(([name, value]) => (value === null ? [] : [attribute("meta", name, value)])),
	];
	const body = sections.map(({ slug, title: heading, text }, index) => {
		const level = index === 0 ? "h1" : "h2";
		const id = slug === "" ? key : `${key}-${slug}`;
		return `<${level} id="${escaped(id)}">${escaped(heading)}</${level}><p>${escaped(text)}</p>`;
	});
	return `<html lang="en"><body>${attributes.join("")}${body.join("")}</body></html>`;
}

function attribute(what: "filter" | "meta", name: string, value: string): string {
	return `<i data-pagefind-${what}="${name}[data-value]" data-value="${escaped(value)}"></i>`;
}

/** Text as HTML, without the words that Pagefind takes for its own marks. */
function escaped(text: string): string {
	return text
		.replaceAll("___PAGEFIND_", "PAGEFIND_")
		.replaceAll("&", "&amp;")
		.replaceAll("<", "&lt;")
		.replaceAll('"', "&quot;");
}

function refuse(errors: readonly string[]): void {
	if (errors.length > 0) throw refusal(errors);
}

function refusal(errors: readonly string[]): AstroError {
	return new AstroError("The search index could not be made.", errors.join("\n"));
}
