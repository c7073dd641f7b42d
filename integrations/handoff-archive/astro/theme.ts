import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { AstroError } from "astro/errors";
import type { Settings } from "#settings.ts";

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
