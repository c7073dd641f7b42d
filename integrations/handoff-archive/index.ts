import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import type { ViteDevServer } from "vite";
import { speechOf } from "#words/speech.ts";
import { writeCards } from "./cards.ts";
import { reviewFiles } from "./checklist.ts";
import { decisionFiles } from "./decisions.ts";
import { deliveryFile } from "./deliveries.ts";
import { checkedEvent, findingsMiddleware } from "./dev.ts";
import { writeDiskCopy } from "./disk.ts";
import { entriesSource } from "./entry-files.ts";
import { exportMiddleware, publishExport } from "./export.ts";
import { provenanceFiles } from "./files.ts";
import { integrationName } from "./find-session.ts";
import { lineageFile } from "./lineage.ts";
import { releaseMemory } from "./memory.ts";
import { ownPagesSource } from "./own-pages.ts";
import { packageFiles } from "./packages.ts";
import { sitePrerenderer } from "./prerender.ts";
import { type SearchIndex, startSearchIndex } from "./search.ts";
import { searchMiddleware } from "./search-dev.ts";
import type { Session } from "./session.ts";
import { writeSitemap } from "./sitemap.ts";
import { siteSource, themeSource } from "./theme.ts";
import { timelineFiles } from "./timelines.ts";
import { transferFiles } from "./transfers.ts";
import { verdictFiles } from "./verdicts.ts";
import { watchArchive } from "./watch.ts";
import { wordsModule, wordsOf, wordsSources } from "./words.ts";

/** The archive as an Astro integration: hooks only; the work is done in the session, the loader and the pages. */
export function handoffArchive(session: Session): AstroIntegration {
	let search: SearchIndex | undefined;
	let out: string | null = null;
	return {
		name: integrationName,
		hooks: {
			"astro:config:setup": async ({ command, updateConfig, injectScript }) => {
				session.begin(command);
				updateConfig({ vite: { plugins: [sessionPlugin(session)] } });
				if (command === "dev") injectScript("page", 'import "/integrations/handoff-archive/dev-client.ts";');
				if (command !== "build") return;
				// A large archive is being read beside all that Astro does before the first page.
				if (!session.readAhead()) await session.publishable();
			},
			"astro:server:setup": async ({ server, logger }) => {
				server.middlewares.use(findingsMiddleware(session));
				server.middlewares.use(searchMiddleware(session));
				server.middlewares.use(exportMiddleware(session));
				const onChange = async (): Promise<void> => {
					logger.info("The archive has changed; reading it again.");
					try {
						await session.slices();
					} catch (error) {
						logger.error(error instanceof Error ? error.message : String(error));
					}
					for (const name of [wordsModule, entriesModule]) forget(server, name);
					server.ws.send({ type: "full-reload", path: "*" });
					server.ws.send({ type: "custom", event: checkedEvent });
				};
				const onFault = (message: string) => logger.error(`The settings stay as they were: ${message}`);
				await session.slices();
				watchArchive(session, server.watcher, { onChange, onFault });
			},
			"astro:config:done": ({ config }) => {
				out = fileURLToPath(config.outDir);
			},
			"astro:build:start": ({ setPrerenderer }) => {
				const before = async () => {
					search = await startSearch(session);
					await session.slices();
					releaseMemory();
				};
				const { base } = session.input.settings;
				setPrerenderer((astros) => sitePrerenderer(astros, { before, base, folder: session.namesPages ? null : out }));
			},
			"astro:build:done": async ({ dir, pages }) => {
				const { site, base, title, language } = session.input.settings;
				publishExport(session.bodies, fileURLToPath(dir));
				if (site !== null) {
					const slices = await session.slices();
					const { layout, speech } = wordsOf(session.input.settings);
					const { say } = speechOf(language, speech.and);
					const handoffs = say(layout.handoffs, { count: slices.handoffs.length });
					writeSitemap({ folder: fileURLToPath(dir), site, base, pages: pages.map(({ pathname }) => pathname) });
					writeCards(fileURLToPath(dir), slices, { title, handoffs });
				}
				await search?.publish(fileURLToPath(dir));
				await writeDiskCopy(fileURLToPath(dir), session.input.settings.base);
			},
		},
	};
}

/** Starts as early as the archive is known, and may be published: the index takes as long as all that Astro does. */
async function startSearch(session: Session): Promise<SearchIndex> {
	return startSearchIndex(await session.publishable(), join(session.bodies, "search"));
}

const bodiesModule = "virtual:handoff-archive/bodies";
const entriesModule = "virtual:handoff-archive/entries";
const siteModule = "virtual:handoff-archive/site";
const ownPagesModule = "virtual:handoff-archive/own-pages";
const themeModule = "virtual:handoff-archive/theme.css";

