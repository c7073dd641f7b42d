import { type ArchiveSource, checkArchive, concludeArchive } from "#check.ts";
import type { Effects, OpenedArchive } from "./command.ts";
import { progress } from "./progress.ts";
import type { Ready } from "./settings.ts";

/** Reads and checks the archive; on a terminal, long work shows how far it is. */
export async function readArchive({ settings, options }: Ready, { files, stderr }: Effects) {
	const source: OpenedArchive = files.openArchive(settings);
	const shown = progress(countFiles(source), stderr);
	const checked = { ...options, onDocument: shown.step };
	const archive = files.readDocuments
		? concludeArchive(source, await files.readDocuments(settings, source, checked), options)
		: checkArchive(source, checked);
	shown.done();
	return { source, archive };
}

/** How many files there are to read. */
export function countFiles({ entries }: ArchiveSource): number {
	return entries.filter(({ kind }) => kind === "file").length;
}
