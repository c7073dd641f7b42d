import type { Heading } from "#model/documents.ts";
import { type Fact, notStated } from "#model/facts.ts";
import type { Standard } from "#model/standard.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { type Block, type BlockContext, blocksOf, labelOf } from "./blocks.ts";
import { normalise } from "./text.ts";
import { findPackages, hasPhrase, labelsOf, startsWithPhrase, wordsOf } from "./vocabulary.ts";

/**
 * The packages that a spec plans, creates, modifies or removes (BHS, Package Plan and Files Summary), not those it depends
 * on, reads or mentions. Where there is no Package Plan, the labels of the mission ("Packages modified:") and the files
 * that the steps edit count too.
 */
export function plannedPackages(
	parsed: ParsedDocument,
	outline: readonly Heading[],
	standard: Standard,
): Fact<readonly string[]> {
	const section = (key: string) => outline.find(({ keys }) => keys.includes(key));
	const plan = section("packagePlan");
	const files = section("filesSummary");
	const planned = plan ? blocksOf(parsed.tree, plan).flatMap((block) => inPlan(block, standard)) : [];
	const filed = files ? blocksOf(parsed.tree, files).flatMap((block) => inFiles(block, standard)) : [];
	const opening = blocksOf(parsed.tree, openingOf(parsed, outline, section("mission")));
	const labelled =
		planned.length > 0
			? opening.flatMap((block) => inLabels(block, standard, "removedPackages"))
			: opening.flatMap((block) => inLabels(block, standard, "packages"));
	const stepped = planned.length > 0 ? [] : editedInSteps(parsed, outline, standard);
	const told = [planned, filed, labelled].every((list) => list.length === 0)
		? opening.flatMap((block) => inProse(block, standard))
		: [];
	const sources = [
		{ name: "Package Plan", line: plan?.line ?? 1, found: planned },
		{ name: "Files Summary", line: files?.line ?? 1, found: filed },
		{ name: "Mission", line: section("mission")?.line ?? 1, found: [...labelled, ...told] },
		{ name: "files edited in the steps", line: 1, found: stepped },
	].filter(({ found }) => found.length > 0);
	const [first] = sources;
	if (!first) return notStated;
	const value = [...new Set(sources.flatMap(({ found }) => found))];
	if (sources.length === 1) return { state: "stated", value, line: first.line };
	return { state: "derived", value, line: first.line, from: sources.map(({ name }) => name).join(" + ") };
}

/** What stands before the first section, and the mission. */
function openingOf(
	parsed: ParsedDocument,
	outline: readonly Heading[],
	mission: Heading | undefined,
): Pick<Heading, "line" | "endLine"> {
	const second = outline.find(({ keys }) => keys.length > 0 && !keys.includes("mission"));
	return {
		line: 0,
		endLine: mission?.endLine ?? (second ? second.line - 1 : Math.min(40, parsed.source.lineStarts.length)),
	};
}

function ids(text: string, standard: Standard): readonly string[] {
	return findPackages(text, standard).map(({ id }) => id);
}

function isExcluded({ heading, lead }: BlockContext, standard: Standard): boolean {
	const words = wordsOf(standard, "notPlanned");
	return [heading, lead].some((title) => hasPhrase(title, words) || isUnchanged(title, standard));
}

/** Package ids without a remark in brackets ("PKG-A-001 (unchanged)") or behind a dash. */
function withoutRemarks(text: string): string {
	return text.replace(/\([^()]*\)|\[[^[\]]*\]/gu, " ").replace(/\s[—–]\s.*$/su, "");
}

function inPlan(block: Block, standard: Standard): readonly string[] {
	if (isExcluded(block.context, standard)) return [];
	switch (block.kind) {
		case "heading":
			return startsWithPackage(block.text, standard) ? ids(withoutRemarks(block.text), standard) : [];
		case "paragraph":
			return block.lines.flatMap((line) => inEntry(line, standard, block.marked));
		case "item":
			return inEntry(block.text, standard, true);
		case "table":
			return inPlanTable(block, standard);
		case "code":
			return block.lines.flatMap((line) => inManifestLine(line, standard));
	}
}

