import { describe, expect, it } from "vitest";
import { valuesOf } from "./documents.ts";
import { run } from "./figures.ts";

const told = (body: string, prefix: string) => valuesOf(`# Results: H-1\n\n${body}\n`, prefix);

it("takes a run over all that is installed for the full regression", () => {
	const text = "## Verification\n\n- `pytest` (installed root): 765 passed, 6 skipped";
	expect(told(text, "regression.")).toEqual({ passed: 765, skipped: 6 });
	expect(told(text, "tests.")).toEqual({});
});

it("takes a run of all for the full regression, in an entry or a sentence of its own", () => {
	const figures = { total: 404, passed: 402, failed: 0, skipped: 2 };
	const sentence = "I ran what is staged. The full run counts 404 tests: 402 passed, 2 were skipped and none failed.";
	expect(told(`## Work\n\n${sentence}`, "regression.")).toEqual(figures);
	expect(told("## Work\n\n- Whole repository: 9 files / 404 tests passed, 0 failed", "regression.")).toEqual({
		total: 404,
		passed: 404,
		failed: 0,
	});
});

describe("runs told outside the sections of tests", () => {
	it.each<[string, string, Record<string, unknown>]>([
		[
			"a labelled entry",
			"## Checks\n\n- lint: 0 errors\n- tests: 58 passed, 0 failed",
			{ total: 58, passed: 58, failed: 0 },
		],
		["an entry in brackets", "## Checks\n\n- test: PASS (58/58 passing)", { total: 58, passed: 58 }],
		["a tool's name", "## Checks\n\n- pytest, all folders: **58 passed**\n- pytest exit code: `0`", { passed: 58 }],
		["a ticked box", "## Checklist\n\n- [x] 58 tests pass (0 failures)", { total: 58, passed: 58, failed: 0 }],
		[
			"a table of figures",
			"## Summary\n\n| Metric | Value |\n|---|---|\n| Total tests | 6 |\n| Passed | 6 |\n| Failed | 0 |",
			{ total: 6, passed: 6, failed: 0 },
		],
		[
			"a row of a wider table",
			"## Gates\n\n| Gate | Command | Result |\n|---|---|---|\n| Lint | `npm run lint` | 0 errors |\n| Test | `npm test` | All 58 tests passed |",
			{ total: 58, passed: 58 },
		],
		["the header", "**Tests:** 58 passed, 1 failed\n\n## Work\n\nDone.", { total: 59, passed: 58, failed: 1 }],
		["a tool's output", "## Verification\n\n```\n$ pytest\n58 passed in 1.2s\n```", { passed: 58 }],
		[
			"the same figure again",
			"## Summary\n\n- All 58 tests pass\n\n## Checks\n\n- Tests: 58/58",
			{ total: 58, passed: 58 },
		],
		[
			"what is said to pass",
			"## Gates\n\n- Unit tests pass: ✅ PASSED - 57/58 tests passed",
			{ total: 58, passed: 57 },
		],
		[
			"a label that names the tests",
			"## Numbers\n\n- Ledger tests: 58 passed, 0 failed",
			{ total: 58, passed: 58, failed: 0 },
		],
		[
			"a row that names a suite",
			"## Gates\n\n| Check | Command | Result |\n|---|---|---|\n| Ledger suite | `npm test` | 58 passed (61 assertions) |",
			{ passed: 58 },
		],
		["tests beside files", "## Checks\n\n- Tests: 12/12 files pass, 58/58 tests pass", { total: 58, passed: 58 }],
	])("are read of %s", (_, body, figures) => {
		expect(told(body, "tests.")).toEqual(figures);
	});

	it.each([
		["an open box", "## Checklist\n\n- [ ] 58 tests pass"],
		["tests of several kinds", "## Numbers\n\n- Unit tests: 58 passed\n- Browser tests: 5 passed"],
		["some tests", "## Numbers\n\n- Smoke tests: 5 passed"],
		["new tests only", "## Summary\n\n- 7 new tests pass"],
		["what was before", "## Before\n\n- Tests: 50 passed, 8 failed"],
		["what is expected", "## Expected results\n\n- 58 tests pass"],
		["two figures", "## Summary\n\n- All 58 tests pass\n\n## Checks\n\n- Tests: 40/40"],
		[
			"other things",
			"## Checks\n\n- Gates: 8/8 pass\n- 12 endpoints pass\n- coverage: 91 %\n- typecheck: 30 files, 0 errors",
		],
		[
			"a story",
			"## Summary\n\n- The builder noticed that 3 tests pass only when they run after the others in one process",
		],
		["parts of the clean room", "## Clean-Room Verification\n\n- Tests: 58 passed"],
	])("are not read of %s", (_, body) => {
		expect(told(body, "tests.")).toEqual({});
	});

	it("leave a section of tests as it is", () => {
		expect(told("## Test Results\n\nSee the log.\n\n## Summary\n\n- All 58 tests pass", "tests.")).toEqual({});
	});

	it.each<[string, string, Record<string, unknown>]>([
		[
			"an entry",
			"## Steps\n\n- **1.4 Full regression**: 404 passed, 0 failed, 0 skipped",
			{ total: 404, passed: 404, failed: 0, skipped: 0 },
		],
		["a sentence's beginning", "## Checks\n\n- 404/404 full regression passes", { total: 404, passed: 404 }],
		["a remark", "## Checks\n\n- All 404 tests pass (full suite)", { total: 404, passed: 404 }],
	])("of all packages are read of %s", (_, body, figures) => {
		expect(told(body, "regression.")).toEqual(figures);
	});
});

