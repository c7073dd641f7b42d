import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compareText } from "#model/findings.ts";
import type { TextFile } from "#model/source.ts";

/**
 * The texts of a team's own pages (`*.mdx`), in the order of their paths.
 * @throws where the folder or a page cannot be read.
 */
export function readOwnPages(folder: string): readonly TextFile[] {
	return readdirSync(folder, { recursive: true, encoding: "utf8" })
		.filter((file) => file.endsWith(".mdx"))
		.sort(compareText)
		.map((file) => ({ path: join(folder, file), text: readFileSync(join(folder, file), "utf8") }));
}
