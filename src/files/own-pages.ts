import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { TextFile } from "#model/source.ts";
import { compareText } from "#model/text-order.ts";

/**
 * The paths of a team's own pages (`*.mdx`) in a folder, in their order.
 * @throws where the folder cannot be read.
 */
export function ownPagePaths(folder: string): readonly string[] {
	return readdirSync(folder, { recursive: true, encoding: "utf8" })
		.filter((file) => file.endsWith(".mdx"))
		.sort(compareText)
		.map((file) => join(folder, file));
}

/**
 * The texts of a team's own pages, in the order of their paths.
 * @throws where the folder or a page cannot be read.
 */
export function readOwnPages(folder: string): readonly TextFile[] {
	return ownPagePaths(folder).map((path) => ({ path, text: readFileSync(path, "utf8") }));
}
