import type { Root } from "mdast";
import type { ReadingProblem } from "#model/source.ts";
import { frontMatterOf } from "./front-matter.ts";
import { loadNative, type MarkdownText, type MarkdownToMdast, parseNative } from "./native.ts";
import { defaultNestingLimits, type Excess, excessOf, maxTreeDepth, type NestingLimits } from "./nesting.ts";
import type { parseRemark as ParseRemark } from "./remark.ts";
import { decodeSource, pointAt, type SourceText } from "./source-text.ts";

/** A Markdown document, parsed once: its text, its tree with file positions, and what is wrong with either. */
export interface ParsedDocument {
	readonly source: SourceText;
	readonly tree: Root;
	/** The front matter's data, where there is valid front matter that is a mapping. */
	readonly frontMatter: Readonly<Record<string, unknown>> | null;
	readonly problems: readonly ReadingProblem[];
}

/** Parses a document's bytes into an mdast tree (GFM, front matter). Never throws. */
export type MarkdownParser = (path: string, bytes: Uint8Array) => ParsedDocument;

export interface MarkdownParserOptions {
	/** "native" is Sätteri, corrected to remark's tree; "remark" is remark-parse, for machines without the binary. */
	readonly parser?: "native" | "remark";
	readonly limits?: NestingLimits;
	/** The native parser's function; null where it cannot be loaded. */
	readonly native?: MarkdownToMdast | null;
	/** Up to this many characters, remark reads what the native parser would read differently; it takes too long on more. */
	readonly maxRemarkLength?: number;
}

const loadedNative = await loadNative();
// Where the native parser is missing, remark has to be there for every document.
const loadedRemark = loadedNative === null ? (await import("./remark.ts")).parseRemark : null;

/** Makes a parser: the native one where it can be loaded and is wanted, else remark. Both give the same tree. */
export function createMarkdownParser(options: MarkdownParserOptions = {}): MarkdownParser {
	const { limits = defaultNestingLimits, maxRemarkLength = 65_536 } = options;
	const native = options.parser === "remark" ? null : options.native === undefined ? loadedNative : options.native;

	return (path, bytes) => {
		const source = decodeSource(path, bytes);
		const frontMatter = frontMatterOf(path, source.text);
		const problems = frontMatter ? [...source.problems, ...frontMatter.problems] : source.problems;
		const document = { source, frontMatter: frontMatter?.data ?? null };
		if (source.text === "")
			return { ...document, tree: { type: "root", children: [], position: wholeOf(source) }, problems };
		const text = source.text.includes("\0") ? source.text.replaceAll("\0", "\uFFFD") : source.text;
		const excess = excessOf(text, source.lineStarts, limits);
		const read = excess ?? treeOf({ text, lineStarts: source.lineStarts, frontMatter: frontMatter !== null });
		if ("type" in read) return { ...document, tree: read, problems };
		return { ...document, tree: plainTree(source), problems: [...problems, nestingProblem(source, read)] };
	};

	function treeOf(markdown: MarkdownText): Root | Excess {
		const tooDeep = { offset: 0, construct: "levels of nesting", count: maxTreeDepth(limits), limit: limits.nesting };
		try {
			if (native === null) return remarkNow()?.(markdown.text, markdown.frontMatter) ?? tooDeep;
			const result = parseNative(native, markdown, maxTreeDepth(limits));
			if (result.tooDeep) return { ...tooDeep, offset: result.tooDeep.position?.start.offset ?? 0 };
			if (result.faithful || markdown.text.length > maxRemarkLength) return result.tree;
			return remarkNow()?.(markdown.text, markdown.frontMatter) ?? result.tree;
		} catch {
			return tooDeep;
		}
	}
}

/** The parser with its defaults. */
export const parseMarkdown: MarkdownParser = createMarkdownParser();

/**
 * remark's parser, loaded at the moment a document needs it: most archives never do, and it takes longer to load than
 * the rest of a check. Null where modules cannot be loaded on the spot.
 */
function remarkNow(): typeof ParseRemark | null {
	if (loadedRemark) return loadedRemark;
	try {
		const require = process.getBuiltinModule("module").createRequire(import.meta.url);
		return (require("./remark.ts") as { parseRemark: typeof ParseRemark }).parseRemark;
	} catch {
		return null;
	}
}

function nestingProblem(source: SourceText, { offset, construct, count, limit }: Excess): ReadingProblem {
	const start = pointAt(source, offset);
	return {
		code: "nesting",
		path: source.path,
		range: { start, end: { line: start.line, column: start.column + 1 } },
		data: { construct, count, limit },
	};
}

/** The whole text as one block of code: what is shown where the Markdown cannot be read. */
function plainTree(source: SourceText): Root {
	const position = wholeOf(source);
	return { type: "root", children: [{ type: "code", lang: null, meta: null, value: source.text, position }], position };
}

function wholeOf(source: SourceText): NonNullable<Root["position"]> {
	const end = source.text.length;
	return { start: { line: 1, column: 1, offset: 0 }, end: { ...pointAt(source, end), offset: end } };
}
