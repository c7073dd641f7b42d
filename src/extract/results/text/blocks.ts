import type { List, ListItem, Paragraph, RootContent, Table } from "mdast";
import type { Heading } from "#model/documents.ts";
import { Derived } from "#parse/derived.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { lineOf, normalise, titleOf } from "../../text/text.ts";
import { firstAfter } from "./first-after.ts";
import type { Lexicon } from "./lexicon.ts";
import { wholeSentences } from "./sentences.ts";
import {
	type Line,
	labelledLines,
	linesOf,
	rowStatement,
	type Statement,
	startsWithLabel,
	statement,
} from "./statements.ts";
import { labelPairs, type TableGrid } from "./tables.ts";

interface CodeLines {
	readonly line: number;
	readonly lang: string | null;
	readonly lines: readonly { readonly text: string; readonly line: number }[];
}

/** A stretch of a section under one name: its own text, or what stands under a subheading or an introducing line. */
export interface Block {
	/** The subheading or introducing line as written; null for the section's own text. */
	readonly title: string | null;
	readonly name: string;
	readonly line: number;
	/** True for what hangs below a list item that already says something itself. */
	readonly nested: boolean;
	readonly statements: Statement[];
	readonly tables: TableGrid[];
	readonly codes: CodeLines[];
	/** The groups of statements that are numbered lists. */
	readonly numbered: number[];
}

/** A section's text, cut into blocks. Quotations are left out: they repeat what other documents said. */
export interface Section {
	readonly heading: Heading;
	readonly blocks: readonly Block[];
}

/**
 * Sections with what their headings say beyond their names as a first statement: "## Baseline: 23 packages, 462 tests", or
 * with the figures in brackets. The counts of test runs are read of headings by themselves.
 */
export function withHeadings(sections: readonly Section[], lexicon: Lexicon): readonly Section[] {
	return sections.map((section) => {
		const { title, line } = section.heading;
		const behind = title.match(/^(?:[^:()]|\([^()]*\)){2,80}?(?::|\s[—–]|\s--?)\s+(.+)$/)?.[1];
		const said = behind ?? title.match(/\s\((\d[^()]{2,80})\)$/)?.[1];
		if (said === undefined) return section;
		const own = block(null, line);
		own.statements.push(statement({ line, text: said, prose: said }, "heading", -1, lexicon));
		return { ...section, blocks: [own, ...section.blocks] };
	});
}

/** A section that is nothing but a quotation, with what is quoted as its own text: "## Status" above "> PASS". */
export function withQuotation(section: Section, { tree }: ParsedDocument, lexicon: Lexicon): Section {
	const { heading, blocks } = section;
	if (blocks.some(({ statements, tables, codes }) => statements.length + tables.length + codes.length > 0))
		return section;
	const quotation = tree.children[firstAfter(tree.children, heading.line, lineOf)];
	if (quotation?.type !== "blockquote" || lineOf(quotation) > heading.endLine) return section;
	const reader = new BlockReader(lexicon);
	for (const child of quotation.children) reader.read(child);
	return { heading, blocks: reader.blocks };
}

const sections = new Derived<Map<Heading, Section>>();

/** The section that a heading of an outline opens, without the parts under headings that open another section; read once. */
export function sectionOf(
	parsed: ParsedDocument,
	outline: readonly Heading[],
	heading: Heading,
	lexicon: Lexicon,
): Section {
	const known = sections.get(parsed) ?? new Map<Heading, Section>();
	sections.set(parsed, known);
	const section = known.get(heading) ?? readSection(parsed, outline, heading, lexicon);
	known.set(heading, section);
	return section;
}

