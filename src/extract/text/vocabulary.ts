import { oncePer } from "#model/once-per.ts";
import type { Standard } from "#model/standard.ts";
import { anyOf } from "./patterns.ts";
import { normalise } from "./text.ts";

const nothing: readonly string[] = [];

/** One of a standard's word lists, normalised; empty where the standard has none of that name. */
export function wordsOf({ vocabulary }: Standard, name: string): readonly string[] {
	return normalised(vocabulary[name] ?? nothing);
}

/** The label wordings of a fact, normalised. */
export function labelsOf({ fields }: Standard, key: string): readonly string[] {
	return normalised(fields[key] ?? nothing);
}

/** A word list of a standard, normalised. */
export const normalised = oncePer((words: readonly string[]): readonly string[] =>
	words.map(normalise).filter(Boolean),
);

/** Whether one of the phrases stands in a normalised text, as whole words. */
export function hasPhrase(text: string, phrases: readonly string[]): boolean {
	// Most phrases are not there at all, which costs nothing to find out.
	return phrases.some((phrase) => text.includes(phrase) && ` ${text} `.includes(` ${phrase} `));
}

/** Whether a normalised text begins with one of the phrases, as whole words. */
export function startsWithPhrase(text: string, phrases: readonly string[]): boolean {
	return phrases.some((phrase) => text === phrase || text.startsWith(`${phrase} `));
}

/** A list of regular expressions of the standard as one, for `matchAll`; null where the list is empty. */
export function patternOf(standard: Standard, name: string): RegExp | null {
	return anyOf(standard.vocabulary[name] ?? nothing);
}

/** A package id in a text. */
export interface FoundPackage {
	readonly id: string;
	readonly start: number;
	readonly end: number;
}

/** The package ids in a text as whole words: no part of a longer name, no placeholder. */
export function findPackages(text: string, standard: Standard): readonly FoundPackage[] {
	const pattern = packagePattern(standard);
	const found: FoundPackage[] = [];
	// The start of the word is tested only where an id was found: a look-behind would run at every character.
	pattern.lastIndex = 0;
	for (let match = pattern.exec(text); match; match = pattern.exec(text))
		if (match.index === 0 || !wordBefore.test(text.slice(match.index - 1, match.index)))
			found.push({ id: match[0], start: match.index, end: match.index + match[0].length });
	return found;
}

const packagePattern = oncePer(
	({ packageId }: Standard) => new RegExp(`(?:${packageId})(?![\\p{L}\\p{N}_]|-[\\p{L}\\p{N}])`, "gu"),
);

const wordBefore = /[\p{L}\p{N}_-]/u;
