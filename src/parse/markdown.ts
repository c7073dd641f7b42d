import type { Root } from "mdast";
import { markdownToMdast } from "satteri";
import type { ReadingProblem } from "#model/source.ts";
import { decodeSource, type SourceText } from "./source-text.ts";

/** A Markdown document, parsed once: its text, its tree with file positions, and what is wrong with either. */
export interface ParsedDocument {
	readonly source: SourceText;
	readonly tree: Root;
	/** The front matter's data, where there is valid front matter that is a mapping. */
	readonly frontMatter: Readonly<Record<string, unknown>> | null;
	readonly problems: readonly ReadingProblem[];
}

/** Parses a document's bytes into an mdast tree (GFM, front matter). Never throws. */
export function parseMarkdown(path: string, bytes: Uint8Array): ParsedDocument {
	const source = decodeSource(path, bytes);
	const tree = markdownToMdast(source.text, { features: { frontmatter: true } }) as Root;
	return { source, tree, frontMatter: null, problems: source.problems };
}
