import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ReadArchive } from "../read/read.ts";
import { startThread } from "../read/thread.ts";
import { moveFolder } from "../storage/folders.ts";
import { archiveNames, searchDataFiles, searchDataOf } from "./data.ts";
import type { IndexMade, IndexTask } from "./make-index.ts";
import { decisionTexts, transferTexts } from "./texts.ts";

/** An index that is being made beside other work. */
export interface SearchIndex {
	/** Waits for the index and puts it into a folder of the built site. */
	publish(site: string): Promise<void>;
	/** Ends it; nobody needs the index. */
	end(): void;
}

/** Folders of the index of words, and of what is loaded beside it, below the site's root. */
const published = { index: "pagefind", data: "search" } as const;

/** A thread that is ready to index an archive. */
export interface Indexer {
	/** @returns what the index was made into */
	make(task: IndexTask): Promise<IndexMade>;
	/** Ends it; there is nothing to index. */
	end(): void;
}

/** Starts a thread for the index: whoever makes the pages is too busy to hand documents over as fast as Pagefind takes them. */
export function startIndexer(): Indexer {
	const worker = startThread(new URL("./search-worker.ts", import.meta.url), {});
	const made = new Promise<IndexMade>((resolve, reject) => {
		worker.once("message", resolve);
		worker.once("error", reject);
		worker.once("exit", (code) => reject(new Error(`The indexing worker ended early with exit code ${code}.`)));
	});
	// Where another step fails first, nobody asks for the index.
	made.catch(() => {});
	return {
		make: (task) => {
			worker.postMessage(task);
			return made;
		},
		end: () => void worker.terminate(),
	};
}

/** Starts to index an archive beside other work. */
export function startSearchIndex(indexer: Indexer, read: ReadArchive, folder: string): SearchIndex {
	const made = indexer.make({
		records: read.folder,
		documents: [...read.bodies.values()].map(({ search }) => search),
		handoffs: read.archive.handoffs.map(({ id, title, aliases }) => ({ id, title, aliases })),
		decisions: [...decisionTexts(read), ...transferTexts(read)],
		folder,
	});
	const names = archiveNames(read);
	return {
		end: indexer.end,
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
