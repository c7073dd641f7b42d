import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, join, relative, resolve, sep } from "node:path";
import type { WorkspaceFile, WorkspaceHistory, WorkspaceSource } from "#model/provenance.ts";
import { type Because, because } from "#words/because.ts";
import { contentHash } from "./content-hash.ts";
import { codeOf, reasonOf } from "./reason.ts";

/** A workspace that cannot be one: the message is for the person who named it. */
export class WorkspaceError extends Error {
	override name = "WorkspaceError";
}

/** Hashes of files by what the disk says of them, so that a file that stays is hashed once, however often the archive is read. */
export type HashMemory = Map<string, { readonly stamp: string; readonly sha256: string }>;

export interface WorkspaceOptions {
	readonly memory?: HashMemory;
	/** What git holds of the workspace; see `openHistory`. */
	readonly history?: WorkspaceHistory;
}

/**
 * Opens the folder of the files that documents speak of. Files are read a piece at a time; neither a path nor a link leads out of
 * the folder: each folder on the way is looked at before it is entered.
 * @throws WorkspaceError where the folder is not there or is no folder.
 */
export function openWorkspace(folder: string, { memory = new Map(), history }: WorkspaceOptions = {}): WorkspaceSource {
	const root = realRoot(folder);
	const within = withSeparator(root);
	const folders = new Map<string, Found>();
	const files = new Map<string, Found>();
	const hashed = new Map<string, WorkspaceFile>();

	const find = (path: string): Found => {
		const known = files.get(path);
		if (known) return known;
		const found = isSafe(path) ? findBelow(path.split("/")) : outside(because("pathOutOfWorkspace"));
		files.set(path, found);
		return found;
	};
	const findBelow = (segments: readonly string[]): Found => {
		const name = segments.at(-1);
		if (name === undefined) return { kind: "folder", real: root };
		const above = folderOf(segments.slice(0, -1));
		return above.kind === "folder" ? entryOf(above.real, name, within) : above.kind === "file" ? missing : above;
	};
	const folderOf = (segments: readonly string[]): Found => {
		const path = segments.join("/");
		const known = folders.get(path);
		if (known) return known;
		const found = findBelow(segments);
		folders.set(path, found);
		return found;
	};
	return {
		kind: (path) => find(path).kind,
		file(path) {
			const found = find(path);
			if (found.kind !== "file") return found.kind === "folder" ? { kind: "folder" } : found;
			const known = hashed.get(found.real) ?? hashFile(found.real, memory);
			hashed.set(found.real, known);
			return known;
		},
		read(path, most) {
			const found = find(path);
			if (found.kind !== "file") return { reason: "reason" in found ? found.reason : `it is ${wordsOf[found.kind]}` };
			return readAll(found.real, most);
		},
		relative(absolute) {
			if (!isAbsolute(absolute)) return null;
			for (const start of [root, resolve(folder)]) {
				const path = relative(start, absolute).split(sep).join("/");
				if (path !== "" && !path.startsWith("../") && path !== ".." && !isAbsolute(path)) return path;
			}
			return null;
		},
		...(history && { history }),
	};
}

type Found =
	| { readonly kind: "file"; readonly real: string }
	| { readonly kind: "folder"; readonly real: string }
	| { readonly kind: "missing" }
	| Extract<WorkspaceFile, { readonly kind: "outside" | "unreadable" }>;

const missing = { kind: "missing" } as const;
const wordsOf = { folder: "a folder", missing: "not there" } as const;

function outside(why: Because): Found {
	return { kind: "outside", ...why };
}

function realRoot(folder: string): string {
	try {
		if (!statSync(folder).isDirectory())
			throw new WorkspaceError(`The workspace ${folder} is a file; give its folder.`);
		return realpathSync(folder);
	} catch (error) {
		if (error instanceof WorkspaceError) throw error;
		throw new WorkspaceError(`The workspace ${folder} cannot be read: ${reasonOf(error)}.`);
	}
}