function readSection(parsed: ParsedDocument, outline: readonly Heading[], heading: Heading, lexicon: Lexicon): Section {
	const reader = new BlockReader(lexicon);
	const { children } = parsed.tree;
	let next = firstAfter(outline, heading.line, ({ line }) => line);
	let foreignEnd = 0;
	for (let at = firstAfter(children, heading.line, lineOf); at < children.length; at++) {
		const node = children[at];
		if (!node || lineOf(node) > heading.endLine) break;
		for (let other = outline[next]; other && other.line <= lineOf(node); other = outline[++next])
			if (other.keys.some((key) => !heading.keys.includes(key))) foreignEnd = Math.max(foreignEnd, other.endLine);
		if (lineOf(node) > foreignEnd) reader.read(node);
	}
	return { heading, blocks: reader.blocks };
}

/** The text before the first heading below the title, as blocks; quoted lines included, for titles' callouts. */
export function headerOf(parsed: ParsedDocument, outline: readonly Heading[], lexicon: Lexicon): readonly Block[] {
	const first = outline[0];
	const opens = first && lineOf(parsed.tree.children[0] ?? parsed.tree) === first.line && first.keys.length === 0;
	const title = first && (first.depth === 1 || opens) ? first.line : 0;
	const end = outline.find(({ line }) => line > title)?.line ?? Number.POSITIVE_INFINITY;
	const reader = new BlockReader(lexicon);
	for (const node of parsed.tree.children) {
		if (lineOf(node) >= end) break;
		if (node.type === "blockquote") for (const child of node.children) reader.read(child);
		else if (node.type !== "heading") reader.read(node);
	}
	return reader.blocks;
}

/** Nodes cut into blocks. */
export function blocksIn(nodes: readonly ListItem["children"][number][], lexicon: Lexicon): readonly Block[] {
	const reader = new BlockReader(lexicon);
	for (const node of nodes) if (node.type !== "blockquote") reader.read(node);
	return reader.blocks;
}

/** The last paragraph of a document, where it stands alone below a rule or is emphasised: "*Completed 2026-02-15 by b-3.*". */
export function footerOf({ tree: { children } }: ParsedDocument, lexicon: Lexicon): Block {
	const [before, last] = children.slice(-2);
	const reader = new BlockReader(lexicon);
	if (last?.type !== "paragraph") return block(null, 0);
	const emphasised = last.children.length === 1 && ["emphasis", "strong"].includes(last.children[0]?.type ?? "");
	if (before?.type === "thematicBreak" || emphasised) reader.read(last);
	return reader.blocks[0] ?? block(null, 0);
}

const longestState = 30;

class BlockReader {
	readonly blocks: Block[] = [block(null, 0)];
	#current = this.blocks[0] ?? block(null, 0);
	#group = 0;
	readonly #lexicon: Lexicon;
	readonly #below = new Map<List, readonly Statement[]>();

	constructor(lexicon: Lexicon) {
		this.#lexicon = lexicon;
	}

