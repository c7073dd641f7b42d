import type { AstroConfig } from "astro";
import { AstroError } from "astro/errors";
import type { Session } from "./session.ts";

/*
 * Apart from the session itself: Astro runs the loaders in a module graph of its own, and would transform and run the whole
 * pipeline a second time if they imported it.
 */

/** Name of the integration and of its Vite plugin, by which the loader finds the session. */
export const integrationName = "handoff-archive";

/** The session of the build that Astro is running, found through the integration's Vite plugin. */
export function sessionOf({ vite }: Pick<AstroConfig, "vite">): Session {
	const plugins: readonly unknown[] = Array.isArray(vite?.plugins) ? vite.plugins : [];
	for (const plugin of plugins) if (isSessionHolder(plugin)) return plugin.api;
	throw new AstroError("The integration handoff-archive is missing.", "Add it to `integrations` in astro.config.mjs.");
}

function isSessionHolder(plugin: unknown): plugin is { readonly api: Session } {
	return (
		typeof plugin === "object" &&
		plugin !== null &&
		"name" in plugin &&
		plugin.name === integrationName &&
		"api" in plugin
	);
}
