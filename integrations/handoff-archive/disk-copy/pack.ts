import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compareText } from "#model/text-order.ts";
import { partOf } from "#search/names.ts";

/** What the script that a copy on disk runs knows of the site. */
export interface DiskSite {
	readonly base: string;
	/** Into how many scripts the search index is packed. */
	readonly parts: number;
	/** Names of the pages' scripts. */
	readonly scripts: readonly string[];
}

/** Folder, below the site's root, of what only a copy opened from disk loads. */
export const diskFolder = "disk";

/** The script there that all pages load. */
export const diskScript = "disk.js";

/** A script with more than this is slow to read, even from disk. */
const partBytes = 1_000_000;

/** Scripts of the index that a browser cannot run from disk; one of them is there as a classic script. */
const indexScripts = new Set(["pagefind.js", "pagefind-worker.js"]);

/** Whether a file of the site's is a script that a copy on disk needs as a classic one; that of the theme is one already. */
export function isDiskScript(name: string): boolean {
	return name.endsWith(".js") && !name.startsWith("theme.");
}

/** Adds to a built site, which has its scripts for a copy on disk, the search index packed into scripts, and what they know of it. */
export function packDiskCopy(site: string, base: string): void {
	const out = join(site, diskFolder);
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
	const known: DiskSite = { base, parts, scripts: readdirSync(join(site, "_astro")).filter(isDiskScript).sort() };
	const script = join(out, diskScript);
	writeFileSync(script, `globalThis.diskSite = ${JSON.stringify(known)};\n${readFileSync(script, "utf8")}`);
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
			.sort((a, b) => compareText(a.path, b.path)),
	);
}
