import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { AstroError } from "astro/errors";
import type { Settings } from "#settings.ts";
import { projectRoot } from "./project.ts";

/**
 * The team's own pages as a module: an import for each, by its path from the project's root, as the content store has it.
 * @throws AstroError where the folder that the settings name cannot be read.
 */
export function ownPagesSource({ pages }: Pick<Settings, "pages">): string {
	const imports = (pages === null ? [] : pagesIn(pages)).map((file) => {
		const key = relative(projectRoot, file).replaceAll("\\", "/");
		return `[${JSON.stringify(key)}, () => import(${JSON.stringify(file.replaceAll("\\", "/"))})]`;
	});
	return `export const ownPages = new Map([${imports.join(",\n")}]);`;
}

function pagesIn(folder: string): readonly string[] {
	try {
		return readdirSync(folder, { recursive: true, encoding: "utf8" })
			.filter((file) => file.endsWith(".mdx"))
			.map((file) => join(folder, file))
			.sort();
	} catch (error) {
		throw new AstroError(
			`The folder of further pages cannot be read: ${error instanceof Error ? error.message : String(error)}`,
			"Point `pages` in handoffs.config.yaml at a folder of .mdx files, or leave it out.",
		);
	}
}
