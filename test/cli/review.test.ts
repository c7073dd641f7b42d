import { describe, expect, it } from "vitest";
import { run } from "#cli/run.ts";
import { sampleArchive } from "#rules/samples/handoff.ts";
import { fakeWorld } from "./fakes.ts";

const sample = sampleArchive();
const inFolder = (files: Readonly<Record<string, string>>) =>
	Object.fromEntries(Object.entries(files).map(([path, text]) => [`/work/handoffs/${path}`, text]));
const asked = async (files: Readonly<Record<string, string>>, ...words: string[]) => {
	const world = fakeWorld(inFolder(files));
	const code = await run(["review", ...words, "--archive", "handoffs"], world);
	return { code, out: world.stdout.text, error: world.stderr.text };
};
const broken = sampleArchive({
	results: [["New failures introduced by this agent: NONE", "New failures introduced by this agent: 2"]],
});

describe("handoffs review", () => {
	it("ticks every box of a handoff that complies, each with the line that decides it", async () => {
		const { code, out } = await asked(sample, "H-1");
		expect(code).toBe(0);
		expect(out).toContain("All 8 boxes of the reviewer's checklist hold.");
		expect(out).toMatch(/ 8 {2}pass .+\n {4}handoffs\/H-1\/H-1_RESULTS\.md\n/);
		const quoted = /^ {4}handoffs\/H-1\/H-1_RESULTS\.md:(\d+) {2}(.*New failures.*)$/m.exec(out);
		const [, line, words] = quoted ?? [];
		expect(sample["H-1/H-1_RESULTS.md"]?.split("\n")[Number(line) - 1]).toBe(words);
	});

	it("names the box that stands in the way, why, where and how to mend it, and ends with exit code 1", async () => {
		const { code, out } = await asked(broken, "H-1");
		expect(code).toBe(1);
		expect(out).toContain("1 of 8 boxes of the reviewer's checklist stands in the way of VALIDATED.");
		expect(out).toMatch(
			/ 6 {2}FAIL {2}No new test failures introduced\n.+\n {4}handoffs\/H-1\/H-1_RESULTS\.md:\d+ .*2\n/,
		);
		expect(out).toContain(
			'To mend it: Write "- New failures introduced by this agent: NONE" under Full Regression Test',
		);
	});

	it("tells besides what its boxes pass over, and proves no pass with faults", async () => {
		const results = sample["H-1/H-1_RESULTS.md"] ?? "";
		const { code, out } = await asked(
			{
				...sample,
				"H-1/results.md": results,
				"H-1/H-1_RESULTS.md": results.replace("## Notes for Reviewer", "## Remarks"),
			},
			"H-1",
		);
		const [boxes = "", besides = ""] = out.split("Found besides");
		expect(code).toBe(0);
		expect(boxes).toMatch(/ 2 {2}pass .+\n {4}handoffs\/H-1\/H-1_RESULTS\.md\n/);
		expect(boxes).not.toContain("H-1/results.md");
		expect(besides).toMatch(/warning .*"Notes for Reviewer" is missing.* results\/section-missing/);
		expect(besides).toMatch(/error handoffs\/H-1\/results\.md .* layout\/document-name/);
	});

	it("says of a box all that keeps it from being ticked, and tells besides what is too slight for it", async () => {
		const { out } = await asked(
			sampleArchive({
				results: [
					["## Clean-Room Verification", "## Trial"],
					["## Baseline Snapshot (AFTER this agent's work)", "## Afterwards"],
					["## Notes for Reviewer", "## Remarks"],
				],
			}),
			"H-1",
		);
		const [boxes = "", besides = ""] = out.split("Found besides");
		const [, box = ""] = /^ 2 {2}FAIL (.*?)^ 3 /ms.exec(boxes) ?? [];
		expect(box).toContain('The section "Clean-Room Verification" is missing');
		expect(box).toContain('The section "Baseline Snapshot (AFTER this agent\'s work)" is missing');
		expect(box).toContain('To mend it: Write the heading "## Clean-Room Verification"');
		expect(box).toContain('To mend it: Write the heading "## Baseline Snapshot');
		expect(box).not.toContain("Notes for Reviewer");
		expect(besides).toMatch(/warning .*"Notes for Reviewer" is missing/);
		expect(besides).not.toContain('"Clean-Room Verification" is missing');
	});

	it("ticks no box of a handoff without RESULTS", async () => {
		const { "H-1/H-1_RESULTS.md": _, ...open } = sample;
		const { code, out } = await asked(open, "H-1", "--json");
		const [{ boxes, inTheWay }] = JSON.parse(out);
		expect(code).toBe(1);
		expect(boxes).toHaveLength(8);
		expect(inTheWay).toHaveLength(8);
	});

	it("shows each line of a document once, however many places it has", async () => {
		const twice = sampleArchive({
			results: [["(SHA256: sha256:", "(SHA256: abc123…, SHA256: def456…, sha256:"]],
		});
		const { out } = await asked(twice, "H-1");
		const [, box = ""] = /^ 7 {2}FAIL (.*?)^ 8 /ms.exec(out) ?? [];
		const places = [...box.matchAll(/RESULTS\.md:\d+/g)].map(([place]) => place);
		expect(places.length).toBeGreaterThan(0);
		expect(new Set(places).size).toBe(places.length);
	});

	it("tells the reviewer what was written for them to read", async () => {
		const { out } = await asked(sample, "H-1", "--json");
		const [{ toRead }] = JSON.parse(out);
		const lines = sample["H-1/H-1_RESULTS.md"]?.split("\n") ?? [];
		expect(toRead.length).toBeGreaterThan(0);
		for (const { title, line } of toRead) expect(lines[line - 1]).toContain(title);
	});

	it("says what is wrong with its usage", async () => {
		expect(await asked(sample)).toMatchObject({ code: 2, error: expect.stringContaining("which handoff?") });
		expect(await asked(sample, "H-9")).toMatchObject({ code: 2, error: expect.stringContaining('no handoff "H-9"') });
	});
});
