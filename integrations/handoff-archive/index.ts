import type { AstroIntegration } from "astro";
import { integrationName, type Session } from "./session.ts";

const bodiesModule = "virtual:handoff-archive/bodies";

/** The archive as an Astro integration: hooks only; the work is done in the session, the loader and the pages. */
export function handoffArchive(session: Session): AstroIntegration {
	return {
		name: integrationName,
		hooks: {
			"astro:config:setup": ({ command, updateConfig }) => {
				session.begin(command);
				updateConfig({ vite: { plugins: [sessionPlugin(session)] } });
			},
		},
	};
}

/** Carries the session to the loader, and gives pages the HTML of documents, which is too large for the content store. */
function sessionPlugin(session: Session) {
	const resolved = `\0${bodiesModule}`;
	return {
		name: integrationName,
		api: session,
		resolveId: (id: string) => (id === bodiesModule ? resolved : undefined),
		load: (id: string) => (id === resolved ? bodiesSource(session.bodies) : undefined),
	};
}

function bodiesSource(folder: string): string {
	return [
		`import { readFileSync } from "node:fs";`,
		`import { join } from "node:path";`,
		`export const bodyOf = (name) => readFileSync(join(${JSON.stringify(folder)}, name + ".html"), "utf8");`,
		`export const archiveJson = () => readFileSync(join(${JSON.stringify(folder)}, "archive.json"));`,
	].join("\n");
}
