import type { ElementContent, Root } from "hast";
import { element } from "./element.ts";

/**
 * Characters that hide from readers or reorder what they see: controls, direction marks and overrides ("Trojan Source",
 * CVE-2021-42574), zero-width characters, line and paragraph separators, and the tag characters that can carry a
 * hidden text. Joiners stay: scripts and emoji need them.
 */
const hidden =
	/(?![\t\n\r])[\p{Cc}\u061C\u200B\u200E\u200F\u2028\u2029\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/u;
const eachHidden = new RegExp(hidden, "gu");

/** The text with its hidden characters written out ("U+202E"), for attributes. */
export function writtenOut(text: string): string {
	return hidden.test(text) ? text.replace(eachHidden, nameOf) : text;
}

/** Replaces hidden characters in every text of the tree by their visible names; returns how many there were. */
export function showHidden(parent: Root | Extract<ElementContent, { type: "element" }>): number {
	let count = 0;
	for (let index = 0; index < parent.children.length; index++) {
		const child = parent.children[index];
		if (child?.type === "element") count += showHidden(child);
		if (child?.type !== "text" || !hidden.test(child.value)) continue;
		const parts = named(child.value);
		count += parts.length >> 1;
		parent.children.splice(index, 1, ...parts);
		index += parts.length - 1;
	}
	return count;
}

/** Text and names by turns, the text first. */
function named(text: string): ElementContent[] {
	const parts: ElementContent[] = [];
	let from = 0;
	for (const match of text.matchAll(eachHidden)) {
		parts.push({ type: "text", value: text.slice(from, match.index) });
		parts.push(element("span", { className: ["hidden-character"] }, [nameOf(match[0])]));
		from = match.index + match[0].length;
	}
	parts.push({ type: "text", value: text.slice(from) });
	return parts;
}

function nameOf(character: string): string {
	return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
