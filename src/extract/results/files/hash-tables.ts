import { pathEnds } from "#model/path-ends.ts";
import { normalise } from "../../text/text.ts";
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
	isListed: (file: string) => boolean,
	lexicon: Lexicon,
): boolean {
	if (tables.length === 0 || statements.some(({ kind }) => kind === "item")) return false;
	if (!tables.every((table) => givesHashes(table, lexicon))) return false;
	// The hashes of created files may stand among those of modified ones.
	const known = rows.filter(({ names }) => names.length > 0 && names.every(isListed));
	return lexicon.startsWith("hashLists", name) ? known.length > 0 : known.length > rows.length / 2;
}

/** Files that were named, each with all its folders or without some of them. */
export class KnownFiles {
	readonly #written = new Set<string>();
	readonly #ends = new Set<string>();

	constructor(files: readonly string[]) {
		this.add(files);
	}

	add(files: readonly string[]): void {
		for (const file of files) {
			this.#written.add(file);
			for (const end of pathEnds(file)) this.#ends.add(end);
		}
	}

	/** Whether a file was named, though with more or fewer folders before it. */
	has(file: string): boolean {
		return this.#ends.has(file) || pathEnds(file).some((end) => this.#written.has(end));
	}
}

/** Whether items of a list have named a file, with the folders before it or without them. */
export function listedBy(items: readonly Named[]): (file: string) => boolean {
	let ends: Set<string> | undefined;
	return (file) => {
		ends ??= new Set(items.flatMap(({ names }) => names.flatMap(pathEnds)));
		return ends.has(file);
	};
}

function givesHashes({ header }: TableGrid, lexicon: Lexicon): boolean {
	return header.some(({ prose }) => lexicon.startsWith("hashLists", normalise(prose)));
}
