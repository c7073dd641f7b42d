import type { Nodes, Root } from "mdast";
import type { ReadingProblem } from "#model/source.ts";
import { dataOf, term } from "#words/because.ts";
import { frontMatterOf, unclosedFrontMatter } from "./front-matter.ts";
import { loadNative, type MarkdownText, parseNative } from "./native.ts";
import {
	defaultNestingLimits,
	type Excess,
	excessOf,
	firstBelow,
	maxTreeDepth,
	type NestingLimits,
} from "./nesting.ts";
import type { parseRemark } from "./remark.ts";
import { readingLimits, refiningLimits, remarkExcess } from "./remark-cost.ts";
import { decodeSource, pointAt, type SourceText } from "./source-text.ts";

/** A Markdown document, parsed once: its text, its tree with file positions, and what is wrong with either. */
export interface ParsedDocument {
	readonly source: SourceText;
	readonly tree: Root;
	/** The front matter's data, where there is valid front matter that is a mapping. */
	readonly frontMatter: Readonly<Record<string, unknown>> | null;
	readonly problems: readonly ReadingProblem[];
	/** What was derived of the document, by its kind: see `Derived`. */
	readonly derived: Map<object, unknown>;
}

/** remark's parser, as `remark.ts` exports it. */
export type RemarkParser = typeof parseRemark;

/** Parses a document's bytes into an mdast tree (GFM, front matter). Never throws. */
export type MarkdownParser = (path: string, bytes: Uint8Array) => ParsedDocument;

export interface MarkdownParserOptions {
	/** "native" is Sätteri, corrected to remark's tree; "remark" is remark-parse, for machines without the binary. */
	readonly parser?: "native" | "remark";
	readonly limits?: NestingLimits;
	/**
	 * Gets remark at the moment a document needs it, and null where that cannot be done. Most archives never need it, and it
	 * takes longer to load than all the rest of a check.
	 */
	readonly loadRemark?: () => RemarkParser | null;
}

const loadedNative = await loadNative();
// Where the native parser is missing, remark has to be there for every document.
const loadedRemark = loadedNative === null ? (await import("./remark.ts")).parseRemark : null;

/**
 * Makes a parser: the native one where it can be loaded and is wanted, else remark. Both give the same tree: what the
 * native parser would read differently, remark reads, where `loadRemark` can get it.
 */
export function createMarkdownParser(options: MarkdownParserOptions = {}): MarkdownParser {
	const { limits = defaultNestingLimits } = options;
	const getRemark = () => loadedRemark ?? options.loadRemark?.() ?? null;
	const isNativeWanted = options.parser !== "remark" && loadedNative !== null;

	return (path, bytes) => {
		const source = decodeSource(path, bytes);
		const frontMatter = frontMatterOf(path, source.text);
		const unclosed = frontMatter ? null : unclosedFrontMatter(path, source.text);
		const problems = [...source.problems, ...(frontMatter?.problems ?? []), ...(unclosed ? [unclosed] : [])];
		const document = { source, frontMatter: frontMatter?.data ?? null, derived: new Map() };
		if (source.text === "")
			return { ...document, tree: { type: "root", children: [], position: wholeOf(source) }, problems };
		const text = source.text.includes("\0") ? source.text.replaceAll("\0", "\uFFFD") : source.text;
		const excess = excessOf(text, source.lineStarts, limits) ?? (isNativeWanted ? null : excessForRemark(source));
		const read = excess ?? treeOf({ text, lineStarts: source.lineStarts, frontMatter: frontMatter !== null });
		if ("type" in read) return { ...document, tree: read, problems };
		return { ...document, tree: plainTree(source), problems: [...problems, nestingProblem(source, read)] };
	};

	function treeOf(markdown: MarkdownText): Root | Excess {
		const tooDeep = {
			offset: 0,
			construct: "levelsOfNesting" as const,
			count: maxTreeDepth(limits),
			limit: limits.nesting,
		};
		try {
			const { tree, tooDeep: deep } = faithfulTree(markdown);
			return deep ? { ...tooDeep, offset: deep.position?.start.offset ?? 0 } : tree;
		} catch {
			return tooDeep;
		}
	}

	/** The tree that remark gives, by the faster way where there is one. */
	function faithfulTree(markdown: MarkdownText): { readonly tree: Root; readonly tooDeep: Nodes | null } {
		const { text, lineStarts, frontMatter } = markdown;
		const maxDepth = maxTreeDepth(limits);
		const byRemark = (parse: RemarkParser) => {
			const tree = parse(text, frontMatter);
			return { tree, tooDeep: firstBelow(tree, maxDepth) };
		};
		const preferred = isNativeWanted ? null : getRemark();
		if (preferred) return byRemark(preferred);
		if (!loadedNative) throw new Error("there is no Markdown parser");
		const native = parseNative(loadedNative, markdown, maxDepth);
		if (native.tooDeep || native.faithful || remarkExcess(text, lineStarts, refiningLimits) !== null) return native;
		const remark = getRemark();
		return remark ? byRemark(remark) : native;
	}
}

/** The parser with its defaults; it has no way to get remark where the native parser is there. */
export const parseMarkdown: MarkdownParser = createMarkdownParser();

function excessForRemark({ text, lineStarts }: SourceText): Excess | null {
	const offset = remarkExcess(text, lineStarts, readingLimits);
	const { marksPerBlock } = readingLimits;
	return offset === null ? null : { offset, construct: "marksInBlock", count: marksPerBlock + 1, limit: marksPerBlock };
}

function nestingProblem(source: SourceText, { offset, construct, count, limit }: Excess): ReadingProblem {
	const start = pointAt(source, offset);
	return {
		code: "nesting",
		path: source.path,
		range: { start, end: { line: start.line, column: start.column + 1 } },
		...dataOf({ construct: term(construct), count, limit }),
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
