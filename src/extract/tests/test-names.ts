import type { Standard } from "#model/standard.ts";
import { normalise } from "../text/text.ts";
import { startsWithPhrase, wordsOf } from "../text/vocabulary.ts";
import { entryMarks, isOfDropped, renamed } from "./test-entries.ts";

/** The names of tests in a text, in order. */
export function namesIn(text: string, pattern: RegExp): readonly string[] {
	return text.match(pattern) ?? [];
}

/** The first of the names, found without a copy of the pattern, as `matchAll` would make for each cell. */
export function firstName(text: string, pattern: RegExp): RegExpExecArray | null {
	pattern.lastIndex = 0;
	const first = pattern.exec(text);
	pattern.lastIndex = 0;
	return first;
}

/** Whether a text is a name and nothing more. */
export function isWhole(cell: string, pattern: RegExp): boolean {
	return firstName(cell, pattern)?.[0] === cell;
}

/** "`test_a` (see also `test_b`)" without what it points to. */
function withoutPointers(entry: string, pattern: RegExp, standard: Standard): string {
	if (!entry.includes("(")) return entry;
	return entry.replace(/\(([^()]*)\)/gu, (aside: string, words: string) =>
		startsWithPhrase(normalise(words), wordsOf(standard, "pointers")) && namesIn(words, pattern).length > 0
			? " "
			: aside,
	);
}

/** The names that a cell or entry lists; of a renamed test only the new name. */
export function listedNames(entry: string, pattern: RegExp, standard: Standard): readonly string[] {
	const text = withoutPointers(entry, pattern, standard);
	const found = [...text.matchAll(pattern)];
	const names = found.map(([name]) => name);
	// "`imp` is gone → `test_a`, `test_b`": an arrow before the first name renames none.
	const behind = text.slice(found[0]?.index ?? 0);
	const isRenamed = names.length > 1 && (renamed.test(behind) || /\brenamed?\b/u.test(text));
	return isRenamed ? names.slice(-1) : names;
}

/** An entry names its tests before its first dash or colon, else anywhere. */
export function namesInEntry(text: string, pattern: RegExp, standard: Standard): readonly string[] {
	const end = text.search(/\s[—–-]{1,2}\s|:(?=\s|$)|\n/u);
	const lead = end === -1 ? text : text.slice(0, end);
	const leading = listedNames(lead, pattern, standard);
	return leading.length > 0 ? leading : listedNames(text, pattern, standard);
}

/** An entry that is an identifier and what it shows: "`keeps_living_records`: living records stay". */
export function identifiedBy(text: string, pattern: RegExp): readonly string[] {
	const lead = /^[`*_\s]{0,4}(\w+)(?:\(\))?[`*_]{0,4}(?:\s[—–-]{1,2}\s|:\s)/u.exec(text)?.[1] ?? "";
	return isWhole(lead, pattern) ? [lead] : [];
}

// "`tests/test_a.py`: test_one, test_two"
const fileLead = /^[`*_\s]{0,4}[\w./-]+\.[a-z]{1,5}[`*_]{0,4}\s?:[`*_]{0,4}\s+/u;

// "**TestSeal** (3): `test_a`, `test_b` and `test_c`": nothing but names behind a label.
const groupLead = /^[^:]{1,80}:[*_`]{0,4}\s+/u;

/** A paragraph's line is an entry of its own where it starts with a name, or with a file or group and then its names. */
export function leadingNames(entry: string, pattern: RegExp, standard: Standard): readonly string[] {
	const listed = entry.replace(groupLead, "");
	if (listed !== entry && /^(?:[\s,;.&`*()]|and\b)*$/u.test(listed.replaceAll(pattern, "")))
		return namesIn(listed, pattern);
	const line = entry.replace(fileLead, "");
	const first = firstName(line, pattern);
	return first && entryMarks.test(line.slice(0, first.index)) ? namesInEntry(line, pattern, standard) : [];
}

/** The names of a paragraph's line: those that open it, or each sentence that explains one: "`test_a`: full. `test_b`: less." */
export function namesInLine(line: string, wrapped: boolean, pattern: RegExp, standard: Standard): readonly string[] {
	const leading = wrapped ? [] : leadingNames(line, pattern, standard);
	if (!line.includes(":")) return leading;
	if (isOfDropped(line, standard)) return [];
	const explained = [...line.matchAll(pattern)].filter(
		({ 0: name, index }) =>
			/^[`*_()]*:\s/u.test(line.slice(index + name.length)) && opensSentence(line, index, wrapped),
	);
	return explained.length > leading.length ? explained.map(([name]) => name) : leading;
}

/** Whether nothing but marks stands between a place in a line and the end of a sentence, or the start of a line of its own. */
function opensSentence(line: string, place: number, wrapped: boolean): boolean {
	const before = line.slice(Math.max(0, place - longestMarks), place);
	return /[.;*_][\s`*_]*$/u.test(before) || (!wrapped && place <= longestMarks && /^[\s`*_]*$/u.test(before));
}

/** More characters than marks and white space take before a name. */
const longestMarks = 20;
