import { hash } from "node:crypto";
import { basename, join, relative, resolve, sep } from "node:path";
import type { SecretRule } from "#model/secrets.ts";
import type { ArchiveEntry, ReadingProblem, ReadingProblemCode } from "#model/source.ts";
import { compareText } from "#model/text-order.ts";
import type { RemarkParser } from "#parse/markdown.ts";
import { diskFileSystem, type FileInfo, type FileSystem } from "./file-system.ts";
import { loadRemark } from "./load-remark.ts";
import { loadSecretRules } from "./load-secret-rules.ts";
import { codeOf, reasonOf } from "./reason.ts";

export interface ArchiveFolderOptions {
	/** Files larger than this are not read, in bytes. */
	readonly maxBytes?: number;
	readonly fileSystem?: FileSystem;
}

/** An archive's entries and the way to their bytes: what the pipeline reads from. */
export interface ArchiveFolder {
	readonly entries: readonly ArchiveEntry[];
	/** A file's bytes, or what kept it from being read. */
	read(path: string): Uint8Array | ReadingProblem;
	sha256(bytes: Uint8Array): string;
	/** The slower parser, loaded when a document needs it. */
	loadRemark(): RemarkParser | null;
	loadSecretRules(): readonly SecretRule[] | null;
	/** The file's absolute path on disk, for links to an editor; null for a path the archive does not hold. */
	locate(path: string): string | null;
}

/** An archive folder that cannot be one: the message is for the person who named it. */
export class ArchiveFolderError extends Error {
	override name = "ArchiveFolderError";
}

const defaultMaxBytes = 5_000_000;
/** Names of folders that hold no documents; folders whose name starts with a dot never do. */
const skippedFolders: ReadonlySet<string> = new Set(["node_modules"]);

/**
 * Lists archive folders recursively, in code unit order. With several folders each path starts with its folder's name.
 * What is wrong inside becomes a problem entry and never stops the rest.
 * @throws ArchiveFolderError where a folder does not exist, is no folder or cannot be listed at all.
 */
export function listArchive(folders: readonly string[], options: ArchiveFolderOptions = {}): ArchiveFolder {
	const { fileSystem = diskFileSystem, maxBytes = defaultMaxBytes } = options;
	const entries: ArchiveEntry[] = [];
	const places = new Map<string, Uint8Array>();
	const prefixes = folderPrefixes(folders);
	for (const [index, folder] of folders.entries()) {
		const prefix = prefixes[index] ?? "";
		const root = openRoot(folder, fileSystem);
		const walk: Walk = { fileSystem, maxBytes, root: root.real, entries, places, followed: { count: 0 } };
		walkFolder(walk, bytesOf(root.path), prefix, [root.real]);
	}
	entries.sort((a, b) => compareText(a.path, b.path));
	return {
		entries,
		read(path) {
			const place = places.get(path);
			if (!place) return problem("unreadable", path, { reason: "it is not part of the archive" });
			try {
				return fileSystem.read(place);
			} catch (error) {
				return problem("unreadable", path, { reason: reasonOf(error) });
			}
		},
		sha256,
		loadRemark,
		loadSecretRules,
		locate(path) {
			const place = places.get(path);
			return place ? new TextDecoder().decode(place) : null;
		},
	};
}

/** SHA-256 of bytes as 64 hex digits. */
function sha256(bytes: Uint8Array): string {
	return hash("sha256", bytes);
}

interface Walk {
	readonly fileSystem: FileSystem;
	readonly maxBytes: number;
	/** The archive folder with all links followed: no link may lead out of it. */
	readonly root: string;
	readonly entries: ArchiveEntry[];
	readonly places: Map<string, Uint8Array>;
	/** How many links to folders were followed. */
	readonly followed: { count: number };
}

/** Folders linked crosswise can be reached in more ways than anyone can wait for. */
const maxFollowedFolders = 1000;

function openRoot(folder: string, fileSystem: FileSystem): { readonly path: string; readonly real: string } {
	const path = resolve(folder);
	try {
		const { kind } = fileSystem.follow(bytesOf(path));
		if (kind !== "folder")
			throw new ArchiveFolderError(`The archive ${folder} is a file; give the folder that holds it.`);
		return { path, real: fileSystem.resolve(bytesOf(path)) };
	} catch (error) {
		if (error instanceof ArchiveFolderError) throw error;
		throw new ArchiveFolderError(`The archive folder ${folder} cannot be read: ${reasonOf(error)}.`);
	}
}

/** `above` holds the real paths of the folders around this one, itself included: a link back to one of them is a loop. */
function walkFolder(walk: Walk, folder: Uint8Array, prefix: string, above: readonly string[]): void {
	let names: readonly Uint8Array[];
	try {
		names = walk.fileSystem.list(folder);
	} catch (error) {
		const path = prefix.replace(/\/$/, "") || ".";
		report(walk, "unreadable", path, { reason: reasonOf(error) });
		return;
	}
	for (const name of names) walkEntry(walk, joined(folder, name), prefix, name, above);
}

