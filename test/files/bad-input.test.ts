import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { checkArchive } from "#check.ts";
import { listArchive } from "#files/archive-folder.ts";
import { diskFileSystem } from "#files/file-system.ts";
import { readStandardTexts } from "#files/standards-folder.ts";
import { parseStandards } from "#parse/standard.ts";

const folder = mkdtempSync(join(tmpdir(), "bad-input-"));
const outside = mkdtempSync(join(tmpdir(), "outside-"));
afterAll(() => {
	for (const path of [folder, outside]) rmSync(path, { recursive: true, force: true });
});

function write(path: string, content: string | Uint8Array): void {
	mkdirSync(dirname(join(folder, path)), { recursive: true });
	writeFileSync(join(folder, path), content);
}

const good = Array.from({ length: 5 }, (_, index) => `H-${index + 1}`);
for (const id of good) {
	write(`${id}/${id}_BUILDER_HANDOFF.md`, `# ${id}: Buoy ${id}\n\n## 1. Mission\n\nBuild PKG-BUOY-001.\n`);
	write(`${id}/${id}_RESULTS.md`, `# Results: ${id}\n\n## Status: PASS\n`);
}

write("H-20/H-20_RESULTS.md", Buffer.from("# Results: H-20\n\nGr\xf6\xdfe\n", "latin1"));
write("H-21/H-21_RESULTS.md", "\uFEFF# Results: H-21\n");
write("H-22/H-22_RESULTS.md", "# Results: H-22\r\n\r\n## Status: PASS\r\n");
write("H-23/H-23_RESULTS.md", "# Results: H-23\n\nmixed\r\n");
write("H-24/H-24_RESULTS.md", "# Results: H-24\n\na\u0000b\n");
write(
	"H-25/H-25_RESULTS.md",
	Uint8Array.from({ length: 600 }, (_, index) => (index * 11) % 256),
);
write("H-26/H-26_RESULTS.md", "");
write("H-27/H-27_RESULTS.md", '---\nstatus: "PASS\n---\n# Results: H-27\n');
write("H-28/H-28_RESULTS.md", `# Results: H-28\n\n${">".repeat(100_000)}\n`);
write("H-29/H-29_RESULTS.md", "");
truncateSync(join(folder, "H-29/H-29_RESULTS.md"), 20_000_000);
write("H-30/H-30_RESULTS.md", "closed");
write("H-31/H-31_RESULTS.md", Buffer.from("\uFEFF# Results: H-31\n", "utf16le"));
write("H-32/H-32_RESULTS.md", "# Results: H-32\n");
write("H-32/h-32_results.md", "# Results: H-32, in small letters\n");
writeFileSync(join(outside, "secret.md"), "# secret-words\n");
symlinkSync(join(outside, "secret.md"), join(folder, "H-1/secret.md"));
symlinkSync("..", join(folder, "H-2/all"));
symlinkSync("b.md", join(folder, "H-3/a.md"));
symlinkSync("a.md", join(folder, "H-3/b.md"));
symlinkSync("nowhere.md", join(folder, "H-4/broken.md"));

const standards = parseStandards(readStandardTexts().texts).standards;
const source = listArchive([folder], {
	fileSystem: {
		...diskFileSystem,
		// The tests may run as root, whom no permission stops.
		read: (path) => {
			if (new TextDecoder().decode(path).endsWith("H-30_RESULTS.md"))
				throw Object.assign(new Error("EACCES"), { code: "EACCES" });
			return diskFileSystem.read(path);
		},
	},
});
const archive = checkArchive(source, { title: "Bad input", standards });

describe("an archive with every kind of bad input", () => {
	it("reports each, at its place", () => {
		const found = archive.findings
			.filter(({ rule }) => rule.startsWith("reading/"))
			.map(({ rule, severity, place }) => {
				const { line, column } = place.kind === "range" ? place.range.start : { line: 0, column: 0 };
				return `${place.path}:${line}:${column} ${rule.slice("reading/".length)} ${severity}`;
			});
		expect(found.sort()).toEqual([
			"H-1/secret.md:0:0 outside-archive error",
			"H-2/all:0:0 symlink-loop error",
			"H-20/H-20_RESULTS.md:3:3 encoding error",
			"H-21/H-21_RESULTS.md:1:1 byte-order-mark info",
			"H-22/H-22_RESULTS.md:0:0 line-endings info",
			"H-23/H-23_RESULTS.md:3:6 line-endings warning",
			"H-24/H-24_RESULTS.md:3:2 control-character warning",
			"H-25/H-25_RESULTS.md:0:0 binary error",
			"H-26/H-26_RESULTS.md:0:0 empty error",
			"H-27/H-27_RESULTS.md:2:9 front-matter error",
			"H-28/H-28_RESULTS.md:3:101 nesting error",
			"H-29/H-29_RESULTS.md:0:0 too-large error",
			"H-3/a.md:0:0 symlink-loop error",
			"H-3/b.md:0:0 symlink-loop error",
			"H-30/H-30_RESULTS.md:0:0 unreadable error",
			"H-31/H-31_RESULTS.md:0:0 encoding error",
			"H-4/broken.md:0:0 unreadable error",
		]);
	});

	it("reports two names that differ in case", () => {
		expect(archive.findings.some(({ rule, handoff }) => rule === "layout/duplicate-id" && handoff === "H-32")).toBe(
			true,
		);
	});

	it("loses no good document", () => {
		for (const id of good) {
			const documents = archive.handoffs.find((handoff) => handoff.id === id)?.documents.map(({ kind }) => kind);
			expect(documents).toEqual(["spec", "results"]);
		}
	});

	it("keeps every document whose bytes it could get, with title and body where they can be read", () => {
		const titles = Object.fromEntries(archive.documents.map(({ path, title }) => [path.split("/")[0], title]));
		for (const id of [20, 21, 22, 23, 24, 27, 31]) expect(titles[`H-${id}`]).toBe(`Results: H-${id}`);
		for (const id of [25, 26, 28]) expect(titles[`H-${id}`]).toBeNull();
	});

	it("never reads what lies outside", () => {
		expect(JSON.stringify(archive)).not.toContain("secret-words");
		expect(archive.documents.map(({ path }) => path)).not.toContain("H-1/secret.md");
	});
});
