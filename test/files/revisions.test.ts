import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { revisionsOf } from "#files/git/revisions.ts";
import { openArchive } from "#files/open-archive.ts";
import type { RepositoryRevisions } from "#model/revisions.ts";

const scratch = mkdtempSync(join(tmpdir(), "handoffs-revisions-"));
const repository = join(scratch, "repository");
const documents = join(repository, "docs/handoffs");
const limits = { documentBytes: 200, transferBytes: 1 };

function git(args: readonly string[], date = "2026-01-01", cwd = repository) {
	const at = `${date}T10:00:00+02:00`;
	execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...args], {
		cwd,
		stdio: "pipe",
		env: { ...process.env, GIT_COMMITTER_DATE: at, GIT_AUTHOR_DATE: at, GIT_CONFIG_GLOBAL: "/dev/null" },
	});
}

function write(path: string, content: string | Uint8Array) {
	const file = join(documents, path);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, content);
}

function commit(date: string) {
	git(["add", "-A"], date);
	git(["commit", "-q", "-m", date], date);
}

const lines = (last: string) => `# One\n\n${"A line.\n".repeat(8)}${last}\n`;

beforeAll(() => {
	mkdirSync(repository, { recursive: true });
	git(["init", "-q", "-b", "main"]);
	for (const path of ["changed.md", "former.md", "gone.md", "edited.md", "ends.md", "once.md"]) write(path, lines("1"));
	write("bytes.md", new Uint8Array([0, 255, 0, 1]));
	write("huge.md", "x".repeat(300));
	commit("2026-01-01");
	write("changed.md", lines("2"));
	write("bytes.md", "# text\n");
	write("huge.md", "# small\n");
	renameSync(join(documents, "former.md"), join(documents, "named ü.md"));
	write("named ü.md", lines("2"));
	rmSync(join(documents, "gone.md"));
	commit("2026-01-02");
	write("changed.md", lines("3"));
	write("gone.md", lines("back"));
	commit("2026-01-03");
	git(["switch", "-q", "-c", "branch", "HEAD~1"]);
	write("once.md", lines("on a branch"));
	commit("2026-01-04");
	write("once.md", lines("on a branch, again"));
	commit("2026-01-05");
	git(["switch", "-q", "main"]);
	git(["merge", "-q", "--no-ff", "-m", "merge", "branch"], "2026-01-06");
	write("edited.md", lines("not committed"));
	write("ends.md", lines("1").replaceAll("\n", "\r\n"));
	write("new.md", "# new\n");
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function opened(folder = documents, most = 5) {
	const places = { archive: [folder], transfers: [], workspace: null, history: false, revisions: most, limits };
	return openArchive(places, new Map()).revisions?.().repositories ?? [];
}

/** "path: state, state", the newest first; each state by its day and the last line or what it is instead. */
function told([repository]: readonly RepositoryRevisions[]): readonly string[] {
	const contents = new Map<string, string>();
	const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("utf8").trim().split(/\s/).at(-1) ?? "";
	repository?.contents((id, bytes) => contents.set(id, bytes instanceof Uint8Array ? text(bytes) : bytes.kind));
	return (repository?.documents ?? []).map(({ path, revisions, older, place }) => {
		const states = revisions.map(({ time, content, path: then }) => {
			const what = content.kind === "blob" ? contents.get(content.id) : content.kind;
			return `${time?.slice(0, 10) ?? "now"} ${what}${then === place ? "" : ` as ${then}`}`;
		});
		return `${path}: ${states.join(", ")}${older > 0 ? ` and ${older}` : ""}`;
	});
}

describe("revisionsOf", () => {
	it("follows each document back through renames, deletions and merges", () => {
		expect(told(opened())).toEqual([
			"bytes.md: 2026-01-02 text, 2026-01-01 \u0000\uFFFD\u0000\u0001",
			"changed.md: 2026-01-03 3, 2026-01-02 2, 2026-01-01 1",
			"edited.md: now disk, 2026-01-01 1",
			"gone.md: 2026-01-03 back, 2026-01-02 deleted, 2026-01-01 1",
			"huge.md: 2026-01-02 small, 2026-01-01 too-large",
			"named ü.md: 2026-01-02 2, 2026-01-01 1 as docs/handoffs/former.md",
			"once.md: 2026-01-06 again, 2026-01-01 1",
		]);
	});

	it("tells no more of them than it is asked for, and how many there are besides", () => {
		expect(told(opened(documents, 2))).toContain("changed.md: 2026-01-03 3, 2026-01-02 2 and 1");
	});

	it("asks git only where several are to be told", () => {
		const places = { archive: [documents], transfers: [], workspace: null, history: true, limits };
		expect(openArchive({ ...places, revisions: 0 }, new Map()).revisions).toBeUndefined();
		expect(openArchive({ ...places, revisions: 1 }, new Map()).revisions).toBeUndefined();
	});

	it("takes what a shallow clone holds, and says that it is shallow", () => {
		const clone = join(scratch, "shallow");
		git(["clone", "-q", "--depth=2", `file://${repository}`, clone], undefined, scratch);
		const shallow = opened(join(clone, "docs/handoffs"));
		expect(shallow.map(({ isShallow }) => isShallow)).toEqual([true]);
		expect(told(shallow)).toEqual(["once.md: 2026-01-06 again, 2026-01-03 1"]);
		expect(opened().map(({ isShallow }) => isShallow)).toEqual([false]);
	});

	it("says of contents that a partial clone left out that they are not here", () => {
		const clone = join(scratch, "partial");
		git(["config", "uploadpack.allowFilter", "true"]);
		git(["clone", "-q", "--filter=blob:none", `file://${repository}`, clone], undefined, scratch);
		expect(told(opened(join(clone, "docs/handoffs")))).toContain("huge.md: 2026-01-02 small, 2026-01-01 not-here");
	});

	it("takes a link in the place of a document for no file", () => {
		const linked = join(scratch, "linked");
		git(["clone", "-q", repository, linked], undefined, scratch);
		const file = join(linked, "docs/handoffs/once.md");
		rmSync(file);
		symlinkSync("changed.md", file);
		git(["commit", "-q", "-a", "-m", "link"], "2026-01-07", linked);
		rmSync(file);
		writeFileSync(file, "# again\n");
		git(["commit", "-q", "-a", "-m", "again"], "2026-01-08", linked);
		const [once] = told(opened(join(linked, "docs/handoffs"))).filter((line) => line.startsWith("once"));
		expect(once).toBe("once.md: 2026-01-08 again, 2026-01-07 no-file, 2026-01-06 again, 2026-01-01 1");
	});

	it("says why where there is no repository or no commit", () => {
		const bare = join(scratch, "bare");
		mkdirSync(bare);
		writeFileSync(join(bare, "one.md"), "# one\n");
		const source = {
			folders: [bare],
			paths: ["one.md"],
			locate: () => join(bare, "one.md"),
			read: () => new Uint8Array(),
		};
		expect(revisionsOf(source, { most: 5, bytes: 10 })).toEqual({
			repositories: [],
			refused: ["It lies in no git repository."],
		});
		git(["init", "-q"], undefined, bare);
		expect(revisionsOf(source, { most: 5, bytes: 10 }).repositories).toEqual([]);
		expect(revisionsOf(source, { most: 5, bytes: 10 }).refused).toHaveLength(1);
	});
});
