import { chmodSync, closeSync, openSync, readFileSync, realpathSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join, sep } from "node:path";
import { writeBeside } from "../beside.ts";
import { codeOf } from "../reason.ts";

export interface Rewrite {
	readonly path: string;
	/** Folders that the file must lie in, links followed: no link leads a change out of the archive. */
	readonly within: readonly string[];
	/** What the file must still hold: nobody's newer words are lost. */
	readonly before: Uint8Array;
	readonly after: Uint8Array;
}

export const changedMeanwhile = "it was changed in the meantime";

/** Whether a file was left as it is because of another command, and a moment later may be changed. */
export function isPassing(reason: string): boolean {
	return reason === changedMeanwhile || reason.startsWith(busy);
}

const busy = "another command is changing it";

/**
 * Replaces a file's content at once: a reader sees the old or the new bytes, never a part. Its mode stays, and a
 * byte order mark that `before` leaves out; a link stays a link, and the file it leads to is replaced.
 * @returns null, or why the file was left as it is. @throws what the disk says where it refuses.
 */
export function rewriteFile({ path, within, before, after }: Rewrite): string | null {
	const real = realpathSync(path);
	if (!within.some((folder) => real.startsWith(withSeparator(realpathSync(folder)))))
		return "it lies outside the archive";
	const { mode, nlink } = statSync(real);
	if (nlink > 1) return "the file has other names (hard links), which would keep the old text";
	return alone(real, () => replace(real, mode & 0o7777, before, after));
}

function replace(real: string, permissions: number, before: Uint8Array, after: Uint8Array): string | null {
	const held = readFileSync(real);
	// Whoever read the file as text never saw its byte order mark.
	const mark = isMarked(held) && !isMarked(before) ? held.subarray(0, 3) : new Uint8Array();
	if (!held.subarray(mark.length).equals(before)) return changedMeanwhile;
	writeBeside(
		real,
		Buffer.concat([mark, after]),
		(temporary) => {
			chmodSync(temporary, permissions);
			renameSync(temporary, real);
		},
		permissions,
	);
	return null;
}

/** Runs while no other command changes the file: of two that looked at the same bytes, one would take back the other's words. */
function alone(real: string, run: () => string | null): string | null {
	const lock = join(dirname(real), `.${basename(real)}.lock`);
	try {
		closeSync(openSync(lock, "wx"));
	} catch (error) {
		if (codeOf(error) === "EEXIST") return `${busy}; where none is, remove ${lock}`;
		throw error;
	}
	try {
		return run();
	} finally {
		rmSync(lock, { force: true });
	}
}

function isMarked([first, second, third]: Uint8Array): boolean {
	return first === 0xef && second === 0xbb && third === 0xbf;
}

function withSeparator(folder: string): string {
	return folder.endsWith(sep) ? folder : folder + sep;
}
