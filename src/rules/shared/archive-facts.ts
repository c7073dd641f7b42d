import { identify } from "#extract/references/identify.ts";
import type { Handoff } from "#model/archive.ts";
import type { DocumentKind, DocumentRecord } from "#model/documents.ts";
import type { Place } from "#model/source.ts";
import { nearest } from "#parse/nearest.ts";
import type { RelatedStatement } from "../judging/outcome.ts";
import { filePlace } from "../judging/places.ts";
import type { ArchiveSubject } from "../judging/rule.ts";

/** The start of a line of a document whose text is no longer at hand. */
export function lineStart(path: string, line: number): Place {
	const point = { line, column: 1 };
	return { kind: "range", path, range: { start: point, end: point } };
}

/** The first path of a handoff's documents of one of the kinds, in the order of the kinds. */
export function pathOf({ documents }: Handoff, kinds: readonly DocumentKind[]): string | undefined {
	for (const kind of kinds) {
		const document = documents.find((candidate) => candidate.kind === kind);
		if (document) return document.path;
	}
	return undefined;
}

/** The handoffs that only files tell of which cannot be read: their documents are there, whatever they say. */
export function unreadHandoffs(subject: ArchiveSubject): readonly { readonly id: string; readonly path: string }[] {
	const { problems, handoffs, standards } = subject;
	const known = new Set(handoffs.map(({ id }) => id));
	const unread = new Map<string, { readonly id: string; readonly path: string }>();
	for (const { path } of problems) {
		const { handoff } = identify(path, standards);
		if (handoff !== null && !known.has(handoff) && !unread.has(handoff)) unread.set(handoff, { id: handoff, path });
	}
	return [...unread.values()];
}

/** Other files that a finding names; the message says how many there are. Each of thousands with all others would be quadratic. */
const mostRelated = 20;

/** Places of the first files but for one, each with the same statement of the rule. */
export function relatedFiles<const StatementId extends string>(
	paths: readonly string[],
	statement: StatementId,
	except: string,
): readonly RelatedStatement<StatementId>[] {
	return paths
		.slice(0, mostRelated + 1)
		.filter((path) => path !== except)
		.slice(0, mostRelated)
		.map((path) => ({ place: filePlace(path), statement }));
}

/** Documents by the folder or name that they share, in the order given. */
export function groupDocuments(
	documents: readonly DocumentRecord[],
	keyOf: (document: DocumentRecord) => string | null,
): ReadonlyMap<string, readonly DocumentRecord[]> {
	const groups = new Map<string, DocumentRecord[]>();
	for (const document of documents) {
		const key = keyOf(document);
		if (key === null) continue;
		const group = groups.get(key);
		if (group) group.push(document);
		else groups.set(key, [document]);
	}
	return groups;
}

/** The folder part of a path, empty for a file at the top. */
export function folderOf(path: string): string {
	return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}

/** The last part of a path. */
export function nameOf(path: string): string {
	return path.slice(path.lastIndexOf("/") + 1);
}

/** Whether a directory's name starts like an id, separators and case aside, or misses it by a letter. */
export function resembles(name: string, id: string): boolean {
	const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
	return bare(name).startsWith(bare(id)) || nearest(name, [id]) !== null;
}

/** The ids of which some document says that no such handoff was written: "there is no H-7A, it was withdrawn". */
export function unwrittenIds({ documents }: Pick<ArchiveSubject, "documents">): ReadonlySet<string> {
	return new Set(documents.flatMap(({ unwritten = [] }) => unwritten.map(({ id }) => id)));
}
