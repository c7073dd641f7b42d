import { resolve } from "node:path";
import { AstroError } from "astro/errors";
import { type ArchiveSource, type CheckOptions, ruleMetadata } from "#check.ts";
import { listArchive } from "#files/archive-folder.ts";
import { openHistory } from "#files/git-history.ts";
import { exampleArchive, findUpwards, isFile, readTextFile } from "#files/settings-file.ts";
import { readStandardTexts } from "#files/standards-folder.ts";
import { dayOf } from "#files/today.ts";
import { listTransfers } from "#files/transfer-files.ts";
import { type HashMemory, openWorkspace } from "#files/workspace.ts";
import { prepare, type Settings } from "#settings.ts";

/** What a site is made from. */
export interface SiteInput {
	readonly settings: Settings;
	readonly check: CheckOptions;
	/** Lists the archive anew; it may know where its documents stand on disk. */
	open(): ArchiveSource & { locate?(path: string): string | null };
}

/**
 * What the nearest settings file says, or the example archive where there is none.
 * @throws AstroError with every problem of the settings and standards.
 */
export function inputFromDisk(cwd: string): SiteInput {
	const prepared = prepare(
		{ example: exampleArchive, resolve, findUpwards, isFile, readText: readTextFile, standardTexts: readStandardTexts },
		{ cwd, overrides: {}, ruleIds: ruleMetadata.map(({ id }) => id), today: today() },
	);
	if ("problems" in prepared)
		throw new AstroError(
			"The settings cannot be used.",
			prepared.problems.map(({ path, line, column, message }) => `${path}:${line}:${column}: ${message}`).join("\n"),
		);
	const { settings, check } = prepared;
	const { archive: folders, limits, workspace, history, transfers } = settings;
	const memory: HashMemory = new Map();
	return {
		settings,
		check,
		open: () => {
			const listed = listArchive(folders, { maxBytes: limits.documentBytes });
			const opened =
				transfers.length > 0
					? { ...listed, transfers: listTransfers(transfers, { maxBytes: limits.documentBytes }) }
					: listed;
			if (workspace === null) return opened;
			const place = { folders, locate: opened.locate };
			const held = history ? { history: openHistory(workspace, place) } : {};
			return { ...opened, workspace: openWorkspace(workspace, { memory, ...held }) };
		},
	};
}

function today(): string {
	const day = dayOf(process.env, new Date());
	if ("message" in day) throw new AstroError(day.message);
	return day.today;
}
