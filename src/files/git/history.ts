import { posix } from "node:path";
import type { Refusal, RevisionPath, WorkspaceFile, WorkspaceHistory } from "#model/provenance.ts";
import { because } from "#words/because.ts";
import { contentHash } from "../content-hash.ts";
import { blobReader } from "./blobs.ts";
import { type AddedHashes, addedHashes } from "./claims.ts";
import { fromRoot, type GitRepository, gitStreamed, openRepository } from "./git.ts";

/** The documents whose claims are looked up: where each stands on disk. */
export interface HistoryDocuments {
	readonly folders: readonly string[];
	/** The absolute path of a document, or null. */
	locate(path: string): string | null;
}

/**
 * What git holds of a workspace: files at HEAD and at other commits, and which commit added a claim to its document. Where git
 * cannot tell (no git, no repository, a shallow or partial clone), it says so and nothing is guessed.
 */
export function openHistory(workspace: string, documents: HistoryDocuments): WorkspaceHistory {
	const repository = openRepository(workspace);
	const objects = new Map<string, WorkspaceFile>();
	let added: AddedHashes | undefined;
	let refused: Refusal | undefined;

	return {
		commitOf({ document, hash }) {
			if ("reason" in repository) return repository;
			if (!added && refused === undefined) {
				const read = readAdded(repository, documents.folders);
				if ("reason" in read) refused = read;
				else added = read;
			}
			const path = documents.locate(document);
			const digits = hash.replace(/^sha256:/iu, "");
			const commit = path === null ? undefined : added?.get(fromRoot(repository, path))?.get(digits);
			if (commit === undefined) return refused ?? because("claimInNoCommit");
			return repository.boundary.has(commit) ? because("shallowClone") : { commit };
		},
		load(wanted) {
			if ("reason" in repository) return;
			const fresh = new Map<string, RevisionPath>();
			for (const one of wanted) if (!objects.has(nameOf(one)) && isNameable(one)) fresh.set(nameOf(one), one);
			for (const [name, file] of readObjects(workspace, repository, fresh)) objects.set(name, file);
		},
		file(wanted) {
			if ("reason" in repository) return { kind: "unreadable", ...repository };
			return objects.get(nameOf(wanted)) ?? { kind: "unreadable", ...because("noNameForGit") };
		},
	};
}

function readAdded(repository: GitRepository, folders: readonly string[]): AddedHashes | Refusal {
	const all = new Map<string, ReadonlyMap<string, string>>();
	for (const folder of folders) {
		const own = openRepository(folder);
		if ("reason" in own) return { reason: `The documents: ${own.reason}` };
		if (own.root !== repository.root) return because("otherRepository");
		const added = addedHashes(folder);
		if ("reason" in added) return { reason: `${added.reason}` };
		for (const [path, hashes] of added as AddedHashes) all.set(path, hashes);
	}
	return all;
}

const nameOf = ({ revision, path }: RevisionPath) => `${revision}:${path}`;

/** git reads a name per line. */
function isNameable({ revision, path }: RevisionPath): boolean {
	return !/[\n\0]/u.test(path) && /^(?:HEAD|[0-9a-f]{40,64})$/u.test(revision) && path !== "" && !path.startsWith("/");
}

/** So many bytes of objects are asked for at once; a larger object comes by itself. */
const mostBytes = 64 << 20;

function readObjects(
	folder: string,
	repository: GitRepository,
	wanted: ReadonlyMap<string, RevisionPath>,
): ReadonlyMap<string, WorkspaceFile> {
	const files = new Map<string, WorkspaceFile>();
	if (wanted.size === 0) return files;
	const names = [...wanted.keys()];
	const lines = [...wanted.values()].map(
		({ revision, path }) =>
			`${revision === "HEAD" ? repository.head : revision}:${posix.join(repository.prefix, path)}`,
	);
	const blobs = new Map<string, { readonly size: number; readonly names: string[] }>();
	const asked = gitStreamed(
		folder,
		["cat-file", "--follow-symlinks", "--batch-check=%(objecttype) %(objectsize) %(objectname)"],
		`${lines.join("\n")}\n`,
		(pieces) => [...answers(Buffer.concat([...pieces]), names.length)],
	);
	if ("reason" in asked) {
		for (const name of names) files.set(name, { kind: "unreadable", reason: asked.reason });
		return files;
	}
	for (const [at, name] of names.entries()) {
		const answer = asked[at] ?? "";
		const [, type, size, id] = answer.match(/^(blob|tree|commit|tag) (\d+) ([0-9a-f]+)$/u) ?? [];
		if (type === "blob" && id !== undefined) {
			const blob = blobs.get(id) ?? { size: Number(size), names: [] };
			blob.names.push(name);
			blobs.set(id, blob);
		} else files.set(name, otherThanBlob(type, answer, repository));
	}
	for (const batch of batches(blobs)) {
		const read = readBlobs(folder, batch);
		for (const id of batch)
			for (const name of blobs.get(id)?.names ?? [])
				files.set(name, read.get(id) ?? { kind: "unreadable", ...because("noBytesFromGit") });
	}
	return files;
}

function otherThanBlob(type: string | undefined, answer: string, { isPartial }: GitRepository): WorkspaceFile {
	if (type === "tree") return { kind: "folder" };
	if (type !== undefined) return { kind: "unreadable", ...because("submodule") };
	if (answer.startsWith("symlink ")) return { kind: "outside", ...because("linkOutOfRepository") };
	if (/^(?:dangling|loop) /u.test(answer)) return { kind: "unreadable", ...because("linkToNothing") };
	if (isPartial) return { kind: "unreadable", ...because("partialClone") };
	return { kind: "missing" };
}

/** The answers of `cat-file --batch-check`; those about links are followed by the link's own words. */
function* answers(output: Buffer, count: number): Generator<string> {
	let at = 0;
	for (let index = 0; index < count && at < output.length; index++) {
		const end = output.indexOf(10, at);
		const answer = output.toString("utf8", at, end === -1 ? output.length : end);
		at = end === -1 ? output.length : end + 1;
		const words = answer.match(/^(?:symlink|dangling|loop|notdir) (\d+)$/u);
		if (words) at += Number(words[1]) + 1;
		yield answer;
	}
}

function* batches(blobs: ReadonlyMap<string, { readonly size: number }>): Generator<readonly string[]> {
	let batch: string[] = [];
	let bytes = 0;
	for (const [id, { size }] of blobs) {
		if (batch.length > 0 && bytes + size > mostBytes) {
			yield batch;
			batch = [];
			bytes = 0;
		}
		batch.push(id);
		bytes += size;
	}
	if (batch.length > 0) yield batch;
}

/** The hashes of objects' bytes. */
function readBlobs(folder: string, ids: readonly string[]): ReadonlyMap<string, WorkspaceFile> {
	const files = new Map<string, WorkspaceFile>();
	gitStreamed(folder, ["cat-file", "--batch"], `${ids.join("\n")}\n`, (pieces) => {
		const take = blobReader(contentHash, (id, hash) => files.set(id, hash.file()));
		for (const piece of pieces) take(piece);
		return true;
	});
	return files;
}
