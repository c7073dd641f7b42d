import type { DocumentKind } from "#model/documents.ts";
import type { Family } from "#model/archive.ts";
import type { Standard } from "#model/standard.ts";

/** What a file's path alone says about it. */
export interface Identity {
	readonly kind: DocumentKind;
	/** Canonical handoff id, or null where the path names none. */
	readonly handoff: string | null;
	readonly family: Family | null;
	/** The id that a follow-up's own id points at. */
	readonly parent: string | null;
	/** Other written forms of the id, as the standard defines them. */
	readonly aliases: readonly string[];
	/** The standard whose naming recognised the file, or null. */
	readonly standard: string | null;
}

/** Recognises a document by its path: the first standard whose file names or folders match decides. */
export function identify(_path: string, _standards: readonly Standard[]): Identity {
	return { kind: "other", handoff: null, family: null, parent: null, aliases: [], standard: null };
}