describe("new failures told outside the sections of tests", () => {
	it.each([
		["an issue", "## Issues Encountered\n\n- Two old failures remain; no regressions were introduced."],
		["a label", "## Summary\n\n- New regressions: 0"],
		["a list", "## Improvement\n\n- 27 tests repaired\n- 0 regressions introduced"],
	])("are read of %s", (_, body) => {
		expect(told(body, "regression.newFailures")).toEqual({ "": "NONE" });
	});

	it.each([
		["a demand", "## Notes for Reviewer\n\n- Verify that there are no regressions in the shell."],
		["an expectation", "## Summary\n\n- There should be no regressions."],
		["a plan", "## Next steps\n\n- No regressions in the next run"],
	])("are not read of %s", (_, body) => {
		expect(told(body, "regression.newFailures")).toEqual({});
	});
});

describe("titles", () => {
	it("of the document open no section by their first words alone", () => {
		expect(valuesOf("# Archive report: H-1\n\n- PKG-A-001.tar.gz\n", "archives")).toEqual({});
	});
	it("that name a file open none", () => {
		expect(
			told(
				"## Repairs\n\n### 1. `tests/net/test_ports.py`\n\n12 passed\n\n## Final Test Results\n\n31/31 passed",
				"tests.",
			),
		).toEqual({ total: 31, passed: 31 });
	});
});

describe("front matter", () => {
	it("gives the date under any label of it", () => {
		expect(valuesOf("---\nphase: 2\ndate_completed: 2026-03-14\n---\n\n# Results: H-1\n", "date")).toEqual({
			"": "2026-03-14",
		});
		expect(valuesOf("---\n'a-b (c': 1\ncompleted: 2026-03-14T10:00:00Z\n---\n\n# Results: H-1\n", "date")).toEqual({
			"": "2026-03-14",
		});
	});
});

describe("ranges of commits", () => {
	it("are no hashes cut short", () => {
		expect(valuesOf("# R\n\nDiff: `3f9a1c2..main`, hash `3f9a1c2...`\n", "hashes.")).toEqual({
			valid: 0,
			bare: 0,
			truncated: 1,
		});
	});
});

describe("lists of files", () => {
	it("count an item once, however its text is wrapped", () => {
		const list =
			"- `src/a.ts` — reads the form and\n  `src/old.ts` no longer; see also\n  `docs/form.md` for its fields.\n- `src/b.ts`";
		expect(told(`## Files Modified\n\n${list}`, "filesModified")).toEqual({ "": 2 });
	});
});

describe("a list of changed files", () => {
	it("takes no label with a slash for a file", () => {
		const figures = "## Changes\n\n- **Total lines in core/shared parts**: 18";
		expect(told(figures, "filesModified")).toEqual({});
	});
	const both = "## Files Changed\n\n- NEW `a/b.ts`\n- MODIFIED `a/c.ts`\n- MODIFIED: `a/d.ts`";
	it("tells new ones from others where each has its action before it", () => {
		expect(told(both, "files")).toEqual({ Created: 1, Modified: 2 });
	});
	it("may hold new ones only", () => {
		expect(told("## Changes\n\n- created: a/b.ts (the reader)\n- created: a/c.ts", "files")).toEqual({
			Created: 2,
			Modified: 0,
		});
	});
	it("is one list where words about a file begin with an action", () => {
		const words = "## Files Changed\n\n- Added a retry to `a/b.ts`\n- Updated the table in `a/c.ts`";
		expect(told(words, "files")).toEqual({ Modified: 2 });
	});
});

describe("a header as a table", () => {
	it("may begin with the status", () => {
		const table = "| **Status** | **PASS** |\n|---|---|\n| Date | 2026-02-11 |";
		expect(valuesOf(`# Results: H-1\n\n${table}\n`, "status")).toEqual({ "": "PASS" });
		expect(valuesOf(`# Results: H-1\n\n${table}\n`, "date")).toEqual({ "": "2026-02-11" });
	});
});

describe("a date in a sentence of the header", () => {
	it("is the document's own", () => {
		expect(valuesOf("# Results: H-1\n\nBuilt by agent 3 on 2026-02-11.\n", "date")).toEqual({ "": "2026-02-11" });
	});
	it("is not that of what the sentence names", () => {
		expect(valuesOf("# Results: H-1\n\nBuilt on the 2026-02-10 baseline.\n", "date")).toEqual({});
	});
});

