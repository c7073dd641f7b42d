import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { codeOf } from "./reason.ts";

/**
 * Makes a file that is there whole or not at all, and never in place of another one: the text is written beside it and linked to
 * its name.
 * @returns whether it was made; false where there is something of that name. @throws what the disk says where it refuses.
 */
export function createFile(path: string, text: string): boolean {
	mkdirSync(dirname(path), { recursive: true });
	const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}`);
	try {
		const file = openSync(temporary, "wx");
		try {
			writeFileSync(file, text);
			fsyncSync(file);
		} finally {
			closeSync(file);
		}
		linkSync(temporary, path);
		return true;
	} catch (error) {
		if (codeOf(error) === "EEXIST") return false;
		throw error;
	} finally {
		rmSync(temporary, { force: true });
	}
}
