/** The commands that are measured, and the numbers about what they are run on. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inSequence, type Measurement, measure } from "./measure.ts";

export const root = fileURLToPath(new URL("../", import.meta.url));
export const scratch = mkdtempSync(join(tmpdir(), "handoffs-bench-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));

const cli = join(root, "src/cli/main.mjs");

/** `handoffs check`, as a whole process. */
export function check(folder: string): Promise<Measurement> {
	return measure(process.execPath, [cli, "check", folder, "--format", `compact:${join(scratch, "findings.txt")}`]);
}

/** `handoffs build` into an empty folder: of a build before, the bundled pages are left, which know no archive. */
export function build(folder: string): Promise<Measurement> {
	return measure(process.execPath, [...buildCommand, folder, "--out", emptyFolder("site")]);
}

/** The same with settings that no build had before: the pages are bundled first. */
export function firstBuild(folder: string): Promise<Measurement> {
	const config = join(scratch, "first.yaml");
	writeFileSync(config, JSON.stringify({ archive: folder, theme: { accentHue: Math.random() * 360 } }));
	return measure(process.execPath, [...buildCommand, "--config", config, "--out", emptyFolder("site")]);
}

const buildCommand = [cli, "build", "--report-only", "--format", `compact:${join(scratch, "findings.txt")}`];

function emptyFolder(name: string): string {
	const folder = join(scratch, name);
	rmSync(folder, { recursive: true, force: true });
	return folder;
}

/** Hugo renders every document of a folder to a page, then Pagefind indexes the pages. */
export async function hugoAndPagefind(hugo: string, folder: string): Promise<Measurement> {
	const site = join(scratch, "hugo");
	rmSync(site, { recursive: true, force: true });
	cpSync(join(root, "bench/hugo"), site, { recursive: true });
	cpSync(folder, join(site, "content"), { recursive: true });
	mkdirSync(join(site, "public"));
	const rendered = await measure(hugo, ["--quiet", "--source", site]);
	const pagefind = join(root, "node_modules/.bin/pagefind");
	return inSequence([rendered, await measure(pagefind, ["--site", join(site, "public"), "--quiet"])]);
}

/** How many documents a folder holds, and their bytes in millions. */
export function sizeOf(folder: string): { readonly documents: number; readonly megabytes: number } {
	let documents = 0;
	let bytes = 0;
	for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
		if (!name.endsWith(".md")) continue;
		documents++;
		bytes += statSync(join(folder, name)).size;
	}
	return { documents, megabytes: bytes / 1e6 };
}

/** A row of a table: the first cell is a name, the others are numbers. */
export function row(cells: readonly (string | number)[], width = 12): string {
	return cells.map((cell, index) => (index === 0 ? String(cell).padEnd(40) : String(cell).padStart(width))).join("");
}

/** A number with so many digits after the point; a dash where there is none. */
export function figure(value: number | null, digits = 1): string {
	return value === null ? "-" : value.toFixed(digits);
}
