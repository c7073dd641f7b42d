import type { Standard } from "#model/standard.ts";
import { type Block, labelOf } from "../text/blocks.ts";
import { normalise } from "../text/text.ts";
import { findPackages, hasPhrase, labelsOf, startsWithPhrase, wordsOf } from "../text/vocabulary.ts";
import { governedIds } from "./governed-packages.ts";
import {
	headOf,
	inEntry,
	isExcluded,
	isNegative,
	isPackageLabel,
	isUnchanged,
	packageIds,
	startsWithPackage,
	valueIds,
	withoutRemarks,
} from "./package-words.ts";

/** The packages that a block of the Package Plan is about. */
export function inPlan(block: Block, standard: Standard): readonly string[] {
	if (isExcluded(block.context, standard)) return [];
	switch (block.kind) {
		case "heading":
			return startsWithPackage(block.text, standard) ? packageIds(withoutRemarks(block.text), standard) : [];
		case "paragraph":
			return block.lines.flatMap((line) => [...inPlanLine(line, standard), ...inEntry(line, standard, block.marked)]);
		case "item":
			return [...inPlanLine(block.text, standard), ...inEntry(block.text, standard, true)];
		case "table":
			return inPlanTable(block, standard);
		case "code":
			return block.lines.flatMap((line) => inManifestLine(line, standard));
	}
}

/** "**New:** PKG-A-001": a line of a paragraph or an item that labels packages by what is done with them. */
function inPlanLine(line: string, standard: Standard): readonly string[] {
	const label = labelOf(line);
	const value = line.slice(label.length + 1).replace(/^[\s*_:]+/u, "");
	const isLabel = label !== line && wordsOf(standard, "planLabels").includes(normalise(label));
	return isLabel && startsWithPackage(headOf(value), standard) ? packageIds(withoutRemarks(value), standard) : [];
}

/** What a Package Plan tells in sentences: "New package `PKG-A-001`, depends on `PKG-B-001`." */
export function inPlanProse(block: Block, standard: Standard): readonly string[] {
	if (block.kind !== "paragraph" || isExcluded(block.context, standard)) return [];
	const opening = block.lines.flatMap((line) => inEntry(joinedIds(line, standard), standard, true));
	if (opening.length > 0) return opening;
	const sentences = block.lines.join(" ").split(/[;.](?:\s|$)/u);
	return sentences.flatMap((sentence) =>
		aside.some((list) => hasPhrase(normalise(sentence), wordsOf(standard, list))) || isUnchanged(sentence, standard)
			? []
			: governedIds(sentence, ["changeWords"], standard),
	);
}

/** A line up to its first clause that opens with no further id: "A (new), B and C" of "A (new), B and C, which reads D". */
function joinedIds(line: string, standard: Standard): string {
	const [opening = ""] = line.replace(/\s*\([^()]*\)/gu, "").split(/;|\.\s/u);
	const [first = "", ...further] = opening.split(",");
	const others = further.findIndex((clause) => !startsWithPackage(headOf(clause), standard));
	return [first, ...further.slice(0, others === -1 ? further.length : others)].join(",");
}

// "No new package", "depends on PKG-A-001": what follows is not planned.
const aside: readonly string[] = ["negations", "notPlanned", "noneValues"];

function inPlanTable(table: Block & { kind: "table" }, standard: Standard): readonly string[] {
	const column = table.header.findIndex((cell) => isPackageLabel(cell, standard));
	const pair = table.header.length <= 2 && (column === -1 || packageIds(table.header[1] ?? "", standard).length > 0);
	if (pair) {
		const rows = [table.header, ...table.rows.map(({ cells }) => cells)];
		const found = rows.flatMap(([label = "", value = ""]) =>
			isPackageLabel(label, standard) && !isNegative(value, standard) ? valueIds(value, label, standard) : [],
		);
		if (found.length > 0) return found;
	}
	const across = idsAcross(table, standard);
	if (across.length > 0) return across;
	const named = column === -1 ? columnOfIds(table, standard) : column;
	if (named === -1) return inFilesTable(table, standard, false);
	return table.rows
		.filter(({ cells }) => !isUntouchedRow(table.header, cells, standard))
		.flatMap(({ cells }) => packageIds(withoutRemarks(cells[named] ?? ""), standard));
}

