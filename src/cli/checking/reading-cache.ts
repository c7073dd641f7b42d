import { concludeArchive, type DocumentsRead, readDocuments } from "#check.ts";
import type { Archive } from "#model/archive.ts";
import type { ArchiveEntry } from "#model/source.ts";
import type { Effects, OpenedArchive } from "../command.ts";
import type { Ready } from "../settings.ts";

/** Checks an archive again and again, reading only the documents that changed. */
export interface CachedReader {
	/** Lists the archive anew and checks it; `isNew` where it is not as it was at the last time. @throws Unusable where the folders cannot be listed. */
	read(): {
		readonly archive: Archive;
		readonly source: OpenedArchive;
		readonly isNew: boolean;
		readonly documentsRead: number;
	};
}

interface Known {
	/** What the disk says of the file; null where that proves nothing. */
	readonly stamp: string | null;
	readonly sha256: string;
	readonly part: DocumentsRead;
}

/**
 * A reader that keeps what was read of each file. A file counts as unchanged where the disk says so, or its bytes have the
 * same digest; whatever concerns several documents is decided anew each time.
 */
export function cachedReader({ settings, options }: Ready, { files, watching }: Effects): CachedReader {
	let known = new Map<string, Known>();
	let listing = "";
	return {
		read() {
			const source = files.openArchive(settings);
			const now = new Map<string, Known>();
			const unlisted: ArchiveEntry[] = [];
			let documentsRead = 0;
			for (const entry of source.entries) {
				const stamp = entry.kind === "file" ? (watching?.stamp(source.locate(entry.path)) ?? null) : null;
				const before = known.get(entry.path);
				if (before && stamp !== null && before.stamp === stamp) {
					now.set(entry.path, before);
					continue;
				}
				const bytes = entry.kind === "file" ? source.read(entry.path) : null;
				if (!(bytes instanceof Uint8Array)) {
					unlisted.push(entry);
					continue;
				}
				const sha256 = source.sha256(bytes);
				if (before?.sha256 === sha256) {
					now.set(entry.path, { ...before, stamp });
					continue;
				}
				documentsRead++;
				// The bytes that were hashed are the ones that are read, whatever happens to the file meanwhile.
				const held = { ...source, read: (path: string) => (path === entry.path ? bytes : source.read(path)) };
				now.set(entry.path, { stamp, sha256, part: readDocuments(held, [entry], options) });
			}
			known = now;
			const transfers = source.transfers?.entries.map(({ path }) => [
				path,
				watching?.stamp(source.locate(path)) ?? digestOf(source.transfers?.read(path), source),
			]);
			const listed = JSON.stringify([[...now.keys()], unlisted, transfers]);
			const isNew = documentsRead > 0 || listed !== listing;
			listing = listed;
			const parts = [...now.values()].map(({ part }) => part);
			return {
				archive: concludeArchive(source, [...parts, readDocuments(source, unlisted, options)], options),
				source,
				isNew,
				documentsRead,
			};
		},
	};
}

/** What a file holds, where the disk's word does not suffice. */
function digestOf(bytes: Uint8Array | object | undefined, { sha256 }: OpenedArchive): string | null {
	return bytes instanceof Uint8Array ? sha256(bytes) : null;
}
