import type { Fact } from "#model/facts.ts";
import { notStated } from "#model/facts.ts";
import { oncePer } from "#model/once-per.ts";
import { why } from "#words/because.ts";
import { normalise } from "../../text/text.ts";
import type { Block, Section } from "../text/blocks.ts";
import type { Lexicon } from "../text/lexicon.ts";
import type { Statement } from "../text/statements.ts";
import type { TableGrid } from "../text/tables.ts";
import { actionOf, actionWords, byActions, type FileKind, isGone, isOther, itemAction } from "./file-actions.ts";
import {
	fileName,
	filesInAside,
	firstFile,
	firstWords,
	mentionsFile,
	namesFile,
	namesIn,
	startsWithFile,
	withBracketApart,
} from "./file-names.ts";
import { isHashTable, KnownFiles, listedBy } from "./hash-tables.ts";
import { countInHeading, saysNone, saysNoneOf } from "./no-files.ts";
import { countTold, filesTold } from "./prose-files.ts";

/** Something a section lists, which may name several files. */
export interface Entry {
	readonly line: number;
	readonly count: number;
	/** The files as written. */
	readonly names: readonly string[];
}

/**
 * How many files a section lists as created or modified: list items that name files, rows of tables, lines of listings; 0
 * where it says none (BHS, Results File). A section for both is divided by its action column or its parts' names.
 */
export function filesFact(section: Section | undefined, kind: FileKind, lexicon: Lexicon): Fact<number> {
	if (!section) return notStated;
	const divided = isDivided(section, lexicon);
	const own = section.heading.keys.includes(kind === "create" ? "filesCreated" : "filesModified");
	if (!own && !divided) return notStated;
	const entries = fileEntries(section, kind, lexicon);
	const count = entries.reduce((sum, entry) => sum + entry.count, 0);
	const first = entries[0];
	const statements = section.blocks.flatMap(({ statements }) => statements);
	const told = countTold(statements, kind, lexicon);
	// "Two files: `a.go`, with 11 lines more, and `b.go`": other words stand between the names.
	const inSentence = told?.line === first?.line && statements.every((said) => said.kind === "paragraph");
	if (told && told.value > count && (inSentence || namesSome(section, lexicon))) return told;
	if (first) {
		const { reason: from, said } = why(count === 1 ? "fileListed" : "filesListed", { count });
		return { state: "derived", value: count, line: first.line, from, said };
	}
	const other = kind === "create" ? "modify" : "create";
	if (divided) {
		const { reason: from, said } = why("noFileWithAction");
		return own && fileEntries(section, other, lexicon).length > 0
			? { state: "derived", value: 0, line: section.heading.line, from, said }
			: notStated;
	}
	const none = statements.find((said) => saysNone(said.prose, lexicon) || saysNoneOf(said, kind, lexicon));
	if (none) return { state: "stated", value: 0, line: none.line };
	const output = () => countTold(section.blocks.flatMap(codeLines), kind, lexicon);
	return told ?? countInHeading(section, lexicon) ?? filesTold(statements, lexicon) ?? output() ?? notStated;
}

/** "The larger ones:", "Among them:": a list of some of the files only. */
function namesSome({ blocks }: Section, lexicon: Lexicon): boolean {
	const leads = blocks.flatMap(({ title, statements }) => [title ?? "", ...statements.map(({ text }) => text)]);
	return leads.some(
		(text) => text.endsWith(":") && lexicon.has("someOnes", normalise(text.split(/[.;]\s/).at(-1) ?? "")),
	);
}

const entriesOf = oncePer((_: Section) => new Map<FileKind, readonly Entry[]>());

/** What a section lists as created or modified; all that it lists where it does not tell them apart. Read once per section. */
export function fileEntries(section: Section, kind: FileKind, lexicon: Lexicon): readonly Entry[] {
	const known = entriesOf(section);
	const entries = known.get(kind) ?? readEntries(section, kind, lexicon);
	known.set(kind, entries);
	return entries;
}

function readEntries(section: Section, kind: FileKind, lexicon: Lexicon): readonly Entry[] {
	// An item that only introduces a group of files is no file itself.
	const groups = new Set(section.blocks.filter((block) => block.nested && isFileGroup(block)).map(({ line }) => line));
	const divided = isDivided(section, lexicon);
	const entries = section.blocks.map((block) => ({ block, listed: listedIn(block, groups, kind, divided, lexicon) }));
	const known = new KnownFiles(entries.flatMap(({ listed }) => listed?.flatMap((entry) => entry.names) ?? []));
	const isListed = listedBy(entries.flatMap(({ block, listed }) => (block.tables.length > 0 ? [] : (listed ?? []))));
	return entries.flatMap(({ block, listed }) => {
		if (listed && isHashTable(block, listed, isListed, lexicon)) return [];
		if (!listed || listed.length > 0) return listed ?? [];
		if (divided && partKind(block, lexicon) === null) return [];
		// A listing in code of nothing but files that are listed already, with their hashes, names no others.
		return codeListings(block).flatMap((coded) => {
			const files = coded.flatMap((entry) => entry.names);
			if (files.every((file) => known.has(file))) return [];
			known.add(files);
			return coded;
		});
	});
}

