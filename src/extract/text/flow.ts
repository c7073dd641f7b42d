import type { Nodes } from "mdast";

/** The words of one block of text (a paragraph, a heading, a table cell) as a reader sees them, with their lines. */
export interface Flow {
	/** Line breaks of the source are "\n"; code and raw HTML stand as written, struck-out words are gone. */
	readonly text: string;
	/** Offsets in `text` at which a piece or a line starts, and the line each of them is on. */
	readonly offsets: readonly number[];
	readonly lines: readonly number[];
}

/** Flattens a block of text. */
export function flowOf(block: Nodes): Flow {
	return onePiece(block) ?? flattened(block);
}

/** Most cells and items, and many paragraphs, are one text on one line. */
function onePiece(block: Nodes): Flow | null {
	if (!("children" in block) || block.children.length !== 1) return null;
	const [only] = block.children;
	if (only?.type !== "text" || only.value.includes("\n")) return null;
	return { text: only.value, offsets: [0], lines: [only.position?.start.line ?? 1] };
}

function flattened(block: Nodes): Flow {
	const flow: WritableFlow = { text: "", offsets: [], lines: [] };
	append(flow, block);
	return flow;
}

/** Text that stands in the file as it is, from a line on. */
export function flowOfText(text: string, line: number): Flow {
	const flow: WritableFlow = { text: "", offsets: [], lines: [] };
	appendText(flow, text, line);
	return flow;
}

/** The 1-based line of an offset in a block's text. */
export function lineInFlow({ offsets, lines }: Flow, offset: number): number {
	let low = 0;
	let high = offsets.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((offsets[middle] ?? 0) <= offset) low = middle;
		else high = middle - 1;
	}
	return lines[low] ?? 1;
}

interface WritableFlow {
	text: string;
	offsets: number[];
	lines: number[];
}

function append(flow: WritableFlow, node: Nodes): void {
	switch (node.type) {
		case "text":
		case "inlineCode":
		case "html":
			appendText(flow, node.value, node.position?.start.line ?? flow.lines.at(-1) ?? 1);
			return;
		case "break":
			flow.text += "\n";
			return;
		case "image":
		case "imageReference":
			flow.text += node.alt ?? "";
			return;
		case "delete":
			return;
		default:
			if ("children" in node) for (const child of node.children) append(flow, child);
	}
}

function appendText(flow: WritableFlow, text: string, firstLine: number): void {
	const start = flow.text.length;
	let line = firstLine;
	flow.offsets.push(start);
	flow.lines.push(line);
	for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) {
		line += 1;
		flow.offsets.push(start + at + 1);
		flow.lines.push(line);
	}
	flow.text += text;
}
