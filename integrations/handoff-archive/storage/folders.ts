import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { projectRoot } from "./project.ts";

/**
 * Makes a private folder in `parent`, below the project, where Astro's intermediate modules find their packages; among the
 * system's temporary ones where nothing can be made there, as in a project that others installed.
 */
export function workFolder(name: string, parent = join(projectRoot, ".handoffs")): string {
	try {
		return privateFolder(name, parent);
	} catch {
		return mkdtempSync(join(tmpdir(), `handoffs-${name}`));
	}
}

/** Those that builds left there which were stopped from outside, a day ago or longer, are removed. */
function privateFolder(name: string, parent: string): string {
	mkdirSync(parent, { recursive: true });
	for (const left of readdirSync(parent)) {
		const folder = join(parent, left);
		const changed = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY;
		if (left.startsWith(name) && Date.now() - changed > day) rmSync(folder, { recursive: true, force: true });
	}
	return mkdtempSync(join(parent, name));
}

/** In milliseconds. */
const day = 86_400_000;

/** Replaces the folder `out`; until the last rename the former site stays where it is. */
export function putInPlace(site: string, out: string): void {
	mkdirSync(dirname(out), { recursive: true });
	const beside = mkdtempSync(join(dirname(out), `.${basename(out)}-`));
	try {
		moveFolder(site, join(beside, "next"));
		if (existsSync(out)) renameSync(out, join(beside, "former"));
		renameSync(join(beside, "next"), out);
	} finally {
		rmSync(beside, { recursive: true, force: true });
	}
}

/** Renames, or copies where the two lie on different disks. */
export function moveFolder(from: string, to: string): void {
	try {
		renameSync(from, to);
	} catch (error) {
		if (!(error instanceof Error && "code" in error && error.code === "EXDEV")) throw error;
		cpSync(from, to, { recursive: true });
	}
}
