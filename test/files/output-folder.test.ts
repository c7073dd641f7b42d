import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { whyNotOutput } from "#files/writing/output-folder.ts";

const root = mkdtempSync(join(tmpdir(), "handoffs-out-"));
const at = (path: string) => join(root, path);

beforeAll(() => {
	for (const folder of ["docs/H-1", "workspace/src", "empty", "notes", "site", "branch/.git"])
		mkdirSync(at(folder), { recursive: true });
	writeFileSync(at("handoffs.config.yaml"), "archive: docs\n");
	writeFileSync(at("notes/diary.txt"), "mine");
	for (const name of ["index.html", "archive.schema.json", "state.json", "CNAME"])
		writeFileSync(at(`site/${name}`), "");
	symlinkSync(at("docs"), at("shortcut"));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const refusal = (out: string) =>
	whyNotOutput({
		out: at(out),
		archive: [at("docs")],
		transfers: [],
		workspace: at("workspace"),
		pages: null,
		file: at("handoffs.config.yaml"),
	})?.replaceAll(root, "ROOT") ?? null;

it.each([
	["docs", "the site is made from it"],
	["shortcut", "the site is made from it"],
	[".", "it holds ROOT/docs, which the site is made from"],
	["docs/H-1/site", "it lies in ROOT/docs, where its pages would be read as documents next time"],
	["shortcut/site", "it lies in ROOT/docs, where its pages would be read as documents next time"],
	["workspace", "the site is made from it"],
	["notes", "it holds other files than a site (diary.txt), which would be lost"],
	["notes/diary.txt", "there is a file of that name"],
	["branch", "it is a git repository of its own, whose history would be lost"],
])("a site is not put in place of %s", (out, reason) => {
	expect(refusal(out)).toBe(reason);
});

it.each(["empty", "site", "new/below", "workspace/dist"])("a site may be put in place of %s", (out) => {
	expect(refusal(out)).toBeNull();
});

it("touches nothing", () => {
	expect(readdirSync(at("empty"))).toEqual([]);
});
