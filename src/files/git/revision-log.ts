import { type GitRepository, gitStreamed, splitPieces } from "./git.ts";

/** What a commit did to a file, by the ids of its bytes before and after. */
interface LoggedChange {
	readonly kind: string;
	/** Whether a file of its own stands there afterwards: no link, and no repository within the repository. */
	readonly isFile: boolean;
	readonly before: string;
	readonly after: string;
	/** The path before, which is another one where the file was renamed. */
	readonly from: string;
	readonly path: string;
}

/** A commit with what it did to the files that were asked for. */
export interface LoggedCommit {
	readonly commit: string;
	readonly time: string;
	readonly changes: readonly LoggedChange[];
}

/** Among more files that came and went in one commit than these, only those of equal content are taken for renamed. */
const mostRenames = 400;

/**
 * The states that the branch which is checked out went through, the newest first, in one run of git: a merge is one step, whatever
 * the branches that it took in went through.
 * @param prefixes the folders that are asked about, from the top of the repository
 */
export function logOf(
	{ root, isPartial }: GitRepository,
	prefixes: readonly string[],
): readonly LoggedCommit[] | { readonly reason: string } {
	// Whether files of unlike content are one that was renamed can be told from their bytes alone.
	const renames = isPartial ? ["--no-renames"] : ["--find-renames", `-l${mostRenames}`];
	return gitStreamed(
		root,
		[
			...[
				"-c",
				"log.showRoot=true",
				"-c",
				"log.follow=false",
				"log",
				"--first-parent",
				"-m",
				"--raw",
				"--no-abbrev",
				"-z",
			],
			...["--no-color", "--no-ext-diff", "--no-textconv", ...renames, "--format=%x01%H %cI", "HEAD", "--", ...prefixes],
		],
		"",
		(pieces) => [...readCommits(pieces)],
	);
}

/** Reads "\1<commit> <time>", then ":<modes> <ids> <letter>" and one path or two by turns, all ended by zero bytes. */
function* readCommits(pieces: Iterable<Buffer>): Generator<LoggedCommit> {
	let current: { commit: string; time: string; changes: LoggedChange[] } | null = null;
	let header: readonly string[] = [];
	let from: string | null = null;
	for (const piece of splitPieces(pieces, 0)) {
		const text = piece.toString("utf8");
		const start = text.replace(/^\n+/u, "");
		if (header.length === 0 && start.startsWith("\u0001")) {
			if (current) yield current;
			const [commit = "", time = ""] = start.slice(1).split(" ");
			current = { commit, time: time.trim(), changes: [] };
		} else if (header.length === 0) header = start.startsWith(":") ? start.slice(1).split(" ") : [];
		else if (/^[RC]/u.test(header[4] ?? "") && from === null) from = text;
		else {
			const [, mode = "", before = "", after = "", kind = ""] = header;
			current?.changes.push({
				kind: kind.slice(0, 1),
				isFile: mode.startsWith("100"),
				before,
				after,
				from: from ?? text,
				path: text,
			});
			header = [];
			from = null;
		}
	}
	if (current) yield current;
}
