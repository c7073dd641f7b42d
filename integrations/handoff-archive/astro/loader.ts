import { pathToFileURL } from "node:url";
import { glob, type Loader } from "astro/loaders";
import { sessionOf } from "../session/find-session.ts";

/**
 * Loads what the pages of the folder that the settings name say of themselves; none where they name none. What they hold is
 * imported by a module of the session: Astro's own list of such modules is one file for all builds that run at once.
 */
export function ownPagesLoader(): Loader {
	return {
		name: "handoff-archive:pages",
		async load(context) {
			const { pages } = sessionOf(context.config).input.settings;
			if (pages === null) return context.store.clear();
			const set: typeof context.store.set = (entry) => context.store.set({ ...entry, deferredRender: false });
			const store = { ...context.store, set, addModuleImport: () => {} };
			await glob({ pattern: "**/*.mdx", base: pathToFileURL(`${pages}/`) }).load({ ...context, store });
		},
	};
}
