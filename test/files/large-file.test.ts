import { execFileSync } from "node:child_process";
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const size = 2 ** 31;
/** SHA-256 of so many zero bytes, as sha256sum says. */
const hashOfZeros = "a7c744c13cc101ed66c29f672f92455547889cc586ce6d44fe76ae824958ea51";
const mostMegabytes = 120;

it("hashes 2 GB without holding them", () => {
	const folder = mkdtempSync(join(tmpdir(), "handoffs-large-"));
	try {
		const file = openSync(join(folder, "large.bin"), "w");
		ftruncateSync(file, size);
		closeSync(file);
		const module = fileURLToPath(new URL("../../src/files/workspace.ts", import.meta.url));
		const script = `
			const { openWorkspace } = await import(${JSON.stringify(module)});
			const found = openWorkspace(${JSON.stringify(folder)}).file("large.bin");
			const { readFileSync } = await import("node:fs");
			let kilobytes = process.resourceUsage().maxRSS;
			// Linux lets maxRSS begin with what the process had that started this one.
			try { kilobytes = Number(/^VmHWM:\\s*(\\d+)/m.exec(readFileSync("/proc/self/status", "utf8"))[1]); } catch {}
			console.log(JSON.stringify({ ...found, megabytes: kilobytes / 1024 }));
		`;
		const { megabytes, ...found } = JSON.parse(
			execFileSync(process.execPath, ["--input-type=module", "--eval", script], { encoding: "utf8" }),
		);
		expect(found).toEqual({ kind: "file", sha256: hashOfZeros, size });
		console.info(`2 GB: ${Math.round(megabytes)} MB resident at most`);
		expect(megabytes).toBeLessThan(mostMegabytes);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});
