import mdx from "@astrojs/mdx";
import type { AstroIntegration, AstroUserConfig } from "astro";
import type { Settings } from "#settings.ts";
import { projectRoot } from "../storage/project.ts";
import { shortLivedPages } from "./short-lived.ts";

/** More would only hold more pages in memory: one thread makes them all. */
const pagesAtOnce = 4;

/** Every page names its scripts, styles and fonts: the first word of what they are made from and the hash tell them apart. */
const assetFileNames = ({ names }: { readonly names: readonly string[] }) =>
	`_astro/${firstWord(names[0] ?? "")}.[hash][extname]`;
const scriptNames = ({ name }: { readonly name: string }) => `_astro/${firstWord(name)}.[hash].js`;

function firstWord(name: string): string {
	return /[A-Za-z]+/.exec(name)?.[0] ?? "asset";
}

/**
 * Astro's configuration for an archive's site; the same for our commands and for `astro build`.
 * @param archive what gives the pages the archive
 */
export function siteConfig(
	{ base, site }: Pick<Settings, "base" | "site">,
	archive: AstroIntegration,
): AstroUserConfig {
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
		vite: {
			plugins: [shortLivedPages()],
			build: { assetsInlineLimit: 0, rolldownOptions: { output: { assetFileNames } } },
			environments: {
				client: {
					build: {
						rolldownOptions: {
							output: { assetFileNames, entryFileNames: scriptNames, chunkFileNames: scriptNames },
						},
					},
				},
			},
		},
		integrations: [mdx(), archive],
	};
}