/** "PKG-A-001 (new)", "Package 1: PKG-A-001", "1. Modified: PKG-A-001": only words of role and number come first. */
function startsWithPackage(text: string, standard: Standard): boolean {
	const [first] = findPackages(text, standard);
	if (!first || isUnchanged(text, standard)) return false;
	const before = normalise(text.slice(0, first.start).replace(/[^\s`(|]{1,120}\/$/u, ""))
		.split(" ")
		.filter(Boolean);
	const roles = wordsOf(standard, "packageLeads");
	return before.every((word) => roles.includes(word) || /^(?:\d+|[a-z])$/u.test(word));
}

/** Whether words about a package say that nothing happens to it ("unchanged", and nothing such as "modified" besides). */
function isUnchanged(text: string, standard: Standard): boolean {
	const phrases = wordsOf(standard, "unchanged");
	const words = normalise(text);
	if (!hasPhrase(words, phrases)) return false;
	const rest = phrases.reduce((left, phrase) => left.replaceAll(` ${phrase} `, "  "), ` ${words} `);
	return !hasPhrase(rest, wordsOf(standard, "changeWords"));
}

/** A list item or a line: labelled ("Package ID: PKG-A-001"), or opening with the id it is about. */
function inEntry(text: string, standard: Standard, marked: boolean): readonly string[] {
	const label = labelOf(text);
	if (label !== text && isPackageLabel(label, standard)) {
		const value = text.slice(label.length + 1);
		return isNegative(value, standard) ? [] : valueIds(value, label, standard);
	}
	const first = ids(text, standard)[0];
	return marked &&
		first !== undefined &&
		startsWithPackage(headOf(text), standard) &&
		!isUnchanged(text.split("\n")[0] ?? "", standard)
		? ids(withoutRemarks(headOf(text)), standard)
		: [];
}

/** An entry's subject: what stands before the first dash, colon, arrow or line break. */
function headOf(text: string): string {
	const end = text.search(/\s[—–-]{1,2}\s|:(?=\s|$)|\n|\s(?:→|->)/u);
	return end === -1 ? text : text.slice(0, end);
}

function isPackageLabel(label: string, standard: Standard): boolean {
	const words = normalise(label.replace(/\([^()]*\)/gu, " "));
	return labelsOf(standard, "packages").includes(words) || labelsOf(standard, "removedPackages").includes(words);
}

/** Of "Package ID: X" the value itself, even where a project writes its ids in another way. */
function valueIds(value: string, label: string, standard: Standard): readonly string[] {
	const found = ids(withoutRemarks(value), standard);
	if (found.length > 0 || !labelsOf(standard, "packageId").includes(normalise(label))) return found;
	const word = withoutRemarks(value)
		.trim()
		.replace(/^[`"'*]+|[`"'*,.;]+$/gu, "");
	return /^[\p{L}\p{N}][\p{L}\p{N}_.@/-]*[-_\d][\p{L}\p{N}_.-]*$/u.test(word) ? [word] : [];
}

function isNegative(value: string, standard: Standard): boolean {
	return startsWithPhrase(normalise(value), wordsOf(standard, "noneValues"));
}

function inPlanTable(table: Block & { kind: "table" }, standard: Standard): readonly string[] {
	const column = table.header.findIndex((cell) => isPackageLabel(cell, standard));
	const pair = table.header.length <= 2 && (column === -1 || ids(table.header[1] ?? "", standard).length > 0);
	if (pair) {
		const rows = [table.header, ...table.rows.map(({ cells }) => cells)];
		const found = rows.flatMap(([label = "", value = ""]) =>
			isPackageLabel(label, standard) && !isNegative(value, standard) ? valueIds(value, label, standard) : [],
		);
		if (found.length > 0) return found;
	}
	const named = column === -1 ? columnOfIds(table, standard) : column;
	if (named === -1) return inFilesTable(table, standard, false);
	return table.rows
		.filter(({ cells }) => !isUntouchedRow(table.header, cells, standard))
		.flatMap(({ cells }) => ids(withoutRemarks(cells[named] ?? ""), standard));
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
		return hasPhrase(title, actions) && (isUnchanged(cell, standard) || wordsOf(standard, "noneValues").includes(said));
	});
}

function isDependencyColumn(title: string, standard: Standard): boolean {
	return hasPhrase(normalise(title), wordsOf(standard, "notPlanned"));
}

function inManifestLine(line: string, standard: Standard): readonly string[] {
	const found = /^[{[]?\s?["']?(?<key>\w[\w-]*(?: \w+)?)["']?\s?[:=](?<value>.+)$/u.exec(line.trim())?.groups;
	return found && labelsOf(standard, "packageId").includes(normalise((found.key ?? "").replaceAll("_", " ")))
		? ids(found.value ?? "", standard)
		: [];
}

function inFiles(block: Block, standard: Standard): readonly string[] {
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
				.flatMap((line) => ids(line.split("#")[0] ?? "", standard));
		case "paragraph":
			return block.marked ? block.lines.flatMap((line) => inEntry(line, standard, true)) : [];
		case "heading":
			return startsWithPackage(block.text, standard) ? ids(withoutRemarks(block.text), standard) : [];
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
	return ids(withoutRemarks(text), standard);
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

function inLabels(block: Block, standard: Standard, labels: string): readonly string[] {
	const accepted =
		labels === "packages"
			? [...labelsOf(standard, "packages"), ...labelsOf(standard, "removedPackages")]
			: labelsOf(standard, labels);
	const isLabel = (text: string) =>
		accepted.includes(normalise(text.replace(/\([^()]*\)/gu, " "))) ||
		accepted.includes(normalise(text.replace(/\((\w{1,2})\)/gu, "$1")));
	const inLine = (line: string) => {
		const label = labelOf(line);
		return label !== line && isLabel(label) ? valueIds(line.slice(label.length + 1), label, standard) : [];
	};
	switch (block.kind) {
		case "paragraph":
			return block.lines.flatMap(inLine);
		case "item":
			return isLabel(block.context.lead) && startsWithPackage(headOf(block.text), standard)
				? ids(headOf(block.text), standard)
				: inLine(block.text);
		case "table":
			return [table(block)].flat();
		default:
			return [];
	}
	function table({ header, rows }: Block & { kind: "table" }): readonly string[] {
		return [header, ...rows.map(({ cells }) => cells)].flatMap(([label = "", value = ""]) =>
			isLabel(label) ? valueIds(value, label, standard) : [],
		);
	}
}

/** Files that the steps of a spec without a Package Plan edit: "Update `PKG-A-001/manifest.json`". */
function editedInSteps(parsed: ParsedDocument, outline: readonly Heading[], standard: Standard): readonly string[] {
	const verbs = wordsOf(standard, "editVerbs");
	const aside = outline.filter(({ keys }) =>
		keys.some((key) => wordsOf(standard, "sectionsAside").includes(normalise(key))),
	);
	const whole = { line: 0, endLine: parsed.source.lineStarts.length };
	return blocksOf(parsed.tree, whole)
		.filter(({ line }) => !aside.some((section) => line > section.line && line <= section.endLine))
		.flatMap((block) => {
			if (block.kind !== "item" && block.kind !== "paragraph") return [];
			const lines = block.kind === "item" ? block.text.split("\n") : block.lines;
			return lines.flatMap((line) => (startsWithPhrase(normalise(line), verbs) ? objectOf(line, standard) : []));
		});
}

/** The path or archive right behind the verb: "Rebuild `_staging/PKG-A-001.tar.gz`:". */
function objectOf(line: string, standard: Standard): readonly string[] {
	const [first] = findPackages(line, standard);
	if (!first) return [];
	const between = line.slice(0, first.start);
	const away = hasPhrase(normalise(between), wordsOf(standard, "sourceWords"));
	return away || between.length > 80 ? [] : [first.id];
}

/** "Build `PKG-A-001` on top of `PKG-B-001` and remove `PKG-C-001`": the ids that a mission's verbs govern. */
function inProse(block: Block, standard: Standard): readonly string[] {
	if (block.kind !== "paragraph") return [];
	return block.lines
		.join(" ")
		.split(/(?<=[.;])\s/u)
		.flatMap((sentence) => governedIds(sentence, standard));
}

/** Ids with a verb of building before them, and those joined to one by a comma or "and". */
function governedIds(sentence: string, standard: Standard): readonly string[] {
	const governed: string[] = [];
	let end = 0;
	let joined = false;
	for (const { id, start, end: next } of findPackages(sentence, standard)) {
		const between = sentence.slice(end, start);
		const words = normalise(between);
		const verb =
			hasPhrase(words, wordsOf(standard, "buildVerbs")) && !hasPhrase(words, wordsOf(standard, "sourceWords"));
		joined =
			verb || (joined && /^[`*\s]*(?:,|&|and|,\s*and)[`*\s]*$/u.test(between.slice(0, 40)) && between.length <= 40);
		if (joined) governed.push(id);
		end = next;
	}
	return governed;
}
