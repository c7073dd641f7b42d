import { oncePer } from "#model/once-per.ts";
import type { Standard } from "#model/standard.ts";
import { escaped } from "../text/patterns.ts";
import { normalise } from "../text/text.ts";

/**
 * The labels under which a document names its own handoff ("Agent:"), at the start of a line and up to the value. A label is
 * found by its first letters, and what stands before it is looked at from there: most lines have none.
 */
export const selfLabelsOf = oncePer((standards: readonly Standard[]): RegExp => {
	const labels = [...new Set(standards.flatMap(({ fields }) => fields.selfId ?? []))].map(escaped);
	const any = `(?:${labels.join("|") || "(?!)"})`;
	return new RegExp(`${any}(?<=^[> \\t*_-]*${any})[*_]*:[*_\` \\t]*`, "gmu");
});

/** For a pattern with state that was only tested. */
export function resetOf(pattern: RegExp): true {
	pattern.lastIndex = 0;
	return true;
}

/** Words of a title that only say which document it is. */
export const roleWordsOf = oncePer(
	(standards: readonly Standard[]): ReadonlySet<string> =>
		new Set(
			standards.flatMap(({ vocabulary }) => vocabulary.titleLeads ?? []).flatMap((lead) => normalise(lead).split(" ")),
		),
);
