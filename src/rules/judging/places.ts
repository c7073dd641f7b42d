import type { Nodes, RootContent } from "mdast";
import type { DocumentRecord, Heading } from "#model/documents.ts";
import type { Place } from "#model/source.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { lineText } from "#parse/source-text.ts";

/** The whole of a file. */
export function filePlace(path: string): Place {
	return { kind: "file", path };
}

/** A 1-based line from its first to its last visible character; with `words`, only where they stand in it. */
export function linePlace({ source }: ParsedDocument, line: number, words?: string): Place {
	const text = lineText(source, line);
	const at = words ? text.indexOf(words) : -1;
	const start = at >= 0 ? at : text.length - text.trimStart().length;
	const end = at >= 0 ? at + (words?.length ?? 0) : text.trimEnd().length;
	return {
		kind: "range",
		path: source.path,
		range: { start: { line, column: start + 1 }, end: { line, column: Math.max(end, start) + 1 } },
	};
}

/** Where a node of the tree stands; the whole file for a node without a position. */
export function nodePlace({ source }: ParsedDocument, { position }: Nodes): Place {
	if (!position) return filePlace(source.path);
	const { start, end } = position;
	return {
		kind: "range",
		path: source.path,
		range: { start: { line: start.line, column: start.column }, end: { line: end.line, column: end.column } },
	};
}

/** The heading that opens a section, if the document has it. */
export function sectionOf({ outline }: DocumentRecord, key: string): Heading | undefined {
	return outline.find(({ keys }) => keys.includes(key));
}

/** The top-level nodes of a section, its heading excluded, subsections included. */
export function nodesOf({ tree }: ParsedDocument, { line, endLine }: Heading): readonly RootContent[] {
	return tree.children.filter(
		({ position }) => position && position.start.line > line && position.start.line <= endLine,
	);
}
