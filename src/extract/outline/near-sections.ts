import type { Heading } from "#model/documents.ts";
import type { Standard } from "#model/standard.ts";
import { normalise } from "../text/text.ts";
import { wordsOf } from "../text/vocabulary.ts";
import { withoutNumbering } from "./outline.ts";

/**
 * The section of a spec that holds what the standard asks for under a key: the one in the standard's own words, else the
 * first one with a title in use for it ("## Tests"). The latter is read, and the standard's section is missing still.
 */
export function sectionNear(key: string, outline: readonly Heading[], standard: Standard): Heading | undefined {
	const own = outline.find(({ keys }) => keys.includes(key));
	if (own) return own;
	const titles = wordsOf(standard, `nearSections.${key}`);
	return outline.find(({ title, depth, keys }) => {
		const name = normalise(withoutNumbering(title).replace(/\([^()]*\)/gu, " "));
		return depth === 2 && keys.length === 0 && titles.includes(name);
	});
}
