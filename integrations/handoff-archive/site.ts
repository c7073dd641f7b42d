import { accessSync, constants, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import type { AstroInlineConfig } from "astro";
import { reasonOf } from "#files/reason.ts";
import type { Archive } from "#model/archive.ts";
import type { Settings } from "#settings.ts";
import { ownPageFault } from "./astro/own-pages.ts";
import { type Bundle, knownBundle } from "./bundle/bundle.ts";
import { bundleKey } from "./bundle/key.ts";
import { type Bundling, startBundling } from "./bundle/start.ts";
import { completeSite, preparePages } from "./publish/complete.ts";
import type { RunningServer } from "./publish/serve.ts";
import type { SiteInput } from "./read/input.ts";
import { createSession, type Session } from "./session/session.ts";
import { fileSink } from "./storage/file-sink.ts";
import { putInPlace, workFolder } from "./storage/folders.ts";
import { projectRoot } from "./storage/project.ts";

export { type RunningServer, type ServeOptions, serveSite } from "./publish/serve.ts";

export interface BuildOptions extends SiteInput {
	/** Publishes an archive with errors all the same. */
	readonly reportOnly: boolean;
}

export interface BuildResult {
	readonly archive: Archive;
	/** False where the archive has errors and was to be published without; then nothing was written. */
	readonly published: boolean;
}

/**
 * Builds the site of an archive into `settings.out`. Everything is made in a private folder first and put in place at the end by
 * renaming: whatever goes wrong on the way, what was published last stays as it is. Builds of several archives may run at once
 * in processes of their own.
 * @throws OwnPageFault where the team's own pages cannot be used, else what Astro throws where it cannot build.
 */
export async function buildSite({ reportOnly, ...input }: BuildOptions): Promise<BuildResult> {
	return withWorkFolder(async (work) => {
		const session = createSession({ input, reportOnly, namesPages: false, bodies: join(work, "bodies") });
		session.readAhead();
		const site = join(work, "site");
		try {
			await inProject(() => makePages(session, { work, site }));
		} catch (error) {
			if (session.refused) return { archive: session.refused, published: false };
			throw ownPageFault(input.settings, error);
		}
		putInPlace(site, input.settings.out);
		return { archive: session.read().checked, published: true };
	});
}

/** Folders of a build: a private one, and where the site is built in it. */
interface BuildFolders {
	readonly work: string;
	readonly site: string;
}

/** Bundling is the same for every archive with these settings: what came of it is kept, and has but to make the pages. */
async function makePages(session: Session, folders: BuildFolders): Promise<void> {
	const { input } = session;
	// A small archive is refused before anything is made for it.
	if (!session.readAhead()) await session.publishable();
	const { bundle, end } = bundleOf(input.settings, folders.work);
	try {
		// Pictures come with pages of the team's own alone.
		if (input.settings.pages !== null && (await bundle).hasPictures) await makeByAstro(session, folders);
		else await makeByBundle(session, folders, bundle);
	} finally {
		end();
	}
}

function bundleOf(settings: Settings, work: string): Bundling {
	const key = bundleKey(settings);
	const known = knownBundle(key);
	if (known) return { bundle: Promise.resolve(known), end: () => {} };
	needWritableProject();
	return startBundling(settings, key, work);
}

async function makeByBundle(
	session: Session,
	{ work, site: folder }: BuildFolders,
	bundle: Promise<Bundle>,
): Promise<void> {
	const search = await preparePages(session);
	const { base, site } = session.input.settings;
	const sink = fileSink(folder);
	try {
		const { runBundle } = await import("./bundle/run.ts");
		const made = { bundle: await bundle, work, records: session.bodies, folder, sink, site, base };
		const pages = await runBundle(made);
		await completeSite(session, { folder, pages, search, sink });
	} catch (error) {
		search.end();
		throw error;
	}
}

/** @throws the system's error, told in our words, where Astro could not write what it writes into the project while it bundles. */
function needWritableProject(): void {
	try {
		accessSync(projectRoot, constants.W_OK);
	} catch (error) {
		const reason = `${projectRoot} cannot be written to (${reasonOf(error)})`;
		const message = `the first build with its settings bundles the pages, and ${reason}. Build once as a user who may write there`;
		throw error instanceof Error ? Object.assign(error, { message }) : error;
	}
}

async function makeByAstro(session: Session, { work, site }: BuildFolders): Promise<void> {
	needWritableProject();
	const { build, siteConfig, handoffArchive } = await loadAstro();
	await build({
		...siteConfig(session.input.settings, handoffArchive(session)),
		configFile: false,
		outDir: site,
		cacheDir: join(work, "astro"),
		logLevel: "error",
	});
}

export interface DevOptions extends SiteInput {
	/** Preferred port; the next free one is used where it is taken. */
	readonly port?: number;
	readonly host?: string;
	readonly logLevel?: AstroInlineConfig["logLevel"];
}

/**
 * Serves the site while the archive is being written: a saved document is on its page at once. Findings are shown, and
 * never stop it.
 */
export async function devSite({ port, host, logLevel = "info", ...input }: DevOptions): Promise<RunningServer> {
	// Outside the project, whose files Astro watches.
	const work = mkdtempSync(join(tmpdir(), "handoffs-dev-"));
	const session = createSession({ input, reportOnly: true, bodies: join(work, "bodies") });
	keepToItself();
	const server = { ...(port === undefined ? {} : { port }), ...(host === undefined ? {} : { host }) };
	const { dev, siteConfig, handoffArchive } = await loadAstro();
	const config = siteConfig(input.settings, handoffArchive(session));
	const running = await dev({
		...config,
		// Packages of the pages' scripts are made ready at the start, and apart from those of other servers: made ready late, or anew
		// while a page is loading, they leave the page without its scripts.
		vite: { ...config.vite, cacheDir: join(work, "vite"), optimizeDeps: { include: packagesOfScripts } },
		configFile: false,
		cacheDir: join(work, "astro"),
		server,
		logLevel,
	});
	return {
		url: `http://${host ?? "localhost"}:${running.address.port}${input.settings.base}`,
		close: async () => {
			await running.stop();
			rmSync(work, { recursive: true, force: true });
		},
	};
}

/** What scripts of pages import from packages. */
const packagesOfScripts = ["diff", "fastest-levenshtein"];

/** Astro and its configuration: a second to load, in which others can read documents already. */
async function loadAstro() {
	const [{ build, dev }, { siteConfig }, { handoffArchive }] = await Promise.all([
		import("astro"),
		import("./astro/config.ts"),
		import("./index.ts"),
	]);
	return { build, dev, siteConfig, handoffArchive };
}

/** Runs with a private folder, below the project where that can be, where Astro's intermediate modules find their packages. */
async function withWorkFolder<Result>(run: (work: string) => Promise<Result>): Promise<Result> {
	const work = workFolder("build-");
	const remove = () => rmSync(work, { recursive: true, force: true });
	try {
		const result = await run(work);
		remove();
		return result;
	} catch (error) {
		// Astro may still be about to write its intermediate files.
		process.once("exit", remove);
		throw error;
	}
}

/**
 * Runs a build in the project's folder, because Astro puts intermediate modules into the output folder only where that lies
 * below the working directory, and in production mode, whatever the caller's environment says: only then pages carry
 * their content security policy.
 */
async function inProject(run: () => Promise<void>): Promise<void> {
	const cwd = process.cwd();
	const { NODE_ENV } = process.env;
	const move = relative(cwd, projectRoot) !== "";
	if (move) process.chdir(projectRoot);
	process.env.NODE_ENV = "production";
	keepToItself();
	try {
		await run();
	} finally {
		if (NODE_ENV === undefined) delete process.env.NODE_ENV;
		else process.env.NODE_ENV = NODE_ENV;
		if (move) process.chdir(cwd);
	}
}

/** Nothing about an archive is told to anybody: without this Astro asks git about the project, and reports each build. */
function keepToItself(): void {
	process.env.ASTRO_TELEMETRY_DISABLED = "1";
}
