import { lstatSync, readdirSync, readFileSync, readlinkSync, realpathSync, type Stats, statSync } from "node:fs";

/** What kind of thing a path leads to. */
type FileKind = "file" | "folder" | "link" | "special";

export interface FileInfo {
	readonly kind: FileKind;
	readonly size: number;
}

/** The file system as reading an archive uses it; tests pass a false one. Every function throws as `node:fs` does. */
export interface FileSystem {
	/** The names in a folder, as bytes: names need not be UTF-8. */
	list(folder: Uint8Array): readonly Uint8Array[];
	/** What a path is, links not followed. */
	inspect(path: Uint8Array): FileInfo;
	/** What a path leads to, links followed. */
	follow(path: Uint8Array): FileInfo;
	/** The path with all links followed. */
	resolve(path: Uint8Array): string;
	/** What a link says. */
	target(path: Uint8Array): string;
	read(path: Uint8Array): Uint8Array;
}

export const diskFileSystem: FileSystem = {
	list: (folder) => readdirSync(Buffer.from(folder), { encoding: "buffer" }),
	inspect: (path) => infoOf(lstatSync(Buffer.from(path))),
	follow: (path) => infoOf(statSync(Buffer.from(path))),
	resolve: (path) => realpathSync(Buffer.from(path)),
	target: (path) => readlinkSync(Buffer.from(path)),
	read: (path) => readFileSync(Buffer.from(path)),
};

function infoOf(stats: Stats): FileInfo {
	const kind = stats.isFile() ? "file" : stats.isDirectory() ? "folder" : stats.isSymbolicLink() ? "link" : "special";
	return { kind, size: stats.size };
}
