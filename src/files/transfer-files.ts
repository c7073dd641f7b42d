import { statSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import type { ArchiveEntry, ReadingProblem } from "#model/source.ts";
import { compareText } from "#model/text-order.ts";
import { type ArchiveFolder, ArchiveFolderError, listArchive } from "./archive-folder.ts";
import { diskFileSystem } from "./file-system.ts";
import { reasonOf } from "./reason.ts";

/** The files that mode-to-mode handoffs and their log may stand in. */
export interface TransferFiles {
	/** In code unit order; each path starts with the name of its folder. */
	readonly entries: readonly ArchiveEntry[];
	readonly rootDepth: number;
	readonly idDepth: number;
	read(path: string): Uint8Array | ReadingProblem;
	/** The file's absolute path on disk; null for a path that is none of them. */
	locate(path: string): string | null;
}

/**
 * Lists folders and single files. What is wrong inside a folder becomes a problem entry and never stops the rest.
 * @throws ArchiveFolderError for a path that is not there.
 */
export function listTransfers(paths: readonly string[], { maxBytes }: { readonly maxBytes: number }): TransferFiles {
	const entries: ArchiveEntry[] = [];
	const places = new Map<string, { readonly folder: ArchiveFolder; readonly path: string } | string>();
	const names = new Set<string>();
	for (const root of paths.map((path) => resolve(path))) {
		const isFile = isFileAt(root);
		const name = uniqueName(basename(isFile ? dirname(root) : root) || "transfers", names);
		if (isFile) {
			const path = `${name}/${basename(root)}`;
			entries.push(fileEntry(path, root, maxBytes));
			places.set(path, root);
			continue;
		}
		const folder = listArchive([root], { maxBytes });
		for (const entry of folder.entries) {
			const path = `${name}/${entry.path}`;
			entries.push(
				entry.kind === "file" ? { ...entry, path } : { ...entry, path, problem: { ...entry.problem, path } },
			);
			places.set(path, { folder, path: entry.path });
		}
	}
	entries.sort((a, b) => compareText(a.path, b.path));
	return {
		entries,
		rootDepth: 1,
		idDepth: paths.length > 1 ? 0 : 1,
		read(path) {
			const place = places.get(path);
			if (place === undefined) return unreadable(path, "it is not part of the archive");
			if (typeof place !== "string") {
				const read = place.folder.read(place.path);
				return read instanceof Uint8Array ? read : { ...read, path };
			}
			try {
				return diskFileSystem.read(new TextEncoder().encode(place));
			} catch (error) {
				return unreadable(path, reasonOf(error));
			}
		},
		locate(path) {
			const place = places.get(path);
			return place === undefined ? null : typeof place === "string" ? place : place.folder.locate(place.path);
		},
	};
}

function isFileAt(path: string): boolean {
	const stats = statSync(path, { throwIfNoEntry: false });
	if (!stats) throw new ArchiveFolderError(`There is no ${path}, which the settings name for transfers.`);
	return stats.isFile();
}

function uniqueName(name: string, taken: Set<string>): string {
	let unique = name;
	for (let twin = 2; taken.has(unique); twin++) unique = `${name}-${twin}`;
	taken.add(unique);
	return unique;
}

function fileEntry(path: string, file: string, maxBytes: number): ArchiveEntry {
	const { size } = statSync(file);
	if (size <= maxBytes) return { kind: "file", path, size };
	const problem: ReadingProblem = { code: "too-large", path, data: { bytes: size, limit: maxBytes } };
	return { kind: "problem", path, problem };
}

function unreadable(path: string, reason: string): ReadingProblem {
	return { code: "unreadable", path, data: { reason } };
}
