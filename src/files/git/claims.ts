import { gitStreamed, splitPieces } from "./git.ts";

/** The commits that added each hash to each file: path from the repository's root, then digits of the hash as they stand. */
export type AddedHashes = ReadonlyMap<string, ReadonlyMap<string, string>>;

const digits = /[0-9a-fA-F]{6,}/g;
const newline = 10;

/**
 * Reads from the history which commit first wrote each hash into each file below a folder, in one go: a claim is as old as the
 * commit that added it, under whatever name its document stood then.
 */
export function addedHashes(folder: string): AddedHashes | { readonly reason: string } {
	return gitStreamed(folder, logOfPatches, "", (pieces) => {
		const added = new Map<string, Map<string, string>>();
		const reader = patchReader(added);
		for (const line of splitPieces(pieces, newline)) reader(line);
		return added;
	});
}

const logOfPatches = [
	"log",
	"--reverse",
	"--topo-order",
	"--no-color",
	"--no-ext-diff",
	"--no-textconv",
	"--find-renames",
	"--no-prefix",
	"--unified=0",
	"--full-index",
	"--format=commit %H",
	"--patch",
	"HEAD",
	"--",
	".",
] as const;

/** Takes a log of patches line by line. Lines of contents are counted off, so that none is taken for a header. */
function patchReader(added: Map<string, Map<string, string>>): (line: Buffer) => void {
	let commit = "";
	let path = "";
	let renamed = "";
	let contents = 0;
	return (line) => {
		if (contents > 0) {
			if (line[0] === backslash) return;
			contents--;
			if (line[0] === plus) note(line.toString("latin1"));
			return;
		}
		const text = line.toString("utf8");
		if (text.startsWith("commit ")) commit = text.slice(7);
		else if (text.startsWith("rename from ")) renamed = unquoted(text.slice(12));
		else if (text.startsWith("rename to ")) {
			const former = added.get(renamed);
			if (former) added.set(unquoted(text.slice(10)), new Map(former));
		} else if (text.startsWith("+++ ")) path = unquoted(text.slice(4).replace(/\t$/u, ""));
		else if (text.startsWith("@@ ")) contents = linesOf(text);
	};

	function note(text: string): void {
		for (const [hash] of text.matchAll(digits)) {
			const hashes = added.get(path) ?? new Map<string, string>();
			added.set(path, hashes);
			if (!hashes.has(hash)) hashes.set(hash, commit);
		}
	}
}

const plus = 43;
const backslash = 92;

/** How many lines of contents follow a header "@@ -1,2 +3,4 @@". */
function linesOf(header: string): number {
	const [, from = "1", to = "1"] = header.match(/^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/u) ?? [];
	return Number(from) + Number(to);
}

const escapes: Readonly<Record<string, string>> = { a: "\u0007", b: "\b", t: "\t", n: "\n", v: "\v", f: "\f", r: "\r" };

/** A path that git wrote in quotes, with its escapes resolved. */
function unquoted(path: string): string {
	if (!path.startsWith('"') || !path.endsWith('"')) return path;
	const bytes: Buffer[] = [];
	for (const [whole, octal, letter] of path.slice(1, -1).matchAll(/\\([0-7]{3})|\\(.)|[^\\]+/gsu))
		bytes.push(
			octal === undefined
				? Buffer.from(letter === undefined ? whole : (escapes[letter] ?? letter))
				: Buffer.from([Number.parseInt(octal, 8)]),
		);
	return Buffer.concat(bytes).toString("utf8");
}
