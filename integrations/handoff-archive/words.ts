import { AstroError } from "astro/errors";
import { readTextFile } from "#files/settings-file.ts";
import { readWords } from "#settings/words.ts";
import type { Settings } from "#settings.ts";

/**
 * The words of the site as a module: a name for each group, so that a script takes along what it says and no more.
 * @throws AstroError with all that is wrong with the words that the settings give.
 */
export function wordsSource(settings: Pick<Settings, "words" | "file" | "language">): string {
	const read = readWords(settings, readTextFile);
	if ("problems" in read)
		throw new AstroError(
			"The words of the site cannot be used.",
			read.problems.map(({ path, line, column, message }) => `${path}:${line}:${column}: ${message}`).join("\n"),
		);
	return [
		`export const language = ${JSON.stringify(settings.language)};`,
		...Object.entries(read.words).map(([name, group]) => `export const ${name} = ${JSON.stringify(group)};`),
	].join("\n");
}
