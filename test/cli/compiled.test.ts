import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compiledProgram, compileProgram } from "#cli/compiled.mjs";

const sources = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
const example = fileURLToPath(new URL("../../content/handoffs", import.meta.url));
let folder = "";

beforeAll(async () => {
	// Where the packages that it loads are found.
	folder = mkdtempSync(fileURLToPath(new URL("../../node_modules/.handoff-archive-compiled-", import.meta.url)));
	await compileProgram(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the compiled command line", () => {
	it("prints what the sources print", () => {
		const compiled = fileURLToPath(compiledProgram(folder) ?? "file:///nowhere");
		const print = (program: string, ...words: string[]) =>
			execFileSync(process.execPath, [program, ...words], { encoding: "utf8", maxBuffer: 1e9 });
		expect(print(compiled, "check", example)).toBe(print(sources, "check", example));
		expect(print(compiled, "export", example)).toBe(print(sources, "export", example));
		expect(print(compiled, "--version")).toBe(print(sources, "--version"));
	});

	it("is not used once a file that it came from has changed or is gone", () => {
		const list = join(folder, "cli.json");
		const text = readFileSync(list, "utf8");
		const { folder: name, madeFrom } = JSON.parse(text);
		expect(Object.keys(madeFrom)).toContain("src/check.ts");
		expect(existsSync(join(folder, name, "main.mjs"))).toBe(true);
		writeFileSync(list, JSON.stringify({ folder: name, madeFrom: { ...madeFrom, "src/check.ts": "0 0" } }));
		expect(compiledProgram(folder)).toBeNull();
		writeFileSync(list, JSON.stringify({ folder: name, madeFrom: { ...madeFrom, "src/gone.ts": "0 0" } }));
		expect(compiledProgram(folder)).toBeNull();
		writeFileSync(list, text);
		expect(compiledProgram(folder)).not.toBeNull();
	});
});