/** Carries the session to the loader, and gives pages what is shown of the archive. */
function sessionPlugin(session: Session) {
	// Facts of the build come from here and not from import.meta.env, which the caller's environment variables would change.
	let strict = true;
	let words: { readonly of: unknown; readonly sources: ReadonlyMap<string, string> } | undefined;
	const sources: Readonly<Record<string, () => string>> = {
		[`\0${bodiesModule}`]: () => bodiesSource(session.bodies, strict),
		[`\0${entriesModule}`]: () => entriesSource(session.bodies, strict),
		[`\0${siteModule}`]: () => siteSource(session.input.settings, strict),
		[`\0${ownPagesModule}`]: () => ownPagesSource(session.input.settings),
		[`\0${themeModule}`]: () => themeSource(session.input.settings),
	};
	return {
		name: integrationName,
		api: session,
		configResolved: ({ command }: { readonly command: "build" | "serve" }) => {
			strict = command === "build";
		},
		/** A page that was added or taken away is another list of pages. */
		configureServer: ({ watcher, environments }: ViteDevServer) => {
			const relist = (file: string) => {
				if (file.endsWith(".mdx")) forget({ environments }, ownPagesModule);
			};
			watcher.on("add", relist).on("unlink", relist);
		},
		resolveId: (id: string) => (`\0${id}` in sources || id.startsWith(wordsModule) ? `\0${id}` : undefined),
		load: (id: string) => {
			if (!id.startsWith(`\0${wordsModule}`)) return sources[id]?.();
			if (words?.of !== session.input) words = { of: session.input, sources: wordsSources(session.input.settings) };
			return words.sources.get(id.slice(1));
		},
	};
}

/** Has a module of ours, and those below its name, made anew when they are asked for next. */
function forget({ environments }: Pick<ViteDevServer, "environments">, name: string): void {
	for (const { moduleGraph } of Object.values(environments))
		for (const [id, known] of moduleGraph.idToModuleMap)
			if (id.startsWith(`\0${name}`)) moduleGraph.invalidateModule(known);
}

/** @param isFixed whether the archive stays as it is while the module lives: then the flow, which many pages show, is read once. */
function bodiesSource(folder: string, isFixed: boolean): string {
	return [
		`import { readNumbered, readRecord } from ${JSON.stringify(fileURLToPath(new URL("records.ts", import.meta.url)))};`,
		`const folder = ${JSON.stringify(folder)};`,
		`const numbered = (file) => (order) => JSON.parse(readNumbered(folder, file, order));`,
		`export const bodyOf = (name) => readRecord(folder, name);`,
		`export const verdictsAt = numbered(${JSON.stringify(verdictFiles.inForce)});`,
		`export const todayAt = numbered(${JSON.stringify(verdictFiles.today)});`,
		`export const checklistAt = numbered(${JSON.stringify(reviewFiles.boxes)});`,
		`export const reviewAt = numbered(${JSON.stringify(reviewFiles.human)});`,
		`export const packageList = () => JSON.parse(readNumbered(folder, ${JSON.stringify(packageFiles.list)}, 0));`,
		`export const packageAt = numbered(${JSON.stringify(packageFiles.one)});`,
		`export const decisionLists = () => JSON.parse(readNumbered(folder, ${JSON.stringify(decisionFiles.lists)}, 0));`,
		`export const decisionGroups = numbered(${JSON.stringify(decisionFiles.groups)});`,
		`export const deliveryAt = numbered(${JSON.stringify(deliveryFile)});`,
		`export const lineage = () => JSON.parse(readNumbered(folder, ${JSON.stringify(lineageFile)}, 0));`,
		`export const fileList = () => JSON.parse(readNumbered(folder, ${JSON.stringify(provenanceFiles.list)}, 0));`,
		`export const filePage = numbered(${JSON.stringify(provenanceFiles.pages)});`,
		`const readFileNames = () => JSON.parse(readNumbered(folder, ${JSON.stringify(provenanceFiles.names)}, 0));`,
		"let names;",
		`export const fileNames = ${isFixed ? "() => (names ??= readFileNames())" : "readFileNames"};`,
		`export const handoffFiles = numbered(${JSON.stringify(provenanceFiles.handoffs)});`,
		`export const sourceOf = bodyOf;`,
		`const readFlow = () => JSON.parse(readNumbered(folder, ${JSON.stringify(transferFiles.flow)}, 0));`,
		"let flow;",
		`export const transferFlow = ${isFixed ? "() => (flow ??= readFlow())" : "readFlow"};`,
		`export const transfersOfHandoff = numbered(${JSON.stringify(transferFiles.handoffs)});`,
		`export const transferAt = numbered(${JSON.stringify(transferFiles.pages)});`,
		`export const timeline = () => JSON.parse(readNumbered(folder, ${JSON.stringify(timelineFiles.whole)}, 0));`,
		`export const timelineAround = numbered(${JSON.stringify(timelineFiles.around)});`,
	].join("\n");
}
