import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { partOf } from "#search/names.ts";
import { projectRoot } from "./project.ts";

/** What the script that a copy on disk runs knows of the site. */
export interface DiskSite {
	readonly base: string;
	/** Into how many scripts the search index is packed. */
	readonly parts: number;
	/** Names of the pages' scripts. */
	readonly scripts: readonly string[];
}

/** Folder, below the site's root, of what only a copy opened from disk loads. */
const folder = "disk";

/** A script with more than this is slow to read, even from disk. */
const partBytes = 1_000_000;

/** Scripts of the index that a browser cannot run from disk; one of them is there as a classic script. */
const indexScripts = new Set(["pagefind.js", "pagefind-worker.js"]);

/**
 * Adds to a built site what it needs to be opened from disk without a server: its scripts as classic scripts, and the search
 * index packed into scripts.
 */
export async function writeDiskCopy(site: string, base: string): Promise<void> {
	const out = join(site, folder);
	mkdirSync(out, { recursive: true });
	const files = searchFiles(site);
	const parts = Math.max(1, Math.ceil(files.reduce((sum, { bytes }) => sum + bytes.length, 0) / partBytes));
	const packed = Array.from({ length: parts }, (): Record<string, object> => ({}));
	for (const { path, bytes } of files) {
		const part = packed[partOf(path, parts)];
		if (part)
			part[path] = path.endsWith(".json") ? { text: bytes.toString("utf8") } : { bytes: bytes.toString("base64") };
	}
	for (const [number, part] of packed.entries())
		writeFileSync(join(out, `part-${number}.js`), `globalThis.diskPart${number} = ${JSON.stringify(part)};\n`);
	const scripts = readdirSync(join(site, "_astro")).filter(
		(name) => name.endsWith(".js") && !name.startsWith("theme."),
	);
	const known: DiskSite = { base, parts, scripts };
	await classic(fileURLToPath(new URL("disk-client.ts", import.meta.url)), out, "disk.js", {
		diskSite: JSON.stringify(known),
	});
	await classic(join(site, "pagefind/pagefind.js"), out, "pagefind.js", {
		"import.meta.url": JSON.stringify(`${base}pagefind/pagefind.js`),
		Worker: "undefined",
	});
	for (const name of scripts) await classic(join(site, "_astro", name), out, name, {});
}

/** The files that the search page fetches, by their path on the site. */
function searchFiles(site: string): readonly { readonly path: string; readonly bytes: Buffer }[] {
	return ["pagefind", "search"].flatMap((part) =>
		readdirSync(join(site, part), { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile() && !indexScripts.has(entry.name) && entry.name !== "index.html")
			.map(({ parentPath, name }) => {
				const file = join(parentPath, name);
				return { path: file.slice(site.length).replaceAll("\\", "/").replace(/^\//, ""), bytes: readFileSync(file) };
			})
			.sort((a, b) => (a.path < b.path ? -1 : 1)),
	);
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
