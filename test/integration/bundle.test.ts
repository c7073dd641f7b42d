import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { bundleKey } from "../../integrations/handoff-archive/bundle/key.ts";
import { inputFromDisk } from "../../integrations/handoff-archive/read/input.ts";

const scratch = mkdtempSync(join(tmpdir(), "bundle-"));
afterAll(() => rmSync(scratch, { recursive: true }));

const write = (path: string, text: string) => writeFileSync(join(scratch, path), text);

function keyOf(settings: string): string {
	write("handoffs.config.yaml", `archive: docs\n${settings}`);
	return bundleKey(inputFromDisk(scratch).settings);
}

describe("what a site's bundle is kept by", () => {
	for (const folder of ["docs", "pages"]) mkdirSync(join(scratch, folder));
	write("docs/H-1_BUILDER_HANDOFF.md", "# H-1: A tide gauge\n");
	write("words.yaml", "layout:\n  skip: To the text\n");
	const plain = keyOf("");

	it.each([
		["the title", "title: Tides\n"],
		["the output folder", "out: public\n"],
		["severities", "rules: { layout/*: off }\n"],
	])("stays with %s", (_, settings) => {
		expect(keyOf(settings)).toBe(plain);
	});

	it.each([
		["the base path", "base: /tides/\n"],
		["the address", "site: https://tides.example\n"],
		["the colour", "theme: { accentHue: 12 }\n"],
		["the language", "language: de\n"],
		["words", "words: words.yaml\n"],
		["further pages", "pages: pages\n"],
	])("changes with %s", (_, settings) => {
		if (settings.startsWith("pages")) write("pages/about.mdx", "---\ntitle: About\ndescription: About\n---\n");
		expect(keyOf(settings)).not.toBe(plain);
	});

	it("changes with what a further page says", () => {
		const before = keyOf("pages: pages\n");
		write("pages/about.mdx", "---\ntitle: About\ndescription: About us\n---\n");
		expect(keyOf("pages: pages\n")).not.toBe(before);
	});

	it("changes with what a file of words says", () => {
		const before = keyOf("words: words.yaml\n");
		write("words.yaml", "layout:\n  skip: To what is said\n");
		expect(keyOf("words: words.yaml\n")).not.toBe(before);
	});
});
