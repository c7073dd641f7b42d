import type { Element, ElementContent } from "hast";
import { hiddenRuns, mayHold } from "#model/hidden.ts";
import { element } from "./element.ts";

/** Whether what is made of a source can hold hidden characters: itself, or written as character references. */
export function mayHide(source: string): boolean {
	return mayHold(source) || /&[#a-z]/i.test(source);
}

/** Replaces hidden characters in every text of the tree by their visible names; returns how many there were. */
export function showHidden(parent: Element): number {
	let count = 0;
	let found = false;
	for (const child of parent.children)
		if (child.type === "element") count += showHidden(child);
		else if (child.type === "text" && mayHold(child.value)) found = true;
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
	for (const { start, end, names } of hiddenRuns(text)) {
		if (start > from) children.push({ type: "text", value: text.slice(from, start) });
		children.push(element("span", { className: ["hidden-character"] }, [names.join(" ")]));
		from = end;
		count += names.length;
	}
	if (from < text.length) children.push({ type: "text", value: text.slice(from) });
	return count;
}
