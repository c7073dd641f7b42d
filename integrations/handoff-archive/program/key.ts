import { createHash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Settings } from "#settings.ts";
import { projectRoot } from "../project.ts";
import { siteSource, themeSource } from "../theme.ts";
import { wordsSources } from "../words.ts";

/** Files and folders of the product, below the project, that a site's program is made from. */
const sources = ["src", "integrations", "content/standards", "package-lock.json"] as const;

/**
 * A name for all that a site's program is made from: the files of the product and the team's own pages as they are now, and what
 * settings put into it.
 * @throws AstroError where what the settings name cannot be read
 */
export function programKey(settings: Settings): string {
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

/** When each file was changed, and its size. */
function stampsOf(path: string): readonly string[] {
	const found = statSync(path, { throwIfNoEntry: false });
	if (!found) return [];
	if (!found.isDirectory()) return [`${path} ${found.mtimeMs} ${found.size}`];
	return readdirSync(path)
		.sort()
		.flatMap((name) => stampsOf(join(path, name)));
}
