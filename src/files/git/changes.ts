import { join, relative, resolve, sep } from "node:path";
import { compareText } from "#model/text-order.ts";
import { folderPrefixes } from "../archive-folder.ts";
import { type GitRepository, gitStreamed, openRepository, splitPieces } from "./git.ts";

/** What a commit did to a file of the archive. */
export interface FileChange {
	readonly commit: string;
	/** When it was committed: ISO date and time with its offset. */
	readonly time: string;
	/** The file's path in the archive. */
	readonly path: string;
	readonly kind: "added" | "changed" | "removed";
}

/** So many commits are looked through: a page about what is new needs no more. */
const mostCommits = 200;

/**
 * What was committed lately to the folders of an archive, the latest first. Null where git cannot tell: no git, no repository, or
 * nothing but the one commit of a shallow clone, which seems to add everything at once.
 */
export function recentChanges(folders: readonly string[], commits = mostCommits): readonly FileChange[] | null {
	const prefixes = folderPrefixes(folders);
	const changes: FileChange[] = [];
	let told = false;
	for (const [index, folder] of folders.entries()) {
		const repository = openRepository(folder);
		if ("reason" in repository) continue;
		const own = changesIn(folder, repository, prefixes[index] ?? "", commits);
		if (!own) continue;
		told = true;
		changes.push(...own);
	}
	if (!told) return null;
	return changes.sort((a, b) => Date.parse(b.time) - Date.parse(a.time) || compareText(a.path, b.path));
}

function changesIn(
	folder: string,
	{ root, prefix: below, boundary }: GitRepository,
	prefix: string,
	commits: number,
): readonly FileChange[] | null {
	const start = resolve(join(root, below));
	const args = ["log", `--max-count=${commits}`, "--no-color", "--no-renames", "--no-ext-diff", "--no-textconv"];
	const told = gitStreamed(
		folder,
		[...args, "--name-status", "-z", "--format=%x01%H %cI", "HEAD", "--", "."],
		"",
		(pieces) => [...readLog(pieces, start, root, prefix)],
	);
	if ("reason" in told) return null;
	const known = told.filter(({ commit }) => !boundary.has(commit));
	return known.length > 0 || boundary.size === 0 ? known : null;
}

const kinds = { A: "added", D: "removed" } as const;

/** Reads "\1<commit> <time>", then a letter and a path by turns, all ended by zero bytes. */
function* readLog(pieces: Iterable<Buffer>, start: string, root: string, prefix: string): Generator<FileChange> {
	let commit = "";
	let time = "";
	let letter: string | null = null;
	for (const piece of splitPieces(pieces, 0)) {
		const text = piece.toString("utf8").replace(/^\n+/u, "");
		if (text.startsWith("\u0001")) {
			[commit = "", time = ""] = text.slice(1).split(" ");
			letter = null;
		} else if (letter === null) letter = text;
		else {
			const path = prefix + relative(start, join(root, text)).split(sep).join("/");
			yield { commit, time, path, kind: letter === "A" || letter === "D" ? kinds[letter] : "changed" };
			letter = null;
		}
	}
}
