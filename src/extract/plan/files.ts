import type { Heading } from "#model/documents.ts";
import type { Standard } from "#model/standard.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { isExcluded } from "../packages/package-words.ts";
import { type Block, blocksOf } from "../text/blocks.ts";
import { normalise } from "../text/text.ts";
import { startsWithPhrase } from "../text/vocabulary.ts";
import { columnsOf, isBlank, wordingsOf } from "./columns.ts";

/** A row of the files summary, as written and as read. */
interface FileRow {
	readonly file: string;
	/** Location and file name joined. */
	readonly path: string;
	readonly actionText: string;
	/** The key of the known action, or null. */
	readonly action: string | null;
	readonly line: number;
}

/** A table of the files summary: which of the standard's columns it has, and its rows. */
export interface FileTable {
	readonly line: number;
	readonly columns: ReadonlyMap<string, number>;
	readonly rows: readonly FileRow[];
}

/** The tables of the files summary, without those of files that stay as they are (BHS, Files Summary). */
export function fileTables(parsed: ParsedDocument, section: Heading, standard: Standard): readonly FileTable[] {
	return blocksOf(parsed, section).flatMap((block) => {
		if (block.kind !== "table" || isExcluded(block.context, standard)) return [];
		const columns = columnsOf(block.header, standard.spec.fileColumns);
		return columns.has("file") ? [{ line: block.line, columns, rows: rowsOf(block, columns, standard) }] : [];
	});
}

function rowsOf(
	{ rows }: Block & { kind: "table" },
	columns: ReadonlyMap<string, number>,
	standard: Standard,
): readonly FileRow[] {
	const cell = (cells: readonly string[], key: string) => cells[columns.get(key) ?? -1] ?? "";
	return rows.flatMap(({ cells, line }) => {
		const actionText = cell(cells, "action");
		const action = actionOf(actionText, standard);
		const location = withoutRemark(cell(cells, "location"));
		return filesIn(cell(cells, "file")).map((file) => ({
			file,
			path: joined(location, file),
			actionText,
			action,
			line,
		}));
	});
}

/** The known action that a cell begins with: "EDIT: new hashes" is an edit. */
function actionOf(text: string, { spec }: Standard): string | null {
	const said = normalise(text);
	return spec.actions.find((form) => startsWithPhrase(said, wordingsOf(form)))?.key ?? null;
}

function withoutRemark(text: string): string {
	return text.replace(/\s*\([^()]*\)\s*/gu, " ").trim();
}

/** One file, or several in one cell ("a.py, b.py"). */
function filesIn(cell: string): readonly string[] {
	const text = withoutRemark(cell);
	const parts = text.split(/\s*[,;\n]\s*|\s+and\s+/u).filter(Boolean);
	return parts.length > 1 && parts.every((part) => /^[^\s]*[./][^\s]*$/u.test(part)) ? parts : [text];
}

function joined(location: string, file: string): string {
	if (isBlank(location) || file === location || file.startsWith(`${location.replace(/\/$/u, "")}/`)) return clean(file);
	if (location.endsWith(`/${file}`)) return clean(location);
	return clean(`${location.replace(/\/$/u, "")}/${file}`);
}

function clean(path: string): string {
	return path.replace(/^\.\//u, "").replace(/\/{2,}/gu, "/");
}