	read(node: RootContent): void {
		switch (node.type) {
			case "heading":
				this.#open(titleOf(node), lineOf(node));
				break;
			case "paragraph":
				this.#paragraph(node);
				break;
			case "list":
				this.#list(node);
				break;
			case "table":
				this.#table(node);
				break;
			case "code":
				this.#current.codes.push({
					line: lineOf(node),
					lang: node.lang ?? null,
					lines: node.value.split("\n").map((text, index) => ({ text, line: lineOf(node) + 1 + index })),
				});
				break;
			default:
				break;
		}
	}

	#open(title: string, line: number, nested = false): void {
		this.#current = block(title, line, nested);
		this.blocks.push(this.#current);
	}

	#paragraph(node: Paragraph): void {
		this.#group++;
		const lines = sentencesIn(node, this.#lexicon).map((line) =>
			statement(line, "paragraph", this.#group, this.#lexicon),
		);
		const only = lines.length === 1 ? lines[0] : undefined;
		const strong = node.children.length === 1 && node.children[0]?.type === "strong";
		if (
			only &&
			((only.label && only.value === "" && this.#lexicon.introduces(only.label.name)) ||
				(strong && !/\d/.test(only.prose) && !only.label?.name) ||
				this.#isState(only))
		)
			this.#open(only.text.replace(/:\s*$/, ""), only.line);
		this.#current.statements.push(...lines);
	}

	/** "Before", "After the fix": a few words above figures that say which of two states they are of. */
	#isState({ label, prose }: Statement): boolean {
		if (label || prose.length > longestState || !/^\p{L}[\p{L} ]+$/u.test(prose)) return false;
		const words = normalise(prose);
		return ["before", "after"].some((list) => this.#lexicon.startsWith(list, words));
	}

	#list(node: List): void {
		this.#group++;
		const group = this.#group;
		const outer = this.#current;
		if (node.ordered) outer.numbered.push(group);
		for (const item of node.children) this.#item(item, group, outer);
		this.#current = outer;
	}

	#item(item: ListItem, group: number, outer: Block): void {
		const first = item.children[0]?.type === "paragraph" ? item.children[0] : null;
		const rest = first ? item.children.slice(1) : item.children;
		const lines = first ? sentencesIn(first, this.#lexicon) : [];
		const children = rest.flatMap((child) => (child.type === "list" ? this.#childStatements(child) : []));
		const statements = lines.map((line, index) =>
			statement(line, "item", group, this.#lexicon, index === lines.length - 1 ? children : []),
		);
		const last = statements.at(-1);
		// A line such as "Attempt 2 (scoped):" introduces the items after it; one with items below it introduces those.
		const introduces = last?.label && last.value === "" && this.#lexicon.introduces(last.label.name);
		if (introduces && rest.length === 0) {
			this.#current = outer;
			this.#open(last.text.replace(/:\s*$/, ""), last.line);
			return;
		}
		this.#current.statements.push(...statements);
		if (rest.length === 0) return;
		const here = this.#current;
		const lists = rest.some((child) => child.type === "list");
		if (lists && last) this.#open(last.text.replace(/:\s*$/, ""), last.line, true);
		for (const child of rest) if (child.type !== "blockquote") this.read(child as RootContent);
		this.#current = here;
	}

	/** Kept by list: each level of a nested list asks for all that is below it. */
	#childStatements(list: List): readonly Statement[] {
		const known = this.#below.get(list) ?? this.#readChildStatements(list);
		this.#below.set(list, known);
		return known;
	}

	#readChildStatements(list: List): readonly Statement[] {
		return list.children.flatMap((item) => {
			const first = item.children[0];
			if (first?.type !== "paragraph") return [];
			const deeper = item.children.flatMap((child) => (child.type === "list" ? this.#childStatements(child) : []));
			return linesOf(first.children, lineOf(first)).map((line, index) =>
				statement(line, "item", -1, this.#lexicon, index === 0 ? deeper : []),
			);
		});
	}

	#table(node: Table): void {
		const [head, ...body] = node.children.map((row) =>
			row.children.map((cell) => {
				const lines = linesOf(cell.children, lineOf(row));
				return {
					line: lineOf(row),
					text: lines
						.map(({ text }) => text)
						.join(" ")
						.trim(),
					prose: lines
						.map(({ prose }) => prose)
						.join(" ")
						.trim(),
				};
			}),
		);
		const grid = { line: lineOf(node), header: head ?? [], rows: body };
		this.#current.tables.push(grid);
		this.#group++;
		for (const pair of labelPairs(grid, this.#lexicon))
			this.#current.statements.push(rowStatement(pair.label, pair.value, this.#group));
	}
}

/** The labelled lines and sentences of a paragraph. */
function sentencesIn(node: Paragraph, lexicon: Lexicon): readonly Line[] {
	// "… New" above "failures: zero" is one label.
	const opens = (prose: string) => /^\P{Ll}/u.test(prose) && startsWithLabel(prose, lexicon);
	return wholeSentences(linesOf(node.children, lineOf(node)), opens).flatMap((line) => labelledLines(line, lexicon));
}

function block(title: string | null, line: number, nested = false): Block {
	return { title, name: normalise(title ?? ""), line, nested, statements: [], tables: [], codes: [], numbered: [] };
}
