import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { processEffects } from "#cli/process/effects.ts";
import { run } from "#cli/run.ts";
import { fakeOutput } from "./fakes.ts";

const root = mkdtempSync(join(tmpdir(), "handoffs-migrate-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let folder = "";
let count = 0;
beforeEach(() => {
	folder = join(root, String(count++));
});

const write = (files: Readonly<Record<string, string | Uint8Array>>) => {
	for (const [path, content] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), content);
	}
};
const read = (path: string) => readFileSync(join(folder, path), "utf8");
const migrate = async (...words: string[]) => {
	const world = { ...processEffects(), stdout: fakeOutput(), stderr: fakeOutput(), cwd: folder };
	const code = await run(["migrate", ...words, "."], world);
	return { code, out: world.stdout.text, error: world.stderr.text };
};

const flat = {
	"BUILDER_HANDOFF_2_tide_table.md":
		"\uFEFF# BUILDER_HANDOFF_2: Tide table\r\n\r\nSee [the results](RESULTS_HANDOFF_2.md#baseline) and [a note](notes/tide.md).\r\n",
	"RESULTS_HANDOFF_2.md":
		"# Results: H-2\n\n![plan](notes/plan.png) [outside](../../else.md) [site](https://example.org/a.md)\n",
	"notes/tide.md":
		"# Tide\n\nFor [H-2](../BUILDER_HANDOFF_2_tide_table.md 'the spec'), as `../RESULTS_HANDOFF_2.md` says.\n",
};

describe("handoffs migrate", () => {
	it("moves documents into the directories of their handoffs and keeps every link leading where it led", async () => {
		write(flat);
		const { code, out } = await migrate();
		expect(out).toContain("BUILDER_HANDOFF_2_tide_table.md → H-2/H-2_BUILDER_HANDOFF.md");
		expect(out).toContain("2 documents moved, 5 links changed, 0 left.");
		expect(code).toBe(0);
		expect(read("H-2/H-2_BUILDER_HANDOFF.md")).toBe(
			"\uFEFF# BUILDER_HANDOFF_2: Tide table\r\n\r\nSee [the results](H-2_RESULTS.md#baseline) and [a note](../notes/tide.md).\r\n",
		);
		expect(read("H-2/H-2_RESULTS.md")).toContain(
			"![plan](../notes/plan.png) [outside](../../../else.md) [site](https://example.org/a.md)",
		);
		expect(read("notes/tide.md")).toContain(
			"[H-2](../H-2/H-2_BUILDER_HANDOFF.md 'the spec'), as `../RESULTS_HANDOFF_2.md`",
		);
		expect(await migrate()).toMatchObject({ code: 0, out: "0 documents moved, 0 links changed, 0 left.\n" });
	});

	it("with --dry-run only says so", async () => {
		write(flat);
		const { out } = await migrate("--dry-run");
		expect(out).toContain("2 documents would be moved, 5 links would be changed, 0 left.");
		expect(read("RESULTS_HANDOFF_2.md")).toBe(flat["RESULTS_HANDOFF_2.md"]);
	});

	it("overwrites nothing: a taken place, two for one place and a link stay as they are", async () => {
		write({
			...flat,
			"H-2/H-2_RESULTS.md": "# Results: H-2, newer\n",
			"BUILDER_HANDOFF_3_one.md": "# BUILDER_HANDOFF_3: One\n",
			"BUILDER_HANDOFF_3_two.md": "# BUILDER_HANDOFF_3: Two\n",
			"BUILDER_HANDOFF_4_kept.md": "# BUILDER_HANDOFF_4: Kept\n",
		});
		symlinkSync("BUILDER_HANDOFF_4_kept.md", join(folder, "BUILDER_HANDOFF_5_link.md"));
		const { code, out } = await migrate();
		expect(code).toBe(1);
		expect(out).toContain("RESULTS_HANDOFF_2.md stays: H-2/H-2_RESULTS.md is there already");
		expect(out).toContain("BUILDER_HANDOFF_3_one.md stays: BUILDER_HANDOFF_3_two.md would get the same place");
		expect(out).toContain("BUILDER_HANDOFF_5_link.md stays: it is a link");
		expect(read("H-2/H-2_RESULTS.md")).toBe("# Results: H-2, newer\n");
		expect(read("RESULTS_HANDOFF_2.md")).toBe(flat["RESULTS_HANDOFF_2.md"]);
		expect(read("H-4/H-4_BUILDER_HANDOFF.md")).toBe("# BUILDER_HANDOFF_4: Kept\n");
	});
});
