import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const main = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));

it("tells transfers from documents in every thread that reads a large archive", () => {
	const cwd = mkdtempSync(join(tmpdir(), "threads-"));
	const words = "A line of a document.\n".repeat(700);
	mkdirSync(join(cwd, "docs/handed"), { recursive: true });
	writeFileSync(join(cwd, "handoffs.config.yaml"), "archive: docs\ntransfers: docs/handed\n");
	for (let number = 1; number <= 200; number++) {
		writeFileSync(join(cwd, `docs/BUILDER_HANDOFF_${number}_part.md`), `# H-${number}\n\n${words}`);
		writeFileSync(join(cwd, `docs/handed/transfer_${number}.md`), `# Transfer\n\n${words}`);
	}
	try {
		const done = spawnSync(process.execPath, [main, "export"], { cwd, encoding: "utf8", maxBuffer: 1 << 28 });
		expect(done.status, done.stderr).toBe(0);
		const paths: readonly string[] = JSON.parse(done.stdout).documents.map(({ path }: { path: string }) => path);
		expect(paths.length).toBe(200);
		expect(paths.filter((path) => path.startsWith("handed/"))).toEqual([]);
	} finally {
		rmSync(cwd, { recursive: true });
	}
});
