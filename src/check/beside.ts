import type { CheckOptions } from "./source.ts";

/** The text of a 1-based line of the settings or the waivers, whichever a path names; empty where there is none. */
export function lineBeside({ waivers, named }: CheckOptions): (path: string, line: number) => string {
	const texts = new Map([waivers, named].flatMap((file) => (file ? [[file.path, file.text] as const] : [])));
	return (path, line) => texts.get(path)?.split(/\r\n?|\n/)[line - 1] ?? "";
}
