import type { Code, Nodes } from "mdast";
import type { Point } from "#model/source.ts";
import { lineStartsOf, pointInLines } from "#parse/lines.ts";
import type { MarkdownParser } from "#parse/markdown.ts";
import { lineText, type SourceText } from "#parse/source-text.ts";
import type { BlockPlace } from "./fields.ts";

/** A stretch of a file that may be YAML of handoffs, and where its offsets are in the file. */
export interface YamlBlock extends BlockPlace {
	readonly form: "file" | "block" | "trailing";
	readonly text: string;
}

/** The blocks of a Markdown document: fenced ones that say they are YAML or start like a handoff, and one at its end. */
export function blocksOf(source: SourceText, bytes: Uint8Array, parse: MarkdownParser): readonly YamlBlock[] {
	const fenced = fences(parse(source.path, bytes).tree, []).filter(isCandidate);
	const blocks = fenced.map((node) => blockOf(source, node));
	const trailing = trailingBlock(source, fenced.at(-1)?.position?.end.line ?? 0);
	return trailing ? [...blocks, trailing] : blocks;
}

/** A whole file of YAML as one block. */
export function fileBlock({ path, text, lineStarts }: SourceText): YamlBlock {
	return { form: "file", path, text, pointAt: (offset) => pointInLines(lineStarts, offset) };
}

function fences(node: Nodes, found: Code[]): Code[] {
	if (node.type === "code" && node.position) found.push(node);
	else if ("children" in node) for (const child of node.children) fences(child, found);
	return found;
}

const opening = /^(?:handoff|handoff_history)[ \t]*:/m;

function isCandidate({ lang, value }: Code): boolean {
	if (lang) return /^(?:yaml|yml)$/i.test(lang);
	return opening.test(value);
}

/** Lines of a fence stand behind indents and quote marks: each is moved by what stands before it in the file. */
function blockOf(source: SourceText, { value, position, lang }: Code): YamlBlock {
	const starts = lineStartsOf(value);
	const isIndented = !lang && !/^[ \t>]*(?:```|~~~)/.test(lineText(source, position?.start.line ?? 1));
	const first = (position?.start.line ?? 1) + (isIndented ? 0 : 1);
	const pointAt = (offset: number): Point => {
		const { line, column } = pointInLines(starts, offset);
		const own = value.slice(starts[line - 1] ?? 0, starts[line] ?? value.length).replace(/[\r\n]+$/, "");
		const written = lineText(source, first + line - 1);
		const before = written.endsWith(own) ? written.length - own.length : 0;
		return { line: first + line - 1, column: column + before };
	};
	return { form: "block", path: source.path, text: value, pointAt };
}

/** A handoff that stands unfenced at the end of a document: from its first line to the end of the file. */
function trailingBlock({ path, text, lineStarts }: SourceText, after: number): YamlBlock | null {
	for (let line = lineStarts.length; line > after; line--) {
		const start = lineStarts[line - 1] ?? 0;
		const end = lineStarts[line] ?? text.length;
		if (!/^(?:handoff|handoff_history)[ \t]*:[ \t]*(?:#.*)?$/.test(text.slice(start, end).trimEnd())) continue;
		const rest = text.slice(start);
		const closing = /^(?:---|\.\.\.)[ \t]*$/m.exec(rest);
		// Prose after it would make it a part of the text and no end of the document.
		const isLast = !closing || rest.slice(closing.index + closing[0].length).trim() === "";
		if (!isLast) return null;
		const block = closing ? rest.slice(0, closing.index) : rest;
		return { form: "trailing", path, text: block, pointAt: (offset) => pointInLines(lineStarts, start + offset) };
	}
	return null;
}
