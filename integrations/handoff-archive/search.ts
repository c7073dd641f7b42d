import type { HandoffEntry } from "./entries.ts";
import type { SearchDocument } from "./read.ts";

export interface SearchInput {
	/** Folder of the built site; the index goes into a folder of it. */
	readonly out: string;
	/** In build order; status, family and aliases are facets and exact jumps. */
	readonly handoffs: readonly HandoffEntry[];
	/** Every readable document in path order, read from disk one at a time. */
	readonly documents: Iterable<SearchDocument>;
}

/** Writes the search index of a built site. */
export async function buildSearchIndex(_input: SearchInput): Promise<void> {}
