import { relative } from "node:path";
import { AstroError } from "astro/errors";
import { ownPagePaths } from "#files/own-pages.ts";
import type { Settings } from "#settings.ts";
import { projectRoot } from "../storage/project.ts";

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
		return ownPagePaths(folder);
	} catch (error) {
		throw new AstroError(
			`The folder of further pages cannot be read: ${error instanceof Error ? error.message : String(error)}`,
			"Point `pages` in handoffs.config.yaml at a folder of .mdx files, or leave it out.",
		);
	}
}

/** What is wrong with the team's own pages: for them to mend, and to be told without more. */
class OwnPageFault extends Error {
	override name = "OwnPageFault";
	readonly place: { readonly path: string; readonly line: number; readonly column: number } | null;

	constructor(message: string, place: OwnPageFault["place"] = null) {
		super(message);
		this.place = place;
	}
}

/** A page that could not be made. */
export class PageFailure extends Error {
	override name = "PageFailure";
	/** Its path from the site's root. */
	readonly path: string;
	readonly reason: string;

	constructor(path: string, cause: unknown) {
		const reason = cause instanceof Error ? cause.message : String(cause);
		super(`${path} could not be made: ${reason}`, { cause });
		this.path = path;
		this.reason = reason;
	}
}

/** The fault of a page of the team's own, where an error of bundling or making the pages is one; else the error. */
export function ownPageFault({ pages }: Pick<Settings, "pages">, error: unknown): unknown {
	if (pages === null || !(error instanceof Error)) return error;
	if (error instanceof PageFailure) {
		if (!error.path.startsWith("pages/")) return error;
		return new OwnPageFault(`${error.path.replace(/^pages\/(.*)\/$/u, "$1")}.mdx: ${error.reason}`);
	}
	const [, path, line, column, reason = ""] = mdxFault.exec(error.message) ?? [];
	if (path !== undefined) return new OwnPageFault(reason, { path, line: Number(line), column: Number(column) });
	const isAboutThem = error.message.replaceAll("\\", "/").includes(pages.replaceAll("\\", "/"));
	return isAboutThem ? new OwnPageFault(withoutStack(error.message)) : error;
}

/** How the bundler tells of a page that is no MDX. */
const mdxFault = /\] (\S.*\.mdx):(\d+):(\d+)\s+MDXError: (?:[\d:]+ )?(.*?)(?: \([\w-]+:[\w-]+\))?$/mu;

/** Bundlers put the places in their own code into what they say. */
function withoutStack(message: string): string {
	return message
		.split("\n")
		.filter((line) => !/^\s+at /u.test(line))
		.join("\n")
		.trim();
}
