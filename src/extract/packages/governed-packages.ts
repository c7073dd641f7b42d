import type { Standard } from "#model/standard.ts";
import { normalise } from "../text/text.ts";
import { findPackages, hasPhrase, wordsOf } from "../text/vocabulary.ts";

/** The packages of a sentence with a word of one of the lists right before them, and those joined to one by a comma or "and". */
export function governedIds(sentence: string, lists: readonly string[], standard: Standard): readonly string[] {
	const governed: string[] = [];
	const has = (list: string, words: string) => hasPhrase(words, wordsOf(standard, list));
	let end = 0;
	let joined = false;
	for (const { id, start, end: next } of findPackages(sentence, standard)) {
		const between = sentence.slice(end, start);
		const words = normalise(between);
		const verb = lists.some((list) => has(list, words)) && !has("sourceWords", words);
		joined = verb || (joined && joint.test(between.replace(remarks, "").slice(0, longestJoint)));
		if (joined) governed.push(id);
		end = next;
	}
	return governed;
}

// "PKG-A-001 (two files) and PKG-B-001"
const remarks = /\([^()]{0,200}\)/gu;
const joint = /^[`*\s]*(?:,|&|and|,\s*and)[`*\s]*$/u;
const longestJoint = 40;
