import type { Nodes } from "mdast";

/** The text a reader sees in a node: Markdown marks gone, code and raw HTML kept as written, line breaks as spaces. */
export function textOf(node: Nodes): string {
	return textWith(node, true);
}

/** The text that still stands: as `textOf`, without what is struck through. */
export function standingText(node: Nodes): string {
	return textWith(node, false);
}

function textWith(node: Nodes, struck: boolean): string {
	switch (node.type) {
		case "text":
		case "inlineCode":
		case "code":
		case "html":
			return node.value;
		case "image":
		case "imageReference":
			return node.alt ?? "";
		case "break":
			return " ";
		case "delete":
			return struck ? node.children.map((child) => textWith(child, struck)).join("") : "";
		default:
			return "children" in node ? node.children.map((child) => textWith(child, struck)).join("") : "";
	}
}

const marks = /\p{Extended_Pictographic}|[\u200d\ufe0e\ufe0f\u20e3]/gu;

/**
 * A wording reduced to what two spellings of it share: lower case, words only, "&", "+", "/" and "," read as "and",
 * apostrophes and emoji dropped.
 */
export function normalise(text: string): string {
	return (
		isAscii.test(text)
			? words(text, /[^a-z0-9]+/g)
			: words(text.normalize("NFKC").replace(marks, " "), /[^\p{L}\p{N}]+/gu)
	)
		.trim()
		.replace(/^and | and$/g, "")
		.replace(/\band(?: and)+\b/g, "and");
}

const isAscii = /^\p{ASCII}*$/u;

function words(text: string, between: RegExp): string {
	return text
		.toLowerCase()
		.replace(/['’`´]/g, "")
		.replace(/[&+/,]/g, " and ")
		.replace(between, " ");
}

/** 1-based line on which a node starts; 1 for a node without a position. */
export function lineOf(node: Nodes): number {
	return node.position?.start.line ?? 1;
}
