import {
	chmodSync,
	lstatSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { writeWhole } from "#files/writing/write-whole.ts";

const folder = mkdtempSync(join(tmpdir(), "whole-"));

it("writes a file with its folders, and replaces it with its mode", () => {
	const path = join(folder, "a/b/seals.json");
	writeWhole(path, "one");
	expect(readFileSync(path, "utf8")).toBe("one");
	chmodSync(path, 0o640);
	writeWhole(path, "two");
	expect(readFileSync(path, "utf8")).toBe("two");
	expect(statSync(path).mode & 0o777).toBe(0o640);
	expect(readdirSync(join(folder, "a/b"))).toEqual(["seals.json"]);
});

it("keeps a link a link, and leaves nothing behind where it cannot write", () => {
	writeFileSync(join(folder, "real"), "one");
	symlinkSync(join(folder, "real"), join(folder, "link"));
	writeWhole(join(folder, "link"), "two");
	expect(lstatSync(join(folder, "link")).isSymbolicLink()).toBe(true);
	expect(readFileSync(join(folder, "real"), "utf8")).toBe("two");
	expect(() => writeWhole(join(folder, "real/below"), "x")).toThrow();
	expect(() => writeWhole(folder, "x")).toThrow();
	writeWhole("/dev/null", "x");
	expect(readdirSync(folder).sort()).toEqual(["a", "link", "real"]);
});
