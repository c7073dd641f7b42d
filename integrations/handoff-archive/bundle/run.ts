import { cpSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { AstroError } from "astro/errors";
import { StaticPaths, type StaticPathsApp } from "astro/runtime/prerender/static-paths.js";
import { PageFailure } from "../astro/own-pages.ts";
import { pageWriter } from "../astro/prerender.ts";
import type { FileSink } from "../storage/file-sink.ts";
import { type Bundle, type PageStyles, parts, recordsName } from "./bundle.ts";

export interface BundleRun {
	readonly bundle: Bundle;
	/** Private folder, below the project, for the modules of this run. */
	readonly work: string;
	/** Folder of the archive's records. */
	readonly records: string;
	/** Where the site is built. */
	readonly folder: string;
	/** Takes the pages. */
	readonly sink: FileSink;
	/** The address that the site is published at, where it is known, and the path under it. */
	readonly site: string | null;
	readonly base: string;
}

/** What the entry of the bundled pages gives; Astro hands it the same things when it makes the pages itself. */
interface BundledPages extends StaticPathsApp {
	setInternals(internals: {
		readonly pagesByKeys: ReadonlyMap<string, { readonly styles: PageStyles }>;
		readonly entrySpecifierToBundleMap: ReadonlyMap<string, string>;
	}): void;
	setOptions(options: {
		readonly settings: { readonly scripts: readonly [] };
		readonly logger: {
			readonly options: {
				readonly destination: { write(event: { message: string }): void };
			};
		};
	}): void;
	render(request: Request, options: { readonly routeData: object }): Promise<Response>;
}

/**
 * Makes all pages of a site by its bundle.
 * @returns paths of the pages from the site's root, in the order made
 * @throws PageFailure where a page cannot be made, AstroError where two have one address
 */
export async function runBundle({
	bundle,
	work,
	records,
	folder,
	sink,
	site,
	base,
}: BundleRun): Promise<readonly string[]> {
	cpSync(join(bundle.folder, parts.files), folder, { recursive: true });
	Object.assign(globalThis, { [Symbol.for(recordsName)]: records });
	const entry = pathToFileURL(join(freshModules(bundle, work), bundle.entry));
	const { app }: { readonly app: BundledPages } = await import(entry.href);
	app.setInternals({
		pagesByKeys: new Map(bundle.styles.map(([page, styles]) => [page, { styles }])),
		entrySpecifierToBundleMap: new Map(),
	});
	// What goes wrong is thrown as well.
	app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: { write: () => {} } } } });
	const write = pageWriter(sink, base);
	const origin = site === null ? "http://localhost" : new URL(site).origin;
	const made = new Map<string, string>();
	const pages: string[] = [];
	for (const { pathname, route } of await new StaticPaths(app).getAll()) {
		const url = new URL(base + addressOf(pathname, route.type), origin);
		const path = url.pathname.slice(base.length);
		const other = made.get(url.pathname);
		if (other !== undefined) throw new AstroError(`${other} and ${route.component} both make ${url.pathname}.`);
		made.set(url.pathname, route.component);
		if (route.type === "page") pages.push(path);
		const response = await app.render(new Request(url), { routeData: route }).catch((error: unknown) => {
			throw new PageFailure(path, error);
		});
		// The page of addresses that lead nowhere answers as such.
		const isMade = response.status === 200 || response.status === 404;
		if (!isMade || !(await write(url.pathname, route.type, response)))
			throw new PageFailure(path, `${route.component} answers with ${response.status}`);
	}
	return pages;
}

/** The address of a page or file below the base path, as Astro asks for it. */
function addressOf(pathname: string, type: string): string {
	const path = pathname.replace(/^\/+/u, "");
	return type === "page" ? path.replace(/(?<=[^/])\/*$/u, "/") : path;
}

/** Folders of modules that this process has loaded. */
const loaded = new Set<string>();

/**
 * The folder of modules that this process has not loaded yet: what they remember of an archive must end with it. Those of the
 * bundle itself are best, because Node keeps them compiled.
 */
function freshModules(bundle: Bundle, work: string): string {
	const kept = join(bundle.folder, parts.modules);
	if (!loaded.has(kept)) {
		loaded.add(kept);
		return kept;
	}
	const copied = join(work, parts.modules);
	cpSync(kept, copied, { recursive: true });
	return copied;
}
