import type { Standard } from "#model/standard.ts";
import { type BlockContext, labelOf } from "../text/blocks.ts";
import { normalise } from "../text/text.ts";
import { findPackages, hasPhrase, labelsOf, startsWithPhrase, wordsOf } from "../text/vocabulary.ts";

/** The package ids in a text. */
export function packageIds(text: string, standard: Standard): readonly string[] {
	return findPackages(text, standard).map(({ id }) => id);
}

/** Whether a block stands under a title of packages that are not planned ("Dependencies"). */
export function isExcluded({ heading, lead }: BlockContext, standard: Standard): boolean {
	const words = wordsOf(standard, "notPlanned");
	const openings = wordsOf(standard, "notPlannedTitles");
	return [heading, lead].some(
		(title) =>
			hasPhrase(title, words) ||
			isUnchanged(title, standard) ||
			startsWithPhrase(title.replace(/^(?:\d+ )+/u, ""), openings),
	);
}

/** Package ids without a remark in brackets ("PKG-A-001 (unchanged)") or behind a dash. */
export function withoutRemarks(text: string): string {
	return text.replace(/\([^()]*\)|\[[^[\]]*\]/gu, " ").replace(/\s[—–]\s.*$/su, "");
}

/** "PKG-A-001 (new)", "Package 1: PKG-A-001", "1. Modified: PKG-A-001": only words of role and number come first. */
export function startsWithPackage(text: string, standard: Standard): boolean {
	const [first] = findPackages(text, standard);
	if (!first || isUnchanged(text, standard)) return false;
	const before = normalise(text.slice(0, first.start).replace(/[^\s`(|]{1,120}\/$/u, ""))
		.split(" ")
		.filter(Boolean);
	const roles = wordsOf(standard, "packageLeads");
	return before.every((word) => roles.includes(word) || /^(?:\d+|[a-z])$/u.test(word));
}

/** Whether words about a package say that nothing happens to it ("unchanged", and nothing such as "modified" besides). */
export function isUnchanged(text: string, standard: Standard): boolean {
	const phrases = wordsOf(standard, "unchanged");
	const words = normalise(text);
	if (!hasPhrase(words, phrases)) return false;
	const rest = phrases.reduce((left, phrase) => left.replaceAll(` ${phrase} `, "  "), ` ${words} `);
	return !hasPhrase(rest, wordsOf(standard, "changeWords"));
}

/** A list item or a line: labelled ("Package ID: PKG-A-001"), or opening with the id it is about. */
export function inEntry(text: string, standard: Standard, marked: boolean): readonly string[] {
	const label = labelOf(text);
	if (label !== text && isPackageLabel(label, standard)) {
		const value = text.slice(label.length + 1);
		return isNegative(value, standard) ? [] : valueIds(value, label, standard);
	}
	const first = packageIds(text, standard)[0];
	return marked &&
		first !== undefined &&
		startsWithPackage(headOf(text), standard) &&
		!isDoneNothing(text, standard) &&
		!isUnchanged(text.split("\n")[0] ?? "", standard)
		? packageIds(withoutRemarks(headOf(text)), standard)
		: [];
}

/** "PKG-A-001 — none — blocked": an entry whose action is none. */
function isDoneNothing(text: string, standard: Standard): boolean {
	const [, action = ""] = text.split(/\s[—–-]{1,2}\s/u, 2);
	return action !== "" && wordsOf(standard, "noneValues").includes(normalise(action));
}

/** An entry's subject: what stands before the first dash, colon, arrow or line break. */
export function headOf(text: string): string {
	const end = text.search(/\s[—–-]{1,2}\s|:(?=\s|$)|\n|\s(?:→|->)/u);
	return end === -1 ? text : text.slice(0, end);
}

/** Whether a label names the packages that a spec plans or takes away. */
export function isPackageLabel(label: string, standard: Standard): boolean {
	const words = normalise(label.replace(/\([^()]*\)/gu, " "));
	return labelsOf(standard, "packages").includes(words) || labelsOf(standard, "removedPackages").includes(words);
}

/** Of "Package ID: X" the value itself, even where a project writes its ids in another way. */
export function valueIds(value: string, label: string, standard: Standard): readonly string[] {
	const found = packageIds(withoutRemarks(value), standard);
	if (found.length > 0 || !labelsOf(standard, "packageId").includes(normalise(label))) return found;
	const word = withoutRemarks(value)
		.trim()
		.replace(/^[`"'*]+|[`"'*,.;]+$/gu, "");
	return /^[\p{L}\p{N}][\p{L}\p{N}_.@/-]*[-_\d][\p{L}\p{N}_.-]*$/u.test(word) ? [word] : [];
}

/** Whether a label's value says that there is none. */
export function isNegative(value: string, standard: Standard): boolean {
	return startsWithPhrase(normalise(value), wordsOf(standard, "noneValues"));
}
