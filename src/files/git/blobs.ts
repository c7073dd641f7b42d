import { type GitRepository, gitStreamed, splitPieces } from "./git.ts";

/** Reads "<id> blob <size>", a line break, the bytes, and a line break, again and again, however the pieces are cut. */
export function blobReader<Sink extends { update(part: Buffer): void }>(
	open: (size: number) => Sink,
	found: (id: string, sink: Sink) => void,
): (piece: Buffer) => void {
	let state: "header" | "bytes" | "break" = "header";
	let header = "";
	let id = "";
	let left = 0;
	let sink = open(0);
	return (piece) => {
		for (let at = 0; at < piece.length; ) {
			if (state === "break") {
				at++;
				state = "header";
			} else if (state === "header") {
				const end = piece.indexOf(newline, at);
				header += piece.toString("latin1", at, end === -1 ? piece.length : end);
				if (end === -1) return;
				at = end + 1;
				const [, name, length] = header.match(/^([0-9a-f]+) blob (\d+)$/u) ?? [];
				header = "";
				if (name === undefined) continue;
				id = name;
				left = Number(length);
				sink = open(left);
				state = "bytes";
			}
			if (state !== "bytes") continue;
			const part = piece.subarray(at, at + left);
			sink.update(part);
			at += part.length;
			left -= part.length;
			if (left > 0) return;
			found(id, sink);
			state = "break";
		}
		if (state === "bytes" && left === 0) {
			found(id, sink);
			state = "break";
		}
	};
}

const newline = 10;

/** The sizes of blobs, by their ids; of one that the repository does not hold there is none. */
export function blobSizes(
	{ root, isPartial }: Pick<GitRepository, "root" | "isPartial">,
	ids: readonly string[],
): ReadonlyMap<string, number> {
	const sizes = new Map<string, number>();
	if (ids.length === 0) return sizes;
	// Asked for what a partial clone left out, git would want to fetch it, and give up on all the others when it may not.
	const asked = isPartial ? ["--batch-all-objects", "--unordered"] : [];
	const wanted = new Set(ids);
	gitStreamed(root, ["cat-file", "--batch-check", ...asked], isPartial ? "" : `${ids.join("\n")}\n`, (pieces) => {
		for (const line of splitPieces(pieces, newline)) {
			const [, id, size] = line.toString("latin1").match(/^([0-9a-f]+) blob (\d+)$/u) ?? [];
			if (id !== undefined && wanted.has(id)) sizes.set(id, Number(size));
		}
		return true;
	});
	return sizes;
}

/** Hands over the bytes of blobs, one after the other, by their ids. */
export function eachBlob(folder: string, ids: readonly string[], take: (id: string, bytes: Uint8Array) => void): void {
	if (ids.length === 0) return;
	gitStreamed(folder, ["cat-file", "--batch"], `${ids.join("\n")}\n`, (pieces) => {
		const read = blobReader(collected, (id, { parts }) => take(id, Buffer.concat(parts)));
		for (const piece of pieces) read(piece);
		return true;
	});
}

function collected() {
	const parts: Buffer[] = [];
	return { parts, update: (part: Buffer) => parts.push(part) };
}
