import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { checkArchive, concludeArchive, readDocuments } from "#check.ts";
import { listArchive } from "#files/archive-folder.ts";
import { standards } from "./rules/archive.ts";

const example = fileURLToPath(new URL("../content/handoffs", import.meta.url));

describe("the pipeline", () => {
	it("gives the same archive however many parts it is read in", () => {
		const source = listArchive([example]);
		const options = { title: "Example", standards };
		const whole = checkArchive(source, options);
		expect(whole.documents.length).toBeGreaterThan(40);
		for (const size of [1, 7, 25]) {
			const parts = Array.from({ length: Math.ceil(source.entries.length / size) }, (_, index) =>
				structuredClone(readDocuments(source, source.entries.slice(index * size, (index + 1) * size), options)),
			);
			expect(concludeArchive(source, parts, options)).toEqual(whole);
		}
	});
});
