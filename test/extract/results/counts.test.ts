import { describe, expect, it } from "vitest";
import { factsOf, valuesOf } from "./documents.ts";
import { fence, figuresOf, run, stated } from "./figures.ts";

const tests = (body: string) => figuresOf(`# R\n\n## Test Results\n\n${body}\n`, "tests.");

describe("figures of a test run", () => {
	it.each<[string, string, Record<string, unknown>]>([
		["a list of labels", "- Total: 24 tests\n- Passed: 23\n- Failed: 1\n- Skipped: 0", run(24, 23, 1, 0)],
		["bold labels", "- **Total:** 24\n- **Passed**: 24\n- **Failed:** 0", run(24, 24, 0)],
		["a numbered list", "1. Total: 24\n2. Passed: 24", run(24, 24)],
		["outcomes below the total", "- Total: 24 tests\n  - Passed: 22\n  - Failed: 1\n  - Skipped: 1", run(24, 22, 1, 1)],
		["a total with parts below it", "- Total: 24\n  - unit: 20\n  - browser: 4\n- Passed: 24", run(24, 24)],
		["runs below a total, whose outcomes are none of the whole", "- Total: 24\n  - Passed: 20\n  - Passed: 4", run(24)],
		[
			"outcomes without labels, and a sentence about one",
			"- 24 total\n- 22 passed\n- 2 skipped\n\n`test_a` is one of the 2 skipped.",
			run(24, 22, undefined, 2),
		],
		[
			"labelled outcomes below a total without a label",
			"- 24 total\n  - Passed: 22\n  - Failed: 2 (old)",
			run(24, 22, 2),
		],
		[
			"lines with labels among lines without",
			"- Total: 24 tests (20 + 4)\n- 22 passed\n- Failed: 2\n- 0 skipped",
			run(24, 22, 2, 0),
		],
		["lines below what was one run", "One run.\n\n- 24 tests, 22 passed, 2 skipped", run(24, 22, undefined, 2)],
		["lines of one paragraph", "Total: 24\nPassed: 24\nFailed: 0", run(24, 24, 0)],
		["one line with bars", "Total: 24 | Passed: 23 | Failed: 1 | Skipped: 0", { ...run(24, 23, 1, 0) }],
		["one line with commas", "Total: 24, Passed: 23, Failed: 1", run(24, 23, 1)],
		[
			"all of them, and skipped ones",
			"All 24 tests passing (0 failures, 2 skipped).",
			{ total: "unclear", ...run(undefined, 24, 0, 2) },
		],
		["dots for colons", "Total tests ..... 24\nPassed .......... 23\nFailed …………… 1", run(24, 23, 1)],
		["dashes for colons", "- Total — 24\n- Passed — 24", run(24, 24)],
		["no space after the colon", "- Total:24\n- Passed:24", run(24, 24)],
		["a thousands separator", "- Total: 1,234\n- Passed: 1,234", run(1234, 1234)],
		["figures in code", "- Total: `24`\n- Passed: `24`", run(24, 24)],
		["words for none", "- Total: 24\n- Failed: none\n- Skipped: None", run(24, undefined, 0, 0)],
		[
			"all parts together, behind the last of them",
			"### Unit\n- Total: 20\n- Passed: 20\n### Browser\n- Total: 4\n- Passed: 3\n- Skipped: 1\n\nBoth suites together: 24 tests, 23 passed, 1 skipped.",
			run(24, 23, undefined, 1),
		],
		[
			"a table of packages and a sentence below their parts",
			"### PKG-A-001\n- Total: 20\n- Passed: 20\n### PKG-B-001\n- Total: 4\n- Passed: 4\n\n24 tests, 24 passed.",
			run(24, 24),
		],
		["a total before its parts", "- Same totals as H-3: 24 / 22 passed / 0 failed / 2 skipped", run(24, 22, 0, 2)],
		["a label's total before its parts", "- Total: 24 / 22 passed / 0 failed / 2 skipped", run(24, 22, 0, 2)],
		["all tests of a package", "All 24 tests of PKG-A-001 pass (20 existing, 4 new).", run(24, 24)],
		["tests of which none is skipped any more", "17 → 24 tests, all 24 pass, the 2 skips are gone.", run(24, 24)],
		["what was run", "Ran 24 tests (20 before): 23 passed, 1 failed, 0 skipped.", run(24, 23, 1, 0)],
		["a test file's name before its figures", "- `test_verify.py`: 23/23", run(23, 23)],
		[
			"a run of the package above one of all that is staged",
			"PKG-A-001: 75 passed, 0 failed\nFull staging regression: 912 total, 906 passed, 6 skipped",
			run(75, 75, 0),
		],
		[
			"outcomes listed below a sentence with the total",
			"24 tests across 3 packages:\n- 22 passed\n- 1 failed\n- 1 skipped",
			run(24, 22, 1, 1),
		],
		[
			"a column for this handoff behind one for the handoff it follows up",
			"| | HANDOFF-7 | FOLLOWUP-7A |\n|---|---|---|\n| Total | 20 | 24 |\n| Passed | 18 | 24 |\n| Failed | 2 | 0 |",
			run(24, 24, 0),
		],
		[
			"a line for the package and one for all",
			"Package: 24 total / 23 passed / 0 failed / 1 skipped\nRegression: 99 total / 99 passed",
			run(24, 23, 0, 1),
		],
		[
			"a total of its own below a table of states",
			"| Suite | Before | After |\n|---|---|---|\n| test_a.py | — | 7 passed |\n| test_b.py | 14 passed | 17 passed |\n\nOwn total: 24 tests, 24 passed.",
			run(24, 24),
		],
		["figures said to be those of a table above", "Same as the last row above: 24 tests, 24 passed.", run(24, 24)],
		[
			"a metric table",
			"| Metric | Value |\n|---|---|\n| Total | 24 |\n| Passed | 24 |\n| Duration | 3 s |",
			run(24, 24),
		],
		["a table without a title row", "| Total | 24 |\n|---|---|\n| Passed | 24 |", run(24, 24)],
		["a column table", "| Total | Passed | Failed |\n|---|---|---|\n| 24 | 23 | 1 |", run(24, 23, 1)],
		[
			"a table's total row",
			"| Suite | Total | Passed |\n|---|---|---|\n| a | 4 | 4 |\n| b | 6 | 6 |\n| **Total** | **10** | **10** |",
			run(10, 10),
		],
		[
			"a total row that only says all pass",
			"| Suite | Tests | Result |\n|---|---|---|\n| a | 4 | PASS |\n| Total | 4 | ALL PASS |",
			run(4, 4),
		],
		[
			"a before and after table",
			"| Metric | Before | After |\n|---|---|---|\n| Total | 20 | 24 |\n| Passed | 20 | 24 |",
			run(24, 24),
		],
		["a fraction", "28/28 PASS", run(28, 28)],
		["a fraction in words", "28 of 28 tests passed", run(28, 28)],
		["a fraction with spaces", "**28 / 28** tests pass", run(28, 28)],
		["all tests", "All 28 unit tests pass.", run(28, 28)],
		["a labelled fraction", "- Passed: 27/28\n- Failed: 1", run(28, 27, 1)],
		["a sentence", "**608 passed, 0 failed**", run(608, 608, 0)],
		["a sentence with skipped tests", "608 passed, 2 failed, 3 skipped", run(613, 608, 2, 3)],
		["a sentence without a total", "608 passed, no failures", run(608, 608, 0)],
		["a raw pytest line", "```\n234 passed in 2.28s\n```", run(undefined, 234)],
		["a framed pytest line", "```\n==== 2 failed, 232 passed, 3 skipped in 2.28s ====\n```", run(237, 232, 2, 3)],
		["pytest with collection errors", "```\n2 failed, 9 passed, 1 error in 1s\n```", run(undefined, 9, 2)],
		[
			"a jest summary",
			"```\nTest Suites: 2 failed, 8 passed, 10 total\nTests: 3 failed, 97 passed, 100 total\n```",
			run(100, 97, 3),
		],
		[
			"a vitest summary",
			"```\n ✓ a.test.ts (12 tests)\n Test Files  2 passed (2)\n      Tests  20 passed (20)\n```",
			run(20, 20),
		],
		[
			"a vitest summary with skipped tests",
			"```\n Test Files  6 passed | 1 skipped (7)\n      Tests  70 passed | 4 skipped (74)\n```",
			run(74, 70, undefined, 4),
		],
		["labels without colons", "Total 24, passed 23, failed 1, skipped 0.", run(24, 23, 1, 0)],
		["labels between slashes", "Total 24 / Passed 23 / Failed 1", run(24, 23, 1)],
		["older figures in an aside", "24 passed, 0 failed (was 20 passed, 1 failed, 3 skipped)", run(24, 24, 0)],
		[
			"older figures after the run",
			"```\n24 passed in 1s\n```\n\nDone. (Before this work: 20 passed.)",
			run(undefined, 24),
		],
		["a maven summary", "```\n[INFO] Tests run: 24, Failures: 0, Errors: 0, Skipped: 1\n```", run(24, undefined, 0, 1)],
		[
			"a unittest summary with its outcomes",
			"```\nRan 9 tests in 0.2s\n\nFAILED (failures=1, skipped=2)\n```",
			run(9, undefined, 1, 2),
		],
		[
			"figures before a remark with a colon",
			"Total 24 / Passed 23 / Failed 1. The one is old, so **no new ones**:\n`test_a`.",
			run(24, 23, 1),
		],
		["a cargo summary", "```\ntest result: ok. 45 passed; 0 failed; 1 ignored; 0 measured\n```", run(46, 45, 0, 1)],
		[
			"the cargo summaries of all programs of a command",
			"```\n$ cargo test\ntest result: ok. 12 passed; 0 failed; 0 ignored\n     Running tests/io.rs (target/debug/deps/io-1)\ntest result: FAILED. 7 passed; 1 failed; 2 ignored\n   Doc-tests gauge\ntest result: ok. 0 passed; 0 failed; 0 ignored\n```",
			run(22, 19, 1, 2),
		],
		["a unittest summary", "```\nRan 31 tests in 0.2s\n```", run(31)],
		["labels and the tool's own line", "- Total: 24\n- Failed: 0\n\n```\n24 passed in 1.1s\n```", run(24, 24, 0)],
		[
			"an outcome under its command",
			"- Package-local run:\n  - Command:\n    - `pytest -q`\n  - Result: **61 passed, 0 failed**",
			run(61, 61, 0),
		],
		[
			"new tests as part of the total",
			"- Total: 24 tests (20 existing + 4 new)\n- Passed: 24\n- New tests: 4",
			run(24, 24),
		],
		["a change of the total", "- Total: 20 → 24\n- Passed: 24", run(24, 24)],
		["an outcome out of all", "```\n96% tests passed, 1 failed out of 24\n```", run(24, undefined, 1)],
		["a googletest summary", "```\n[  PASSED  ] 24 tests.\n```", run(undefined, 24)],
		[
			"a baseline column before the latest one",
			"| | Total | Passed |\n|---|---|---|\n| before | 20 | 20 |\n| now | 24 | 23 |",
			run(24, 23),
		],
		[
			"a breakdown below",
			"- Total: 24\n- Passed: 24\n\n### By file\n- `a_test.py`: 20 passed\n- `b_test.py`: 4 passed",
			run(24, 24),
		],
		[
			"one subheading with figures",
			"### a_test.py — 12/12 PASS\n\n| # | Test | Result |\n|---|---|---|\n| 1 | x | PASS |",
			run(12, 12),
		],
		[
			"a last row that is the sum of the others, whatever it is called",
			"| Suite | Tests | Passed |\n|---|---|---|\n| a_test.py | 4 | 4 |\n| b_test.py | 6 | 5 |\n| **PKG-A-001** | **10** | **9** |",
			run(10, 9),
		],
		["parts and both", "a: 3 passed, 0 failed\nb: 5 passed, 0 failed\nboth: 8 passed, 0 failed, 8 total", run(8, 8, 0)],
		["what pytest collected", "```\ncollected 58 items\n\n==== 56 passed, 2 xfailed in 2.07s ====\n```", run(58, 56)],
		[
			"numerals and none in a sentence",
			"24 of 25 tests passed, none failed, and one was skipped (it needs a disk, as\nbefore).",
			run(25, 24, 0, 1),
		],
		["two tests that failed", "22 passed. Two tests failed.", run(24, 22, 2)],
		[
			"a run before the fix and the one after it",
			"```\n2 failed, 22 passed\n```\n\n```\n24 passed\n```",
			run(undefined, 24),
		],
		[
			"a total subheading",
			"### Unit\n- Total: 4\n### E2E\n- Total: 6\n### Total\n- Total: 10\n- Passed: 10",
			run(10, 10),
		],
	])("reads %s", (_, body, expected) => {
		expect(tests(body)).toEqual(expected);
	});

	it.each<[string, string]>([
		["commands", "- Command: `pytest --maxfail=2 -k 'Total: 5'`"],
		[
			"comments and expectations in code",
			"```\n$ pytest -q  # 5 passed\n# Expected: 12 passed\nExpected: 12 passed\n```",
		],
		["struck-out figures", "~~- Total: 24~~"],
		["quotations", "> - Total: 24\n> - Passed: 24"],
		["gates", "- Gates: 8 passed, 0 failed\n- 8/8 gates PASS\n- 13 packages, 8/8 checks pass"],
		[
			"percentages, durations, dates and versions",
			"- Coverage: 97% passed\n- 2.5 passed\n- v3.1 passed on 2026-02-15\n- Duration: 12 s",
		],
		["placeholders", "- Total: N tests\n- Passed: N"],
		["not applicable", "- Total: N/A\n- Passed: not run"],
		["enumerated tests", "| # | Test | Result |\n|---|---|---|\n| 1 | test_a | PASS |\n| 2 | test_b | PASS |"],
		["a table of tests", "| Test | Expected | Actual |\n|---|---|---|\n| test_count | 5 | 5 |\n| total | 7 | 7 |"],
		["work in progress", "Initially 3 of ours failed; added 7 tests, removed 2 tests."],
		["the baseline in a sentence", "Baseline was 487 tests. 7 new tests added."],
		["a numeral that counts something else", "One failed attempt cost an hour, two skipped lunches another."],
		[
			"packages of which the last has as many tests as the others",
			"| Package | Tests |\n|---|---|\n| PKG-A-001 | 4 |\n| PKG-B-001 | 6 |\n| PKG-C-001 | 10 |",
		],
		["an older run", "- N/A (no code touched); last known: 899 tests, 891 passed (H-4)"],
		["an older run under its label", "- Last known: 899 tests, 891 passed"],
		["the last run of another handoff", "Full regression last run in HANDOFF-3 (1277 tests, 1 failed)."],
		["failures of before", "The 2 failures of H-3 are gone."],
		["a run that was not completed", "- Not completed. A partial run gave 90 tests, 83 passed, 7 failed."],
		["what comes after an install", "- After install gates: 8 passed, 0 failed"],
		["a run that was not made", "Not run. H-4 had 899 tests, 891 passed."],
		[
			"runs of several packages on one line",
			"Local: 29 passed, 0 failed (PKG-A-001); 17 passed, 0 failed (PKG-B-001).",
		],
		[
			"a part that says more of itself, and no sum",
			"### PKG-A-001\n- Total: 5\n- Passed: 5\n\nBoth files together: 9 passed.\n### PKG-B-001\n- Total: 6\n- Passed: 6",
		],
		["runs of several packages", "- **PKG-A-001:** 50 passed\n- **PKG-B-001:** 33 passed"],
		[
			"subheadings of several packages",
			"### PKG-A-001\n- Total: 5\n- Passed: 5\n### PKG-B-001\n- Total: 6\n- Passed: 6",
		],
		["tables of several packages", "| Package | Passed |\n|---|---|\n| PKG-A-001 | 5 |\n| PKG-B-001 | 6 |"],
	])("states nothing from %s", (_, body) => {
		expect(tests(body)).toEqual({});
	});

	it("leaves other sections' figures to them", () => {
		const text = "# R\n\n## Issues Encountered\n- Total: 99\n- Passed: 99\n\n## Notes\n28/28 PASS\n";
		expect(valuesOf(text, "tests.")).toEqual({});
		expect(valuesOf(text, "regression.")).toEqual({});
	});

	it("is unclear where the document contradicts itself or approximates", () => {
		expect(tests("- Total: 24\n- Passed: 24\n\n- Total: 25\n- Passed: 24")).toEqual({ total: "unclear", passed: 24 });
		expect(tests("```\n33 passed\n```\n\n```\n50 passed\n```")).toEqual({ passed: "unclear" });
		expect(tests("- Total: ~400")).toEqual({ total: "unclear" });
		expect(tests("- Total: 40+")).toEqual({ total: "unclear" });
		expect(tests("- Total: 20 unit + 4 e2e")).toEqual({ total: "unclear" });
		expect(tests("- Failed: 0 new, 2 pre-existing")).toEqual({ failed: "unclear" });
		const fact = factsOf("## Test Results\n- Total: 24\n\n- Total: 25\n")["tests.total"];
		expect(fact).toMatchObject({ state: "unclear", line: 2, reason: "24 on line 2 and 25 on line 4" });
	});

	it("prefers labels to running words, and a repeated figure is no contradiction", () => {
		expect(tests("- Total: 445\n- Failed: 1\n\nIn the end 444 passed, 1 failed, 446 total.")).toEqual(
			run(445, undefined, 1),
		);
		expect(tests("- Total: 24\n- Passed: 24\n\nAll 24 tests pass.")).toEqual(run(24, 24));
	});

	it("shows what a derived total is made of, where figures stand and what they cover", () => {
		const facts = factsOf("# R\r\n\r\n## Test Results — THIS PACKAGE\r\n\r\n608 passed, 2 failed\r\n");
		expect(facts["tests.total"]).toEqual({
			state: "derived",
			value: 610,
			line: 5,
			from: "608 passed + 2 failed",
			said: [{ id: "sumOfTests", values: { passed: 608, failed: 2 } }],
			scope: "THIS PACKAGE",
		});
		expect(facts["tests.passed"]).toMatchObject({ state: "stated", value: 608, line: 5 });
	});

	it("completes the section from the status line only where both say the same", () => {
		const text = (passed: number) =>
			`# R\n\n**Status**: PASS (13/13 tests)\n\n## Test Results\n\n\`\`\`\n${passed} passed in 1s\n\`\`\`\n`;
		expect(valuesOf(text(13), "tests.")).toEqual(run(13, 13));
		expect(valuesOf(text(12), "tests.")).toEqual(run(undefined, 12));
	});

	it("takes the status line's figures for those of several packages that come to them", () => {
		const text = (last: number) =>
			`# R\n\n**Status**: PASS 36/36\n\n## Test Results\n\n### PKG-A-001 — 14/14 PASS\n\n### PKG-B-001 — 12/12 PASS\n\n### PKG-C-001 — ${last}/${last} PASS\n`;
		expect(valuesOf(text(10), "tests.")).toEqual(run(36, 36));
		expect(valuesOf(text(11), "tests.")).toEqual({});
	});
});

describe("new tests beside a run of more", () => {
	const output = fence("Tests  15 passed (15)  [8 existing + 7 new]");
	it.each([`${output}\n\nAll 7 new tests pass.`, `${output}\n\nAll 7 new tests pass:\n\n1. one\n2. two`])(
		"are some of it: %j",
		(body) => {
			expect(stated("tests", `### File tests\n\n${body}\n\n### Lint\n\nNone.`)).toEqual(run(15, 15));
		},
	);
	it("are what was run where nothing else is said", () => {
		expect(stated("tests", "All 7 new tests pass.")).toEqual(run(7, 7));
	});
});
