import { cpSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type AstroIntegration, build } from "astro";
import type { Settings } from "#settings.ts";
import { siteConfig } from "../astro/config.ts";
import { sitePlugin } from "../astro/modules.ts";
import { diskFolder } from "../disk-copy/pack.ts";
import { writeDiskScripts } from "../disk-copy/scripts.ts";
import { integrationName } from "../session/find-session.ts";
import { type BundleList, type PageStyles, parts, recordsName } from "./bundle.ts";
import { stampsOfFurther } from "./key.ts";

/** What Astro calls the folder of the bundled modules while it makes pages, and the module that all pages start from. */
const bundled = { folder: ".prerender", entry: /^prerender-entry\..*\.mjs$/ };

/** The folder of the records is another one in each build, and the modules are the same: so they are compiled but once. */
const recordsSource = `globalThis[Symbol.for(${JSON.stringify(recordsName)})]`;

/** Modules that stand for pictures. */
const picture = /\.(?:avif|gif|jpe?g|png|svg|tiff?|webp)(?:$|\?)/i;

/**
 * Makes the bundle of a site: has Astro bundle everything, and stops it before the first page.
 * @param work a private folder below the project, where its modules find their packages
 * @returns the folder of the bundle, in that folder
 */
export async function makeBundle(settings: Settings, work: string): Promise<string> {
	const folder = join(work, "bundle");
	const out = join(folder, parts.files);
	mkdirSync(out, { recursive: true });
	let pages: ReadonlyMap<string, { readonly styles: PageStyles }> = new Map();
	let styles: BundleList["styles"] = [];
	let hasPictures = false;
	const read = new Set<string>();
	const watchModules = {
		name: "handoff-archive:modules",
		moduleParsed: ({ id }: { readonly id: string }) => {
			hasPictures ||= picture.test(id);
			read.add(id.replace(/\?.*$/su, ""));
		},
	};
	const keepModules: AstroIntegration = {
		name: integrationName,
		hooks: {
			"astro:config:setup": ({ updateConfig }) => {
				updateConfig({
					vite: { plugins: [sitePlugin({ input: { settings }, bodies: "" }, recordsSource), watchModules] },
				});
			},
			"astro:build:setup": (setup) => {
				pages = setup.pages;
			},
			"astro:build:start": ({ setPrerenderer }) => {
				setPrerenderer({
					name: integrationName,
					setup: async () => {
						cpSync(join(out, bundled.folder), join(folder, parts.modules), { recursive: true });
						styles = [...pages].map(([page, made]) => [page, made.styles]);
					},
					getStaticPaths: async () => [],
					render: async () => new Response(null),
				});
			},
		},
	};
	await build({
		...siteConfig(settings, keepModules),
		configFile: false,
		outDir: out,
		cacheDir: join(work, "astro"),
		logLevel: "error",
	});
	await writeDiskScripts({
		scripts: join(out, "_astro"),
		base: settings.base,
		out: join(out, diskFolder),
	});
	const entry = readdirSync(join(folder, parts.modules)).find((name) => bundled.entry.test(name));
	if (entry === undefined) throw new Error("Astro has left no module that pages start from.");
	const list: BundleList = { entry, styles, hasPictures, further: stampsOfFurther(read, work) };
	writeFileSync(join(folder, parts.list), JSON.stringify(list));
	return folder;
}
