import { normalise } from "../../text.ts";
import type { Block } from "../text/blocks.ts";
import type { Lexicon } from "../text/lexicon.ts";
import type { TableGrid } from "../text/tables.ts";

/** Files that an item or a row names. */
interface Named {
	readonly names: readonly string[];
}

/**
 * Whether a block is nothing but tables that give the hashes of files which items of a list have named: "SHA256 (after):" and
 * a row for each of them. Its rows are no files more.
 */
export function isHashTable(
	{ name, tables, statements }: Block,
	rows: readonly Named[],
	items: readonly Named[],
	lexicon: Lexicon,
): boolean {
	if (tables.length === 0 || items.length === 0 || statements.some(({ kind }) => kind === "item")) return false;
	// The hashes of created files may stand among those of modified ones.
	const known = rows.filter((row) => isNamedBy(items, row));
	const enough = lexicon.startsWith("hashLists", name) ? known.length > 0 : known.length > rows.length / 2;
	return enough && tables.every((table) => givesHashes(table, lexicon));
}

function givesHashes({ header }: TableGrid, lexicon: Lexicon): boolean {
	return header.some(({ prose }) => lexicon.startsWith("hashLists", normalise(prose)));
}

function isNamedBy(items: readonly Named[], { names }: Named): boolean {
	const listed = items.flatMap((item) => item.names);
	return names.every((file) => listed.some((name) => name === file || name.endsWith(`/${file}`)));
}
