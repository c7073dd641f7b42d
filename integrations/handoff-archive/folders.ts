import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { projectRoot } from "./project.ts";

/** Makes a private folder below the project, where Astro's intermediate modules find their packages. */
export function workFolder(name: string): string {
	const parent = join(projectRoot, ".handoffs");
	mkdirSync(parent, { recursive: true });
	return mkdtempSync(join(parent, name));
}

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
