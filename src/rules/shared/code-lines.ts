import type { Code, Nodes } from "mdast";

/** The code blocks in a node, itself included. */
export function codeBlocks(node: Nodes): readonly Code[] {
	if (node.type === "code") return [node];
	return "children" in node ? node.children.flatMap(codeBlocks) : [];
}

/** Each line of a code block with its line in the file. */
export function linesOfCode(
	code: Code,
	lineOfText: (line: number) => string,
): readonly { text: string; line: number }[] {
	const start = code.position?.start.line ?? 1;
	const isFenced = /^[\s>*+\d.)-]*(?:`{3,}|~{3,})/u.test(lineOfText(start));
	return code.value.split("\n").map((text, index) => ({ text, line: start + index + (isFenced ? 1 : 0) }));
}
