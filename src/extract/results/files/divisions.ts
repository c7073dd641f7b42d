import { normalise } from "../../text/text.ts";
import type { Block, Section } from "../text/blocks.ts";
import type { Lexicon } from "../text/lexicon.ts";
import type { TableGrid } from "../text/tables.ts";
import { actionOf, type FileKind } from "./file-actions.ts";
import { namesFile, startsWithFile, withBracketApart } from "./file-names.ts";

/** The sections of the files created and of those modified, in this order, as far as a document has them. */
type FilesByKind = readonly (Section | undefined)[];

/**
 * The two sections without what one of them holds of the other: files under "**Modified:**" below those created, new files that
 * are marked so among all that were touched.
 */
export function toldApart([created, modified]: FilesByKind, lexicon: Lexicon): FilesByKind {
	if (created && headedKind(created) === "create")
		return [withoutModified(created, lexicon), modified ?? modifiedBelow(created, lexicon)];
	const fresh = created || !modified ? null : markedAs(modified, "create", lexicon);
	if (!fresh || !modified) return [created, modified];
	const heading = { ...fresh.heading, keys: ["filesCreated"] };
	return [{ ...fresh, heading }, markedAs(modified, "modify", lexicon) ?? modified];
}

/** The kind of files that a section is named for, where it is for one only. */
function headedKind({ heading: { keys } }: Section): FileKind | null {
	const [created, modified] = [keys.includes("filesCreated"), keys.includes("filesModified")];
	return created === modified ? null : created ? "create" : "modify";
}

/** Whether a part of the section for the files created is titled for those modified. */
function isModified({ title, name, nested }: Block, lexicon: Lexicon): boolean {
	return title !== null && !nested && !namesFile(title) && actionOf(name, lexicon) === "modify";
}

function withoutModified(created: Section, lexicon: Lexicon): Section {
	if (!created.blocks.some((block) => isModified(block, lexicon))) return created;
	return { ...created, blocks: created.blocks.filter((block) => !isModified(block, lexicon)) };
}

function modifiedBelow(created: Section, lexicon: Lexicon): Section | undefined {
	const blocks = created.blocks.filter((block) => isModified(block, lexicon));
	return blocks.length === 0 ? undefined : { heading: { ...created.heading, keys: ["filesModified"] }, blocks };
}

/**
 * A section for all files that were touched, as the part of it that is of one kind, where marks tell new files from others:
 * "1. `a.py` (new) — the parser" beside "2. `b.py` — calls it", "| `a.py` | **New** — the parser |".
 */
function markedAs(section: Section, kind: FileKind, lexicon: Lexicon): Section | null {
	if (headedKind(section) !== "modify" || !lexicon.has("touchedWords", normalise(section.heading.title))) return null;
	const isNew = (text: string) => marksNew(text, lexicon);
	const texts = section.blocks.flatMap(({ statements, tables, codes }) => [
		...codes.flatMap(({ lines }) =>
			lines.flatMap(({ text }) => (startsWithFile(withBracketApart(text.trim())) ? [text] : [])),
		),
		...statements.filter((said) => said.kind === "item").map(({ text }) => text),
		...tables.flatMap(({ rows }) => rows.map(textOf)),
	]);
	if (!texts.some(isNew) || texts.every(isNew)) return null;
	const wanted = (text: string) => isNew(text) === (kind === "create");
	const blocks = section.blocks.map((block) => ({
		...block,
		statements: block.statements.filter((said) => said.kind !== "item" || wanted(said.text)),
		codes: block.codes.map((code) => ({ ...code, lines: code.lines.filter(({ text }) => wanted(text)) })),
		tables: block.tables.map((table) => ({ ...table, rows: table.rows.filter((row) => wanted(textOf(row))) })),
	}));
	return { ...section, blocks };
}

function textOf(row: TableGrid["rows"][number]): string {
	return row.map(({ text }) => text.trim()).join(" | ");
}

/** Whether an entry calls its file new right behind it, and nothing in it: "`a.py` (new)", "`a.py` | New: the parser". */
function marksNew(text: string, lexicon: Lexicon): boolean {
	if (!startsWithFile(withBracketApart(text).replace(/^[\s`*]+/, ""))) return false;
	const behind = withBracketApart(text.trim()).replace(/^\S+\s*/u, "");
	const [, mark = ""] = /^[`*|—–:(\s-]*(\p{L}+(?: \p{L}+)?)\**\s*(?:[),.:;|]|[—–]|\s-\s|$)/u.exec(behind) ?? [];
	return /^[`*]*[|—–:(-]/u.test(behind) && lexicon.is("newFileMarks", normalise(mark));
}
