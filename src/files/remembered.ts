import { hash } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Gives what was made of the same parts at the last run, or makes it. What is made must be plain JSON. */
export type Remember = <Made>(parts: unknown, make: () => Made) => Made;

// Written with a bracket, it is the address of the compiled module and not that of this file.
const here = fileURLToPath(import.meta["url"]);

/**
 * The memory of the compiled program, a file beside it: other code is compiled into another folder, so that what is remembered
 * was made by the same code. Undefined where the program runs from its sources.
 */
export const remember: Remember | undefined = here.endsWith(".mjs") ? rememberIn(dirname(here)) : undefined;

/** A memory of one thing, in a folder. Never throws: what cannot be read is made, what cannot be written is made again. */
export function rememberIn(folder: string): Remember {
	const file = join(folder, "remembered.json");
	return <Made>(parts: unknown, make: () => Made): Made => {
		const key = hash("sha256", JSON.stringify(parts));
		const known = read(file, key);
		if (known) return known.made as Made;
		const made = make();
		try {
			writeFileSync(`${file}.${process.pid}`, JSON.stringify({ key, made }));
			renameSync(`${file}.${process.pid}`, file);
		} catch {
			// A folder that cannot be written to costs the time that is saved elsewhere, and nothing else.
		}
		return made;
	};
}

function read(file: string, key: string): { readonly made: unknown } | null {
	try {
		const remembered: unknown = JSON.parse(readFileSync(file, "utf8"));
		if (typeof remembered !== "object" || remembered === null) return null;
		return "key" in remembered && remembered.key === key && "made" in remembered ? { made: remembered.made } : null;
	} catch {
		return null;
	}
}
