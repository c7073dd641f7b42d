import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { moveFolder } from "./folders.ts";
import type { ReadArchive } from "./read.ts";
import { archiveNames, decisionTexts, searchDataFiles, searchDataOf } from "./search-data.ts";
import type { IndexMade, IndexTask } from "./search-index.ts";
import { startThread } from "./thread.ts";
import { transferTexts } from "./transfer-links.ts";

/** An index that is being made beside other work. */
export interface SearchIndex {
	/** Waits for the index and puts it into a folder of the built site. */
	publish(site: string): Promise<void>;
}

/** Folders of the index of words, and of what is loaded beside it, below the site's root. */
const published = { index: "pagefind", data: "search" } as const;

/**
 * Starts to index an archive, in a thread of its own: whoever makes the pages meanwhile is too busy to hand documents over
 * as fast as Pagefind takes them.
 */
export function startSearchIndex(read: ReadArchive, folder: string): SearchIndex {
	const made = indexBeside({
		records: read.folder,
		documents: [...read.bodies.values()].map(({ search }) => search),
		handoffs: read.archive.handoffs.map(({ id, title, aliases }) => ({ id, title, aliases })),
		decisions: [...decisionTexts(read), ...transferTexts(read)],
		folder,
	});
	const names = archiveNames(read);
	// Where another step fails first, nobody asks for the index.
	made.catch(() => {});
	return {
		async publish(site) {
			const { words, keys } = await made;
			moveFolder(folder, join(site, published.index));
			for (const [name, content] of searchDataFiles(searchDataOf(read, names, words, (href) => keys.get(href)))) {
				const file = join(site, published.data, name);
				mkdirSync(dirname(file), { recursive: true });
				writeFileSync(file, content);
			}
		},
	};
}

function indexBeside(task: IndexTask): Promise<IndexMade> {
	return new Promise((resolve, reject) => {
		const worker = startThread("search-worker.ts", task);
		worker.once("message", resolve);
		worker.once("error", reject);
		worker.once("exit", (code) => reject(new Error(`The indexing worker ended early with exit code ${code}.`)));
	});
}
