import { describe, expect, it } from "vitest";
import { processorTime } from "../../processor-time.ts";
import { factsOf, valuesOf } from "./documents.ts";

describe("baseline", () => {
	const baseline = (body: string, heading = "Baseline Snapshot (AFTER this agent's work)") =>
		valuesOf(`# R\n\n## ${heading}\n\n${body}\n`, "baseline.");

	it.each<[string, Record<string, unknown>]>([
		["- Packages installed: 21\n- Total tests (all staged): 502", { packagesInstalled: 21, totalTests: 502 }],
		[
			"- Packages installed: 20 (was 24)\n- Staging tests: 240 (240 passed, 0 failed)",
			{ packagesInstalled: 20, totalTests: 240 },
		],
		[
			"- Package count: 23 (18 old + 5 new)\n- Total tests: 163 passed, 2 failed",
			{ packagesInstalled: 23, totalTests: 165 },
		],
		["- Packages installed: 8 core + 4 extra = 12 total", { packagesInstalled: 12 }],
		...[
			"Not moved: a FAIL does not become the baseline. It stays 24 packages / 714 tests (H-7).",
			"Stays: 24 packages / 714 tests (H-7).",
			"Unchanged from H-7 (24 packages / 714 tests).",
			"The baseline is still that of H-7: 24 packages, 714 tests.",
			"Same as H-7 — 24 packages, 714 tests.",
			"As in H-7: 24 packages and 714 tests",
		].map((body): [string, Record<string, unknown>] => [body, { packagesInstalled: 24, totalTests: 714 }]),
		["- Packages installed: 24\n- Total tests: 736 − 22 = 714", { packagesInstalled: 24, totalTests: 714 }],
		["- Packages installed: 24\n- Total tests: 736 - 22 = 714", { packagesInstalled: 24, totalTests: 714 }],
		["- Packages installed: 24\n- Total tests: 736 − 22", { packagesInstalled: 24, totalTests: "unclear" }],
		["- Packages installed: **1,022**\n- Total tests: **660 passed**", { packagesInstalled: 1022, totalTests: 660 }],
		[
			"- Clean-room installed packages: 23\n- Installed A/B tests: 845 total (844 passed, 1 failed)",
			{ packagesInstalled: 23, totalTests: 845 },
		],
		["- Total tests (this package): 28\n- Total tests (all staged): 502", { totalTests: 502 }],
		[
			"| Metric | Before | After |\n|---|---|---|\n| Packages installed | 20 | 21 |\n| Total tests | 480 | 502 |",
			{ packagesInstalled: 21, totalTests: 502 },
		],
		["- Packages installed (2): PKG-A-001, PKG-B-001\n- Total tests: 9", { packagesInstalled: 2, totalTests: 9 }],
		["```\npackages_installed: 7\ntotal_tests: 120\n```", { packagesInstalled: 7, totalTests: 120 }],
		["21 packages installed; 450 tests.", { packagesInstalled: 21, totalTests: 450 }],
		["21 packages, 450 tests", { packagesInstalled: 21, totalTests: 450 }],
		["21 packages / 450 tests", { packagesInstalled: 21, totalTests: 450 }],
		["450 tests in 30 files, 21 packages in the workspace", { packagesInstalled: 21, totalTests: 450 }],
		["Unchanged (21 packages, 450 tests).", { packagesInstalled: 21, totalTests: 450 }],
		["Same 21 packages as before. PKG-A-001's tests grew from 20 to 38.", { packagesInstalled: 21 }],
		["Packages installed: 21. Total tests: 450.", { packagesInstalled: 21, totalTests: 450 }],
		["| Metric | H-1 | H-2 (now) |\n|---|---|---|\n| Packages installed | 20 | 21 |", { packagesInstalled: 21 }],
		["| Metric | Before | H-2 |\n|---|---|---|\n| Packages installed | 20 | 21 |", { packagesInstalled: 21 }],
		["- Packages installed: 9/9", { packagesInstalled: 9 }],
		["- Packages in the bundle: 23\n- Rows: 140\n- Gate results: 8/8 PASS", {}],
		["- Packages installed: N/A\n- Total tests: not run", {}],
		["- Packages installed: ~21\n- Total tests: 400+", { packagesInstalled: "unclear", totalTests: "unclear" }],
		["- Packages installed: 20\n- Packages installed: 21", { packagesInstalled: "unclear" }],
		[
			"Nothing was installed, so the package count is still the 22 of H-24. The staged suites hold 535 tests.",
			{ packagesInstalled: 22, totalTests: 535 },
		],
		["Unchanged from H-38: 18 packages installed, 503 tests.", { packagesInstalled: 18, totalTests: 503 }],
		["Previous baseline (H-33): 13 packages, 363 tests", {}],
		["Not updated. The last valid baseline is that of H-33 (13 packages, 363 tests).", {}],
		["Packages 27, tests 975.", { packagesInstalled: 27, totalTests: 975 }],
		["The system has 35 packages installed and 1397 tests.", { packagesInstalled: 35, totalTests: 1397 }],
		["- Total tests (all staged): 1243\n- Total tests (installed root): 1240", { totalTests: 1243 }],
		["- Total tests (all staged): 1243\n- Total tests (staging): 1240", { totalTests: "unclear" }],
		["Packages installed 27. Total tests 975. Gates 8/8.", { packagesInstalled: 27, totalTests: 975 }],
		["Packages installed 2026-04-06.", {}],
		["Packages 27 to 30 were rebuilt, 975 tests.", { totalTests: 975 }],
		["Not taken; H-33 left 13 packages, 363 tests.", {}],
		["- Packages installed: 13 (not updated)\n- Total tests: 363", { packagesInstalled: 13, totalTests: 363 }],
		[
			"| | Box A | Box B |\n|---|---|---|\n| Packages installed | 4 | 4 |\n| Total tests | 8 | 9 |",
			{ packagesInstalled: 4 },
		],
		["The package count has to be 22 then, and there should be 535 tests in total.", {}],
	])("reads %j", (body, expected) => {
		expect(baseline(body)).toEqual(expected);
	});

	it.each<[string, Record<string, unknown>]>([
		["Baseline: 23 packages / 462 tests", { packagesInstalled: 23, totalTests: 462 }],
		["Baseline Snapshot (AFTER): packages installed: 23", { packagesInstalled: 23 }],
		["Baseline Snapshot — AFTER H-12", {}],
	])("reads what the heading %j says", (heading, expected) => {
		expect(baseline("As told.", heading)).toEqual(expected);
	});

	it("is the state after the work, not before", () => {
		expect(baseline("- Packages installed: 20", "Baseline Snapshot (BEFORE)")).toEqual({});
		expect(
			baseline(
				"- Packages installed: 20\n\n## Baseline Snapshot (AFTER)\n- Packages installed: 21",
				"Baseline Snapshot (BEFORE)",
			),
		).toEqual({ packagesInstalled: 21 });
	});
});

