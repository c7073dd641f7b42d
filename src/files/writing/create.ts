import { linkSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { writeBeside } from "../beside.ts";
import { codeOf } from "../reason.ts";

/**
 * Makes a file that is there whole or not at all, and never in place of another one: the text is written beside it and linked to
 * its name.
 * @returns whether it was made; false where there is something of that name. @throws what the disk says where it refuses.
 */
export function createFile(path: string, text: string): boolean {
	mkdirSync(dirname(path), { recursive: true });
	try {
		writeBeside(path, text, (temporary) => linkSync(temporary, path));
		return true;
	} catch (error) {
		if (codeOf(error) === "EEXIST") return false;
		throw error;
	}
}
