import type { AstroConfig } from "astro";
import { AstroError } from "astro/errors";
import type { Archive } from "#model/archive.ts";
import type { SiteInput } from "./input.ts";
import { type ReadArchive, readArchive } from "./read.ts";
import { cutSlices, type Slices } from "./slices.ts";

/** Name of the integration and of its Vite plugin, by which the loader finds the session. */
export const integrationName = "handoff-archive";

/** The archive during one build or one dev server; nothing of it outlives them. */
export interface Session {
	/** Folder of the documents' HTML and search sections. */
	readonly bodies: string;
	/** The archive as read last; reads it when that has not happened yet. */
	archive(): ReadArchive;
	/** What the pages show. Throws where the archive may not be published. */
	slices(): Slices;
	/** Makes the next call read the archive again. */
	refresh(): void;
}

export interface SessionOptions {
	readonly input: SiteInput;
	/** Private folder of the session. */
	readonly bodies: string;
	/** Whether an archive with errors is published all the same. */
	readonly lenient: boolean;
	/** Told of the archive that will not be published, before the build fails. */
	readonly onRefused?: (archive: Archive) => void;
}

export function createSession({ input, bodies, lenient, onRefused }: SessionOptions): Session {
	let read: ReadArchive | undefined;
	let cut: Slices | undefined;
	const session: Session = {
		bodies,
		archive() {
			read ??= readArchive(input.open(), { ...input, bodies });
			return read;
		},
		slices() {
			const { archive } = session.archive();
			const refusal = lenient ? null : refusalOf(archive);
			if (refusal) {
				onRefused?.(archive);
				throw new AstroError(refusal.message, refusal.hint);
			}
			cut ??= cutSlices(session.archive());
			return cut;
		},
		refresh() {
			read = undefined;
			cut = undefined;
		},
	};
	return session;
}

/** Why an archive is not published, or null where it may be. */
export function refusalOf({ summary }: Archive): { readonly message: string; readonly hint: string } | null {
	if (summary.documents === 0 && summary.errors === 0)
		return {
			message: "The archive holds no documents.",
			hint: "Point `archive` in handoffs.config.yaml at the folder of the handoff documents.",
		};
	if (summary.errors === 0) return null;
	const errors = summary.errors === 1 ? "1 error" : `${summary.errors} errors`;
	return {
		message: `The archive has ${errors}; nothing was published.`,
		hint: "Mend what is listed above, or publish all the same with `npm run handoffs -- build --report-only`.",
	};
}

/** The session of the build that Astro is running, found through the integration's Vite plugin. */
export function sessionOf(config: Pick<AstroConfig, "vite">): Session {
	for (const plugin of config.vite?.plugins?.flat(Number.POSITIVE_INFINITY) ?? [])
		if (isSessionHolder(plugin)) return plugin.api;
	throw new AstroError("The integration handoff-archive is missing.", "Add it to `integrations` in astro.config.mjs.");
}

function isSessionHolder(plugin: unknown): plugin is { readonly name: string; readonly api: Session } {
	return (
		typeof plugin === "object" &&
		plugin !== null &&
		"name" in plugin &&
		plugin.name === integrationName &&
		"api" in plugin
	);
}
