import { describe, expect, it } from "vitest";
import { factsOf, valuesOf } from "./documents.ts";
import { figuresOf, run, stated } from "./figures.ts";

const regression = (body: string) => figuresOf(`# R\n\n## Full Regression Test\n\n${body}\n`, "regression.");

describe("figures of the regression", () => {
	it.each<[string, string, Record<string, unknown>]>([
		[
			"the last of several attempts",
			"- Attempt 1 (strict):\n- Total: N/A\n- Failed: 9 collection errors\n\n- Attempt 2 (scoped):\n- Total: 26\n- Passed: 22\n- Failed: 4",
			run(26, 22, 4),
		],
		[
			"the command that ran through",
			"- Command 1 (strict):\n  - Result: **2 collection errors**\n- Command 2 (without blockers):\n  - Result: **553 passed, 26 failed, 17 skipped**",
			run(596, 553, 26, 17),
		],
		[
			"a fallback run",
			"Primary command:\n- Result: blocked by an import error\n\nFallback command:\n- Total: 891\n- Passed: 814\n- Failed: 2\n- Skipped: 75",
			run(891, 814, 2, 75),
		],
		["the run after the change", "- Before: 440 passed, 5 failed\n- After: 445 passed, 0 failed", run(445, 445, 0)],
		[
			"the list below a word for the state after the work",
			"Before\n- Total: 17\n- Failed: 9\n\nAfter\n- Total: 17\n- Passed: 17\n- Failed: 0",
			run(17, 17, 0),
		],
		[
			"the row after the change",
			"| Run | Total | Failed |\n|---|---|---|\n| Baseline (before) | 440 | 0 |\n| After change | 445 | 2 |",
			run(445, undefined, 2),
		],
		[
			"collection errors as the document words them",
			"- Total: 319 collected before interruption\n- Passed: N/A\n- Failed: 2 collection errors",
			run(319, undefined, 2),
		],
		[
			"the row of this handoff beside that of another",
			"| Run | Total | Passed | Failed |\n|---|---|---|---|\n| H-23 (baseline) | 502 | 502 | 0 |\n| This handoff | 532 | 531 | 1 |",
			run(532, 531, 1),
		],
		[
			"the column of the last handoff",
			"| | H-37 | H-38 |\n|---|---|---|\n| Tests | 469 | 503 |\n| Passed | 464 | 501 |\n| Failed | 3 | 2 |",
			run(503, 501, 2),
		],
		["the full run behind a part of it", "```\n88 passed\n```\n\n```\n531 passed\n```", run(undefined, 531)],
		[
			"the full run behind a smoke run, and the row that completes it",
			"Smoke subset first:\n\n```\n88 passed\n```\n\nThen everything:\n\n```\n531 passed, 1 skipped\n```\n\n| Run | Total | Passed | Failed |\n|---|---|---|---|\n| Before | 502 | 502 | 0 |\n| This handoff | 532 | 531 | 0 |",
			run(532, 531, 0, 1),
		],
		[
			"the row after the change below a line that names both",
			"Before and after, same command:\n\n| | Total | Passed | Failed |\n|---|---|---|---|\n| Before | 48 | 31 | 17 |\n| After | 65 | 60 | 5 |",
			run(65, 60, 5),
		],
		[
			"the run beside tests that are no more",
			"- Total: 65\n- Passed: 60\n- Failed: 5\n\n13 tests went away with the old package, 12 of them were the failing ones.",
			run(65, 60, 5),
		],
		[
			"no tests that are no more",
			"| Run | Passed |\n|---|---|\n| After | 60 |\n\n13 tests went away with the old package, 12 of them failed.",
			run(undefined, 60),
		],
		[
			"the run beside its packages",
			"### Staged\n- Total: 72\n- Passed: 70\n- Failed: 2\n\n### Per package\n| Package | Tests | Result |\n|---|---|---|\n| PKG-A-001 | 40 | PASS |\n| PKG-B-001 | 11 | PASS |",
			run(72, 70, 2),
		],
		["failures called pre-existing", "- Passed: 608\n- Failed: 0 (2 pre-existing)", run(608, 608, 0)],
	])("reads %s", (_, body, expected) => {
		expect(regression(body)).toEqual(expected);
	});

	it("finds the regression in the heading, and inside the test results where it has no section", () => {
		expect(valuesOf("## Tests (41/41)\n\nAll with mocks.\n", "tests.")).toEqual(run(41, 41));
		expect(valuesOf("## Test suites (3/3)\n\nAll with mocks.\n", "tests.")).toEqual({});
		expect(valuesOf("## Tests\n### Regression Tests (40/40 PASS)\n", "regression.")).toEqual(run(40, 40));
		expect(valuesOf("## Tests\n### old_suite.py (regression) — 13/13 PASS\n", "regression.")).toEqual(run(13, 13));
		const both = "## Test Results\n- Package tests: 12/12 pass\n- Full regression: 450/450 pass\n";
		expect(valuesOf(both, "tests.")).toEqual(run(12, 12));
		expect(valuesOf(both, "regression.")).toEqual(run(450, 450));
	});

	it("reads a table with a column for each run", () => {
		const rows = "| Total | 40 | 72 |\n| Passed | 40 | 67 |\n| Failed | 0 | 0 |\n| Skipped | 0 | 5 |\n";
		const text = `## Test Results\n| | This package | All staged |\n|---|---|---|\n${rows}`;
		expect(valuesOf(text, "tests.")).toEqual(run(40, 40, 0, 0));
		expect(valuesOf(text, "regression.")).toEqual(run(72, 67, 0, 5));
	});

	it("reads numbered lines of one paragraph as the runs that they name", () => {
		const text =
			"## Tests\n\n4.1 Package: 12 total, 12 passed.\n4.2 Regression: 72 total, 67 passed. New failures: none.\n";
		expect(valuesOf(text, "tests.")).toEqual(run(12, 12));
		expect(figuresOf(text, "regression.")).toEqual({ ...run(72, 67), newFailures: "NONE" });
	});

	it("gives the figures of a combined heading to the regression", () => {
		const text = "## Test Results — Full Staging Regression\n- Total: 240\n- Passed: 240\n";
		expect(valuesOf(text, "regression.")).toEqual(run(240, 240));
		expect(valuesOf(text, "tests.")).toEqual({});
	});

	it("records what the run covers", () => {
		const text =
			"## Full Regression Test — ALL STAGED PACKAGES\n- Total: 5\n- Command: `pytest . --ignore=PKG-OLD-001`\n";
		expect(factsOf(text)["regression.total"]).toMatchObject({ scope: "ALL STAGED PACKAGES; --ignore=PKG-OLD-001" });
	});

	it.each<[string, unknown]>([
		["- New failures introduced by this agent: NONE", "NONE"],
		["- **New failures introduced:** **NONE** observed in the scoped packages", "NONE"],
		["- New failures: 0", "NONE"],
		["- Passed: 7\n\n### New failures\nNone.", "NONE"],
		["- New test failures: None (both failures are pre-existing)", "NONE"],
		["- Regressions: none", "NONE"],
		["- Fail: 4\n- New fail: 0", "NONE"],
		["All good, no new failures.", "NONE"],
		["- New failures introduced by this agent: test_a, test_b", "test_a, test_b"],
		["- New failures introduced by this agent:\n  - test_a\n  - test_b", "test_a; test_b"],
		["New failures introduced by this agent:\n- test_a\n- test_b", "test_a; test_b"],
		["- New failures introduced by this agent: [list or NONE]", undefined],
		["- New failures introduced by this agent: N/A", undefined],
		["- Failing tests: none of ours", undefined],
		["- Failed: 1\n\nThe failure is old. New failures: none.", "NONE"],
		["No regressions except test_a", "unclear"],
		["- New failures: NONE\n- New failures: test_a", "unclear"],
	])("reads the new failures of %j", (body, expected) => {
		expect(regression(body).newFailures).toEqual(expected);
	});
});

it("is the run that is called so, whatever came after which change", () => {
	const rows = [
		"`app/tests/e2e/test_api.py` | `29 passed`",
		"Stricter resume case after its final change of assertions | `1 passed, 28 deselected`",
		"Broad unit and browser regression | `246 passed, 8 skipped, 1 failed`",
	];
	const table = `| Check | Result |\n|---|---|\n${rows.map((row) => `| ${row} |`).join("\n")}`;
	expect(stated("regression", table)).toMatchObject({ total: 255, passed: 246, failed: 1, skipped: 8 });
});
