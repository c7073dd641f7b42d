import { oncePer } from "#model/once-per.ts";
import { type IndexedText, indexInMemory, type MemoryIndex } from "#search/memory.ts";
import { wordCounter } from "#search/near.ts";
import type { Request, Response } from "../dev/requests.ts";
import { type ReadArchive, type SearchDocument, searchDocuments } from "../read/read.ts";
import type { Session } from "../session/session.ts";
import { archiveNames, searchDataFiles, searchDataOf } from "./data.ts";
import { anchorOf } from "./make-index.ts";
import { decisionTexts, transferTexts } from "./texts.ts";

/** What the search page asks for while documents are written. */
interface DevIndex {
	readonly files: ReadonlyMap<string, string>;
	readonly index: MemoryIndex;
}

/** The index of words on the page's side: it asks the server, which keeps it in memory and makes it anew with the archive. */
const pagefindModule = `const ask = async (name, value) => {
	const response = await fetch(new URL(name + ".json?of=" + encodeURIComponent(value), import.meta.url), { cache: "no-store" });
	if (!response.ok) throw new Error(await response.text());
	return response.json();
};
export const search = async (term) => ({
	results: (await ask("lookup", term)).map((hit) => ({ ...hit, data: () => ask("text", hit.id) })),
});
`;

/** Answers for the search index of `handoffs dev`, always of the archive as it was read last. */
export function searchMiddleware(session: Session) {
	const indexOf = oncePer(makeDevIndex);
	const current = () => indexOf(session.read());
	const answer = async (name: string, of: string): Promise<string | undefined> => {
		if (name === "pagefind/pagefind.js") return pagefindModule;
		if (name === "pagefind/lookup.json") {
			const { results } = await current().index.search(of);
			return JSON.stringify(results);
		}
		if (name === "pagefind/text.json") return JSON.stringify(current().index.text(of));
		return current().files.get(name);
	};
	return (request: Request, response: Response, next: () => void): void => {
		const url = new URL(request.url ?? "/", "http://localhost");
		const [, name] = /\/(pagefind\/[a-z]+\.js(?:on)?|search\/[a-z0-9/]+\.json)$/.exec(url.pathname) ?? [];
		if (name === undefined) {
			next();
			return;
		}
		const type = name.endsWith(".js") ? "text/javascript" : "application/json";
		const send = (status: number, text: string) => {
			response.writeHead(status, { "content-type": `${type}; charset=utf-8`, "cache-control": "no-store" });
			response.end(text);
		};
		answer(name, url.searchParams.get("of") ?? "").then(
			(text) => (text === undefined ? send(404, "null") : send(200, text)),
			(error: unknown) => send(500, error instanceof Error ? error.message : String(error)),
		);
	};
}

function makeDevIndex(read: ReadArchive): DevIndex {
	const words = wordCounter();
	const texts: IndexedText[] = [];
	for (const document of searchDocuments(read)) {
		texts.push(indexedText(document));
		words.add(document.sections.flatMap(({ title, text }) => [title, text]));
	}
	for (const { href, sections } of [...decisionTexts(read), ...transferTexts(read)])
		texts.push({ key: href, sections });
	const keys = new Set(texts.map(({ key }) => key));
	const data = searchDataOf(read, archiveNames(read), words.byLetter(), (href) => (keys.has(href) ? href : undefined));
	return {
		files: new Map([...searchDataFiles(data)].map(([name, text]) => [`search/${name}`, text])),
		index: indexInMemory(texts),
	};
}

function indexedText(document: SearchDocument): IndexedText {
	return {
		key: `${document.page}#${document.key}`,
		sections: document.sections.map((section) => ({
			id: anchorOf(document, section),
			title: section.title,
			text: section.text,
		})),
	};
}
