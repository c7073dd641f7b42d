import { resolve } from "node:path";
import { type ArchiveFolder, isInside, listArchive } from "./archive-folder.ts";

/** Where documents are listed, and what is told apart from them. */
export interface DocumentPlaces {
	readonly archive: readonly string[];
	readonly transfers: readonly string[];
	readonly limits: { readonly documentBytes: number };
}

/**
 * Lists an archive; every thread that reads of it lists it so. What the settings name for transfers below one of its folders
 * is marked as such; a folder that is named for both holds both.
 * @throws ArchiveFolderError for a folder that is not there.
 */
export function listDocuments({ archive, transfers, limits }: DocumentPlaces): ArchiveFolder {
	const opened = listArchive(archive, { maxBytes: limits.documentBytes });
	const roots = archive.map((folder) => resolve(folder));
	const below = transfers
		.map((path) => resolve(path))
		.filter((path) => !roots.includes(path) && roots.some((root) => isInside(root, path)));
	if (below.length === 0) return opened;
	const isTransfer = (path: string) => {
		const place = opened.locate(path);
		return place !== null && below.some((root) => isInside(root, place));
	};
	const entries = opened.entries.map((entry) =>
		entry.kind === "file" && isTransfer(entry.path) ? { ...entry, isTransfer: true as const } : entry,
	);
	return { ...opened, entries };
}