describe("the command of a run", () => {
	const command = (body: string) => valuesOf(`# R\n\n## Full Regression Test\n\n${body}\n`, "regression.").command;

	it.each<[string, string | undefined]>([
		["- Command: `pytest _staging/ -v`\n- Total: 4", "pytest _staging/ -v"],
		["```\n$ pytest _staging/\n4 passed\n```", "$ pytest _staging/"],
		["Ran `pytest _staging/ --ignore=_staging/PKG-A-001`: 4 passed.", "pytest _staging/ --ignore=_staging/PKG-A-001"],
		["`python3 -m pytest _staging -q`\n→ 4 passed", "python3 -m pytest _staging -q"],
		["Ran `pytest a/` for 4 passed, and `pytest b/` for 5 passed.", undefined],
		["4 passed with `pytest`; see `tests/log.txt`.", undefined],
	])("is read of %j", (body, expected) => {
		expect(command(body)).toBe(expected);
	});
});

describe("a document without headings", () => {
	it.each<[string, string]>([
		[
			"labels",
			"**Tests (this package):** 16 passed, 0 failed\n**Full regression:** 90 passed, 1 failed\n**New failures:** none\n**Clean room:** 3 packages installed, all tests pass\n**Files created:** `a.py`, `b.py`",
		],
		[
			"bold lines",
			"**Test Results**\n\n- 16 passed, 0 failed\n\n**Full Regression**\n\n- 90 passed, 1 failed\n- New failures: none\n\n**Clean-Room Verification**\n\n- 3 packages installed, all tests pass\n\n**Files Created**\n\n- `a.py`\n- `b.py`",
		],
	])("is read by its %s", (_, text) => {
		expect(valuesOf(`# R\n\n${text}\n`, "")).toMatchObject({
			"tests.total": 16,
			"regression.total": 91,
			"regression.newFailures": "NONE",
			"cleanRoom.packagesInstalled": 3,
			"cleanRoom.allTestsPass": true,
			filesCreated: 2,
		});
	});

	it("states a figure in a label at the label's line", () => {
		expect(factsOf("Done.\n\n**Full regression (90 tests):** see the log\n")["regression.total"]).toMatchObject({
			line: 3,
		});
	});

	it("is read by its headings where it has any, and by labels below the title for files that none lists", () => {
		expect(valuesOf("# R\n\n**Files created:** `a.py`\n\n## Notes\n", "files")).toEqual({ Created: 1 });
		expect(valuesOf("# R\n\n**Files created:** `a.py`\n\n## Files Created\n\n- `b.py`\n- `c.py`", "files")).toEqual({
			Created: 2,
		});
	});
});

describe("any document", () => {
	it("states nothing of an empty one, and never throws", () => {
		for (const text of ["", "\n", "# R", "```\n- Total: 5", "| a |\n|---|", "- ", `${"- ".repeat(400)}Total: 5`])
			expect(valuesOf(text, "tests.")).toEqual({});
	});

	it("reads many headings, items and tables in linear time", () => {
		const started = processorTime();
		for (const piece of [
			"## Test Results\n- Total: 5\n",
			"## Summary\nStatus: PASS\n",
			"### A\n- b:\n  - `c.py`\n",
			"| Total | 1 |\n|---|---|\n\n",
		])
			factsOf(`# R\n\n## Files Created\n${piece.repeat(2_000)}\n## Test Results\n${piece.repeat(2_000)}`);
		expect(processorTime() - started).toBeLessThan(10_000);
	});

	it("reads long lines in linear time", () => {
		const started = processorTime();
		for (const piece of [
			"(",
			"5 passed ",
			"a: ",
			"→ ",
			"Total: ",
			"Total: 1, ",
			". ",
			"   ",
			"1,",
			"~",
			"sha256:",
			"abc12 ",
			"PKG-A-",
		])
			factsOf(
				`# R\n\n## Files Created\n- ${piece.repeat(8_000)}\n\n## Test Results\n- ${piece.repeat(8_000)}\n\n## Clean-Room Verification\n- Install order: ${piece.repeat(8_000)}\n`,
			);
		expect(processorTime() - started).toBeLessThan(8_000);
	});
});
