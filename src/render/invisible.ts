import type { Element, ElementContent } from "hast";
import { element } from "./element.ts";

/**
 * Characters that hide from readers or reorder what they see: controls, direction marks and overrides ("Trojan Source",
 * CVE-2021-42574), zero-width characters, line and paragraph separators, and the tag characters that can carry a
 * hidden text. Joiners stay: scripts and emoji need them.
 */
const hidden =
	/(?![\t\n\r])[\p{Cc}\u061C\u200B\u200E\u200F\u2028\u2029\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/u;
/** The same without look-ahead and code points, which is much faster; half of a tag character tells it too. */
const suspicious =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for.
	/[\0-\x08\v\f\x0E-\x1F\x7F-\x9F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB\uDB40]/;
const eachHidden = new RegExp(hidden, "gu");
const runsOfHidden = new RegExp(`(?:${hidden.source})+`, "gu");

/** The text with its hidden characters written out ("U+202E"), for attributes. */
export function writtenOut(text: string): string {
	return suspicious.test(text) ? text.replace(eachHidden, nameOf) : text;
}

/** Whether what is made of a source can hold hidden characters: itself, or written as character references. */
export function mayHide(source: string): boolean {
	return suspicious.test(source) || /&[#a-z]/i.test(source);
}

/** Replaces hidden characters in every text of the tree by their visible names; returns how many there were. */
export function showHidden(parent: Element): number {
	let count = 0;
	let found = false;
	for (const child of parent.children)
		if (child.type === "element") count += showHidden(child);
		else if (child.type === "text" && suspicious.test(child.value)) found = true;
	if (!found) return count;
	const children: ElementContent[] = [];
	for (const child of parent.children)
		if (child.type === "text") count += addNamed(child.value, children);
		else children.push(child);
	parent.children = children;
	return count;
}

/** Adds a text with its hidden characters named; returns how many there were. */
function addNamed(text: string, children: ElementContent[]): number {
	let count = 0;
	let from = 0;
	for (const match of text.matchAll(runsOfHidden)) {
		const names = [...match[0]].map(nameOf);
		if (match.index > from) children.push({ type: "text", value: text.slice(from, match.index) });
		children.push(element("span", { className: ["hidden-character"] }, [names.join(" ")]));
		from = match.index + match[0].length;
		count += names.length;
	}
	if (from < text.length) children.push({ type: "text", value: text.slice(from) });
	return count;
}

function nameOf(character: string): string {
	return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
