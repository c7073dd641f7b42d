import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recentChanges } from "#files/git/changes.ts";
import { textAt } from "#files/git/text.ts";

const scratch = mkdtempSync(join(tmpdir(), "handoffs-changes-"));
const repository = join(scratch, "repository");
const documents = join(repository, "docs/handoffs");

function git(...args: string[]) {
	execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...args], {
		cwd: repository,
		env: { ...process.env, GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: date, GIT_CONFIG_GLOBAL: "/dev/null" },
	});
}

let date = "";
function commit(day: string, files: Readonly<Record<string, string | null>>) {
	date = `${day}T10:00:00+02:00`;
	for (const [path, text] of Object.entries(files)) {
		const file = join(documents, path);
		mkdirSync(dirname(file), { recursive: true });
		if (text === null) rmSync(file);
		else writeFileSync(file, text);
	}
	git("add", "-A");
	git("commit", "-q", "-m", day);
}

beforeAll(() => {
	mkdirSync(repository, { recursive: true });
	git("init", "-q", "-b", "main");
	commit("2026-01-01", { "H-1/H-1_BUILDER_HANDOFF.md": "# one\n", "old ü.md": "# old\n" });
	commit("2026-01-02", { "H-1/H-1_BUILDER_HANDOFF.md": "# one, again\n", "../../beside.txt": "x" });
	commit("2026-01-03", { "old ü.md": null, "H-2/H-2_BUILDER_HANDOFF.md": "# two\n" });
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe("recentChanges", () => {
	it("tells what each commit did to the archive's files, the latest first", () => {
		const told = recentChanges([documents])?.map(({ time, path, kind }) => `${time.slice(0, 10)} ${kind} ${path}`);
		expect(told).toEqual([
			"2026-01-03 added H-2/H-2_BUILDER_HANDOFF.md",
			"2026-01-03 removed old ü.md",
			"2026-01-02 changed H-1/H-1_BUILDER_HANDOFF.md",
			"2026-01-01 added H-1/H-1_BUILDER_HANDOFF.md",
			"2026-01-01 added old ü.md",
		]);
		expect(recentChanges([documents], 1)).toHaveLength(2);
	});

	it("calls files as the archive does where it has several folders", () => {
		const paths = recentChanges([join(documents, "H-1"), join(documents, "H-2")])?.map(({ path }) => path);
		expect(new Set(paths)).toEqual(new Set(["H-1/H-1_BUILDER_HANDOFF.md", "H-2/H-2_BUILDER_HANDOFF.md"]));
	});

	it("tells nothing where there is no repository, or only the one commit of a shallow clone", () => {
		expect(recentChanges([scratch])).toBeNull();
		execFileSync("git", ["clone", "-q", "--depth=1", `file://${repository}`, join(scratch, "shallow")]);
		expect(recentChanges([join(scratch, "shallow/docs/handoffs")])).toBeNull();
	});
});

describe("textAt", () => {
	const file = join(documents, "H-1/H-1_BUILDER_HANDOFF.md");
	it("gives a file as it was at a revision", () => {
		expect(textAt(file, "main~2")).toEqual({ text: "# one\n" });
		expect(textAt(file, "HEAD")).toEqual({ text: "# one, again\n" });
		expect(textAt(join(documents, "old ü.md"), "HEAD")).toEqual({ reason: "It is not in HEAD." });
	});

	it.each(["--output=/tmp/x", "-p", "HEAD:beside.txt", "a..b", "HEAD\n--all", "", "nowhere"])(
		"refuses %j",
		(revision) => {
			expect(textAt(file, revision)).toHaveProperty("reason");
		},
	);
});