function walkEntry(walk: Walk, place: Uint8Array, prefix: string, name: Uint8Array, above: readonly string[]): void {
	const shown = shownName(name);
	const path = `${prefix}${shown}`;
	try {
		const here = walk.fileSystem.inspect(place);
		if (here.kind === "link") followLink(walk, place, path, shown, above);
		else if (here.kind === "folder") enterFolder(walk, place, path, shown, [...above, `${above.at(-1)}${sep}${shown}`]);
		else addFile(walk, place, path, here);
	} catch (error) {
		if (codeOf(error) === "ELOOP") report(walk, "symlink-loop", path, { target: targetOf(walk, place) });
		else report(walk, "unreadable", path, { reason: reasonOf(error) });
	}
}

function followLink(walk: Walk, place: Uint8Array, path: string, name: string, above: readonly string[]): void {
	const target = targetOf(walk, place);
	const real = realPathOf(walk, place);
	if (real === null) report(walk, "unreadable", path, { reason: `its link (${target}) leads nowhere` });
	else if (!isInside(walk.root, real)) report(walk, "outside-archive", path, { target });
	else {
		const found = walk.fileSystem.follow(place);
		if (found.kind !== "folder") addFile(walk, place, path, found);
		else if (above.some((folder) => isInside(real, folder)) || walk.followed.count >= maxFollowedFolders)
			report(walk, "symlink-loop", path, { target });
		else {
			walk.followed.count++;
			enterFolder(walk, place, path, name, [...above, real]);
		}
	}
}

function realPathOf({ fileSystem }: Walk, place: Uint8Array): string | null {
	try {
		return fileSystem.resolve(place);
	} catch (error) {
		if (codeOf(error) === "ENOENT") return null;
		throw error;
	}
}

function enterFolder(walk: Walk, place: Uint8Array, path: string, name: string, above: readonly string[]): void {
	if (!name.startsWith(".") && !skippedFolders.has(name)) walkFolder(walk, place, `${path}/`, above);
}

function addFile(walk: Walk, place: Uint8Array, path: string, { kind, size }: FileInfo): void {
	if (kind !== "file") report(walk, "unreadable", path, { reason: "it is a pipe, socket or device" });
	else if (size > walk.maxBytes) report(walk, "too-large", path, { bytes: size, limit: walk.maxBytes });
	else {
		walk.entries.push({ kind: "file", path, size });
		walk.places.set(path, place);
	}
}

function targetOf({ fileSystem }: Walk, place: Uint8Array): string {
	try {
		return fileSystem.target(place);
	} catch {
		return "unknown";
	}
}

/** Whether a path is a folder or lies in it. */
export function isInside(folder: string, path: string): boolean {
	const way = relative(folder, path);
	return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && resolve(folder, way) === path);
}

function report({ entries }: Walk, code: ReadingProblemCode, path: string, data: ReadingProblem["data"]): void {
	entries.push({ kind: "problem", path, problem: problem(code, path, data) });
}

function problem(code: ReadingProblemCode, path: string, data: ReadingProblem["data"]): ReadingProblem {
	return { code, path, data };
}

const encoder = new TextEncoder();
const bytesOf = (text: string): Uint8Array => encoder.encode(text);

function joined(folder: Uint8Array, name: Uint8Array): Uint8Array {
	return Buffer.concat([folder, bytesOf(sep), name]);
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** A file name as text; bytes that are no UTF-8, and control characters, as `\xHH`, so that it stays one line and unique. */
function shownName(name: Uint8Array): string {
	let text: string;
	try {
		text = utf8.decode(name);
	} catch {
		text = [...name].map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : escaped(byte))).join("");
	}
	// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for.
	return text.replace(/[\0-\x1f\x7f]/g, (character) => escaped(character.charCodeAt(0)));
}

function escaped(code: number): string {
	return `\\x${code.toString(16).toUpperCase().padStart(2, "0")}`;
}

/** What the paths of each folder's files start with: nothing where there is one folder, else its name. */
export function folderPrefixes(folders: readonly string[]): readonly string[] {
	return folders.length > 1 ? uniqueNames(folders).map((name) => `${name}/`) : folders.map(() => "");
}

/** Each folder's own name; where two are the same, with as much of the path before it as tells them apart. */
function uniqueNames(folders: readonly string[]): readonly string[] {
	const paths = folders.map((folder) => resolve(folder));
	return paths.map((path, index) => {
		const parts = path.split(sep).filter((part) => part !== "");
		const others = paths.filter((_, other) => other !== index);
		for (let count = 1; count < parts.length; count++) {
			const tail = parts.slice(-count).join(sep);
			if (others.every((other) => other !== path && !other.endsWith(`${sep}${tail}`)))
				return parts.slice(-count).join("-");
		}
		return others.includes(path) ? `${basename(path)}-${index + 1}` : join(...parts, "").replaceAll(sep, "-");
	});
}
