import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { patchBetween } from "#cli/process/patch.ts";
import { processorTime } from "../processor-time.ts";

/** What git makes of a text with a patch. */
function patched(text: string, patch: string): string {
	const folder = mkdtempSync(join(tmpdir(), "handoffs-patch-"));
	try {
		writeFileSync(join(folder, "a.md"), text);
		const { status, stderr } = spawnSync("git", ["apply", "-p0"], { cwd: folder, input: patch, encoding: "utf8" });
		expect(status, stderr).toBe(0);
		return readFileSync(join(folder, "a.md"), "utf8");
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

const many = (word: string) => Array.from({ length: 20_000 }, (_, index) => `${word} ${index}\n`).join("");

it.each([
	["a line", "one\ntwo\n", "one\nthree\n"],
	["texts that have nothing in common", many("old"), many("new")],
	["such texts without a last line break", `${many("old")}end`, `${many("new")}other end`],
])("leads from one text to the other: %s", (_, before, after) => {
	const begin = processorTime();
	const patch = patchBetween({ name: "a.md", text: before }, { name: "a.md", text: after });
	expect(processorTime() - begin).toBeLessThan(20_000);
	expect(patched(before, patch)).toBe(after);
});

it("names what is not there as it is told to", () => {
	const patch = patchBetween({ name: "/dev/null", text: "" }, { name: "a.md", text: "one\n" });
	expect(patch).toBe("--- /dev/null\n+++ a.md\n@@ -0,0 +1,1 @@\n+one\n");
});
