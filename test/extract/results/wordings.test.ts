import { describe, expect, it } from "vitest";
import { valuesOf } from "./documents.ts";
import { fence, type Kind, run, stated } from "./figures.ts";

describe("wordings of figures", () => {
	it.each<[Kind, string, Record<string, unknown>]>([
		["tests", "31 tests, all passing.", run(31, 31)],
		["tests", "31 tests — all green", run(31, 31)],
		["tests", "31 tests, all passing, 2 skipped", { ...run(31, undefined, undefined, 2) }],
		["tests", "**31/31** green in 0.4 s", run(31, 31)],
		["tests", "- ran: 31\n- passed: 30\n- failed: 1", run(31, 30, 1)],
		[
			"regression",
			`${fence("DONE 742 tests, 1 skipped, 1 failure in 61.331s")}\nThat is 740 passed.`,
			run(742, 740, 1, 1),
		],
		[
			"regression",
			`${fence("DONE 742 tests, 1 skipped, 1 failure in 61.331s")}\nThat is 700 passed.`,
			run(undefined, 700),
		],
		[
			"regression",
			"31 passed, 5 failed. The same five. We introduced none.",
			{ ...run(36, 31, 5), newFailures: "NONE" },
		],
		["tests", "`pytest mail/tests -q` ran 31 tests: 30 passed, 1 skipped", run(31, 30, undefined, 1)],
		[
			"tests",
			"`bundle exec rspec spec` reports 31 examples, of which 30 passed and 1 is pending.",
			run(31, 30, undefined, 1),
		],
		["tests", "- Total tests: 31\n- Result: all passed", run(31, 31)],
		["tests", "- Passed: 30 tests\n- Failed: 1 test\n- Total: 31 tests", run(31, 30, 1)],
		["tests", "- Number of tests: 31\n- Number passed: 30\n- Number failed: 1", run(31, 30, 1)],
		["tests", "- Total: 31 tests<br>Passed: 31<br/>Failed: 0", run(31, 31, 0)],
		["tests", "- Results:\n  - Total: 31\n  - Passed: 31\n\n### By file\n\n- `test_a.py`: 31 tests", run(31, 31)],
		["tests", "- Total tests: 31\n- Failed: 2\n- Result: all passed", run(31, undefined, 2)],
		["tests", "- **Tests run:** 31\n- **Successes:** 30\n- **Failures:** 1", run(31, 30, 1)],
		["tests", "- Pass rate: 100% (31/31)", run(31, 31)],
		["regression", "All 29 packages: 31 passed, 0 failed, 2 skipped (33)", run(33, 31, 0, 2)],
		["regression", "- PKG-A-001: 20 passed\n- PKG-B-001: 11 passed\n- All 2 packages: 31 passed", { passed: 31 }],
		["tests", "Total tests run: 31. Pass rate: 90 %. Failed: 3.", { total: 31, failed: 3 }],
		["tests", fence('{"total": 31, "passed": 30, "failed": 1, "skipped": 0}', "json"), run(31, 30, 1, 0)],
		["tests", fence("total: 31\npassed: 31\nprevious:\n  total: 28\n  passed: 27", "yaml"), run(31, 31)],
		["tests", "Before: 28 tests. After: 31 tests, 31 passed, 0 failed.", run(31, 31, 0)],
		["tests", "28 → 31 tests, all pass", run(31, 31)],
		["tests", "- Total: 1 204 tests\n- Passed: 1'204\n- Skipped: 1_100", run(1204, 1204, undefined, 1100)],
		["tests", "- Total: 31 (28 old + 3 new)\n- Passed: 31", run(31, 31)],
		[
			"regression",
			"| | H-30 | H-31 | Δ |\n|---|---|---|---|\n| Total | 400 | 412 | +12 |\n| Passed | 398 | 412 | +14 |",
			run(412, 412),
		],
		["regression", "| | H-31 | H-30 |\n|---|---|---|\n| Total | 412 | 400 |\n| Passed | 412 | 398 |", {}],
		[
			"regression",
			"Three runs:\n\n| # | When | Total | Failed |\n|---|---|---|---|\n| 1 | 09:40 | 520 | 6 |\n| 2 | 10:31 | 520 | 0 |",
			run(520, undefined, 0),
		],
		["regression", "| Run | Total | Failed |\n|---|---|---|\n| 1 | 520 | 6 |\n| 2 | 520 | 0 |", run(520, undefined, 0)],
		[
			"regression",
			"- Exact command:\n  - Total: 203 collected\n- Fallback:\n  - Total: 229\n  - Failed: 17\n- The 17 failures are old.",
			run(229, undefined, 17),
		],
		["regression", "Expected: 120 tests. Actual: 123 tests, 123 passed, 0 failed.", run(123, 123, 0)],
		["regression", "- Staged: 412 passed, 0 failed\n- Installed root: 400 passed, 12 failed", run(412, 412, 0)],
		["cleanRoom", "- Clean-room install: PASS (14 packages, 8/8 gates)", { packagesInstalled: 14 }],
		["regression", "- Full suite: 412 passed, 0 failed\n- Kernel subset: 58 passed, 0 failed", run(412, 412, 0)],
		["regression", "- Were new failures introduced? No.", { newFailures: "NONE" }],
		["regression", "- New failures introduced by this agent: [NONE]", { newFailures: "NONE" }],
		["regression", "- New cross-package failures: 0", { newFailures: "NONE" }],
		[
			"baseline",
			"| Packages | Tests | Gates |\n|---|---|---|\n| 14 | 412 | 8/8 |",
			{ packagesInstalled: 14, totalTests: 412 },
		],
		["baseline", "System now has 14 packages and 412 tests.", { packagesInstalled: 14, totalTests: 412 }],
		["baseline", "- Installed: 14 packages\n- Staged tests: 412", { packagesInstalled: 14, totalTests: 412 }],
		[
			"baseline",
			fence('{"packages": 14, "tests": {"total": 412, "passed": 412}}', "json"),
			{ packagesInstalled: 14, totalTests: 412 },
		],
		[
			"baseline",
			fence(
				'{\n  "packages": 14,\n  "total_tests": 412,\n  "previous": {\n    "packages": 13,\n    "total_tests": 400\n  }\n}',
			),
			{ packagesInstalled: 14, totalTests: 412 },
		],
		["tests", fence("tests/test_a.py — 12 passed\ntests/test_b.py — 6 passed"), {}],
		["tests", fence("tests/test_a.py — 12 passed\nTotal — 12 passed, 0 failed"), run(12, 12, 0)],
		["tests", "| Class | Tests |\n|---|---|\n| TestA | 20 |\n| TestB | 18 |\n\nTotal: 38, all passing", run(38, 38)],
		[
			"baseline",
			"| | Count |\n|---|---|\n| Packages | 14 |\n| Tests (all staged) | 412 |",
			{ packagesInstalled: 14, totalTests: 412 },
		],
		[
			"baseline",
			"- Previous: 13 packages, 400 tests\n- Now: 14 packages, 412 tests",
			{ packagesInstalled: 14, totalTests: 412 },
		],
		["cleanRoom", "- Fresh install: 14 packages OK", { packagesInstalled: 14 }],
		["baseline", "- Total tests across all staged packages: 412", { totalTests: 412 }],
		["cleanRoom", "- Number of packages installed: 14", { packagesInstalled: 14 }],
		["cleanRoom", "Every test passed after every install.", { allTestsPass: true }],
		["tests", "We wrote 26 tests for the ledger and its table and all 26 pass, in 1.9 seconds.", run(26, 26)],
		["tests", "We added 12 tests and all 12 pass.", {}],
		["tests", "Four tests came on top of the twelve of H-53. All sixteen pass.", run(16, 16)],
		["tests", "15 of the 24 tests pass. The other nine fail, and none are skipped.", run(24, 15, 9, 0)],
		["tests", "All 12 pass. 2 of the 7 failures of H-3 are explained there.", run(12, 12)],
		["tests", "The package has 38 tests now, 17 of them new. Every one of them passes.", run(38, 38)],
		["tests", "Total 1,439, passed 1,430, failed 1, skipped 8.", run(1439, 1430, 1, 8)],
		["tests", "This time 87 of them pass and none fail; the one for Windows is skipped.", run(undefined, 87, 0)],
		[
			"tests",
			"Before my work there were 28 tests, of which 27 passed. After it 31 passed and 0 failed.",
			run(31, 31, 0),
		],
		["tests", "Previously 28 passed, 0 failed.", {}],
		["tests", "31 passed, and not one test failed.", run(31, 31, 0)],
		["regression", "I have not run it: with 7 failures in the package it would tell nothing.", {}],
		["regression", "The suite grew from 1,307 to 1,322 tests, all of them pass.", run(1322, 1322)],
		["regression", "There cannot be any: none were introduced.", { newFailures: "NONE" }],
		["baseline", "As before: 24 packages, 1,276 tests.", { packagesInstalled: 24, totalTests: 1276 }],
		["baseline", "Staged tests: 1,439, which is 117 more than before.", { totalTests: 1439 }],
		["baseline", "The number of tests over all staged packages rose from 1,307 to 1,322.", { totalTests: 1322 }],
		["cleanRoom", "The installer put 26 packages into the clean room.", { packagesInstalled: 26 }],
		[
			"tests",
			"H-72 had 60 passed, 2 failed and 2 skipped. Now it is 62 passed, 0 failed and 2 skipped.",
			run(64, 62, 0, 2),
		],
		["tests", "We ended up with 46 tests for the new package. 45 pass.", run(46, 45)],
		["tests", "Of our 64 tests 60 are green, two are red and two are skipped.", run(64, 60, 2, 2)],
		["tests", "Tests: 29. All green, nothing failed, nothing skipped.", run(29, 29, 0, 0)],
		["tests", "The package's own suite passes 18/18.", run(18, 18)],
		["tests", "12 of 12 suites pass.", {}],
		["regression", "812 workspace tests, none failed.", { total: 812, failed: 0 }],
		["regression", "812 staged tests, none failed.", { total: 812, failed: 0 }],
		["tests", "PKG-MAIL-002 had 46 tests.", {}],
		[
			"tests",
			fence("  2 failed\n    [webkit] › a.test.ts:88:3 › b\n  2 skipped\n  60 passed (48.8s)"),
			run(64, 60, 2, 2),
		],
		["regression", "The full run is without failures: 1,700 tests, 1,690 passed, 10 skipped.", run(1700, 1690, 0, 10)],
		[
			"regression",
			"Not one test failed, so it cannot be otherwise: none were introduced.",
			{ failed: 0, newFailures: "NONE" },
		],
		[
			"baseline",
			"Installed are 27 packages; the total over all staged packages is 1,502 tests.",
			{ packagesInstalled: 27, totalTests: 1502 },
		],
		["baseline", "The staged suite is unchanged at 1,700 tests.", { totalTests: 1700 }],
		["cleanRoom", "We installed the 30 packages one after the other.", { packagesInstalled: 30 }],
		["tests", "The 74 tests of the package pass, none of them had to be skipped.", run(74, 74, undefined, 0)],
		["tests", "The 3 tests of H-82 pass.", {}],
		[
			"regression",
			"A run over all staged packages gave 2,247 passed and 13 skipped, and not a single failure, for a total of 2,260.",
			run(2260, 2247, 0, 13),
		],
		["baseline", "We hand over a system of 34 packages and 2,051 tests.", { packagesInstalled: 34, totalTests: 2051 }],
		["tests", "Each class of the package has 4 tests.", {}],
		["tests", "There are 9 tests for the parser.", {}],
		["tests", "The whole suite is green: 31 tests, nothing skipped.", run(31, 31, undefined, 0)],
		[
			"tests",
			fence(
				" ✓ src/a.test.ts (34 tests | 1 failed) 812ms\n Test Files  1 failed | 1 passed (2)\n      Tests  1 failed | 69 passed | 1 skipped (71)",
			),
			run(71, 69, 1, 1),
		],
		["regression", "I ran all 903 tests in one go. Nine of them failed: eight are old.", run(903, undefined, 9)],
		["regression", "The regression over all staged packages comprises 2,310 tests.", run(2310)],
		["baseline", "Still 13 packages, and now 561 tests.", { packagesInstalled: 13, totalTests: 561 }],
		["cleanRoom", "A clean room with all 17 packages was set up twice.", { packagesInstalled: 17 }],
		["tests", "There are 19 tests in `limiter`, all of them pass.", run(19, 19)],
		["tests", "Fifteen tests, one per control. Fourteen pass; one is skipped until H-44.", run(15, 14, undefined, 1)],
		["tests", "All 31 tests of the staged packages pass.", run(31, 31)],
		["tests", "The suite ran twice and both runs agree: 88 passed, 3 failed.", run(91, 88, 3)],
		["regression", "All 266 staged tests were run.", run(266)],
		[
			"regression",
			"Run per workspace:\n\n| Workspace | Result |\n|---|---|\n| editor | 120 passed, 2 failed |\n| cli | 88 passed |",
			{},
		],
		["regression", "None of the two failures is new.", { newFailures: "NONE" }],
		["regression", "Apart from one skip all is green, and there are no new failures.", { newFailures: "NONE" }],
		["regression", "There are no new failures, apart from `test_a`.", { newFailures: "unclear" }],
		[
			"baseline",
			"Staging holds 18 installed packages and 412 tests in total.",
			{ packagesInstalled: 18, totalTests: 412 },
		],
		["cleanRoom", "All 22 packages went into an empty root.", { packagesInstalled: 22 }],
		["cleanRoom", "Not all tests pass after the installs: two fail.", { allTestsPass: false }],
		[
			"cleanRoom",
			"The tests of each package were run right after its install and passed each time.",
			{ allTestsPass: true },
		],
		["cleanRoom", "After every install the tests of what was installed were run: all pass.", { allTestsPass: true }],
		["cleanRoom", "After every install the gates were run and passed; the tests were not.", {}],
	])("reads %s: %j", (kind, body, expected) => {
		expect(stated(kind, body)).toEqual(expected);
	});
});

describe("numbers of headings", () => {
	it("are no counts of tests", () => {
		expect(valuesOf("# R\n\n## 5 Test Results\n\nAll of 31 tests pass: 31/31.\n", "tests.")).toMatchObject({
			total: 31,
		});
		expect(valuesOf("# R\n\n## 5 Test Results\n\nTo be run.\n", "tests.")).toEqual({});
	});
	it("stay counts before words of their outcome", () => {
		expect(valuesOf("# R\n\n## Test Results\n\n### 28 Tests Passed\n", "tests.")).toEqual({ passed: 28 });
	});
});
