import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { readStandardTexts } from "#files/standards-folder.ts";
import type { SeveritySetting } from "#model/findings.ts";
import type { ArchiveEntry } from "#model/source.ts";
import type { Standard } from "#model/standard.ts";
import { parseStandards } from "#parse/standard.ts";
import type { ArchiveSource } from "../../src/check.ts";
import type { Settings } from "../../src/settings.ts";

/** What a site is made from. */
export interface SiteInput {
	readonly title: string;
	readonly standards: readonly Standard[];
	readonly severities: Readonly<Record<string, SeveritySetting>>;
	/** The site's base path, with a slash at both ends. */
	readonly base: string;
	readonly site: string | null;
	/** Absolute folders of the archive, to be watched. */
	readonly folders: readonly string[];
	/** Lists the archive anew. */
	open(): ArchiveSource;
}

/** What the settings say, ready to be read. */
export function siteInput(settings: Settings): SiteInput {
	const { standards } = parseStandards(readStandardTexts().texts);
	return {
		title: settings.title,
		standards,
		severities: settings.rules,
		base: settings.base,
		site: settings.site,
		folders: settings.archive,
		open: () => standInSource(settings.archive[0] ?? "."),
	};
}

function standInSource(root: string): ArchiveSource {
	const entries: ArchiveEntry[] = (readdirSync(root, { recursive: true }) as string[])
		.filter((path) => statSync(join(root, path)).isFile())
		.map((path) => ({ kind: "file", path, size: 0 }));
	return {
		entries,
		read: (path) => readFileSync(join(root, path)),
		sha256: (bytes) => createHash("sha256").update(bytes).digest("hex"),
	};
}
