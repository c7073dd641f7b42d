import { execFile, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { workingFolder } from "#cli/process/effects.ts";
import { poorSpec } from "./fakes.ts";

const main = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
let folder = "";

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "handoffs-cli-"));
	// Some megabytes of export: far more than a pipe holds.
	for (let number = 1; number <= 60; number++) {
		mkdirSync(join(folder, `H-${number}`));
		const mentions = Array.from({ length: 400 }, (_, line) => `- see H-${(line % 60) + 1}`).join("\n");
		writeFileSync(join(folder, `H-${number}`, `H-${number}_BUILDER_HANDOFF.md`), `${poorSpec}\n${mentions}\n`);
	}
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the process", () => {
	it("prints a large export in full through a pipe", async () => {
		const { stdout } = await promisify(execFile)(process.execPath, [main, "export", folder], { maxBuffer: 1e9 });
		expect(stdout.length).toBeGreaterThan(500_000);
		expect(JSON.parse(stdout).documents).toHaveLength(60);
	});

	it("keeps quiet when the reader closes the pipe early", async () => {
		const child = spawn(process.execPath, [main, "export", folder], { stdio: ["ignore", "pipe", "pipe"] });
		let stderr = "";
		child.stderr.on("data", (data) => {
			stderr += data;
		});
		child.stdout.once("data", () => child.stdout.destroy());
		const status = await new Promise((resolve) => child.on("close", resolve));
		expect(stderr).toBe("");
		expect(status).toBe(0);
	});
});

describe("the folder that paths start from", () => {
	const npm = { INIT_CWD: "/home/me/docs", npm_lifecycle_event: "handoffs" };
	it("is where npm run was called, for the scripts of the product itself", () => {
		expect(workingFolder(npm, "/product", "/product/")).toBe("/home/me/docs");
	});
	it("is the working folder in a script of another package, and without npm", () => {
		expect(workingFolder(npm, "/home/me", "/product/")).toBe("/home/me");
		expect(workingFolder({ INIT_CWD: "/elsewhere" }, "/product", "/product/")).toBe("/product");
	});
});
