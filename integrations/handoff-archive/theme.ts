import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { AstroError } from "astro/errors";
import type { Settings } from "#settings.ts";
import { projectRoot } from "./project.ts";

const types: Readonly<Record<string, string>> = { ".svg": "image/svg+xml", ".png": "image/png", ".webp": "image/webp" };

/** What pages know of the site, as a module. @throws AstroError where the logo cannot be read. */
export function siteSource({ base, site, theme }: Pick<Settings, "base" | "site" | "theme">, strict: boolean): string {
	const logo = theme.logo === null ? null : logoOf(theme.logo);
	return [
		`export const base = ${JSON.stringify(base)};`,
		`export const strict = ${strict};`,
		`export const site = ${JSON.stringify(site)};`,
		`export const logo = ${JSON.stringify(logo)};`,
	].join("\n");
}

function logoOf(path: string): { readonly file: string; readonly type: string; readonly base64: string } {
	const ending = extname(path).toLowerCase();
	try {
		return { file: `logo${ending}`, type: types[ending] ?? "", base64: readFileSync(path).toString("base64") };
	} catch (error) {
		throw new AstroError(
			`The logo cannot be read: ${error instanceof Error ? error.message : String(error)}`,
			"Point `theme.logo` in handoffs.config.yaml at an .svg, .png or .webp file.",
		);
	}
}

/** The part of the design that settings change, as a style sheet. */
export function themeSource({ theme }: Pick<Settings, "theme">): string {
	return `@layer theme { :root { --accent-hue: ${theme.accentHue}; } }`;
}

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
