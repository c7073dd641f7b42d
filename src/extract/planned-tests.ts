import type { Heading } from "#model/documents.ts";
import type { Fact } from "#model/facts.ts";
import type { Standard } from "#model/standard.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { type Block, blocksOf } from "./blocks.ts";
import { normalise } from "./text.ts";
import { hasPhrase, patternOf, wordsOf } from "./vocabulary.ts";

/**
 * The number of test methods that a spec's Test Plan names (BHS, Test Plan): by list item, table row, heading, line of
 * code. 0 where the section names none; stated totals are no names.
 */
export function plannedTests(parsed: ParsedDocument, section: Heading, standard: Standard): Fact<number> {
	const blocks = blocksOf(parsed.tree, section).filter(
		({ context }) => !isDropped(context.heading, context.lead, standard),
	);
	const named = countNames(blocks, standard, patternOf(standard, "testNames"), false);
	const value = named > 0 ? named : countNames(blocks, standard, patternOf(standard, "testIdentifiers"), true);
	return {
		state: "derived",
		value,
		line: section.line,
		from: value === 1 ? "1 test method named" : `${value} test methods named`,
	};
}

/** Tests that are taken away, and helpers that are no tests. */
function isDropped(heading: string, lead: string, standard: Standard): boolean {
	const words = wordsOf(standard, "notPlannedTests");
	return hasPhrase(heading, words) || hasPhrase(lead, words);
}

/**
 * Counts the names in the places where a plan puts them. `strict` is for identifiers that need not be tests: they count
 * only in a table's column of tests.
 */
function countNames(blocks: readonly Block[], standard: Standard, pattern: RegExp | null, strict: boolean): number {
	if (!pattern) return 0;
	const tally = new Tally();
	blocks.forEach((block, index) => {
		const group = fileOf(block);
		switch (block.kind) {
			case "table":
				for (const name of tableNames(block, standard, pattern, strict)) tally.add(group, name);
				return;
			case "item":
				if (!strict) for (const name of namesInEntry(block.text, pattern)) tally.add(group, name);
				return;
			case "paragraph":
				if (!strict)
					for (const line of block.lines) for (const name of leadingNames(line, pattern)) tally.add(group, name);
				return;
			case "heading":
				if (!strict && !hasEntries(blocks, index, standard, pattern))
					for (const name of namesIn(block.text, pattern)) tally.add(group, name);
				return;
			case "code":
				for (const name of codeNames(block.lines, standard, pattern, strict)) tally.addOnce(group, name);
		}
	});
	return tally.size;
}

/** The test file, class or package that a part of the plan is about; two parts about none are one list. */
function fileOf({ context: { heading, lead } }: Block): string {
	const isFile = (title: string) =>
		/(?:^| )(?:py|ts|js|rs|go|java|pkg)(?: |$)|(?:^| )test(?!s |s$|ing|er|ed)\p{L}{3,}/u.test(title);
	return [heading, lead].filter(isFile).join("\n");
}

/** Names by group (the file or theme they are listed under): the same name in two groups is two tests. */
class Tally {
	readonly #byGroup = new Set<string>();
	readonly #names = new Set<string>();
	get size(): number {
		return this.#byGroup.size;
	}
	add(group: string, name: string): void {
		this.#byGroup.add(`${group}\n${name}`);
		this.#names.add(name);
	}
	/** For the code of tests that a list has named already. */
	addOnce(group: string, name: string): void {
		if (!this.#names.has(name)) this.add(group, name);
	}
}

function namesIn(text: string, pattern: RegExp): readonly string[] {
	return [...text.matchAll(pattern)].map(([name]) => name);
}

const renamed = /→|⇒|->|=>|\brenamed?\b/u;

/** The names that a cell or entry lists; of a renamed test only the new name. */
function listedNames(text: string, pattern: RegExp): readonly string[] {
	const names = namesIn(text, pattern);
	return names.length > 1 && renamed.test(text) ? names.slice(-1) : names;
}

/** An entry names its tests before its first dash or colon, else anywhere. */
function namesInEntry(text: string, pattern: RegExp): readonly string[] {
	const end = text.search(/\s[—–-]{1,2}\s|:(?=\s|$)|\n/u);
	const lead = end === -1 ? text : text.slice(0, end);
	const leading = listedNames(lead, pattern);
	return leading.length > 0 ? leading : listedNames(text, pattern);
}

/** A paragraph's line is an entry of its own where it starts with a name. */
function leadingNames(line: string, pattern: RegExp): readonly string[] {
	const [first] = line.matchAll(pattern);
	return first && /^[\s\d.)*_`#•☐-]*$/u.test(line.slice(0, first.index)) ? namesInEntry(line, pattern) : [];
}

function tableNames(
	table: Block & { kind: "table" },
	standard: Standard,
	pattern: RegExp,
	strict: boolean,
): readonly string[] {
	const columns = wordsOf(standard, "testColumns");
	const named = table.header.findIndex((cell) => columns.includes(normalise(cell)));
	if (strict && named === -1) return [];
	return [{ cells: table.header }, ...table.rows].flatMap(({ cells }) => {
		const cell = cells[named] ?? "";
		if (strict) return isWhole(cell, pattern) ? [cell] : [];
		const names = listedNames(cell, pattern);
		return names.length > 0
			? names
			: listedNames(cells.find((text) => namesIn(text, pattern).length > 0) ?? "", pattern);
	});
}

function isWhole(cell: string, pattern: RegExp): boolean {
	const [first] = cell.matchAll(pattern);
	return first?.[0] === cell;
}

/** A heading is a test of its own ("Test 1: `test_boot`") only where its part lists no tests. */
function hasEntries(blocks: readonly Block[], heading: number, standard: Standard, pattern: RegExp): boolean {
	for (const block of blocks.slice(heading + 1)) {
		if (block.kind === "heading") return false;
		if (block.kind === "table" && tableNames(block, standard, pattern, false).length > 0) return true;
		if (block.kind === "item" && leadingNames(block.text, pattern).length > 0) return true;
		if (block.kind === "code" && codeNames(block.lines, standard, pattern, false).length > 0) return true;
	}
	return false;
}

/** Test definitions of the code, else the lines of a listing that start with a name. */
function codeNames(lines: readonly string[], standard: Standard, pattern: RegExp, strict: boolean): readonly string[] {
	const definition = patternOf(standard, "testDefinitions");
	const defined = definition
		? lines.flatMap((line) => [...line.matchAll(definition)].map((match) => match.groups?.name ?? match[0]))
		: [];
	if (defined.length > 0 || strict) return defined;
	return lines.flatMap((line) => listingNames(line, pattern));
}

function listingNames(line: string, pattern: RegExp): readonly string[] {
	const [first] = line.matchAll(pattern);
	return first && /^[\s\d.)*`│├└─|+•-]*(?:[\w./:-]*(?:::|\.))?$/u.test(line.slice(0, first.index)) ? [first[0]] : [];
}
