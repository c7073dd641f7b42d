import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkFiles } from "./archive.ts";
import { unsaid } from "./said.ts";

const corpus = "../shared/corpus/control-plane/handoffs";
if (!existsSync(corpus)) console.warn(`skipped: ${corpus} is not here, so no real handoffs are read`);

function filesIn(folder: string, below = ""): Record<string, string> {
	const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	return Object.fromEntries(
		entries.map(({ parentPath, name }) => {
			const path = join(parentPath, name);
			return [below + path.slice(folder.length + 1), readFileSync(path, "utf8")];
		}),
	);
}

describe("every verdict and related place says what its sentence is made of", () => {
	it("in the example archive, by its own standard and by today's", () => {
		const files = { ...filesIn("content/handoffs"), ...filesIn("content/transfers", "transfers/") };
		const archive = checkFiles(files, {}, { workspace: filesIn("content/workspace") });
		expect(archive.verdicts.length).toBeGreaterThan(1000);
		expect(archive.transfers?.verdicts.length).toBeGreaterThan(50);
		expect(unsaid(archive)).toEqual([]);
	});

	it.skipIf(!existsSync(corpus))("in a real archive", () => {
		const archive = checkFiles(filesIn(corpus));
		expect(archive.findings.flatMap(({ related }) => related).length).toBeGreaterThan(50);
		expect(unsaid(archive)).toEqual([]);
	});
});

it("finds a sentence without its parts, and parts that make another one", () => {
	const archive = checkFiles({ "H-1/H-1_RESULTS.md": "# Results: H-1\n\n## Status: PASS\n" });
	const spoilt = archive.verdicts.map((verdict) =>
		verdict.rule === "results/status" ? { ...verdict, reason: "The status is fine." } : verdict,
	);
	expect(unsaid({ ...archive, verdicts: spoilt })).toEqual(["results/status: The status is fine."]);
});