/** Whether a section lists files of both kinds: it opens both keys, or its table has an action column with both actions. */
export function isDivided({ heading, blocks }: Section, lexicon: Lexicon): boolean {
	if (heading.keys.includes("filesCreated") && heading.keys.includes("filesModified")) return true;
	const kinds = new Set(
		blocks.flatMap(({ tables }) =>
			tables.flatMap((table) => {
				const column = actionColumn(table, lexicon);
				return column === -1 ? [] : table.rows.map((row) => actionOf(row[column]?.prose ?? "", lexicon));
			}),
		),
	);
	// A section named after neither kind ("Changes") is divided where its items begin with both actions.
	const name = normalise(heading.title);
	if (!lexicon.has("createActions", name) && !lexicon.has("modifyActions", name))
		for (const { statements } of blocks)
			for (const { kind, text } of statements) if (kind === "item") kinds.add(actionOf(text, lexicon));
	// "Files Changed" may hold new ones too, each with its action right before it: "NEW `a.py`", "Created: `b.py`".
	const direct = blocks
		.flatMap(({ statements }) => statements)
		.filter(({ kind, text }) => kind === "item" && startsWithFile(text.replace(leadingWord, "")))
		.map(({ text }) => actionOf(text, lexicon));
	if (lexicon.has("touchedWords", name)) {
		for (const action of direct) kinds.add(action);
		for (const block of blocks) if (!block.nested) kinds.add(partKind(block, lexicon));
	}
	if (lexicon.is("touchedWords", name) && direct.length > 0 && direct.every((action) => action === "create"))
		return true;
	return kinds.has("create") && kinds.has("modify");
}

/** Whether a section lists nothing but files, each with what was done with it beside its name or above its list. */
export function listsActions({ blocks }: Section, lexicon: Lexicon): boolean {
	const entries = blocks
		.filter(({ nested }) => !nested)
		.flatMap((block) =>
			block.statements
				.filter(({ kind }) => kind === "item")
				.map(({ text }) => ({ text, part: partKind(block, lexicon) })),
		);
	const isListed = ({ text, part }: (typeof entries)[number]) =>
		startsWithFile(text)
			? part !== null || itemAction(text, lexicon) !== null || lexicon.has("modifyActions", normalise(text))
			: actionOf(text, lexicon) !== null && startsWithFile(text.replace(leadingWord, ""));
	return entries.length > 1 && entries.every(isListed);
}

// "NEW `", "Created: "
const leadingWord = /^\W{0,4}\p{L}+\W{1,4}/u;

/** The files of a block's tables, items and sentences; null where the block is about others. */
function listedIn(
	block: Block,
	groups: ReadonlySet<number>,
	kind: FileKind,
	divided: boolean,
	lexicon: Lexicon,
): Entry[] | null {
	if (block.nested && !groups.has(block.line)) return null;
	const part = divided ? partKind(block, lexicon) : null;
	if (part !== null && part !== kind) return null;
	return [
		...block.tables.flatMap((table) => tableEntries(table, kind, divided && part === null, lexicon)),
		...itemEntries(
			block.statements.filter(({ line }) => !groups.has(line)).flatMap((said) => byActions(said, lexicon)),
			kind,
			divided && part === null,
			lexicon,
		),
	];
}

/** A nested list counts where the item above it names no file but a group of files or their folder. */
function isFileGroup({ title, statements }: Block): boolean {
	const above = title ?? "";
	return (!namesFile(above) || isFolder(above)) && statements.some(({ text }) => startsWithFile(text));
}

function isFolder(text: string): boolean {
	return /^[\p{L}\p{N}_.<>/-]+\/$/u.test(firstWords(text).trim().replace(/:$/, ""));
}

function partKind({ title, name }: Block, lexicon: Lexicon): FileKind | "other" | null {
	if (title === null) return null;
	if (lexicon.has("createActions", name)) return "create";
	if (lexicon.has("modifyActions", name)) return "modify";
	return lexicon.has("otherActions", name) ? "other" : null;
}

