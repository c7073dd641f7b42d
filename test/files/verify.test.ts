import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { documentDates } from "#files/git/dates.ts";
import { openWorkspace } from "#files/workspace.ts";
import type { CheckState } from "#model/provenance.ts";
import {
	count,
	expected,
	git,
	makeRepository,
	outcomes,
	outside,
	repository,
	sha256,
	shared,
	work,
} from "./verify-repository.ts";

beforeAll(makeRepository);
afterAll(() => rmSync(work, { recursive: true, force: true }));

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
