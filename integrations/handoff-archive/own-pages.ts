import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import type { Settings } from "#settings.ts";
import { projectRoot } from "./project.ts";

/** The team's own pages as a module: an import for each, by its path from the project's root, as the content store has it. */
export function ownPagesSource({ pages }: Pick<Settings, "pages">): string {
	const files =
		pages === null
			? []
			: readdirSync(pages, { recursive: true, encoding: "utf8" })
					.filter((file) => file.endsWith(".mdx"))
					.map((file) => join(pages, file))
					.sort();
	const imports = files.map((file) => {
		const key = relative(projectRoot, file).replaceAll("\\", "/");
		return `[${JSON.stringify(key)}, () => import(${JSON.stringify(file.replaceAll("\\", "/"))})]`;
	});
	return `export const ownPages = new Map([${imports.join(",\n")}]);`;
}
