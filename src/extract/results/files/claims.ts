import type { FileAction, FileClaim, HashRole } from "#model/documents.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { lineText, pointAt } from "#parse/source-text.ts";
import { patternFrom } from "../../text/patterns.ts";
import { normalise } from "../../text/text.ts";
import type { Section } from "../text/blocks.ts";
import type { Lexicon } from "../text/lexicon.ts";
import type { TableGrid } from "../text/tables.ts";
import type { FileKind } from "./file-actions.ts";
import { type Entry, fileEntries } from "./files.ts";
import { hashesOf, type WrittenHash } from "./hashes.ts";

/** Sections that list files, by what was done with those. */
export type FileSections = readonly { readonly action: FileAction; readonly section: Section }[];

/** The files that a RESULTS document says were created, modified, deleted or packed, with their hashes (BHS, Results File). */
export function fileClaims(parsed: ParsedDocument, sections: FileSections, lexicon: Lexicon): readonly FileClaim[] {
	return sections.flatMap(({ action, section }) => {
		const kind: FileKind = action === "modify" ? "modify" : "create";
		const entries = fileEntries(section, kind, lexicon).toSorted((a, b) => a.line - b.line);
		const rows = rowsOf(section);
		const hashes = hashesByEntry(parsed, entries, rows, section);
		return entries.flatMap((entry, at) =>
			pathsOf(entry).map((path, index, paths) => ({
				path,
				action: isDeleted(path, lineText(parsed.source, entry.line), lexicon) ? "delete" : action,
				line: entry.line,
				hashes: (hashes[at] ?? [])
					.filter((_, position) => paths.length === 1 || position === index)
					.map((hash) => claimed(parsed, hash, rows, lexicon)),
			})),
		);
	});
}

/**
 * Whether a line says behind a path that the file was taken away, and no more: "`a.py` deleted (before: …)" among files that were
 * modified. "`a.py` — removed two lines" says what was done in it.
 */
function isDeleted(path: string, line: string, lexicon: Lexicon): boolean {
	const at = line.indexOf(path);
	const alone = `^[^\\p{L}\\p{N}]*(?:${lexicon.pattern("removedWords")})\\s*(?:[(),;.|*]|\\s[—–-]\\s|$)`;
	return at !== -1 && patternFrom(alone, "iu").test(line.slice(at + path.length));
}

type Rows = ReadonlyMap<number, TableGrid>;

/** The tables of a section by the lines of their rows. */
function rowsOf({ blocks }: Section): Rows {
	const tables = blocks.flatMap((block) => block.tables);
	return new Map(tables.flatMap((table) => table.rows.map((row) => [row[0]?.line ?? 0, table] as const)));
}

/** The hashes that stand in each entry: in its row, or up to the next entry, subheading or end of the section. */
function hashesByEntry(
	parsed: ParsedDocument,
	entries: readonly Entry[],
	rows: Rows,
	{ heading, blocks }: Section,
): readonly WrittenHash[][] {
	const owners = new Map(entries.map(({ line }, at) => [line, at]));
	const ends = new Set(blocks.filter((block) => !block.nested).map((block) => block.line));
	const found: WrittenHash[][] = entries.map(() => []);
	const hashes = Map.groupBy(hashesOf(parsed), ({ line }) => line);
	let owner: number | undefined;
	for (let line = heading.line; line <= heading.endLine; line++) {
		if (ends.has(line) || (rows.has(line - 1) && !rows.has(line))) owner = undefined;
		owner = owners.get(line) ?? owner;
		if (owner !== undefined) found[owner]?.push(...(hashes.get(line) ?? []));
	}
	return found;
}

function pathsOf({ names }: Entry): readonly string[] {
	return names.map((name) => name.replace(/^[\s`*"'[(]+|[\s`*"'\]),:;]+$/g, "")).filter(Boolean);
}

function claimed(parsed: ParsedDocument, hash: WrittenHash, rows: Rows, lexicon: Lexicon) {
	const { form, text, line, offset } = hash;
	const { column } = pointAt(parsed.source, offset);
	return { role: roleOf(parsed, hash, column, rows, lexicon), form, value: text, line, column };
}

/** Which state of the file a hash stands for: what an arrow, the table's column or the last word before it says. */
function roleOf(
	{ source }: ParsedDocument,
	{ line, text }: WrittenHash,
	column: number,
	rows: Rows,
	lexicon: Lexicon,
): HashRole {
	const whole = lineText(source, line);
	const before = whole.slice(0, column - 1);
	if (arrowBehind.test(whole.slice(column - 1 + text.length))) return "before";
	if (arrowBefore.test(before.slice(-longestArrow))) return "after";
	const table = rows.get(line);
	if (table) return roleIn(titleAt(column - 1, whole, table), lexicon);
	return roleIn(normalise(before.slice(-longestLabel)), lexicon);
}

// "`A` → `B`": what the file was, and what it is.
const arrowBehind = /^[`*]{0,3}\s*(?:→|⟶|➜|->|=>)\s*[`*]{0,3}(?:sha256:)?[0-9a-fA-F]{6}/;
const arrowBefore = /[0-9a-fA-F]{6}[`*.…]{0,4}\s*(?:→|⟶|➜|->|=>)\s*[`*]{0,3}$/;

/** The title of the column that a position in a table's row lies in, by the bars before it. */
function titleAt(position: number, row: string, { header }: TableGrid): string {
	let cell = row.trimStart().startsWith("|") ? -1 : 0;
	for (
		let bar = row.indexOf("|");
		bar !== -1 && bar < position && cell < header.length;
		bar = row.indexOf("|", bar + 1)
	)
		if (row[bar - 1] !== "\\") cell++;
	return normalise(header[cell]?.prose ?? "");
}

const longestLabel = 30;
/** More characters than a hash's last digits, an arrow and the marks around it have. */
const longestArrow = 40;

function roleIn(words: string, lexicon: Lexicon): HashRole {
	const last = words.split(" ").findLast((word) => lexicon.is("hashBefore", word) || lexicon.is("hashAfter", word));
	if (last === undefined) return "created";
	return lexicon.is("hashBefore", last) ? "before" : "after";
}
