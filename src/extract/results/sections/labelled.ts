import type { ListItem } from "mdast";
import type { Heading } from "#model/documents.ts";
import type { SectionForm } from "#model/standard.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { lineText } from "#parse/source-text.ts";
import { matchSections } from "../../outline/outline.ts";
import { lineOf, normalise, titleOf } from "../../text/text.ts";
import { type Block, blocksIn, type Section } from "../text/blocks.ts";
import { kindsBeside } from "../text/kinds-of-tests.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { isOpenBox, type Statement, statement } from "../text/statements.ts";
import { keysOf } from "./bold-headings.ts";

/**
 * The sections of a document that writes labels or bold lines instead of headings: "**Test results:** 16 passed, 0 failed",
 * "**Files Created**" with a list below it. Empty for a document whose headings open any section.
 */
export function labelledSections(
	blocks: readonly Block[],
	outline: readonly Heading[],
	forms: readonly SectionForm[],
	lexicon: Lexicon,
): (key: string) => Section[] {
	if (outline.some(({ keys }) => keys.length > 0)) return () => [];
	const sections = labelledParts(blocks, forms, lexicon);
	return (key) => sections.filter(({ heading }) => heading.keys.includes(key));
}

/** What stands under titles and labels that name sections, as sections of their own. */
export function labelledParts(blocks: readonly Block[], forms: readonly SectionForm[], lexicon: Lexicon): Section[] {
	return blocks.flatMap((block) => {
		const kinds = kindsBeside(block.statements, lexicon);
		const tellsLater = laterIn(block, lexicon);
		return [
			...titled(block, forms),
			...block.statements.flatMap((said) => {
				const own = said.label === null || kinds.has(said) ? null : ownBlock(said, block, lexicon);
				const sections = own && said.label ? named(said.label.text, own, forms) : [];
				return sections.filter(({ heading }) => !isBaseline(heading.keys) || !tellsLater(said));
			}),
		];
	});
}

/** What a statement says behind its label, as a block of its own; null where it says nothing. */
function ownBlock(said: Statement, block: Block, lexicon: Lexicon): Block | null {
	if (said.value === "") return null;
	const line = { line: said.line, text: said.fullValue, prose: said.value };
	const statements = [statement(line, said.kind, said.group, lexicon, said.children)];
	return { ...block, title: null, name: "", line: said.line, statements, tables: [], codes: [] };
}

function titled(block: Block, forms: readonly SectionForm[]): Section[] {
	return block.title === null || block.nested ? [] : named(block.title, { ...block, title: null, name: "" }, forms);
}

function named(title: string, block: Block, forms: readonly SectionForm[]): Section[] {
	const keys = [...matchSections(title, forms).keys()];
	return keys.length === 0 ? [] : [{ heading: { ...noHeading, title, line: block.line, keys }, blocks: [block] }];
}

/**
 * The sections that items of lists open in parts of a document that open none: "- **Full regression**" or "3. Clean room:" with
 * its text below it.
 */
export function itemSections(
	{ tree: { children } }: ParsedDocument,
	telling: readonly Heading[],
	forms: readonly SectionForm[],
	lexicon: Lexicon,
): readonly Section[] {
	let at = 0;
	return children.flatMap((node) => {
		if (node.type !== "list") return [];
		const line = lineOf(node);
		// Both are in the order of their lines.
		while ((telling[at]?.endLine ?? line) < line) at++;
		const around = telling[at];
		if (around === undefined || around.line > line) return [];
		return node.children.flatMap((item) => itemSection(item, around, forms, lexicon));
	});
}

function itemSection(item: ListItem, around: Heading, forms: readonly SectionForm[], lexicon: Lexicon): Section[] {
	const [first, ...rest] = item.children;
	if (item.checked === false) return [];
	if (first?.type !== "paragraph" || rest.length === 0) return [];
	const words = titleOf(first);
	const isTitle = (first.children.length === 1 && first.children[0]?.type === "strong") || words.endsWith(":");
	const title = words.replace(/:$/u, "");
	const keys = isTitle ? keysOf(title, around, forms, lexicon) : [];
	if (keys.length === 0) return [];
	return [{ heading: { ...noHeading, title, line: lineOf(first), keys }, blocks: blocksIn(rest, lexicon) }];
}

/** Lists of words by which a line tells of no state that the work has left. */
const otherLines = ["before", "otherStates", "expectation", "intentions", "undone"];

/**
 * The section that a labelled line or a row of a table is, in parts of a document that open none: "Baseline: 21 packages, 450
 * tests". One that speaks of the state before the work, of another handoff (`namesHandoff`) or of what is to be done is none.
 */
export function lineSections(
	key: string,
	telling: readonly Section[],
	{ source }: ParsedDocument,
	forms: readonly SectionForm[],
	namesHandoff: (text: string) => boolean,
	lexicon: Lexicon,
): readonly Section[] {
	return telling.flatMap(({ heading, blocks }) =>
		blocks.flatMap((block) => {
			const tellsLater = laterIn(block, lexicon);
			return block.statements.flatMap((said): Section[] => {
				const title = said.label?.text ?? "";
				const own = ownBlock(said, block, lexicon);
				if (!own || !keysOf(title, heading, forms, lexicon).includes(key)) return [];
				if (isOpenBox(lineText(source, said.line))) return [];
				const words = normalise(said.text);
				if (otherLines.some((list) => lexicon.has(list, words))) return [];
				// "Baseline: 450 tests (H-7), now 487".
				const compares =
					isBaseline([key]) && (lexicon.has("currentLabels", words) || namesHandoff(said.text) || tellsLater(said));
				if (compares) return [];
				return [{ heading: { ...noHeading, title, line: said.line, keys: [key] }, blocks: [own] }];
			});
		}),
	);
}

function isBaseline(keys: readonly string[]): boolean {
	return keys.includes("baselineSnapshot");
}

/** Whether the list of a line goes on with the state after it: "Baseline: 5461 tests" beside "Post-fix: 5468 tests". */
function laterIn({ statements }: Block, lexicon: Lexicon): (said: Statement) => boolean {
	let groups: ReadonlySet<number> | undefined;
	const isLater = ({ label, text }: Statement) =>
		label !== null && /\d/.test(text) && lexicon.startsWith("after", label.name);
	return ({ group }) => {
		groups ??= new Set(statements.filter(isLater).map((said) => said.group));
		return groups.has(group);
	};
}

/** The whole text of a document without section headings, as one section. */
export function headless(outline: readonly Heading[], blocks: readonly Block[]): Section[] {
	if (outline.some(({ keys }) => keys.length > 0)) return [];
	return [{ heading: noHeading, blocks }];
}

/** Stands for the heading of text that has none. */
export const noHeading: Heading = { title: "", slug: "", anchor: "", depth: 6, line: 1, endLine: 1, keys: [] };
