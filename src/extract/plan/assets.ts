import type { PlannedAsset } from "#model/plan.ts";
import type { Standard } from "#model/standard.ts";
import { anyOf } from "../text/patterns.ts";
import { normalise } from "../text/text.ts";
import { normalised } from "../text/vocabulary.ts";

/** Whether one of the standard's patterns is in a text. */
export function matches(text: string, patterns: readonly string[]): boolean {
	const pattern = anyOf(patterns);
	return pattern !== null && text.search(pattern) !== -1;
}

/** The file paths in a text, in order. */
export function pathsIn(text: string, { spec }: Standard): readonly { readonly path: string; readonly end: number }[] {
	if (!/[./]/u.test(text)) return [];
	const pattern = anyOf(spec.filePaths);
	return pattern
		? [...text.matchAll(pattern)].map((match) => ({ path: match[0], end: match.index + match[0].length }))
		: [];
}

/** Whether the first words of an entry are the path of a file: "`HOT/kernel/reader.py` — the reader". */
export function opensWithFile(text: string, standard: Standard): boolean {
	const [first] = pathsIn(text, standard);
	return first !== undefined && text.replace(/^`/u, "").startsWith(first.path);
}

/** Whether a text as a whole is the path of a file. */
export function isAssetPath(text: string, standard: Standard): boolean {
	return pathsIn(text, standard)[0]?.path === text;
}

/**
 * An entry of a list of assets: "`HOT/a.py` — classification: library (new)", "`HOT/a.py` (library)", "HOT/a.py: library". Words
 * behind the path are its classification where they say so, are a known one, or are one word in brackets that tells no change.
 */
export function assetOf(text: string, line: number, standard: Standard): PlannedAsset | null {
	const [first] = pathsIn(text, standard);
	if (!first) return null;
	const rest = text.slice(first.end);
	const behind = /^[\s`*:,([—–→|-]*(?<said>classification\s*[:=]?\s*)?(?<words>[\p{L}_][\p{L}\p{N}_ -]{0,40})?/iu.exec(
		rest,
	)?.groups;
	const words = behind?.words?.trim() ?? "";
	const isStated =
		words !== "" &&
		(behind?.said !== undefined || isClassification(words, standard) || isBracketed(rest, words, standard));
	return { path: first.path, classification: isStated ? words : null, line };
}

function isClassification(words: string, { spec: { sources } }: Standard): boolean {
	const said = normalise(words);
	return normalised(sources.classifications).includes(said) || normalised(sources.others).includes(said);
}

/** Whether one word stands alone in brackets, and tells neither a change nor that there is none: "(migration)", not "(new)". */
function isBracketed(rest: string, words: string, { vocabulary, spec }: Standard): boolean {
	if (!/^[\s`*]*\([\p{L}_-]+\)/u.test(rest)) return false;
	const said = normalise(words);
	const changes = spec.actions.flatMap(({ title, aliases }) => [title, ...aliases]);
	const others = ["changeWords", "unchanged", "untouched", "actions"].flatMap((name) => vocabulary[name] ?? []);
	return ![...changes, ...others, ...spec.unclassified].some((word) => normalise(word) === said);
}

/** Assets listed in one line: "`HOT/a.py` (library), `HOT/tests/test_a.py` (test)". */
export function assetsIn(text: string, line: number, standard: Standard): readonly PlannedAsset[] {
	const found = pathsIn(text, standard);
	return found.flatMap(({ path, end }, index) => {
		const next = found[index + 1];
		const entry = text.slice(end - path.length, next ? next.end - next.path.length : text.length);
		const asset = assetOf(entry.replace(/[,;]\s*$/u, ""), line, standard);
		return asset ? [asset] : [];
	});
}
