import { basename, dirname } from "node:path";
import { git, openRepository } from "./git.ts";

/** A revision as people write it: a name, a hash, "main~3", "HEAD@{yesterday}". Never an option of git's. */
const revisionForm = /^[\w][\w./~^@{}+ -]{0,199}$/u;

/** The text of a file at a revision of its repository; or why there is none. */
export function textAt(file: string, revision: string): { readonly text: string } | { readonly reason: string } {
	if (!revisionForm.test(revision) || revision.includes("..")) return { reason: `"${revision}" is no revision.` };
	const folder = dirname(file);
	const repository = openRepository(folder);
	if ("reason" in repository) return repository;
	const commit = git(folder, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]);
	if ("reason" in commit) return { reason: `The repository has no revision "${revision}".` };
	const found = git(folder, ["cat-file", "blob", `${commit.text.trim()}:./${basename(file)}`]);
	return "reason" in found ? { reason: `It is not in ${revision}.` } : found;
}
