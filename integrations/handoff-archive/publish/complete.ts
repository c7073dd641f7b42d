import { join } from "node:path";
import { speechOf } from "#words/speech.ts";
import { writeCards } from "../cards/cards.ts";
import { packDiskCopy } from "../disk-copy/pack.ts";
import { type SearchIndex, startIndexer, startSearchIndex } from "../search/indexer.ts";
import type { Session } from "../session/session.ts";
import type { FileSink } from "../storage/file-sink.ts";
import { wordsOf } from "../words/site-words.ts";
import { publishExport } from "./export.ts";
import { releaseMemory } from "./memory.ts";
import { writeSitemap } from "./sitemap.ts";

/**
 * Prepares all that pages show, and has the search index made beside them.
 * @throws where the archive may not be published
 */
export async function preparePages(session: Session): Promise<SearchIndex> {
	const indexer = startIndexer();
	try {
		// Starts as early as the archive is known, and may be published: the index takes as long as all pages do.
		const search = startSearchIndex(indexer, await session.publishable(), join(session.bodies, "search"));
		await session.entries();
		releaseMemory();
		return search;
	} catch (error) {
		indexer.end();
		throw error;
	}
}

export interface BuiltPages {
	/** Where the site is built. */
	readonly folder: string;
	/** Paths of its pages from the site's root. */
	readonly pages: readonly string[];
	readonly search: SearchIndex;
	/** Takes further files of the site. */
	readonly sink: FileSink;
}

/** Adds to the built pages, and the scripts of a copy on disk, all files of the site that no page makes. */
export async function completeSite(session: Session, built: BuiltPages): Promise<void> {
	const { folder, pages, search, sink } = built;
	const { settings } = session.input;
	const { site, base, title, language } = settings;
	publishExport(session.read(), base, sink);
	if (site !== null) {
		const entries = await session.entries();
		const { layout, speech } = wordsOf(settings);
		const { say } = speechOf(language, speech.and);
		writeSitemap({ folder, site, base, pages });
		writeCards(folder, entries, { title, handoffs: say(layout.handoffs, { count: entries.handoffs.length }) });
	}
	await search.publish(folder);
	packDiskCopy(folder, base);
}
