import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { readDocuments } from "#check.ts";
import { openArchive } from "#files/open-archive.ts";
import { standards } from "../rules/archive.ts";

const folder = mkdtempSync(join(tmpdir(), "open-archive-"));
for (const path of ["H-1/H-1_RESULTS.md", "handed/store/01.md", "handed/log.yaml", "handed-over.md"]) {
	mkdirSync(dirname(join(folder, path)), { recursive: true });
	writeFileSync(join(folder, path), "# One\n");
}
afterAll(() => rmSync(folder, { recursive: true }));

const open = (...transfers: readonly string[]) => {
	const limits = { documentBytes: 1000, transferBytes: 1000 };
	return openArchive(
		{ archive: [folder], transfers, workspace: null, history: false, revisions: 0, limits },
		new Map(),
	);
};
const marked = (...transfers: readonly string[]) =>
	open(...transfers).entries.flatMap((entry) => (entry.kind === "file" && entry.isTransfer ? [entry.path] : []));

it("tells the files of a folder of transfers apart, where the archive holds that folder", () => {
	expect(open().entries.length).toBe(4);
	expect(marked()).toEqual([]);
	expect(marked(join(folder, "handed"))).toEqual(["handed/log.yaml", "handed/store/01.md"]);
	expect(marked(join(folder, "handed-over.md"))).toEqual(["handed-over.md"]);
});

it("reads a folder that is named for both as both", () => {
	expect(marked(folder)).toEqual([]);
	expect(open(folder).transfers?.entries.length).toBe(4);
});

it("reads no document of a handoff from what stands among the transfers", () => {
	const documents = (...transfers: readonly string[]) =>
		readDocuments(open(...transfers), open(...transfers).entries, { title: "One", standards }).documents.map(
			({ path }) => path,
		);
	expect(documents()).toEqual(["H-1/H-1_RESULTS.md", "handed-over.md", "handed/store/01.md"]);
	expect(documents(join(folder, "handed"))).toEqual(["H-1/H-1_RESULTS.md", "handed-over.md"]);
});
