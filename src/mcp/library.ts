import type { Archive, Handoff } from "#model/archive.ts";

/** An archive as the tools ask it. Each call sees the documents as they are now. */
export interface ArchiveLibrary {
	archive(): Promise<Archive>;
	/** The handoff that a name means. @throws Refused where none or several do. */
	handoff(name: string): Promise<Handoff>;
	/** What a search finds, as data. */
	search(query: string, kinds: readonly string[], limit: number): Promise<object>;
	/** The lines of a document of the archive, credentials blotted out; null for any other path. */
	lines(path: string): Promise<readonly string[] | null>;
}

/** A call that cannot be answered; the message is for the one who asked. */
export class Refused extends Error {
	override name = "Refused";
}
