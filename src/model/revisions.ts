/** A state that a commit left a document in, or the text as it lies on disk and in no commit. */
export interface Revision {
	/** The commit's full id; null for what is not committed. */
	readonly commit: string | null;
	/** When it was committed: ISO date and time with its offset. Null for what is not committed. */
	readonly time: string | null;
	/** The document's path from the top of the repository at that time. */
	readonly path: string;
	readonly content: RevisionContent;
}

/** What a revision holds: bytes by the id that git has for them, or why there are none. */
type RevisionContent =
	| { readonly kind: "blob"; readonly id: string }
	| { readonly kind: "disk"; readonly bytes: Uint8Array }
	| { readonly kind: "deleted" }
	/** A link or a repository of its own stands in its place. */
	| { readonly kind: "no-file" };

/** A document of which git holds more than one state. */
export interface DocumentRevisions {
	/** Its path in the archive. */
	readonly path: string;
	/** Its path from the top of the repository. */
	readonly place: string;
	/** The newest first. */
	readonly revisions: readonly Revision[];
	/** How many older ones there are besides. */
	readonly older: number;
}

/** Why the bytes of a revision are not here: more of them than are read, or a partial clone that left them out. */
export type NoBytes = { readonly kind: "too-large"; readonly bytes: number } | { readonly kind: "not-here" };

/** The documents of an archive that lie in one repository, as far as it holds several states of them. */
export interface RepositoryRevisions {
	readonly documents: readonly DocumentRevisions[];
	/** Whether the clone is shallow: what lies before its oldest commits is not in it. */
	readonly isShallow: boolean;
	/** Hands over the bytes of all blobs of these revisions, each once, or why they are not here. */
	contents(take: (id: string, bytes: Uint8Array | NoBytes) => void): void;
}

/** What git tells of the documents of an archive, by their repositories, and why it cannot tell of some. */
export interface ArchiveRevisions {
	readonly repositories: readonly RepositoryRevisions[];
	readonly refused: readonly string[];
}
