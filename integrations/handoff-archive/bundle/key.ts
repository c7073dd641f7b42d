import { createHash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { isAbsolute, join, normalize, sep } from "node:path";
import type { Settings } from "#settings.ts";
import { siteSource, themeSource } from "../astro/theme.ts";
import { projectRoot } from "../storage/project.ts";
import { wordsSources } from "../words/site-words.ts";

/** Files and folders of the product, below the project, that a site's bundle is made from. */
const sources = [
	"src",
	"integrations",
	"content/standards",
	"package.json",
	"package-lock.json",
	"tsconfig.json",
] as const;

/**
 * A name for all that a site's bundle is made from: the files of the product and the team's own pages as they are now, and what
 * settings put into it.
 * @throws AstroError where what the settings name cannot be read
 */
export function bundleKey(settings: Settings): string {
	const hash = createHash("sha256").update(projectRoot);
	for (const text of [siteSource(settings, true), themeSource(settings), ...wordsSources(settings).values()])
		hash.update("\0").update(text);
	const folders = [
		...sources.map((source) => join(projectRoot, source)),
		...(settings.pages === null ? [] : [settings.pages]),
	];
	for (const stamp of folders.flatMap(stampsOf)) hash.update("\0").update(stamp);
	return hash.digest("hex").slice(0, 20);
}

/**
 * The stamps of files that a bundle was made from and its key does not know: what the team's own pages import from elsewhere.
 * @param read all files that were bundled
 * @param work the folder that they were bundled in
 */
export function stampsOfFurther(read: ReadonlySet<string>, work: string): Readonly<Record<string, string>> {
	// Astro writes the second of these anew from the sources.
	const beside = ["node_modules", ".astro"];
	const known = [...[...sources, ...beside].map((name) => join(projectRoot, name)), work];
	const isKnown = (file: string) => known.some((folder) => file === folder || file.startsWith(folder + sep));
	const further = [...read]
		.filter((file) => isAbsolute(file))
		.map((file) => normalize(file))
		.filter((file) => !isKnown(file) && statSync(file, { throwIfNoEntry: false })?.isFile());
	return Object.fromEntries(further.sort().map((file) => [file, stampsOf(file).join()]));
}

/** Whether files are as they were when their stamps were taken. */
export function areUnchanged(stamps: Readonly<Record<string, string>>): boolean {
	return Object.entries(stamps).every(([file, stamp]) => stampsOf(file).join() === stamp);
}

/** When each file was changed, and its size. */
function stampsOf(path: string): readonly string[] {
	const found = statSync(path, { throwIfNoEntry: false });
	if (!found) return [];
	if (!found.isDirectory()) return [`${path} ${found.mtimeMs} ${found.size}`];
	return readdirSync(path)
		.sort()
		.flatMap((name) => stampsOf(join(path, name)));
}
