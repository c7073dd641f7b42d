import type { Standard } from "#model/standard.ts";
import { escaped } from "./patterns.ts";
import { normalise } from "./text.ts";

const selfLabels = new WeakMap<readonly Standard[], RegExp>();

/**
 * The labels under which a document names its own handoff ("Agent:"), at the start of a line and up to the value. A label is
 * found by its first letters, and what stands before it is looked at from there: most lines have none.
 */
export function selfLabelsOf(standards: readonly Standard[]): RegExp {
	const known = selfLabels.get(standards);
	if (known) return known;
	const labels = [...new Set(standards.flatMap(({ fields }) => fields.selfId ?? []))].map(escaped);
	const any = `(?:${labels.join("|") || "(?!)"})`;
	const pattern = new RegExp(`${any}(?<=^[> \\t*_-]*${any})[*_]*:[*_\` \\t]*`, "gmu");
	selfLabels.set(standards, pattern);
	return pattern;
}

/** For a pattern with state that was only tested. */
export function resetOf(pattern: RegExp): true {
	pattern.lastIndex = 0;
	return true;
}

const roleWords = new WeakMap<readonly Standard[], ReadonlySet<string>>();

/** Words of a title that only say which document it is. */
export function roleWordsOf(standards: readonly Standard[]): ReadonlySet<string> {
	const known = roleWords.get(standards);
	if (known) return known;
	const words = new Set(
		standards.flatMap(({ vocabulary }) => vocabulary.titleLeads ?? []).flatMap((lead) => normalise(lead).split(" ")),
	);
	roleWords.set(standards, words);
	return words;
}
