import { describe, expect, it } from "vitest";
import { sampleArchive } from "#rules/samples/handoff.ts";
import { checkFiles } from "../archive.ts";

type Edits = readonly (readonly [from: string, to: string])[];

function verdictOf(rule: string, results: Edits): string | undefined {
	const { verdicts } = checkFiles(sampleArchive({ results }));
	return verdicts.find((verdict) => verdict.rule === rule)?.verdict;
}

const command = "- Command: `python3 -m pytest _staging/ -v`";
const newFailures = "- New failures introduced by this agent: NONE";
const oneFailed: Edits = [["- Passed: 24\n- Failed: 0", "- Passed: 23\n- Failed: 1"]];

describe("verdicts about RESULTS", () => {
	it.each<[rule: string, verdict: string, what: string, edits: Edits]>([
		["results/status", "fail", "a status in lower case", [["Status: PASS", "Status: pass"]]],
		["results/status", "fail", "a misspelt status", [["Status: PASS", "Status: PARTAIL"]]],
		[
			"results/test-counts",
			"needs-human",
			"tests that do not apply",
			[
				[
					"- Total: 10 tests\n- Passed: 10\n- Failed: 0\n- Skipped: 0\n- Command: `python3 -m pytest _staging/PKG-GAUGE-001 -v`",
					"- N/A (cleanup only)",
				],
			],
		],
		["results/test-counts", "not-applicable", "a missing section", [["## Test Results — THIS PACKAGE", "## Log"]]],
		[
			"results/regression",
			"pass",
			"a staging root deeper down",
			[[command, "- Command: `pytest Plane/_reboot/_staging/. -q`"]],
		],
		["results/regression", "pass", "a run without a folder", [[command, "- Command: `pytest -q`"]]],
		["results/regression", "needs-human", "a selection by name", [[command, "- Command: `pytest _staging -k gauge`"]]],
		["results/new-failures", "needs-human", "NONE beside a failed test", oneFailed],
		[
			"results/new-failures",
			"needs-human",
			"failures that were there",
			[[newFailures, "- New failures: test_a (pre-existing)"]],
		],
		[
			"results/new-failures",
			"not-applicable",
			"a missing section",
			[
				["## Full Regression Test — ALL STAGED PACKAGES", "## Log"],
				[newFailures, ""],
			],
		],
		[
			"results/clean-room",
			"needs-human",
			"a clean room that does not apply",
			[["- Packages installed: 2\n- Install order", "- Not required\n- Install order"]],
		],
		[
			"results/file-hashes",
			"pass",
			"its own RESULTS file without a hash",
			[["## Files Modified", "- H-1/H-1_RESULTS.md (SHA256: self-referential)\n\n## Files Modified"]],
		],
		[
			"results/plan-drift",
			"pass",
			"an archive that the spec does not plan",
			[["## Files Modified", `- PKG-GAUGE-001.tar.gz (SHA256: sha256:${"e".repeat(64)})\n\n## Files Modified`]],
		],
	])("%s: %s for %s", (rule, verdict, _, edits) => {
		expect(verdictOf(rule, edits)).toBe(verdict);
	});
});

describe("files that RESULTS lists", () => {
	it("reads hashes of nested items and of tables with the state they stand for", () => {
		const hash = (digit: string) => `sha256:${digit.repeat(64)}`;
		const text = `## Files Modified\n- a/b.py\n  - SHA256 before: \`${hash("e")}\`\n  - SHA256 after: \`${hash("f")}\`\n\n| File | SHA256 Before | SHA256 After |\n|---|---|---|\n| c.py | — | ${"9".repeat(64)} |\n\n- d.py (SHA-256: ${"1".repeat(64)} -> ${"2".repeat(64)})\n- e.py: \`${hash("3")}\` → \`${hash("4")}\``;
		const { documents } = checkFiles(sampleArchive({ results: [["## Files Modified\n- None", text]] }));
		const files = documents.find(({ kind }) => kind === "results")?.files ?? [];
		const modified = files.filter(({ action }) => action === "modify");
		expect(modified.map(({ path, hashes }) => [path, hashes.map(({ role, form }) => `${role} ${form}`)])).toEqual([
			["a/b.py", ["before valid", "after valid"]],
			["c.py", ["after bare"]],
			["d.py", ["before bare", "after bare"]],
			["e.py", ["before valid", "after valid"]],
		]);
	});
});
