import type { RootContent } from "mdast";
import type { SectionForm } from "#model/standard.ts";
import { Derived } from "#parse/derived.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { lineOf, titleOf } from "../text/text.ts";
import { matchSections } from "./outline.ts";

/** A paragraph of nothing but bold words, which may stand for a heading. */
export interface BoldLine {
	/** The words, without the colon behind them. */
	readonly title: string;
	readonly line: number;
}

const known = new Derived<readonly BoldLine[]>();

/** The bold lines of a document that are in no list, table or quotation; read once. */
export function boldLines(parsed: ParsedDocument): readonly BoldLine[] {
	const before = known.get(parsed);
	if (before) return before;
	const lines = parsed.tree.children.filter(isBold).map((node) => ({
		title: titleOf(node).replace(/:\s*$/u, ""),
		line: lineOf(node),
	}));
	known.set(parsed, lines);
	return lines;
}

/** Whether a paragraph is bold from its first word to its last, but for a colon. */
function isBold(node: RootContent): boolean {
	if (node.type !== "paragraph") return false;
	const [first, second, ...others] = node.children;
	if (first?.type !== "strong" || others.length > 0) return false;
	return second === undefined || (second.type === "text" && second.value.trim() === ":");
}

/** How well words that are no heading have to name a section: as its title or an accepted wording. */
const leastRank = 3;

/** The sections that words name which are no heading. */
export function namedSections(title: string, forms: readonly SectionForm[]): readonly string[] {
	return [...matchSections(title, forms)].filter(([, rank]) => rank >= leastRank).map(([key]) => key);
}

/** The first bold line that names a section, or null. */
export function boldLineFor(
	{ key }: SectionForm,
	forms: readonly SectionForm[],
	parsed: ParsedDocument,
): BoldLine | null {
	return boldLines(parsed).find(({ title }) => namedSections(title, forms).includes(key)) ?? null;
}
