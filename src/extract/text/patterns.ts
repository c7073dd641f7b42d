import { oncePer } from "#model/once-per.ts";

const made = new Map<string, RegExp>();

/**
 * The regular expression of a source that a standard gives, made once: making one takes longer than looking through a line with
 * it. A global one has state: it is for `match`, `replace` and `search` alone, which reset it.
 */
export function patternFrom(source: string, flags: string): RegExp {
	const key = `${flags}/${source}`;
	const pattern = made.get(key) ?? new RegExp(source, flags);
	made.set(key, pattern);
	return pattern;
}

/** A list of regular expressions of a standard as one, for `matchAll`; null where the list is empty. */
export const anyOf = oncePer((sources: readonly string[]): RegExp | null =>
	sources.length > 0 ? new RegExp(sources.map((source) => `(?:${source})`).join("|"), "gu") : null,
);

/** A text as the source of an expression that matches it as it stands. */
export function escaped(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
}

/** Wordings as alternatives of an expression, the longest first; blanks between words match any. Without wordings nothing matches. */
export function alternatives(wordings: readonly string[]): string {
	return (
		[...wordings]
			.sort((a, b) => b.length - a.length)
			.map((words) => escaped(words).replace(/\s+/gu, "\\s+"))
			.join("|") || "(?!)"
	);
}
