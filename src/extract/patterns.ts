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
