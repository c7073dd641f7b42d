/** Where the integration is, in the project. */
export const integration = "integrations/handoff-archive";

/** A folder of the integration: what it is for, and the others it may import. */
interface Part {
	readonly does: string;
	readonly imports: readonly string[];
}

/**
 * The folders of the integration, from the ground up. The files at its top are its doors, for Astro and for the command line: they
 * may import all, and no folder imports them.
 */
export const parts: Readonly<Record<string, Part>> = {
	storage: { does: "the folders and files that a build works in", imports: [] },
	words: { does: "what the site says, in the language of the settings", imports: [] },
	read: { does: "the archive is read and checked, and its documents get their places", imports: ["storage", "words"] },
	entries: { does: "what pages ask for by kind: handoffs, documents, rules", imports: ["read", "storage", "words"] },
	slices: { does: "what pages ask for by number, a file each", imports: ["entries", "read", "storage", "words"] },
	session: { does: "the archive during one build or one dev server", imports: ["entries", "read", "slices"] },
	cards: { does: "pictures that stand for pages elsewhere", imports: ["entries"] },
	dev: { does: "what the dev server adds to pages, and when it makes them anew", imports: ["session"] },
	search: {
		does: "the search index and the data beside it",
		imports: ["dev", "entries", "read", "session", "slices", "storage"],
	},
	"disk-copy": { does: "a copy of the site that is opened from disk", imports: ["storage"] },
	astro: {
		does: "what Astro is given: configuration, modules, loader, prerenderer",
		imports: ["entries", "session", "slices", "storage", "words"],
	},
	bundle: {
		does: "pages are bundled once and made by what was bundled",
		imports: ["astro", "disk-copy", "session", "storage", "words"],
	},
	publish: {
		does: "what stands beside the pages: exports, cards, sitemap; and serving all of it",
		imports: ["astro", "cards", "dev", "disk-copy", "read", "search", "session", "storage", "words"],
	},
};
