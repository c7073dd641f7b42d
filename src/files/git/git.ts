import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, readSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve, sep } from "node:path";
import type { Refusal } from "#model/provenance.ts";
import { because } from "#words/because.ts";
import { codeOf } from "../reason.ts";

/** A git repository as far as it is read: nothing of it is ever run, changed or fetched. */
export interface GitRepository {
	/** Its uppermost folder, links followed. */
	readonly root: string;
	/** The folder it was opened at, from the root, with a slash at its end; empty for the root itself. */
	readonly prefix: string;
	/** The commit that is checked out. */
	readonly head: string;
	/** Commits whose parents a shallow clone left out: what they seem to add may be older. */
	readonly boundary: ReadonlySet<string>;
	/** Whether contents were left out, to be fetched when they are needed. */
	readonly isPartial: boolean;
}

/** The repository around a folder, or why there is none to read. */
export function openRepository(folder: string): GitRepository | Refusal {
	const asked = git(folder, ["rev-parse", "--show-toplevel", "--git-path", "shallow", "--is-shallow-repository"]);
	if ("reason" in asked) return asked;
	const [top = "", shallowFile = "", isShallow = ""] = asked.text.split("\n");
	const head = git(folder, ["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]);
	if ("reason" in head) return because("noCommitYet");
	const prefix = git(folder, ["rev-parse", "--show-prefix"]);
	const partial = git(folder, ["config", "--get-regexp", "^remote\\..*\\.promisor$"]);
	const boundary = isShallow === "true" ? shallowCommits(resolve(folder, shallowFile)) : [];
	return {
		root: realpathSync(top),
		prefix: "text" in prefix ? prefix.text.replace(/\n$/u, "") : "",
		head: head.text.trim(),
		boundary: new Set(boundary),
		isPartial: "text" in partial && partial.text.trim() !== "",
	};
}

/** The path of a file from the top of a repository, links followed. */
export function fromRoot({ root }: Pick<GitRepository, "root">, path: string): string {
	let real = path;
	try {
		real = realpathSync(path);
	} catch {
		// It is not there any more; its path is all there is.
	}
	return relative(root, real).split(sep).join("/");
}

function shallowCommits(file: string): string[] {
	try {
		return readFileSync(file, "utf8").split("\n").filter(Boolean);
	} catch {
		return [];
	}
}

/** So much of what git says is held at once; longer output goes through a file. */
const mostBytes = 16 << 20;

/** Runs git to read from a repository. The whole of a short output, or why there is none. */
export function git(folder: string, args: readonly string[]): { readonly text: string } | { readonly reason: string } {
	const { error, status, stdout, stderr } = spawnSync("git", [...guards, ...args], {
		cwd: folder,
		env: environment(),
		maxBuffer: mostBytes,
		windowsHide: true,
		stdio: ["ignore", "pipe", "pipe"],
	});
	if (!error && status === 0) return { text: stdout.toString("utf8") };
	return { reason: refusal(error, stderr) };
}

/**
 * Runs git and hands its output over a piece at a time, from a file: it may be larger than the memory.
 * @returns what `use` made of it, or why there is no output.
 */
export function gitStreamed<Result>(
	folder: string,
	args: readonly string[],
	input: string,
	use: (pieces: Iterable<Buffer>) => Result,
): Result | { readonly reason: string } {
	const work = mkdtempSync(join(tmpdir(), "handoffs-git-"));
	try {
		const path = join(work, "output");
		const file = openSync(path, "wx+", 0o600);
		try {
			const { error, status, stderr } = spawnSync("git", [...guards, ...args], {
				cwd: folder,
				env: environment(),
				input,
				windowsHide: true,
				stdio: ["pipe", file, "pipe"],
			});
			if (error || status !== 0) return { reason: refusal(error, stderr) };
			return use(piecesOf(file));
		} finally {
			closeSync(file);
		}
	} finally {
		rmSync(work, { recursive: true, force: true });
	}
}

function* piecesOf(file: number): Generator<Buffer> {
	for (let at = 0; ; ) {
		const piece = Buffer.allocUnsafe(1 << 20);
		const read = readSync(file, piece, 0, piece.length, at);
		if (read === 0) return;
		at += read;
		yield piece.subarray(0, read);
	}
}

/** What a repository's own settings might make git do besides reading is turned off. */
const guards = [
	"--no-pager",
	"--literal-pathspecs",
	"-c",
	"core.fsmonitor=false",
	"-c",
	"core.hooksPath=/dev/null",
	"-c",
	"core.quotePath=false",
	"-c",
	"log.showSignature=false",
	"-c",
	"protocol.allow=never",
] as const;

/** The caller's environment without what points git at another repository, as hooks do; and nothing is asked of a person. */
function environment(): NodeJS.ProcessEnv {
	const kept = Object.entries(process.env).filter(([name]) => !/^GIT_/iu.test(name));
	return {
		...Object.fromEntries(kept),
		GIT_OPTIONAL_LOCKS: "0",
		GIT_TERMINAL_PROMPT: "0",
		GIT_NO_LAZY_FETCH: "1",
		GIT_NO_REPLACE_OBJECTS: "1",
		LC_ALL: "C",
	};
}

function refusal(error: Error | undefined, stderr: Buffer | string | null): string {
	if (error)
		return codeOf(error) === "ENOENT" ? "There is no git on this machine." : `git cannot be run: ${error.message}`;
	const said =
		String(stderr ?? "")
			.trim()
			.split("\n", 1)[0] ?? "";
	if (/not a git repository/iu.test(said)) return "It lies in no git repository.";
	return said === "" ? "git refuses." : `git refuses: ${said.replace(/^fatal:\s*/u, "")}`;
}

/** The parts of a stream between separators, without them; what follows the last one too, where it is not empty. */
export function* splitPieces(pieces: Iterable<Buffer>, separator: number): Generator<Buffer> {
	let rest: Buffer[] = [];
	for (const piece of pieces) {
		let from = 0;
		for (let at = piece.indexOf(separator); at !== -1; at = piece.indexOf(separator, from)) {
			yield rest.length === 0 ? piece.subarray(from, at) : Buffer.concat([...rest, piece.subarray(from, at)]);
			rest = [];
			from = at + 1;
		}
		if (from < piece.length) rest.push(piece.subarray(from));
	}
	if (rest.length > 0) yield Buffer.concat(rest);
}
