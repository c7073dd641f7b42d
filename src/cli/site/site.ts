import type { ArchiveSource, CheckOptions } from "#check.ts";
import type { Archive } from "#model/archive.ts";
import type { Settings } from "#settings.ts";

/** What a site is made from. */
export interface SiteInput {
	readonly settings: Settings;
	readonly check: CheckOptions;
	/** Lists the archive anew. */
	open(): ArchiveSource;
	/** Reads the settings anew. Throws what is wrong with them. */
	reload?(): SiteInput;
}

export interface Address {
	readonly host?: string;
	/** A free one is chosen where none is named. */
	readonly port?: number;
}

/** A server that runs until the process ends. */
interface RunningServer {
	readonly url: string;
}

/** What building throws where a page of the team's own is wrong. */
interface OwnPageFault extends Error {
	/** Where, as far as it is known. */
	readonly place: { readonly path: string; readonly line: number; readonly column: number } | null;
}

/** Whether what building threw is such a fault. */
export function isOwnPageFault(error: unknown): error is OwnPageFault {
	return error instanceof Error && error.name === "OwnPageFault" && "place" in error;
}

/** The Astro side of the product, loaded by the commands that need it only. */
export interface Site {
	buildSite(options: SiteInput & { readonly reportOnly: boolean }): Promise<{
		readonly archive: Archive;
		/** False where the archive has errors and was to be published without. */
		readonly published: boolean;
	}>;
	devSite(options: SiteInput & Address): Promise<RunningServer>;
	serveSite(options: Address & { readonly folder: string; readonly base: string }): Promise<RunningServer>;
}

/** Loads Astro and the integration: seconds, not milliseconds. */
export async function loadSite(): Promise<Site> {
	return import("../../../integrations/handoff-archive/site.ts");
}
