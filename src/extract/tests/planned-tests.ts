import type { Heading } from "#model/documents.ts";
import type { Fact } from "#model/facts.ts";
import type { Standard } from "#model/standard.ts";
import { Derived } from "#parse/derived.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { lineText } from "#parse/source-text.ts";
import { why } from "#words/because.ts";
import { type Block, blocksOf } from "../text/blocks.ts";
import { normalise } from "../text/text.ts";
import { hasPhrase, patternOf, wordsOf } from "../text/vocabulary.ts";
import { cellOf, fileOf, isDropped, isOfDropped, ownerOf } from "./test-entries.ts";
import {
	firstName,
	identifiedBy,
	isWhole,
	leadingNames,
	listedNames,
	namesIn,
	namesInEntry,
	namesInLine,
} from "./test-names.ts";
import { type NamedTests, Tally } from "./test-tally.ts";
import { toldNames } from "./told-tests.ts";

/**
 * The number of test methods that a spec's Test Plan names (BHS, Test Plan): by list item, table row, heading, line of
 * code. 0 where the section names none; stated totals are no names.
 */
export function plannedTests(parsed: ParsedDocument, section: Heading, standard: Standard): Fact<number> {
	const value = namedTests(parsed, section, standard).tests.length;
	const { reason: from, said } = why(value === 1 ? "testMethodNamed" : "testMethodsNamed", { count: value });
	return {
		state: "derived",
		value,
		line: section.line,
		from,
		said,
	};
}

const known = new Derived<NamedTests>();

/** The test methods that a spec's Test Plan names; read once per document. */
export function namedTests(parsed: ParsedDocument, section: Heading, standard: Standard): NamedTests {
	const before = known.get(parsed);
	if (before) return before;
	const blocks = planBlocks(parsed, section, standard);
	const named = findNames(blocks, standard, patternOf(standard, "testNames"), false);
	const identified = () => findNames(blocks, standard, patternOf(standard, "testIdentifiers"), true);
	const sentences = () => sentenceNames(blocks, parsed, standard);
	const listed = [identified, sentences].reduce<NamedTests>(
		(before, read) => (before.tests.length > 0 ? before : read()),
		named,
	);
	const isListed = listed.tests.some(({ block }) => block.kind !== "paragraph");
	const told = isListed ? null : toldNames(blocks, standard);
	const found = told && told.tests.length > listed.tests.length ? told : listed;
	known.set(parsed, found);
	return found;
}

const planned = new Derived<readonly Block[]>();

/** The blocks of a Test Plan without tests that are taken away and helpers that are no tests. */
export function planBlocks(parsed: ParsedDocument, section: Heading, standard: Standard): readonly Block[] {
	const before = planned.get(parsed);
	if (before) return before;
	const blocks = blocksOf(parsed, section).filter(
		({ context: { heading, lead } }) => ![heading, lead].some((title) => isDropped(title, standard)),
	);
	planned.set(parsed, blocks);
	return blocks;
}

/**
 * The names in the places where a plan puts them. `strict` is for identifiers that need not be tests: they count only in a
 * table's column of tests, and where an entry explains one.
 */
function findNames(blocks: readonly Block[], standard: Standard, pattern: RegExp | null, strict: boolean): NamedTests {
	const tally = new Tally();
	if (!pattern) return tally;
	for (const [index, block] of blocks.entries()) {
		const group = fileOf(block);
		const add = (line: number, owner: string) => (name: string) =>
			tally.add({ name, group: `${group}${owner}`, line, block });
		switch (block.kind) {
			case "table":
				for (const { line, names, owner } of tableRows(block, standard, pattern, strict))
					names.forEach(add(line, owner));
				break;
			case "item":
				if (isOfDropped(block.text, standard)) break;
				(strict ? identifiedBy(block.text, pattern) : namesInEntry(block.text, pattern, standard)).forEach(
					add(block.line, ownerOf(block.text)),
				);
				break;
			case "paragraph":
				if (!strict)
					for (const [at, line] of block.lines.entries())
						namesInLine(line, isWrapped(block.lines, at, pattern, standard), pattern, standard).forEach(
							add(block.line + at, ownerOf(line)),
						);
				break;
			case "heading":
				if (!strict && !hasEntries(blocks, index, standard, pattern))
					namesIn(block.text, pattern).forEach(add(block.line, ownerOf(block.text)));
				break;
			case "code":
				for (const { line, name } of codeNames(block, standard, pattern, strict))
					tally.addOnce({ name, group, line, block });
		}
	}
	return tally;
}

const longLine = 50;
/** Fewer characters than this leave room for another word: a line that ends earlier ends where its writer wanted it to. */
const leastWidth = 70;

/** Whether a line goes on with the sentence of the one above it, which is long, ends in no mark and lists no test. */
function isWrapped(lines: readonly string[], at: number, pattern: RegExp, standard: Standard): boolean {
	const above = lines[at - 1] ?? "";
	const [word = ""] = (lines[at] ?? "").split(" ", 1);
	const isFull = above.length >= longLine || above.length + word.length >= leastWidth;
	return isFull && openEnd.test(above) && leadingNames(above, pattern, standard).length === 0;
}

