import mdx from "@astrojs/mdx";
import type { AstroUserConfig } from "astro";
import { handoffArchive } from "./index.ts";
import { projectRoot } from "./project.ts";
import type { Session } from "./session.ts";

/** More would only hold more pages in memory: one thread makes them all. */
const pagesAtOnce = 4;

/** Astro's configuration for an archive's site; the same for our commands and for `astro build`. */
export function siteConfig(session: Session): AstroUserConfig {
	const { base, site } = session.input.settings;
	return {
		root: projectRoot,
		base,
		...(site ? { site } : {}),
		output: "static",
		trailingSlash: "always",
		compressHTML: true,
		prerenderConflictBehavior: "error",
		devToolbar: { enabled: false },
		// Highlighting of the guides would come as inline styles, which the content security policy refuses.
		markdown: { syntaxHighlight: false },
		// The next page is made while the last one is being written.
		build: { format: "directory", inlineStylesheets: "never", concurrency: pagesAtOnce },
		// Assets inlined as data: addresses would be refused by the pages' content security policy.
		vite: { build: { assetsInlineLimit: 0 } },
		integrations: [mdx(), handoffArchive(session)],
	};
}
