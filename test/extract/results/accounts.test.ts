import { describe, expect, it } from "vitest";
import { fence, type Kind, run, stated } from "./figures.ts";

describe("accounts of runs", () => {
	it.each<[Kind, string, Record<string, unknown>]>([
		["tests", "I wrote the border cases and watched them fail: 4 failed. Now 31 passed, 0 failed.", run(31, 31, 0)],
		["tests", "On main: 29 passed, 1 failed.\n\nWith the package: 31 passed, 0 failed.", run(31, 31, 0)],
		["tests", fence("100% tests passed, 0 tests failed out of 31"), run(31, 31, 0)],
		["tests", fence("1/2 Test #3: ring ...... Passed 0.01 sec\n2/2 Test #4: wrap ...... Passed 0.01 sec"), {}],
		["tests", "- `PKG-A-001`: 31/31 ✅", run(31, 31)],
		["tests", fence("branch: 31 tests, 30 passed, 1 failed\nbase:   29 tests, 28 passed, 1 failed"), run(31, 30, 1)],
		["tests", fence("PKG-A: 31 tests, 30 passed, 1 failed\nPKG-B: 29 tests, 28 passed, 1 failed"), {}],
		["tests", "31 tests, 31 passed. The branch adds 4 passing tests.", run(31, 31)],
		["tests", "27 test cases, all of them passing in debug and in release.", run(27, 27)],
		["tests", fence("DONE 31 tests, 1 skipped, 1 failure in 71.309s"), run(31, undefined, 1, 1)],
		["tests", "- Tests: 28 passed | 3 skipped (31)", run(31, 28, undefined, 3)],
		["tests", "- Tests: 28 passed | 3 skipped (2)", run(undefined, 28, undefined, 3)],
		[
			"cleanRoom",
			"Install order as CMake resolves it: PKG-CORE → PKG-MAIL, the drivers last.",
			{ installOrder: ["PKG-CORE", "PKG-MAIL"] },
		],
		["tests", "**9 tests ran, all OK.**", run(9, 9)],
		["tests", "OK (31 tests, 64 assertions)", run(31, 31)],
		["tests", fence("# tests 31\n# pass 29\n# fail 1\n# skipped 1"), run(31, 29, 1, 1)],
		["tests", fence("Passed!  - Failed: 0, Passed: 29, Skipped: 2, Total: 31, Duration: 3 s"), run(31, 29, 0, 2)],
		["tests", fence("Summary [   0.512s] 31 tests run: 31 passed, 4 skipped"), run(31, 31, undefined, 4)],
		[
			"tests",
			fence(
				"[==========] 31 tests from 5 test suites ran.\n[  PASSED  ] 30 tests.\n[  FAILED  ] 1 test, listed below:",
			),
			run(31, 30, 1),
		],
		["tests", "The suite passed **31 tests** (10.69 s).", run(undefined, 31)],
		["tests", "Verified red before the fix (12 of 14 failing); 31 pass now.", {}],
		["tests", "I ran PKG-OTHER-001 too: 91 passed, 0 failed.", {}],
		["tests", "All 31 tests are green. I ran PKG-OTHER-001 too: 91 passed, 0 failed.", run(31, 31)],
		["tests", "In the first attempt 9 of 31 tests failed. In the second attempt all 31 pass.", run(31, 31)],
		["tests", "On Linux 31 passed. On Windows 29 passed, 2 skipped.", {}],
		["tests", "20 unit tests and 4 integration tests, all passing.", {}],
		["tests", "5 tests failed before I found the missing fixture; now 31 passed.", run(undefined, 31)],
		["tests", "With the fixture the 5 failing tests pass as well.", {}],
		["regression", "The regression could not be run here. On CI it was 214 passed.", {}],
		["regression", "Two failures, both known. Everything else (212 tests) passes.", run(214, 212, 2)],
		["regression", "All but two of the 214 tests pass.", run(214)],
		["regression", "214 tests, 2 known failures, 0 new.", run(214, undefined, 2)],
		["regression", "Nothing red that was not red before: 2 failures out of 214.", {}],
		["regression", "I compared the list of failures with that of H-31: identical (2 tests).", {}],
		["regression", "No regression tests exist for this package. Nothing new.", {}],
		["regression", "212 passed, 2 failed. Nothing new.", { ...run(214, 212, 2), newFailures: "NONE" }],
		["baseline", "40 tests in 2 packages are slow.", {}],
		["baseline", "40 tests in 2 packages are now green.", { packagesInstalled: 2, totalTests: 40 }],
		["baseline", "- Packages: unchanged (26)", { packagesInstalled: 26 }],
		["cleanRoom", "Not repeated; the one of H-31 (26 packages) still holds.", {}],
		["regression", "214 pass / 4 pre-existing failures", run(218, 214, 4)],
		["regression", "- Total: 9\n- Failed: 5\n- 4 known failures are in PKG-A", run(9, undefined, 5)],
		[
			"baseline",
			"| What | Count |\n|---|---|\n| Packages installed | 12 |\n| Total tests | 90 |",
			{ packagesInstalled: 12, totalTests: 90 },
		],
		["cleanRoom", "After that I ran the installed tests: all of them passed.", { allTestsPass: true }],
		["cleanRoom", "After that I ran the gates: all of them passed.", {}],
		[
			"cleanRoom",
			"Fresh clone, `npm ci`, `npm test`: everything green except the clock test.",
			{ allTestsPass: false },
		],
		[
			"cleanRoom",
			"The order was PKG-CORE → PKG-MAIL → the other 3 as sorted → PKG-SHELL.",
			{ installOrder: ["PKG-CORE", "PKG-MAIL", "PKG-SHELL"] },
		],
	])("of %s: %j", (kind, body, expected) => {
		expect(stated(kind, body)).toEqual(expected);
	});
});
