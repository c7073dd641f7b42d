import { readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TextFile, TextProblem } from "#model/source.ts";
import { reasonOf } from "./reason.ts";

const content = (name: string) => fileURLToPath(new URL(`../../content/${name}`, import.meta.url));

/** The archive that comes with the product and is shown when no other is named. */
export const exampleArchive = {
	archive: content("handoffs"),
	workspace: content("workspace"),
	transfers: [content("transfers")],
	pages: content("pages"),
	seals: content("handoffs.seals.json"),
	protocol: content("standards/handoff-protocol.yaml"),
	revisions: 4,
} as const;

/** The nearest file of that name in a folder or one that holds it, or null. */
export function findUpwards(name: string, from: string): string | null {
	for (let folder = from; ; folder = dirname(folder)) {
		const file = join(folder, name);
		if (statSync(file, { throwIfNoEntry: false })?.isFile()) return file;
		if (dirname(folder) === folder) return null;
	}
}

/** Reads a text file that is written for the program. Never throws: what cannot be read is a problem. */
export function readTextFile(path: string): TextFile | TextProblem {
	try {
		return { path, text: new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path)) };
	} catch (error) {
		return { path, line: 1, column: 1, message: `cannot be read: ${reasonOf(error)}` };
	}
}

/** Whether a path is a file that exists. */
export function isFile(path: string): boolean {
	return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** Whether a path is a folder that exists. */
export function isFolder(path: string): boolean {
	return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