/** The packages of a table with a column for each: "| | PKG-A-001 | PKG-B-001 |" above what is said of them. */
function idsAcross({ header, rows }: Block & { kind: "table" }, standard: Standard): readonly string[] {
	const [first = "", ...titles] = header;
	const opens = (title: string) => startsWithPackage(title, standard);
	if (titles.length < 2 || packageIds(first, standard).length > 0 || !titles.every(opens)) return [];
	return titles.flatMap((title, at) =>
		rows.some(({ cells }) => wordsOf(standard, "untouched").includes(normalise(cells[at + 1] ?? "")))
			? []
			: packageIds(withoutRemarks(title), standard),
	);
}

/** The first column whose cells all open with a package id, whatever its title; one of dependencies is none. */
function columnOfIds({ header, rows }: Block & { kind: "table" }, standard: Standard): number {
	const opens = (cell: string) => findPackages(cell, standard)[0]?.start === 0;
	return header.findIndex(
		(title, index) =>
			rows.length > 0 && !isDependencyColumn(title, standard) && rows.every(({ cells }) => opens(cells[index] ?? "")),
	);
}

/** A row that says of its package or file that nothing happens to it: in its column of actions, or a cell that says only that. */
function isUntouchedRow(header: readonly string[], cells: readonly string[], standard: Standard): boolean {
	const words = wordsOf(standard, "untouched");
	const actions = wordsOf(standard, "actionColumns");
	return cells.some((cell, index) => {
		const title = normalise(header[index] ?? "");
		if (isDependencyColumn(title, standard)) return false;
		const said = normalise(withoutRemarks(cell));
		if (words.includes(said)) return true;
		return (
			hasPhrase(title, actions) &&
			(/^[—–-]+$/u.test(cell.trim()) || isUnchanged(cell, standard) || wordsOf(standard, "noneValues").includes(said))
		);
	});
}

function isDependencyColumn(title: string, standard: Standard): boolean {
	return hasPhrase(normalise(title), wordsOf(standard, "notPlanned"));
}

function inManifestLine(line: string, standard: Standard): readonly string[] {
	const found = /^[{[]?\s?["']?(?<key>\w[\w-]*(?: \w+)?)["']?\s?[:=](?<value>.+)$/u.exec(line.trim())?.groups;
	return found && labelsOf(standard, "packageId").includes(normalise((found.key ?? "").replaceAll("_", " ")))
		? packageIds(found.value ?? "", standard)
		: [];
}

/** The packages whose files a block of the Files Summary says are made or changed. */
export function inFiles(block: Block, standard: Standard): readonly string[] {
	if (isExcluded(block.context, standard)) return [];
	switch (block.kind) {
		case "table":
			return inFilesTable(block, standard, true);
		case "item":
			return isUnchanged(block.text, standard) ||
				startsWithPhrase(normalise(block.text), wordsOf(standard, "untouched"))
				? []
				: entryIds(block.text, standard);
		case "code":
			return block.lines
				.filter((line) => !isUnchanged(line, standard))
				.flatMap((line) => packageIds(line.split("#")[0] ?? "", standard));
		case "paragraph":
			return block.marked ? block.lines.flatMap((line) => inEntry(line, standard, true)) : [];
		case "heading":
			return startsWithPackage(block.text, standard) ? packageIds(withoutRemarks(block.text), standard) : [];
	}
}

/** The file of an entry: before its dash or colon ("`PKG-A-001/x.py`: new"), or behind its action ("CREATE: `PKG-A-001/x.py`"). */
function entryIds(text: string, standard: Standard): readonly string[] {
	const head = headOf(text);
	const found = pathIds(head, standard);
	const rest = text.slice(head.length).replace(/^\s*:\s*/u, "");
	return found.length > 0 || !startsWithPhrase(normalise(head), wordsOf(standard, "changeWords"))
		? found
		: pathIds(headOf(rest), standard);
}

function pathIds(text: string, standard: Standard): readonly string[] {
	return packageIds(withoutRemarks(text), standard);
}

/** Ids in a table's columns of files and places; its words about what is done name other packages too. */
function inFilesTable(table: Block & { kind: "table" }, standard: Standard, any: boolean): readonly string[] {
	const places = wordsOf(standard, "placeColumns");
	const columns = table.header.flatMap((cell, index) => (hasPhrase(normalise(cell), places) ? [index] : []));
	if (columns.length === 0 && !any) return [];
	const read = columns.length > 0 ? columns : [0, 1];
	return table.rows
		.filter(({ cells }) => !isUntouchedRow(table.header, cells, standard))
		.flatMap(({ cells }) => read.flatMap((index) => pathIds(cells[index] ?? "", standard)));
}
