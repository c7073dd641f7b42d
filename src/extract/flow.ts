import type { Nodes } from "mdast";

/** The words of one block of text (a paragraph, a heading, a table cell) as a reader sees them, with their lines. */
export interface Flow {
	/** Line breaks of the source are "\n"; code and raw HTML stand as written, struck-out words are gone. */
	readonly text: string;
	/** Offsets in `text` at which a piece starts, and the line each piece starts on. */
	readonly offsets: readonly number[];
	readonly lines: readonly number[];
}

/** Flattens a block of text. */
export function flowOf(block: Nodes): Flow {
	const flow: WritableFlow = { text: "", offsets: [], lines: [] };
	append(flow, block);
	return flow;
}

/** The 1-based line of an offset in a block's text. */
export function lineInFlow({ text, offsets, lines }: Flow, offset: number): number {
	let piece = 0;
	while (piece + 1 < offsets.length && (offsets[piece + 1] ?? 0) <= offset) piece += 1;
	let line = lines[piece] ?? 1;
	for (let at = text.indexOf("\n", offsets[piece] ?? 0); at !== -1 && at < offset; at = text.indexOf("\n", at + 1))
		line += 1;
	return line;
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
			flow.offsets.push(flow.text.length);
			flow.lines.push(node.position?.start.line ?? flow.lines.at(-1) ?? 1);
			flow.text += node.value;
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
