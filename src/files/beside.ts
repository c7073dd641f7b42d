import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, openSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * Writes a file beside another one, on the disk for good, and hands it over: in the same folder, so that to rename or link it to
 * the other's name is one step; the dot keeps it out of listings and the archive. What is still there afterwards goes.
 * @returns what `use` returns. @throws what the disk says where it refuses, and what `use` throws.
 */
export function writeBeside<Result>(
	path: string,
	content: string | Uint8Array,
	use: (temporary: string) => Result,
	mode?: number,
): Result {
	const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}`);
	try {
		const file = openSync(temporary, "wx", mode);
		try {
			writeFileSync(file, content);
			fsyncSync(file);
		} finally {
			closeSync(file);
		}
		return use(temporary);
	} finally {
		rmSync(temporary, { force: true });
	}
}
