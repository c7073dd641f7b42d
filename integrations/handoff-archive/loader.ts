import { pathToFileURL } from "node:url";
import { glob, type Loader, type LoaderContext } from "astro/loaders";
import type { z } from "astro/zod";
import { archiveEntry, documentEntry, findingsEntry, handoffEntry, ruleEntry, standardEntry } from "./entries.ts";
import { sessionOf } from "./find-session.ts";
import { overviewEntry } from "./overview-entry.ts";
import type { Slices } from "./slices.ts";

interface Collection {
	readonly schema: z.ZodType;
	readonly entries: (slices: Slices) => readonly { readonly id: string; readonly data: object }[];
}

const collections = {
	archive: { schema: archiveEntry, entries: ({ archive }) => [{ id: "archive", data: archive }] },
	overview: { schema: overviewEntry, entries: ({ overview }) => [{ id: "overview", data: overview }] },
	handoffs: { schema: handoffEntry, entries: ({ handoffs }) => handoffs.map((data) => ({ id: data.slug, data })) },
	documents: { schema: documentEntry, entries: ({ documents }) => documents.map((data) => ({ id: data.slug, data })) },
	findings: { schema: findingsEntry, entries: ({ findings }) => findings.map((data) => ({ id: data.path, data })) },
	rules: { schema: ruleEntry, entries: ({ rules }) => rules.map((data) => ({ id: data.id, data })) },
	standards: { schema: standardEntry, entries: ({ standards }) => standards.map((data) => ({ id: data.id, data })) },
} as const satisfies Record<string, Collection>;

/**
 * Puts one kind of slice of the archive into the content store. The archive is read by the integration, once for all
 * collections and again when a file of it changes; a problem with it fails the build here.
 */
export function archiveLoader<Name extends keyof typeof collections>(
	name: Name,
): Loader & { schema: (typeof collections)[Name]["schema"] } {
	const { schema, entries } = collections[name];
	return {
		name: `handoff-archive:${name}`,
		schema,
		async load({ store, config, generateDigest, parseData }: LoaderContext) {
			const slices = await sessionOf(config).slices();
			const stale = new Set(store.keys());
			for (const { id, data } of entries(slices)) {
				stale.delete(id);
				const text = withoutImageMarks(JSON.stringify(data));
				const digest = generateDigest(text);
				if (store.get(id)?.digest === digest) continue;
				store.set({ id, digest, data: await parseData({ id, data: JSON.parse(text) }) });
			}
			for (const id of stale) store.delete(id);
		},
	};
}

/** Astro takes a string that starts like this for an image to import; in a document's title it is just words. */
function withoutImageMarks(json: string): string {
	return json.replaceAll('"__ASTRO_IMAGE_', '"\u2060__ASTRO_IMAGE_');
}

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