const openEnd = /(?:[\p{L}\p{N}`,]|\b(?:e\.g|i\.e|cf)\.)$/u;

/** Tests whose names are sentences, in code or quotes, where an item or a table's column of tests gives them. */
function sentenceNames(blocks: readonly Block[], { source }: ParsedDocument, standard: Standard): NamedTests {
	const tally = new Tally();
	const pattern = patternOf(standard, "testSentences");
	if (!pattern) return tally;
	const columns = wordsOf(standard, "testColumns");
	for (const block of blocks) {
		const group = fileOf(block);
		const add = (line: number, text: string, whole: boolean) => {
			const first = firstName(text, pattern);
			if (first?.index !== 0 || (whole && first[0] !== text)) return;
			const [opening = ""] = first[0].replace(/^[`"“\s]+/u, "").split(" ", 1);
			if (!standard.spec.commandStarts.includes(opening)) tally.add({ name: first[0], group, line, block });
		};
		if (block.kind === "item") add(block.line, lineText(source, block.line).replace(listMarks, ""), false);
		if (block.kind !== "table") continue;
		const named = block.header.findIndex((cell) => columns.includes(normalise(cell)));
		if (named === -1) continue;
		for (const { line } of block.rows) add(line, cellOf(lineText(source, line), named), true);
	}
	return tally;
}

// "- [ ] ", "3. **"
const listMarks = /^\s*(?:[-*+]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?[*_]{0,3}/u;

/** The rows of a table with the tests that they name, and the class or file that a column of those gives. */
function tableRows(
	table: Block & { kind: "table" },
	standard: Standard,
	pattern: RegExp,
	strict: boolean,
): readonly { readonly line: number; readonly names: readonly string[]; readonly owner: string }[] {
	const titled = (list: string) => table.header.findIndex((cell) => wordsOf(standard, list).includes(normalise(cell)));
	const named = titled("testColumns");
	if (strict && named === -1) return [];
	const owned = titled("testOwners");
	let owner = "";
	return [{ cells: table.header, line: table.line }, ...table.rows].map(({ cells, line }, row) => {
		// A cell left empty is of the class above.
		owner = (row > 0 && cells[owned]?.trim()) || owner;
		const cell = cells[named] ?? "";
		if (strict) return { line, owner, names: isWhole(cell, pattern) ? [cell] : [] };
		const names =
			named === -1 ? wholeNames(cells, table.header, pattern, standard) : listedNames(cell, pattern, standard);
		const other = names.length > 0 ? "" : (cells.find((text) => namesIn(text, pattern).length > 0) ?? "");
		return { line, owner, names: names.length > 0 ? names : listedNames(other, pattern, standard) };
	});
}

/** The cells of a row that are names and nothing more, but for those of a column of old ones. */
function wholeNames(
	cells: readonly string[],
	header: readonly string[],
	pattern: RegExp,
	standard: Standard,
): readonly string[] {
	const old = wordsOf(standard, "before");
	return cells.filter((cell, at) => isWhole(cell, pattern) && !hasPhrase(normalise(header[at] ?? ""), old));
}

/** A heading is a test of its own ("Test 1: `test_boot`") only where its part lists no tests. */
function hasEntries(blocks: readonly Block[], heading: number, standard: Standard, pattern: RegExp): boolean {
	for (const block of blocks.slice(heading + 1)) {
		if (block.kind === "heading") return false;
		if (block.kind === "table" && tableRows(block, standard, pattern, false).some(({ names }) => names.length > 0))
			return true;
		if (block.kind === "item" && leadingNames(block.text, pattern, standard).length > 0) return true;
		if (block.kind === "code" && codeNames(block, standard, pattern, false).length > 0) return true;
	}
	return false;
}

/** Test definitions of the code, else the lines of a listing that start with a name. */
function codeNames(
	{ lines, line: fence }: Block & { kind: "code" },
	standard: Standard,
	pattern: RegExp,
	strict: boolean,
): readonly { readonly line: number; readonly name: string }[] {
	const definition = patternOf(standard, "testDefinitions");
	const each = (names: (line: string) => readonly string[]) =>
		lines.flatMap((line, at) => names(line).map((name) => ({ line: fence + 1 + at, name })));
	const defined = definition
		? each((line) => [...line.matchAll(definition)].map((match) => match.groups?.name ?? match[0]))
		: [];
	if (defined.length > 0 || strict) return defined;
	return each((line) => listingNames(line, pattern));
}

function listingNames(line: string, pattern: RegExp): readonly string[] {
	const first = firstName(line, pattern);
	return first && /^[\s\d.)*`│├└─|+•-]*(?:[\w./:-]*(?:::|\.))?$/u.test(line.slice(0, first.index)) ? [first[0]] : [];
}