/** Relative, with nothing that climbs, and fit for the file system. */
function isSafe(path: string): boolean {
	return !isAbsolute(path) && !path.includes("\0") && !path.split(/[\\/]/u).includes("..");
}

/** What a name in a folder leads to; links are followed only to what lies in the workspace. */
function entryOf(folder: string, name: string, within: string): Found {
	const path = join(folder, name);
	try {
		const stats = lstatSync(path, { throwIfNoEntry: false });
		if (!stats) return missing;
		if (!stats.isSymbolicLink()) return kindOf(stats, path);
		const real = realpathSync(path);
		if (!withSeparator(real).startsWith(within)) return outside(because("linkOutOfWorkspace"));
		return kindOf(statSync(real), real);
	} catch (error) {
		if (codeOf(error) === "ENOTDIR" || codeOf(error) === "ENAMETOOLONG") return missing;
		if (codeOf(error) === "ENOENT") return { kind: "unreadable", ...because("linkToNothing") };
		return { kind: "unreadable", reason: reasonOf(error) };
	}
}

function kindOf(stats: { isFile(): boolean; isDirectory(): boolean }, real: string): Found {
	if (stats.isFile()) return { kind: "file", real };
	if (stats.isDirectory()) return { kind: "folder", real };
	return { kind: "unreadable", ...because("neitherFileNorFolder") };
}

const pieceBytes = 1 << 20;

/** SHA-256 of a file, read a piece at a time. */
function hashFile(path: string, memory: HashMemory): WorkspaceFile {
	return withFile(path, (file) => {
		const before = stampOf(file);
		const known = memory.get(path);
		if (known?.stamp === before.stamp) return { kind: "file", sha256: known.sha256, size: before.size };
		const hash = contentHash(before.size);
		const piece = Buffer.allocUnsafe(pieceBytes);
		for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) hash.update(piece.subarray(0, read));
		if (stampOf(file).stamp !== before.stamp) return { kind: "unreadable", ...because("changedMeanwhile") };
		const found = hash.file();
		if (found.kind === "file") memory.set(path, { stamp: before.stamp, sha256: found.sha256 });
		return found;
	});
}

function readAll(path: string, most: number): Uint8Array | { readonly reason: string } {
	const read = withFile<Uint8Array | WorkspaceFile>(path, (file) => {
		const { size } = stampOf(file);
		if (size > most) return { kind: "unreadable", reason: `it has ${size} bytes, more than the ${most} that are read` };
		const bytes = Buffer.alloc(size);
		let length = 0;
		for (let read = -1; read !== 0 && length < size; length += read)
			read = readSync(file, bytes, length, size - length, null);
		return bytes.subarray(0, length);
	});
	if (read instanceof Uint8Array) return read;
	return { reason: "reason" in read ? read.reason : "it cannot be read" };
}

/** Opens what was found to be a file; should a link or a pipe have taken its place meanwhile, it is left alone. */
function withFile<Result>(path: string, use: (file: number) => Result): Result | WorkspaceFile {
	let file: number;
	try {
		file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
	} catch (error) {
		return { kind: "unreadable", reason: reasonOf(error) };
	}
	try {
		return fstatSync(file).isFile() ? use(file) : { kind: "unreadable", ...because("goneMeanwhile") };
	} catch (error) {
		return { kind: "unreadable", reason: reasonOf(error) };
	} finally {
		closeSync(file);
	}
}

function stampOf(file: number): { readonly stamp: string; readonly size: number } {
	const { dev, ino, size, mtimeNs, ctimeNs } = fstatSync(file, { bigint: true });
	return { stamp: [dev, ino, size, mtimeNs, ctimeNs].join(" "), size: Number(size) };
}

function withSeparator(folder: string): string {
	return folder.endsWith(sep) ? folder : folder + sep;
}
