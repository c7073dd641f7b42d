import type { Heading } from "#model/documents.ts";
import type { SectionForm } from "#model/standard.ts";
import { matchSections } from "../outline.ts";
import type { Block, Section } from "./blocks.ts";
import type { Lexicon } from "./lexicon.ts";
import { statement } from "./statements.ts";

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
	const sections = blocks.flatMap((block) => [
		...titled(block, forms),
		...block.statements.flatMap((said) => {
			if (!said.label || said.value === "") return [];
			const line = { line: said.line, text: said.fullValue, prose: said.value };
			const statements = [statement(line, said.kind, said.group, lexicon, said.children)];
			const own = { ...block, title: null, name: "", line: said.line, statements, tables: [], codes: [] };
			return named(said.label.text, own, forms);
		}),
	]);
	return (key) => sections.filter(({ heading }) => heading.keys.includes(key));
}

function titled(block: Block, forms: readonly SectionForm[]): Section[] {
	return block.title === null || block.nested ? [] : named(block.title, { ...block, title: null, name: "" }, forms);
}

function named(title: string, block: Block, forms: readonly SectionForm[]): Section[] {
	const keys = [...matchSections(title, forms).keys()];
	const heading = { title, slug: "", anchor: "", depth: 6, line: block.line, endLine: block.line, keys } as const;
	return keys.length === 0 ? [] : [{ heading, blocks: [block] }];
}

/** The whole text of a document without section headings, as one section. */
export function headless(outline: readonly Heading[], blocks: readonly Block[]): Section[] {
	if (outline.some(({ keys }) => keys.length > 0)) return [];
	return [{ heading: noHeading, blocks }];
}

/** Stands for the heading of text that has none. */
export const noHeading: Heading = { title: "", slug: "", anchor: "", depth: 6, line: 1, endLine: 1, keys: [] };