describe("counts of files in words", () => {
	it("stand for the list only where there is one of them", () => {
		expect(told("## Files Modified\n\n12 files across three packages.", "filesModified")).toEqual({ "": 12 });
		expect(told("## Files Modified\n\n- 3 files repaired\n- 2 files moved", "filesModified")).toEqual({});
	});
});

describe("what is no run of the tests", () => {
	it("is one of several runs that a list counts one by one", () => {
		const listed = "## Result\n\n- File store: exit 0; 5 passed\n- Ledger test: exit 0; 1 passed";
		expect(told(listed, "tests.")).toEqual({});
		expect(told("## Gates\n\n- Chrome suite: 8/8 PASS\n- Edge suite: 8/8 PASS", "tests.")).toEqual({});
		const tool = "## Result\n\n- cargo test: 215 passed; 0 failed; 3 ignored\n- baseline on main: 210 passed";
		expect(told(tool, "tests.")).toEqual(run(218, 215, 0, 3));
		expect(told(`${listed}\n- Full suite: 60/60 passed`, "regression.")).toEqual({ total: 60, passed: 60 });
	});
	it("is one of several runs in a table of suites", () => {
		const rows = "| Core tests | 854 pass | 856 pass |\n| Hook tests | 40 pass | 41 pass |";
		const table = `## Suites\n\n| Suite | Before | After |\n|---|---|---|\n${rows}`;
		const box = "## Checklist\n\n- [x] All tests pass (149/149 pass, 0 fail, 0 skip)";
		expect(told(`${box}\n\n${table}`, "tests.")).toEqual(run(149, 149, 0, 0));
	});
	it("is the output of something else than tests", () => {
		expect(told("## Verification\n\nReview checkpoints:\n\n```\n29 / 29 PASS\n```", "tests.")).toEqual({});
	});
});

it("takes the old failures of a run of all, where nothing else of it is counted", () => {
	const suite = "## Checks\n\n- Full test suite: the same 2 pre-existing failures as before";
	expect(told(suite, "regression.")).toEqual({ failed: 2 });
	expect(told("## Checks\n\n- Full test suite: fixed 2 pre-existing failures", "regression.")).toEqual({});
});

it("takes what a later sentence says of the whole suite", () => {
	const text = "## Regressions\n\nNothing regressed. Full suite of 366 tests passes; the old ones stay green.";
	expect(told(text, "regression.")).toMatchObject({ total: 366, passed: 366 });
	const all = "## Final results\n\nThe build is clean. All 1,148 tests pass (709 valid, 439 invalid).";
	expect(told(all, "tests.")).toMatchObject({ total: 1148, passed: 1148 });
});

it("takes a result that counts tests and how they came out", () => {
	const result = "### Commands run\n\n**Result: 98 tests run — 0 failures, 0 skipped. Build passed.**";
	expect(told(result, "tests.")).toMatchObject({ total: 98, failed: 0, skipped: 0 });
	expect(told("### Commands run\n\nResult: 98 tests run.", "tests.")).toEqual({});
});

it("takes a suite in full for the regression, whatever it is called after, with its figures of now", () => {
	const ran = (text: string) => told(`## Checks\n\n- ${text}`, "regression.");
	expect(ran("Full Bun suite: 3,388 passed, zero failed")).toMatchObject(run(3388, 3388, 0));
	expect(ran("Suite total: 84 files / 1151 tests / 0 failures")).toMatchObject({ total: 1151, failed: 0 });
	const states = "Pre: 640 collected, 629 passed, 11 failed. Post: 644 collected, 640 passed, 4 failed in 47 s.";
	expect(ran(`**Full suite:** ${states}`)).toEqual(run(644, 640, 4));
});

it("takes figures that an aside stands between for no part and its whole", () => {
	const row = "| Check | Result | Log |\n|---|---|---|\n| Unit tests | PASS 11 (`test_evaluate`) / 20 related | 1 |";
	expect(told(`## Checks\n\n${row}`, "tests.")).toEqual({});
});

it("takes no total that is less than what another account counts", () => {
	const state = "## Current state\n\n- **Tests:** 227 passed, 1 skipped, 0 failed";
	expect(told(`${state}\n\n## Numbers\n\n- Tests: 227 / 1 skip / 0 fail`, "tests.")).toEqual(run(228, 227, 0, 1));
});

it("takes a count of all tests that says they passed", () => {
	expect(told("## Tools\n\n- Total test count: 33 passed across 9 test files", "tests.")).toEqual({
		total: 33,
		passed: 33,
	});
});

it("takes all tests for passed where that stands before their count", () => {
	expect(told("## Tests run\n\n- `pytest a.py b.py -q`: passed, 3 tests.", "tests.")).toMatchObject({
		total: 3,
		passed: 3,
	});
});
