import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkArchive } from "#check.ts";
import { listArchive } from "#files/archive-folder.ts";
import { documentDates } from "#files/git-dates.ts";
import { openHistory } from "#files/git-history.ts";
import { openWorkspace } from "#files/workspace.ts";
import type { CheckState } from "#model/provenance.ts";
import { standards } from "../rules/archive.ts";

const count = 200;
const work = realpathSync(mkdtempSync(join(tmpdir(), "handoffs-verify-")));
const repository = join(work, "repository");
const outside = join(work, "outside");
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
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

const shared = "_staging/PKG-SHARED-001/shared.py";
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

const git = (folder: string, ...args: string[]) =>
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

beforeAll(() => {
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
});

afterAll(() => rmSync(work, { recursive: true, force: true }));

/** What came of each claim of a repository, by handoff, kind of file and revision. */
function outcomes(root: string) {
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

function expected(atCommit: (number: number) => boolean): Map<string, CheckState> {
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

const sorted = (map: ReadonlyMap<string, CheckState>) => [...map].map((entry) => entry.join(": ")).sort();

describe(`a repository of ${count} handoffs`, () => {
	it("tells what came of every claim, in the work tree, at HEAD and at the commit that added it", () => {
		const found = outcomes(repository);
		expect(sorted(found)).toEqual(sorted(expected(() => true)));
		expect(new Set(found.values())).toEqual(
			new Set<CheckState>(["match", "superseded", "drifted", "missing", "unresolvable"]),
		);
	});

	it("tells of a shallow clone only what it holds", () => {
		const depth = 20;
		const clone = join(work, "shallow");
		git(work, "clone", "-q", "--depth", String(depth), `file://${repository}`, clone);
		// The commits that are there without their parents seem to add everything; only those above them are sure.
		const first = count + 1 - (depth - 1) + 1;
		expect(sorted(outcomes(clone))).toEqual(sorted(expected((number) => number >= first)));
	});

	it("tells apart what is changed in the work tree alone", () => {
		const clone = join(work, "changed");
		git(work, "clone", "-q", `file://${repository}`, clone);
		writeFileSync(join(clone, shared), "not committed\n");
		const found = outcomes(clone);
		expect(found.get(`H-${count} shared worktree`)).toBe("drifted");
		expect(found.get(`H-${count} shared HEAD`)).toBe("match");
		expect(found.get("H-1 shared worktree")).toBe("superseded");
	});

	it("says without git that nothing is known of commits", () => {
		const plain = join(work, "plain");
		git(work, "clone", "-q", `file://${repository}`, plain);
		rmSync(join(plain, ".git"), { recursive: true });
		const found = outcomes(plain);
		expect(found.get("H-8 own worktree")).toBe("match");
		expect(found.get("H-8 own HEAD")).toBe("unresolvable");
		expect(found.get("H-8 own commit")).toBe("unresolvable");
	});

	it("knows the day on which each document was added, except in a shallow clone", () => {
		const dates = documentDates(join(repository, "handoffs"));
		expect(dates?.size).toBe(count);
		expect(dates?.get("H-1/H-1_RESULTS.md")).toBe("2023-11-15");
		expect(dates?.get(`H-${count}/H-${count}_RESULTS.md`)).toBe("2024-06-01");
		expect(documentDates(join(work, "shallow", "handoffs"))).toBeNull();
		expect(documentDates(outside)).toBeNull();
	});
});

describe("what a repository is told to do when it is read", () => {
	it("runs nothing that its settings name", () => {
		const clone = join(work, "hostile");
		git(work, "clone", "-q", `file://${repository}`, clone);
		const proof = join(work, "proof");
		const command = join(work, "command.sh");
		writeFileSync(command, `#!/bin/sh\ntouch ${proof}\n`, { mode: 0o755 });
		for (const name of [
			"diff.external",
			"core.fsmonitor",
			"core.pager",
			"gpg.program",
			"diff.evil.textconv",
			"diff.evil.command",
		])
			git(clone, "config", name, command);
		git(clone, "config", "log.showSignature", "true");
		writeFileSync(join(clone, ".git", "info", "attributes"), "*.md diff=evil\n");
		expect(outcomes(clone).get("H-8 own commit")).toBe("match");
		expect(() => execFileSync("ls", [proof], { stdio: "pipe" })).toThrow();
	});

	it("finds claims of documents that were renamed, at the commit that first made them", () => {
		const clone = join(work, "renamed");
		git(work, "clone", "-q", `file://${repository}`, clone);
		git(clone, "mv", "handoffs/H-8", "handoffs/moved");
		mkdirSync(join(clone, "handoffs/H-8"));
		git(clone, "mv", "handoffs/moved/H-8_RESULTS.md", "handoffs/H-8/H-8_RESULTS.md");
		git(clone, "mv", "-k", "handoffs/H-16", "handoffs/sixteen");
		git(clone, "commit", "-q", "-m", "Move");
		const found = outcomes(clone);
		expect(found.get("H-8 own commit")).toBe("match");
		expect(found.get("H-16 shared commit")).toBe("match");
	});

	it("takes a pointer of Git LFS for what it is", () => {
		const root = join(work, "pointers");
		mkdirSync(join(root, "_staging"), { recursive: true });
		const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${"a".repeat(64)}\nsize 5\n`;
		writeFileSync(join(root, "_staging/a.bin"), pointer);
		expect(openWorkspace(root).file("_staging/a.bin")).toMatchObject({ kind: "unreadable" });
	});

	it("lets no link and no path lead out of the workspace", () => {
		const root = join(work, "links");
		mkdirSync(join(root, "inside"), { recursive: true });
		writeFileSync(join(root, "inside/a.txt"), "a");
		writeFileSync(join(outside, "secret.txt"), "secret");
		symlinkSync(outside, join(root, "out"));
		symlinkSync(join(outside, "secret.txt"), join(root, "file"));
		symlinkSync("inside", join(root, "within"));
		symlinkSync("nowhere", join(root, "dangling"));
		symlinkSync("circle", join(root, "circle"));
		const workspace = openWorkspace(root);
		for (const path of [
			"../outside/secret.txt",
			"inside/../../outside/secret.txt",
			"out/secret.txt",
			"out/none.txt",
			"file",
		])
			expect(workspace.file(path).kind, path).toBe("outside");
		expect(workspace.file(join(outside, "secret.txt")).kind).toBe("outside");
		expect(workspace.file("within/a.txt")).toEqual({ kind: "file", sha256: sha256("a"), size: 1 });
		expect(workspace.file("inside")).toEqual({ kind: "folder" });
		expect(workspace.file("inside/a.txt/b")).toEqual({ kind: "missing" });
		expect(workspace.file("dangling").kind).toBe("unreadable");
		expect(workspace.file("circle").kind).toBe("unreadable");
		expect(workspace.relative(join(root, "inside/a.txt"))).toBe("inside/a.txt");
		expect(workspace.relative(outside)).toBeNull();
	});
});
