import type { List, ListItem, Nodes, Paragraph, Root, Table } from "mdast";
import type { Heading } from "#model/documents.ts";
import { Derived } from "#parse/derived.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { flowOf } from "./flow.ts";
import { lineOf, normalise, titleOf } from "./text.ts";

/** What stands around a block inside its section. */
export interface BlockContext {
	/** The nearest heading below the section's own, normalised; "" where there is none. */
	readonly heading: string;
	/** The label or list item that introduces the block ("Dependencies:"), normalised; "" where there is none. */
	readonly lead: string;
}

/** A block of a section, flattened to what the fact readers need. */
export type Block =
	| { readonly kind: "heading"; readonly text: string; readonly line: number; readonly context: BlockContext }
	/** A paragraph, line by line; `marked` where it starts with bold words or code. */
	| {
			readonly kind: "paragraph";
			readonly lines: readonly string[];
			readonly marked: boolean;
			readonly line: number;
			readonly context: BlockContext;
	  }
	/** A list item's own words, without nested lists. */
	| { readonly kind: "item"; readonly text: string; readonly line: number; readonly context: BlockContext }
	/** A table with its header, both as cell texts. */
	| {
			readonly kind: "table";
			readonly header: readonly string[];
			readonly rows: readonly TableRow[];
			readonly line: number;
			readonly context: BlockContext;
	  }
	| { readonly kind: "code"; readonly lines: readonly string[]; readonly line: number; readonly context: BlockContext };

interface TableRow {
	readonly cells: readonly string[];
	readonly line: number;
}

type Lines = Pick<Heading, "line" | "endLine">;

/** Facts and several rules read the same sections. */
const read = new Derived<Map<string, readonly Block[]>>();

/** The blocks of one section, headings below its own included, in document order; read once per document. */
export function blocksOf(parsed: ParsedDocument, section: Lines): readonly Block[] {
	const sections = read.get(parsed) ?? new Map<string, readonly Block[]>();
	read.set(parsed, sections);
	const key = `${section.line}-${section.endLine}`;
	const blocks = sections.get(key) ?? readBlocks(parsed.tree, section);
	sections.set(key, blocks);
	return blocks;
}

function readBlocks(tree: Root, section: Lines): readonly Block[] {
	const blocks: Block[] = [];
	let heading = "";
	let lead = "";
	for (const node of tree.children) {
		const line = lineOf(node);
		if (line <= section.line || line > section.endLine) continue;
		if (node.type === "heading") {
			const text = titleOf(node);
			heading = normalise(text);
			lead = "";
			blocks.push({ kind: "heading", text, line, context: { heading, lead } });
			continue;
		}
		lead = append(blocks, node, { heading, lead });
	}
	return blocks;
}

/** Adds a node's blocks; returns the lead that holds for what follows it. */
function append(blocks: Block[], node: Nodes, context: BlockContext): string {
	const line = lineOf(node);
	switch (node.type) {
		case "paragraph": {
			const lines = linesOf(node);
			blocks.push({ kind: "paragraph", lines, marked: isMarked(node), line, context });
			return leadOf(node, lines);
		}
		case "list":
			appendList(blocks, node, context);
			return context.lead;
		case "table":
			blocks.push({ kind: "table", ...tableOf(node), line, context });
			return context.lead;
		case "code":
			blocks.push({ kind: "code", lines: node.value.split("\n"), line, context });
			return context.lead;
		case "blockquote": {
			let lead = context.lead;
			for (const child of node.children) lead = append(blocks, child, { ...context, lead });
			return lead;
		}
		case "thematicBreak":
			return "";
		default:
			return context.lead;
	}
}

function appendList(blocks: Block[], list: List, context: BlockContext): void {
	for (const item of list.children) {
		const text = itemText(item);
		blocks.push({ kind: "item", text, line: lineOf(item), context });
		if (item.children.every(({ type }) => type === "paragraph")) continue;
		const inner = { ...context, lead: normalise(labelOf(text)) || context.lead };
		for (const child of item.children) if (child.type !== "paragraph") append(blocks, child, inner);
	}
}

function itemText(item: ListItem): string {
	return item.children
		.filter((child) => child.type === "paragraph")
		.map((child) => flowOf(child).text)
		.join("\n")
		.trim();
}

/** The lines of a paragraph; one that breaks off behind a comma has the next one too, in whose place nothing is left. */
function linesOf(paragraph: Paragraph): readonly string[] {
	const lines = flowOf(paragraph)
		.text.split("\n")
		.map((line) => line.trim());
	let first = 0;
	return lines.reduce<string[]>((joined, line, at) => {
		if (line !== "" && lines[at - 1]?.endsWith(",") && labelOf(line) === line) {
			joined[first] += ` ${line}`;
			joined.push("");
		} else first = joined.push(line) - 1;
		return joined;
	}, []);
}

function isMarked(paragraph: Paragraph): boolean {
	const [first] = paragraph.children;
	return first?.type === "strong" || first?.type === "inlineCode";
}

/** A paragraph introduces what follows it where its last line ends with a colon or is bold as a whole. */
function leadOf(paragraph: Paragraph, lines: readonly string[]): string {
	const last = lines.at(-1) ?? "";
	const bold = paragraph.children.length === 1 && paragraph.children[0]?.type === "strong";
	return bold || last.endsWith(":") ? normalise(last) : "";
}

/** What stands before the first colon, or the whole text where there is none. */
export function labelOf(text: string): string {
	const colon = text.search(/:(?:\s|$)/);
	return colon === -1 ? text : text.slice(0, colon);
}

function tableOf(table: Table): { readonly header: readonly string[]; readonly rows: readonly TableRow[] } {
	const [head, ...rows] = table.children.map((row) => ({
		cells: row.children.map((cell) => flowOf(cell).text.trim()),
		line: lineOf(row),
	}));
	return { header: head?.cells ?? [], rows };
}
