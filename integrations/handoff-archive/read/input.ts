import { resolve } from "node:path";
import { AstroError } from "astro/errors";
import { type ArchiveSource, type CheckOptions, ruleMetadata } from "#check.ts";
import { type ArchiveOnDisk, openArchive } from "#files/open-archive.ts";
import { exampleArchive, findUpwards, isFile, isFolder, readTextFile } from "#files/settings-file.ts";
import { readStandardTexts } from "#files/standards-folder.ts";
import { dayOf } from "#files/today.ts";
import type { HashMemory } from "#files/workspace.ts";
import { prepare, type Settings } from "#settings.ts";

/** What a site is made from. */
export interface SiteInput {
	readonly settings: Settings;
	readonly check: CheckOptions;
	/** Lists the archive anew; it may know where its documents stand on disk. */
	open(): ArchiveSource & Partial<Pick<ArchiveOnDisk, "locate" | "revisions">>;
	/** Reads the settings anew. Throws what is wrong with them; absent where they stay as they are. */
	reload?(): SiteInput;
}

/**
 * What the nearest settings file says, or the example archive where there is none.
 * @throws AstroError with every problem of the settings and standards.
 */
export function inputFromDisk(cwd: string): SiteInput {
	const prepared = prepare(
		{
			example: exampleArchive,
			resolve,
			findUpwards,
			isFile,
			isFolder,
			readText: readTextFile,
			standardTexts: readStandardTexts,
		},
		{ cwd, overrides: {}, ruleIds: ruleMetadata.map(({ id }) => id), today: today() },
	);
	if ("problems" in prepared)
		throw new AstroError(
			"The settings cannot be used.",
			prepared.problems.map(({ path, line, column, message }) => `${path}:${line}:${column}: ${message}`).join("\n"),
		);
	const { settings, check } = prepared;
	const memory: HashMemory = new Map();
	return { settings, check, open: () => openArchive(settings, memory), reload: () => inputFromDisk(cwd) };
}

function today(): string {
	const day = dayOf(process.env, new Date());
	if ("message" in day) throw new AstroError(day.message);
	return day.today;
}