function tableEntries(table: TableGrid, kind: FileKind, divided: boolean, lexicon: Lexicon): Entry[] {
	const { header, rows } = table;
	const column = actionColumn(table, lexicon);
	const files = header.some(({ prose }) => lexicon.is("fileColumns", normalise(prose)));
	return rows.flatMap((row): Entry[] => {
		const line = row[0]?.line ?? 1;
		const text = row.map((cell) => cell.text).join(" ");
		if (!files && !namesFile(text)) return [];
		if (saysNone(row[0]?.prose ?? "", lexicon) || row.every((cell) => !/[\p{L}\p{N}]/u.test(cell.text))) return [];
		const first = row.find(({ prose }) => /[\p{L}\p{N}]/u.test(prose));
		const opening = normalise(first?.prose ?? "");
		if (
			(lexicon.is("totalRow", opening) || lexicon.is("fileFields", sumLead.exec(opening)?.[1] ?? "")) &&
			!namesFile(text)
		)
			return [];
		const names = namesInRow(table, row, lexicon);
		const entry = { line, count: names.length, names };
		if (column === -1) return divided ? [] : [entry];
		const said = row[column]?.prose ?? "";
		return actionOf(said, lexicon) === kind || (!divided && !isOther(said, lexicon)) ? [entry] : [];
	});
}

// "4 files", "total 4 files": the sum below the rows, and what it counts.
const sumLead = /^(?:\p{L}+ )?\d{1,6} (\p{L}+)$/u;

/** The file a row is about, or its files: the cell under a title for files, else the first that names one. */
function namesInRow({ header }: TableGrid, row: TableGrid["header"], lexicon: Lexicon): readonly string[] {
	const titled = row.filter((_, index) => lexicon.is("fileColumns", normalise(header[index]?.prose ?? "")));
	const cell = titled.find(({ text }) => namesFile(text)) ?? row.find(({ text }) => namesFile(text)) ?? row[0];
	const text = cell?.text ?? "";
	return text.includes(",") && namesFile(text) ? namesIn(text) : [firstFile(text)];
}

/** The column that says in a word or two what was done; a column of descriptions under the same title is none. */
function actionColumn({ header, rows }: TableGrid, lexicon: Lexicon): number {
	return header.findIndex(
		({ prose }, index) =>
			lexicon.is("fileActions", normalise(prose)) &&
			rows.some((row) => actionOf(row[index]?.prose ?? "", lexicon) !== null) &&
			rows.every((row) => normalise(actionWords(row[index]?.prose ?? "")).split(" ").length <= mostActionWords),
	);
}

const mostActionWords = 3;

function itemEntries(statements: readonly Statement[], kind: FileKind, divided: boolean, lexicon: Lexicon): Entry[] {
	const items = statements.filter((said) => said.kind === "item" && !said.wrapped && !saysNone(said.prose, lexicon));
	const paragraphs = statements.filter(
		(said) =>
			said.kind === "paragraph" &&
			(startsWithFile(said.text) || (labelsFiles(said, lexicon) && actionOf(said.text, lexicon) !== "other")) &&
			!saysNone(said.prose, lexicon),
	);
	// "PKG-A-001/" above its files is the folder that they are in; "Short hashes: a.py 77ab01…" below them says more of them.
	const isMore = ({ text, label }: Statement) =>
		isFolder(text) || (label !== null && lexicon.has("hashLists", label.name));
	const told = items.length > 0 ? paragraphs.filter((said) => !isMore(said)) : paragraphs;
	const named = [...items, ...told].filter((said) => {
		const { text, label } = said;
		if (isGone(text, lexicon)) return false;
		if (startsWithFile(text) || mentionsFile(firstWords(text)) || labelsFiles(said, lexicon)) return true;
		if (label !== null && (fileName.test(label.text) || startsWithFile(label.text))) return true;
		return filesInAside(text).length > 0;
	});
	const actions = new Map(divided ? named.map((said) => [said, itemAction(said.text, lexicon)] as const) : []);
	// Beside files that are called new, one whose words say nothing of the kind was there before.
	const rest = [...actions.values()].includes("create") ? "modify" : null;
	return named.flatMap((said): Entry[] => {
		if (divided && (actions.get(said) ?? rest) !== kind) return [];
		const names = namesIn(labelsFiles(said, lexicon) ? said.fullValue : said.text);
		return [{ line: said.line, count: names.length, names }];
	});
}

/** Whether a line has nothing but files behind its label, or says by it what was done with them: "Created: `a.py`, `b.py`". */
function labelsFiles({ label, fullValue }: Statement, lexicon: Lexicon): boolean {
	if (label === null || !startsWithFile(fullValue)) return false;
	if (actionOf(label.text, lexicon) !== null || lexicon.has("fileLabels", label.name)) return true;
	return packageLabel.test(label.text);
}

// "PKG-A-001: `a.py`, `b.py`"
const packageLabel = /^[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+$/;

function codeLines({ codes }: Block): readonly { readonly prose: string; readonly line: number }[] {
	return codes.flatMap(({ lines }) => lines.map(({ text, line }) => ({ prose: text, line })));
}

/** The files that each piece of code lists. */
function codeListings({ codes }: Block): Entry[][] {
	return codes.map(({ lines }) =>
		lines
			.map(({ line, text }) => ({ line, text: withBracketApart(text) }))
			.filter(({ text }) => !/^\s*[#$>]/.test(text) && fileName.test(text))
			.map(({ line, text }) => ({ line, count: 1, names: [firstFile(text.replace(/["',]/g, " "))] })),
	);
}
