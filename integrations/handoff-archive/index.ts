import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { AstroError } from "astro/errors";
import { forgetArchive, sitePlugin } from "./astro/modules.ts";
import { sitePrerenderer } from "./astro/prerender.ts";
import { checkedEvent, findingsMiddleware } from "./dev/panel.ts";
import { watchArchive } from "./dev/watch.ts";
import { diskFolder } from "./disk-copy/pack.ts";
import { completeSite, preparePages } from "./publish/complete.ts";
import { exportMiddleware } from "./publish/export.ts";
import { searchMiddleware } from "./search/dev.ts";
import type { SearchIndex } from "./search/indexer.ts";
import { integrationName } from "./session/find-session.ts";
import type { Session } from "./session/session.ts";
import { fileSink } from "./storage/file-sink.ts";

/** The archive as an Astro integration: hooks only; the work is done in the session, the loader and the pages. */
export function handoffArchive(session: Session): AstroIntegration {
	let search: SearchIndex | undefined;
	let out: string | null = null;
	return {
		name: integrationName,
		hooks: {
			"astro:config:setup": async ({ command, updateConfig, injectScript }) => {
				session.begin(command);
				updateConfig({ vite: { plugins: [sitePlugin(session)] } });
				if (command === "dev") injectScript("page", 'import "/integrations/handoff-archive/dev/panel-client.ts";');
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
						await session.entries();
					} catch (error) {
						logger.error(error instanceof Error ? error.message : String(error));
					}
					forgetArchive(server);
					server.ws.send({ type: "full-reload", path: "*" });
					server.ws.send({ type: "custom", event: checkedEvent });
				};
				const onFault = (message: string) => logger.error(`The settings stay as they were: ${message}`);
				await session.entries();
				watchArchive(session, server.watcher, { onChange, onFault });
			},
			"astro:config:done": ({ config }) => {
				out = fileURLToPath(config.outDir);
			},
			"astro:build:start": ({ setPrerenderer }) => {
				const before = async () => {
					search = await preparePages(session);
				};
				const { base } = session.input.settings;
				setPrerenderer((astros) => sitePrerenderer(astros, { before, base, folder: session.namesPages ? null : out }));
			},
			"astro:build:done": async ({ dir, pages }) => {
				if (!search) throw new AstroError("Astro has made no page.");
				const folder = fileURLToPath(dir);
				const { writeDiskScripts } = await import("./disk-copy/scripts.ts");
				const { base } = session.input.settings;
				await writeDiskScripts({ scripts: join(folder, "_astro"), base, out: join(folder, diskFolder) });
				const paths = pages.map(({ pathname }) => pathname);
				await completeSite(session, { folder, pages: paths, search, sink: fileSink(folder) });
			},
		},
	};
}
