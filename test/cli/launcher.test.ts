import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";

const scratch = mkdtempSync(join(tmpdir(), "handoffs-node-"));
const main = join(scratch, "src/cli/main.mjs");
mkdirSync(join(scratch, "src/cli"), { recursive: true });
copyFileSync(fileURLToPath(new URL("../../src/cli/main.mjs", import.meta.url)), main);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Starts the command line on a Node that runs no TypeScript, as older ones do not. */
function handoffs(...args: readonly string[]) {
	return spawnSync(process.execPath, ["--no-strip-types", main, ...args], { encoding: "utf8" });
}

describe("on a Node that is too old", () => {
	it("says which one is needed where none was brought along", () => {
		const { status, stderr } = handoffs("check");
		expect(stderr).toMatch(/^handoffs cannot run on Node [\d.]+: it needs 22\.18 or newer\. Run it with npm/);
		expect(status).toBe(2);
	});

	it.skipIf(process.platform === "win32")("starts the one that was brought along, with its words and exit code", () => {
		const brought = join(scratch, "node_modules/node/bin/node");
		mkdirSync(join(scratch, "node_modules/node/bin"), { recursive: true });
		writeFileSync(brought, '#!/bin/sh\nshift\nprintf "%s|" "$@"\ncat\nexit 7\n');
		chmodSync(brought, 0o755);
		const args = ["--no-strip-types", main, "check", "an archive"];
		const { status, stdout } = spawnSync(process.execPath, args, { encoding: "utf8", input: "its input" });
		expect(stdout).toBe("check|an archive|its input");
		expect(status).toBe(7);
	});
});

describe("on a Node that is new enough", () => {
	writeFileSync(join(scratch, "src/cli/compiled.mjs"), "export const compiledProgram = () => null;\n");
	writeFileSync(
		join(scratch, "src/cli/main.ts"),
		"const words: string[] = [process.execArgv.join(), ...process.argv.slice(2)];\nconsole.log(words.join('|'));\n",
	);
	const { NODE_OPTIONS: _, ...env } = process.env;
	const start = (args: readonly string[], more = {}) =>
		spawnSync(process.execPath, [main, ...args], { encoding: "utf8", env: { ...env, ...more } }).stdout.trim();

	it("starts what is asked for", () => {
		expect(start(["mcp", "an archive"])).toBe("|mcp|an archive");
	});

	it.skipIf(process.platform === "win32")(
		"gives commands that end soon less of V8's compilers, unless told otherwise",
		() => {
			const room = "--min-semi-space-size=32,--max-semi-space-size=32";
			const short = `${room},--no-opt,--invocation-count-for-maglev=4000,--no-regexp-tier-up`;
			expect(start(["check", "an archive"])).toBe(`${short}|check|an archive`);
			expect(start(["build"])).toBe(`${short}|build`);
			expect(start(["dev"])).toBe(`${room}|dev`);
			expect(start(["constructor"])).toBe(`${short}|constructor`);
			expect(start(["build"], { NODE_OPTIONS: "--max-semi-space-size=64" })).toBe("|build");
		},
	);
});
