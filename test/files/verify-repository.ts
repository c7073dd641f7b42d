import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkArchive } from "#check.ts";
import { listArchive } from "#files/archive-folder.ts";
import { openHistory } from "#files/git/history.ts";
import { openWorkspace } from "#files/workspace.ts";
import type { CheckState } from "#model/provenance.ts";
import { standards } from "../rules/archive.ts";

/* A repository of handoffs whose files come to all that can become of a file. */

/** So many handoffs it holds. */
export const count = 200;
/** The folder that holds all of it, and what tests make of it. */
export const work = realpathSync(mkdtempSync(join(tmpdir(), "handoffs-verify-")));
export const repository = join(work, "repository");
/** A folder that no claim may lead to. */
export const outside = join(work, "outside");
export const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const numbers = Array.from({ length: count }, (_, index) => index + 1);

/** What becomes of the second file that a handoff creates. */
type Fate = "kept" | "changed" | "removed" | "climbs" | "linked" | "absolute" | "cut short" | "linked within";
const fates: readonly Fate[] = [
	"kept",
	"changed",
	"removed",
	"climbs",
	"linked",
	"absolute",
	"cut short",
	"linked within",
];
const fateOf = (number: number): Fate => fates[number % fates.length] ?? "kept";

/** The file that each handoff changes. */
export const shared = "_staging/PKG-SHARED-001/shared.py";
const stateOf = (number: number) => `state ${number}\n`;
const bytesOf = (number: number) => `own ${number}\n`;
const placeOf = (number: number) => `_staging/PKG-OWN-${number}/own.py`;

/** How RESULTS write the path of that file. */
function writtenOf(number: number): string {
	switch (fateOf(number)) {
		case "climbs":
			return `_staging/../../outside/own-${number}.py`;
		case "linked":
			return `_staging/PKG-LINK-001/own-${number}.py`;
		case "absolute":
			return join(outside, `own-${number}.py`);
		case "linked within":
			return `_staging/PKG-WITHIN-001/PKG-OWN-${number}/own.py`;
		default:
			return placeOf(number);
	}
}

function resultsOf(number: number): string {
	const hash = sha256(bytesOf(number));
	const written = fateOf(number) === "cut short" ? `${hash.slice(0, 16)}...` : hash;
	const before =
		number === 1
			? []
			: [
					`- ${shared} (SHA256 before: sha256:${sha256(stateOf(number - 1))}, after: sha256:${sha256(stateOf(number))})`,
				];
	const created = number === 1 ? [`- ${shared} (SHA256: sha256:${sha256(stateOf(1))})`] : [];
	return [
		`# Results: H-${number} A step`,
		"",
		"## Files Created",
		`- ${writtenOf(number)} (SHA256: sha256:${written})`,
		...created,
		"",
		"## Files Modified",
		...(before.length === 0 ? ["- None"] : before),
		"",
	].join("\n");
}

/** Runs git as nobody in particular, whatever the machine is set to. */
export const git = (folder: string, ...args: string[]) =>
	execFileSync("git", ["-c", "user.name=Ann", "-c", "user.email=ann@example.org", ...args], {
		cwd: folder,
		env: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" },
		stdio: ["ignore", "pipe", "pipe"],
		encoding: "utf8",
	});

/** A commit for `git fast-import`: texts by path; null removes a file, a link is written as its target. */
function commitOf(at: number, files: Readonly<Record<string, string | null | { readonly link: string }>>): string {
	const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;
	const changes = Object.entries(files).map(([path, content]) => {
		if (content === null) return `D ${path}\n`;
		if (typeof content === "string") return `M 100644 inline ${path}\n${data(content)}`;
		return `M 120000 inline ${path}\n${data(content.link)}`;
	});
	const day = 1_700_000_000 + at * 86_400;
	return `commit refs/heads/main\ncommitter Ann <ann@example.org> ${day} +0000\n${data(`Step ${at}`)}${changes.join("")}\n`;
}

/** Makes the repository: a commit for each handoff, and a last one that changes and removes what they left. */
export function makeRepository(): void {
	mkdirSync(repository);
	mkdirSync(outside);
	git(repository, "init", "-q", "-b", "main");
	const steps = numbers.map((number) => {
		if (fateOf(number) === "linked" || fateOf(number) === "absolute" || fateOf(number) === "climbs")
			writeFileSync(join(outside, `own-${number}.py`), bytesOf(number));
		return commitOf(number, {
			[`handoffs/H-${number}/H-${number}_RESULTS.md`]: resultsOf(number),
			[shared]: stateOf(number),
			[placeOf(number)]: bytesOf(number),
			...(number === 1 && {
				"_staging/PKG-LINK-001": { link: outside },
				"_staging/PKG-WITHIN-001": { link: "../_staging" },
			}),
		});
	});
	const last = Object.fromEntries(
		numbers.flatMap((number): [string, string | null][] => {
			if (fateOf(number) === "changed") return [[placeOf(number), "changed\n"]];
			return fateOf(number) === "removed" ? [[placeOf(number), null]] : [];
		}),
	);
	execFileSync("git", ["fast-import", "--quiet"], {
		cwd: repository,
		input: [...steps, commitOf(count + 1, last)].join(""),
	});
	git(repository, "checkout", "-q", "main");
}

/** What came of each claim of a repository, by handoff, kind of file and revision. */
export function outcomes(root: string) {
	const folder = join(root, "handoffs");
	const source = listArchive([folder]);
	const history = openHistory(root, { folders: [folder], locate: source.locate });
	const workspace = openWorkspace(root, { history });
	const { provenance } = checkArchive({ ...source, workspace }, { title: "Test", standards });
	const found = new Map<string, CheckState>();
	for (const file of provenance?.files ?? [])
		for (const { handoff, written, checks } of file.events)
			for (const { at, state } of checks) {
				const revision = at === "worktree" || at === "HEAD" ? at : "commit";
				found.set(`${handoff} ${written === shared ? "shared" : "own"} ${revision}`, state);
			}
	return found;
}

/** What each claim must come to: in the work tree as at HEAD, where nothing differs from it. */
function expectedOf(number: number): { readonly own: CheckState; readonly ownAtCommit: CheckState } {
	switch (fateOf(number)) {
		case "kept":
		case "cut short":
		case "linked within":
			return { own: "match", ownAtCommit: "match" };
		case "changed":
			return { own: "drifted", ownAtCommit: "match" };
		case "removed":
			return { own: "missing", ownAtCommit: "match" };
		case "climbs":
		case "linked":
		case "absolute":
			return { own: "unresolvable", ownAtCommit: "unresolvable" };
	}
}

/** What must come of all claims, where the commits of some handoffs are known. */
export function expected(atCommit: (number: number) => boolean): Map<string, CheckState> {
	return new Map(
		numbers.flatMap((number): [string, CheckState][] => {
			const id = `H-${number}`;
			const { own, ownAtCommit } = expectedOf(number);
			const now = number === count ? "match" : "superseded";
			return [
				[`${id} own worktree`, own],
				[`${id} own HEAD`, own],
				[`${id} own commit`, atCommit(number) ? ownAtCommit : "unresolvable"],
				[`${id} shared worktree`, now],
				[`${id} shared HEAD`, now],
				[`${id} shared commit`, atCommit(number) ? "match" : "unresolvable"],
			];
		}),
	);
}
