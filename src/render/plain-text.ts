import type { Nodes, Strong } from "mdast";

/** The words of a node as a reader sees them: text, code, raw HTML and the alternative text of images. */
export function plainText(node: Nodes, source: string): string {
	switch (node.type) {
		case "text":
		case "inlineCode":
		case "code":
		case "html":
		case "yaml":
			return node.value;
		case "image":
		case "imageReference":
			return node.alt ?? "";
		case "break":
			return "\n";
		case "strong":
			return dunderName(node, source) ?? phrases(node.children, source);
		default:
			return "children" in node ? phrases(node.children, source) : "";
	}
}

function phrases(nodes: readonly Nodes[], source: string): string {
	let text = "";
	for (const node of nodes) text += plainText(node, source);
	return text;
}

/**
 * The name as written where Markdown took the underscores of an identifier for emphasis (`__init__`), else null:
 * a single lower-case word between two underscores is a name, not a loud word.
 */
export function dunderName(node: Strong, source: string): string | null {
	const [only, ...others] = node.children;
	const start = node.position?.start.offset;
	if (only?.type !== "text" || others.length > 0 || start === undefined || source[start] !== "_") return null;
	return /^[a-z][a-z0-9_]*$/.test(only.value) ? `__${only.value}__` : null;
}
