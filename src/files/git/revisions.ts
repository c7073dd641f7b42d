import { createHash } from "node:crypto";
import type { ArchiveRevisions, DocumentRevisions, RepositoryRevisions, Revision } from "#model/revisions.ts";
import type { ReadingProblem } from "#model/source.ts";
import { blobSizes, eachBlob } from "./blobs.ts";
import { fromRoot, type GitRepository, openRepository } from "./git.ts";
import { type LoggedCommit, logOf } from "./revision-log.ts";

/** The documents whose revisions are asked for, and where they lie on disk. */
export interface RevisionDocuments {
	readonly folders: readonly string[];
	/** Their paths in the archive. */
	readonly paths: readonly string[];
	/** The absolute path of a document, or null. */
	locate(path: string): string | null;
	read(path: string): Uint8Array | ReadingProblem;
}

export interface RevisionBounds {
	/** How many revisions of a document are told, the newest first. */
	readonly most: number;
	/** More bytes than these are not read of a revision. */
	readonly bytes: number;
}

/**
 * The states in which git holds the documents of an archive, and their text on disk where it is in no commit. Of documents with one
 * state there is nothing to tell; where git cannot tell (no git, no repository, no commit), it says why.
 */
export function revisionsOf(documents: RevisionDocuments, bounds: RevisionBounds): ArchiveRevisions {
	const repositories = new Map<string, GitRepository & { readonly prefixes: string[] }>();
	const refused = new Set<string>();
	for (const folder of documents.folders) {
		const repository = openRepository(folder);
		if ("reason" in repository) {
			refused.add(repository.reason);
			continue;
		}
		const known = repositories.get(repository.root) ?? { ...repository, prefixes: [] };
		repositories.set(repository.root, known);
		known.prefixes.push(repository.prefix || ".");
	}
	const told = [...repositories.values()].flatMap((repository) => {
		const one = inRepository(repository, documents, bounds);
		if (!("reason" in one)) return [one];
		refused.add(one.reason);
		return [];
	});
	return { repositories: told, refused: [...refused] };
}

function inRepository(
	repository: GitRepository & { readonly prefixes: readonly string[] },
	documents: RevisionDocuments,
	{ most, bytes: mostBytes }: RevisionBounds,
): RepositoryRevisions | { readonly reason: string } {
	const { root, prefixes, boundary } = repository;
	const commits = logOf(repository, prefixes);
	if ("reason" in commits) return commits;
	const trails = trailsOf(documents, root);
	for (const commit of commits) follow(commit, trails.now);
	const told = documents.paths.flatMap((path) => {
		const trail = trails.byPath.get(path);
		return trail ? (toldOf(path, trail, documents, most) ?? []) : [];
	});
	return {
		documents: told,
		isShallow: boundary.size > 0,
		contents(take) {
			const contents = told.flatMap(({ revisions }) => revisions.map(({ content }) => content));
			const ids = [...new Set(contents.flatMap((content) => (content.kind === "blob" ? [content.id] : [])))];
			const sizes = blobSizes(repository, ids);
			for (const id of ids) {
				const bytes = sizes.get(id);
				if (bytes === undefined) take(id, { kind: "not-here" });
				else if (bytes > mostBytes) take(id, { kind: "too-large", bytes });
			}
			eachBlob(
				root,
				ids.filter((id) => (sizes.get(id) ?? Number.POSITIVE_INFINITY) <= mostBytes),
				take,
			);
		},
	};
}

/** A document on its way back through the commits. */
interface Trail {
	readonly place: string;
	/** The newest first. */
	readonly states: Revision[];
}

interface Trails {
	readonly byPath: ReadonlyMap<string, Trail>;
	/** By the path that the document has at the commit that was reached. */
	readonly now: Map<string, Trail>;
}

function trailsOf({ paths, locate }: RevisionDocuments, root: string): Trails {
	const byPath = new Map<string, Trail>();
	const now = new Map<string, Trail>();
	for (const path of paths) {
		const file = locate(path);
		if (file === null) continue;
		const place = fromRoot({ root }, file);
		// Two paths of the archive may lead to one file.
		const trail = now.get(place) ?? { place, states: [] };
		now.set(place, trail);
		byPath.set(path, trail);
	}
	return { byPath, now };
}

function follow({ commit, time, changes }: LoggedCommit, trails: Map<string, Trail>): void {
	const renamed: { readonly from: string; readonly trail: Trail }[] = [];
	for (const { kind, isFile, before, after, from, path } of changes) {
		const trail = trails.get(path);
		if (!trail) continue;
		const told = { commit, time, path };
		if (kind === "D") trail.states.push({ ...told, content: { kind: "deleted" } });
		else if (before !== after)
			trail.states.push({ ...told, content: isFile ? { kind: "blob", id: after } : { kind: "no-file" } });
		if (from === path) continue;
		trails.delete(path);
		renamed.push({ from, trail });
	}
	// All at once: in one commit two files may have changed places.
	for (const { from, trail } of renamed) trails.set(from, trail);
}

function toldOf(
	path: string,
	{ place, states }: Trail,
	documents: RevisionDocuments,
	most: number,
): DocumentRevisions | null {
	const [newest] = states;
	if (!newest) return null;
	const bytes = documents.read(path);
	const isCommitted = !(bytes instanceof Uint8Array) || isBlob(bytes, newest);
	const all: readonly Revision[] = isCommitted
		? states
		: [{ commit: null, time: null, path: place, content: { kind: "disk", bytes } }, ...states];
	if (all.length < 2) return null;
	const revisions = all.slice(0, most);
	return { path, place, revisions, older: all.length - revisions.length };
}

/** Whether these are the bytes that a commit holds; git may have given them other ends of lines on disk. */
function isBlob(bytes: Uint8Array, { content }: Revision): boolean {
	if (content.kind !== "blob") return false;
	const algorithm = content.id.length === 64 ? "sha256" : "sha1";
	const idOf = (blob: Uint8Array) => createHash(algorithm).update(`blob ${blob.length}\0`).update(blob).digest("hex");
	if (idOf(bytes) === content.id) return true;
	if (!bytes.includes(carriageReturn)) return false;
	return idOf(Buffer.from(Buffer.from(bytes).toString("latin1").replaceAll("\r\n", "\n"), "latin1")) === content.id;
}

const carriageReturn = 13;
