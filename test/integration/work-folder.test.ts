import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { workFolder } from "../../integrations/handoff-archive/storage/folders.ts";

const parent = mkdtempSync(join(tmpdir(), "work-folders-"));
afterEach(() => rmSync(parent, { recursive: true, force: true }));

it("a build removes what builds left that were stopped days ago, and nothing else", () => {
	const yesterday = new Date(Date.now() - 25 * 3_600_000);
	for (const [name, changed] of [
		["build-left", yesterday],
		["build-running", new Date()],
		["notes", yesterday],
	] as const) {
		mkdirSync(join(parent, name, "site"), { recursive: true });
		utimesSync(join(parent, name), changed, changed);
	}
	const own = workFolder("build-", parent);
	expect(existsSync(own)).toBe(true);
	expect(["build-left", "build-running", "notes"].filter((name) => existsSync(join(parent, name)))).toEqual([
		"build-running",
		"notes",
	]);
});

it("a build works elsewhere where nothing can be made in the project", () => {
	mkdirSync(parent, { recursive: true });
	writeFileSync(join(parent, "file"), "");
	const own = workFolder("build-", join(parent, "file", "work"));
	expect(existsSync(own)).toBe(true);
	rmSync(own, { recursive: true });
});
