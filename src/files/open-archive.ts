import { join, resolve } from "node:path";
import type { WorkspaceSource } from "#model/provenance.ts";
import type { ArchiveRevisions } from "#model/revisions.ts";
import type { ArchiveFolder } from "./archive-folder.ts";
import { listDocuments } from "./documents.ts";
import { documentDates } from "./git/dates.ts";
import { openHistory } from "./git/history.ts";
import { revisionsOf } from "./git/revisions.ts";
import { listTransfers, type TransferFiles } from "./transfer-files.ts";
import { type HashMemory, openWorkspace } from "./workspace.ts";

/** Where everything that makes up an archive stands on disk, as the settings say. */
export interface ArchivePlaces {
	readonly archive: readonly string[];
	readonly transfers: readonly string[];
	readonly workspace: string | null;
	/** Whether git is asked. */
	readonly history: boolean;
	/** How many states of each document are told. */
	readonly revisions: number;
	readonly limits: { readonly documentBytes: number; readonly transferBytes: number };
}

/** An archive's documents, and what they are held against. */
export interface ArchiveOnDisk extends ArchiveFolder {
	readonly transfers?: TransferFiles;
	readonly workspace?: WorkspaceSource;
	/** When each document was first committed; null where git cannot tell. Asked for where no document states a date. */
	readonly dates?: () => ReadonlyMap<string, string> | null;
	/** The states in which git holds the documents, where more than one is to be told. */
	readonly revisions?: () => ArchiveRevisions;
}

/**
 * Lists an archive with its transfers and workspace. `memory` spares hashing files again that have not changed.
 * @throws ArchiveFolderError for a folder that is not there.
 */
export function openArchive(places: ArchivePlaces, memory: HashMemory): ArchiveOnDisk {
	const { archive: folders, transfers, workspace, history, revisions, limits } = places;
	const opened = listDocuments(places);
	const listed = transfers.length > 0 ? listTransfers(transfers, { maxBytes: limits.transferBytes }) : null;
	const held = (folder: string) =>
		history ? { history: openHistory(folder, { folders, locate: opened.locate }) } : {};
	return {
		...opened,
		locate: (path) => opened.locate(path) ?? listed?.locate(path) ?? null,
		...(listed && { transfers: listed }),
		...(workspace !== null && { workspace: openWorkspace(workspace, { memory, ...held(workspace) }) }),
		...(history && { dates: () => datesOf(folders, opened) }),
		...(revisions > 1 && {
			revisions: () => {
				const paths = opened.entries.flatMap((entry) => (entry.kind === "file" ? [entry.path] : []));
				return revisionsOf({ ...opened, folders, paths }, { most: revisions, bytes: limits.documentBytes });
			},
		}),
	};
}

function datesOf(folders: readonly string[], { entries, locate }: ArchiveFolder): ReadonlyMap<string, string> | null {
	const byFile = new Map<string, string>();
	for (const folder of folders) {
		const dates = documentDates(folder);
		if (dates === null) return null;
		for (const [path, date] of dates) byFile.set(join(resolve(folder), path), date);
	}
	return new Map(
		entries.flatMap(({ path }): [string, string][] => {
			const date = byFile.get(locate(path) ?? "");
			return date === undefined ? [] : [[path, date]];
		}),
	);
}
