import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { AstroError } from "astro/errors";
import { StaticPaths, type StaticPathsApp } from "astro/runtime/prerender/static-paths.js";
import { pageWriter } from "../prerender.ts";
import { type PageStyles, type Program, parts, recordsFolder } from "./program.ts";

export interface ProgramRun {
	readonly program: Program;
	/** Private folder, below the project, for the modules of this run. */
	readonly work: string;
	/** Folder of the archive's records. */
	readonly records: string;
	/** Where the site is built. */
	readonly folder: string;
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
		readonly logger: { readonly options: { readonly destination: { write(event: { message: string }): void } } };
	}): void;
	render(request: Request, options: { readonly routeData: object }): Promise<Response>;
}

/**
 * Makes all pages of a site by its program.
 * @returns paths of the pages from the site's root, in the order made
 * @throws AstroError where a page cannot be made, or two have one address
 */
export async function runProgram({
	program,
	work,
	records,
	folder,
	site,
	base,
}: ProgramRun): Promise<readonly string[]> {
	cpSync(join(program.folder, parts.files), folder, { recursive: true });
	// Modules of their own for each run: what they remember of an archive ends with it.
	const modules = join(work, parts.modules);
	putToWork(join(program.folder, parts.modules), modules, records);
	const { app }: { readonly app: BundledPages } = await import(pathToFileURL(join(modules, program.entry)).href);
	app.setInternals({
		pagesByKeys: new Map(program.styles.map(([page, styles]) => [page, { styles }])),
		entrySpecifierToBundleMap: new Map(),
	});
	app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: { write: () => {} } } } });
	const write = pageWriter(folder, base);
	const origin = site === null ? "http://localhost" : new URL(site).origin;
	const pages = new Map<string, string>();
	for (const { pathname, route } of await new StaticPaths(app).getAll()) {
		const url = new URL(base + addressOf(pathname, route.type), origin);
		const other = pages.get(url.pathname);
		if (other !== undefined) throw new AstroError(`${other} and ${route.component} both make ${url.pathname}.`);
		pages.set(url.pathname, route.component);
		const response = await app.render(new Request(url), { routeData: route });
		// The page of addresses that lead nowhere answers as such.
		const isMade = response.status === 200 || response.status === 404;
		if (!isMade || !(await write(url.pathname, route.type, response)))
			throw new AstroError(`${route.component} could not make ${url.pathname} (${response.status}).`);
	}
	return [...pages.keys()].filter((path) => path.endsWith("/")).map((path) => path.slice(base.length));
}

/** The address of a page below the base path, as Astro asks for it. @param pathname with slashes around it, or without */
function addressOf(pathname: string, type: string): string {
	const path = pathname.replace(/^\/+|\/+$/gu, "");
	return path !== "" && type === "page" ? `${path}/` : path;
}

/** Copies modules, with the folder of the records put in. */
function putToWork(from: string, to: string, records: string): void {
	mkdirSync(to, { recursive: true });
	for (const entry of readdirSync(from, { withFileTypes: true })) {
		const [source, target] = [join(from, entry.name), join(to, entry.name)];
		if (entry.isDirectory()) putToWork(source, target, records);
		else
			writeFileSync(
				target,
				readFileSync(source, "utf8").replaceAll(recordsFolder, JSON.stringify(records).slice(1, -1)),
			);
	}
}
