import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { close, createIndex } from "pagefind";
import { build } from "vite";
import { projectRoot } from "../storage/project.ts";
import { diskScript, isDiskScript } from "./pack.ts";

export interface DiskScriptOptions {
	/** Folder of the pages' scripts. */
	readonly scripts: string;
	/** The base path of the site. */
	readonly base: string;
	/** Folder that they are written to as classic ones, with what a copy on disk loads besides. */
	readonly out: string;
}

/** Writes the scripts of a copy of the site that is opened from disk: browsers run no modules from there. */
export async function writeDiskScripts({ scripts, base, out }: DiskScriptOptions): Promise<void> {
	mkdirSync(out, { recursive: true });
	await classic(fileURLToPath(new URL("./client.ts", import.meta.url)), out, diskScript, {});
	const pagefind = join(out, "pagefind.module.js");
	await writePagefind(pagefind);
	await classic(pagefind, out, "pagefind.js", {
		"import.meta.url": JSON.stringify(`${base}pagefind/pagefind.js`),
		Worker: "undefined",
	});
	rmSync(pagefind);
	for (const name of readdirSync(scripts).filter(isDiskScript)) await classic(join(scripts, name), out, name, {});
}

/** Pagefind gives its scripts beside an index only. */
async function writePagefind(file: string): Promise<void> {
	const { index } = await createIndex();
	const { files = [] } = (await index?.getFiles()) ?? {};
	await close();
	const script = files.find(({ path }) => path === "pagefind.js");
	if (!script) throw new Error("Pagefind gave no script to search its index with.");
	writeFileSync(file, script.content);
}

/** Makes a module and what it imports into one classic script. */
async function classic(
	entry: string,
	outDir: string,
	fileName: string,
	define: Readonly<Record<string, string>>,
): Promise<void> {
	await build({
		configFile: false,
		root: projectRoot,
		logLevel: "error",
		publicDir: false,
		define,
		build: {
			outDir,
			emptyOutDir: false,
			modulePreload: false,
			copyPublicDir: false,
			lib: {
				entry,
				formats: ["iife"],
				name: fileName === "pagefind.js" ? "diskPagefind" : "diskScript",
				fileName: () => fileName,
			},
		},
	});
}
