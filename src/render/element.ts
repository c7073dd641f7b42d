import type { Element, ElementContent, Properties } from "hast";

/** A hast element; a string stands for a text child. */
export function element(
	tagName: string,
	properties: Properties,
	children: readonly (ElementContent | string)[] = [],
): Element {
	return {
		type: "element",
		tagName,
		properties,
		children: children.map((child) => (typeof child === "string" ? { type: "text", value: child } : child)),
	};
}

/** The children with a line break after each, so that words of neighbouring blocks never run together in the text. */
export function onLines(children: readonly ElementContent[]): (ElementContent | string)[] {
	const lines: (ElementContent | string)[] = [];
	for (const child of children) lines.push(child, "\n");
	return lines;
}
