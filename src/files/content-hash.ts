import { createHash } from "node:crypto";
import type { WorkspaceFile } from "#model/provenance.ts";
import { because } from "#words/because.ts";

/** Files smaller than this may be pointers to bytes that are kept elsewhere. */
const mostPointerBytes = 1024;
const pointer = "version https://git-lfs.github.com/spec/";

/** The SHA-256 of bytes that come in pieces. What stands for bytes kept in Git LFS is no file of its own. */
export function contentHash(size: number): { update(piece: Buffer): void; file(): WorkspaceFile } {
	const hash = createHash("sha256");
	let start = "";
	return {
		update(piece) {
			hash.update(piece);
			if (size < mostPointerBytes && start.length < pointer.length)
				start += piece.toString("latin1", 0, pointer.length);
		},
		file: () =>
			start.startsWith(pointer)
				? { kind: "unreadable", ...because("keptInLfs") }
				: { kind: "file", sha256: hash.digest("hex"), size },
	};
}
