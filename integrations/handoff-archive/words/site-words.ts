import { AstroError } from "astro/errors";
import { readTextFile } from "#files/settings-file.ts";
import { rules } from "#rules/index.ts";
import { readWords } from "#settings/words.ts";
import type { Settings } from "#settings.ts";
import type * as english from "#words/en/index.ts";
import type { Telling } from "#words/reason.ts";
import { type RuleTexts, ruleTextsOf } from "#words/rule-texts.ts";
import { speechOf } from "#words/speech.ts";

/** The module of all words of the site. */
export const wordsModule = "virtual:handoff-archive/words";

export type SiteWords = typeof english & { readonly ruleTexts: RuleTexts };

/** What the site says, in English or as the settings say it. @throws AstroError with all that is wrong with their words. */
export function wordsOf(settings: Pick<Settings, "words" | "file">): SiteWords {
	const read = readWords(settings, readTextFile, ruleTextsOf(rules));
	if ("problems" in read)
		throw new AstroError(
			"The words of the site cannot be used.",
			read.problems.map(({ path, line, column, message }) => `${path}:${line}:${column}: ${message}`).join("\n"),
		);
	// They have the names and places of the English ones: readWords has made sure of that.
	return read.words as SiteWords;
}

/**
 * The words of the site as modules by their names: one for each group, and one that has them all, so that a script of a page takes
 * along what it says and no more.
 * @throws AstroError as `wordsOf` does.
 */
export function wordsSources(settings: Pick<Settings, "words" | "file" | "language">): ReadonlyMap<string, string> {
	// What rules say is put in its place before pages are made.
	const { ruleTexts: _, ...words } = wordsOf(settings);
	const groups = Object.entries(words).map(
		([name, group]) => [`${wordsModule}/${name}`, `export const ${name} = ${JSON.stringify(group)};`] as const,
	);
	const all = [
		`export const language = ${JSON.stringify(settings.language)};`,
		...groups.map(([module]) => `export * from ${JSON.stringify(module)};`),
	];
	return new Map([...groups, [wordsModule, all.join("\n")]]);
}

/** How reasons and rules are told in the words of the site. */
export function tellingOf(
	{ language }: Pick<Settings, "language">,
	{ reasons, ruleTexts, speech }: SiteWords,
): Telling {
	return { reasons, rules: ruleTexts, speech: speechOf(language, speech.and) };
}
