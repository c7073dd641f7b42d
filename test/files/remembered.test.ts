import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { rememberIn } from "#files/remembered.ts";

let folder = "";
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "remembered-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("what is remembered", () => {
	it("is made once for the same parts, in this run and the next", () => {
		let made = 0;
		const make = () => ({ count: ++made });
		expect(rememberIn(folder)(["a"], make)).toEqual({ count: 1 });
		expect(rememberIn(folder)(["a"], make)).toEqual({ count: 1 });
		expect(rememberIn(folder)(["b"], make)).toEqual({ count: 2 });
		expect(readdirSync(folder)).toEqual(["remembered.json"]);
	});

	it.each(["", "{", "null", '{"key":1}'])("is made anew where the file holds %j", (text) => {
		rememberIn(folder)(["a"], () => 1);
		writeFileSync(join(folder, "remembered.json"), text);
		expect(rememberIn(folder)(["a"], () => 2)).toBe(2);
	});

	it("is made where nothing can be kept", () => {
		expect(rememberIn(join(folder, "missing"))(["a"], () => 1)).toBe(1);
	});
});
