import { describe, expect, it } from "vitest";
import { outlineOf } from "#extract/outline/outline.ts";
import { allPassedIn, reportedIn, statusesIn, talliesIn } from "#extract/results/reported/reported.ts";
import { extractResults } from "#extract/results.ts";
import { parseMarkdown } from "#parse/markdown.ts";
import { standard, valuesOf } from "./documents.ts";

interface Parts {
	readonly tests?: string;
	readonly run?: string;
	readonly baseline?: string;
	readonly room?: string;
	readonly issues?: string;
	readonly notes?: string;
	readonly more?: string;
	readonly title?: string;
}

function text({ tests, run, baseline, room, issues, notes, more, title }: Parts): string {
	return [
		`# Results: H-1 — ${title ?? "Lamp"}`,
		"## Status: PASS",
		"## Files Created\n- a.py\n- b.py",
		`## Test Results — THIS PACKAGE\n${tests ?? "- Total: 4\n- Passed: 4\n- Failed: 0\n- Skipped: 0"}`,
		`## Full Regression Test — ALL STAGED PACKAGES\n${run ?? "- Total: 9\n- Passed: 9\n- Failed: 0\n- Skipped: 0"}`,
		...(more ? [more] : []),
		`## Baseline Snapshot\n${baseline ?? "- Packages installed: 3\n- Total tests (all staged): 9"}`,
		`## Clean-Room Verification\n${room ?? "- Packages installed: 3"}`,
		`## Issues Encountered\n${issues ?? "- None"}`,
		`## Notes for Reviewer\n${notes ?? "- None"}`,
	].join("\n\n");
}

function read(parts: Parts) {
	const parsed = parseMarkdown("H-1_RESULTS.md", new TextEncoder().encode(text(parts)));
	extractResults(parsed, outlineOf(parsed, standard.sections.results), standard);
	const reported = reportedIn(parsed);
	if (!reported) throw new Error("not read as RESULTS");
	const wrong = talliesIn(parsed).filter(({ stated, counted }) => stated !== counted);
	return {
		reported,
		statuses: statusesIn(parsed).map(({ value }) => value),
		allPassed: allPassedIn(parsed).map(({ failed }) => failed),
		wrong: wrong.map(({ kind, what, stated, counted }) => `${kind} ${stated} ${what}: ${counted}`),
	};
}

describe("figures and their parts", () => {
	it.each([
		["the whole row before a bracket", "**9 passed, 0 failed** (5 old + 4 new)", []],
		["the figure that a bracket splits", "9 passed, 1 failed (5 old + 4 new)", []],
		["no figure of the row", "9 passed, 0 failed (5 old + 3 new)", ["parts 9 passed: 8"]],
		["parts with an id in them", "9 tests (5 of H-1 + 3 of H-2)", ["parts 9 tests: 8"]],
		["parts in a list", "We added 7 tests: 4 for the wick, 2 for the oil and 2 for the glass.", ["parts 7 tests: 8"]],
		["parts in a list that add up", "We added 7 tests: 4 for the wick, 2 for the oil and 1 for the glass.", []],
		["some of them only", "9 tests: 2 new, 3 changed.", []],
		["outcomes", "9 tests: 7 passed, 1 skipped.", []],
	])("%s", (_, line, wrong) => {
		expect(read({ tests: `- ${line}` }).wrong).toEqual(wrong);
	});

	it.each([
		["all tests", "### New tests (2)\n\n- test_one\n- test_two", []],
		["fewer tests than it says", "### New tests (3)\n\n- test_one\n- test_two", ["list 3 tests: 2"]],
		["some tests and how many more", "### New tests (3)\n\n- test_one\n- test_two\n\n... 1 more, passing.", []],
		["some tests and the others", "### New tests (3)\n\n- test_one\n- test_two\n- and 1 other", []],
	])("names %s", (_, tests, wrong) => {
		expect(read({ tests }).wrong).toEqual(wrong);
	});

	it.each([
		["more files than are listed", "We created 4 files in this handoff.", ["twice 4 files created: 2"]],
		["as many files", "2 new files were created.", []],
		["files in two places", "Created 2 files under tests/ and 3 under core/.", []],
		["files of a part", "4 files created in PKG-LAMP-001.", []],
		["files that somebody else changed", "All 8 files were modified by an earlier agent.", []],
		["other packages than in the baseline", "5 packages installed at the end.", ["twice 5 packages installed: 3"]],
	])("notes: %s", (_, line, wrong) => {
		expect(read({ notes: `- ${line}` }).wrong).toEqual(wrong);
	});

	it("two accounts of one run", () => {
		const run = (passed: number, failed: number) =>
			`4/4 PASS\n\n\`\`\`\n=== ${passed} passed, ${failed} failed in 0.1s ===\n\`\`\``;
		expect(read({ tests: run(3, 1) }).wrong).toEqual(["twice 4 passed: 3"]);
		expect(read({ tests: run(4, 0) }).wrong).toEqual([]);
		expect(read({ tests: run(5, 1) }).wrong).toEqual([]);
	});

	it("packages named beside a figure that are only some of them", () => {
		expect(read({ baseline: "- Packages installed: 8 (PKG-A-001 renamed to PKG-B-001)" }).wrong).toEqual([]);
		expect(read({ baseline: "- Packages installed: 8 (6 + PKG-A-001 + PKG-B-001)" }).wrong).toEqual([]);
		expect(read({ baseline: "- Packages installed: 3 (PKG-A-001, PKG-B-001)" }).wrong).toEqual(["list 3 packages: 2"]);
	});

	it("failures that a pattern stands for", () => {
		const run = "- Total: 9\n- Passed: 6\n- Failed: 3\n- Skipped: 0\n- Known failures: `test_retry_*`";
		expect(read({ run }).wrong).toEqual([]);
		expect(read({ run }).reported.failures.map(({ name }) => name)).toEqual(["test_retry_*"]);
	});
});

describe("claims beside figures", () => {
	it.each([
		["- Final status: PARTIAL.", ["PARTIAL"]],
		["- Overall status is **FAIL** until the glass is here.", ["FAIL"]],
		["- The status of the glass is FAIL.", []],
		["- Overall status: PASS | FAIL | PARTIAL", []],
	])("status: %s", (notes, statuses) => {
		expect(read({ notes }).statuses).toEqual(statuses);
	});

	it.each([
		["all pass beside failures", "- All tests pass after each install: YES\n- Tests: 7 passed, 2 failed", [2]],
		["every test, in other words", "- Tests: 7 passed, 2 failed\n- So the tests of every package pass", [2]],
		["not all", "- All tests pass after each install: NO\n- Tests: 7 passed, 2 failed", []],
		["no failures", "- All tests pass after each install: YES\n- Tests: 9 passed, 0 failed", []],
	])("clean room: %s", (_, room, failed) => {
		expect(read({ room }).allPassed).toEqual(failed);
	});

	it.each([
		["a gate that failed", "- G1: PASS\n- G2: FAIL\n- Overall: PASS (2/2 gates passed)", [1]],
		["in code", "```\nG1: FAIL (no tag)\nG2: FAIL\nAll gates passed\n```", [2]],
		["none failed", "- G1: PASS\n- Overall: PASS", []],
		["the first attempt", "### First attempt\n- G1: FAIL\n\n### Second\n- G1: PASS\n- Overall: PASS", []],
	])("gates: %s", (_, lines, failed) => {
		expect(read({ more: `## Gate Check Results\n${lines}` }).allPassed).toEqual(failed);
	});
});

describe("what went away", () => {
	it("is read of the tests, too", () => {
		const { dropReasons } = read({ tests: "The 31 removed tests belonged to removed packages." }).reported;
		expect(dropReasons.map(({ counts }) => counts.tests)).toEqual([31]);
	});

	it.each([
		["- 4 old tests were removed.", { tests: 4, packages: null }],
		["- PKG-A-001 and PKG-B-001 were removed with their 12 tests.", { tests: 12, packages: 2 }],
		["- 12 tests were merged, 8 obsolete tests were deleted.", { tests: 20, packages: null }],
		["- Removed 3 packages.", { tests: null, packages: 3 }],
	])("%s", (notes, counts) => {
		expect(read({ notes }).reported.dropReasons.map((reason) => reason.counts)).toEqual([counts]);
	});

	it.each<[string, Parts, string[]]>([
		["in the title", { title: "Remove PKG-A-001" }, ["PKG-A-001"]],
		["in a sentence", { notes: "- Removed PKG-A-001 and PKG-B-001 from staging." }, ["PKG-A-001", "PKG-B-001"]],
		["said of the package", { issues: "- PKG-A-001 was removed; nobody used it." }, ["PKG-A-001"]],
		["in a table", { more: "## Packages Removed\n| Package | Why |\n|---|---|\n| PKG-A-001 | dead |" }, ["PKG-A-001"]],
		["as a folder", { more: "## Files Deleted\n- `_staging/PKG-A-001/` (all of it)" }, ["PKG-A-001"]],
		["a line of it", { notes: "- Removed PKG-A-001 sys.path line from the test." }, []],
		["a dependency on it", { notes: "- PKG-A-001 was removed from its manifest." }, []],
		["by another handoff", { notes: "- PKG-A-001 was removed by H-7." }, []],
		["by another handoff in other words", { notes: "- HANDOFF-7 removed PKG-A-001." }, []],
		["one of its files", { more: "## Files Deleted\n- `_staging/PKG-A-001/a.py`" }, []],
		["not yet", { notes: "- PKG-A-001 should be removed later." }, []],
	])("a package: %s", (_, parts, ids) => {
		expect(read(parts).reported.removedPackages.map(({ id }) => id)).toEqual(ids);
	});
});

describe("failures that are called old", () => {
	const run = "- Total: 9\n- Passed: 6\n- Failed: 3\n- Skipped: 0";
	it.each([
		["- The 3 failures are pre-existing.", [3]],
		["- 3 tests fail, all pre-existing and not regressions.", [3]],
		["- The failure exists on main.", [1]],
		["- The failures are pre-existing.", []],
		["- `test_one` failed before, pre-existing: 1 failure.", []],
		["- The 3 pre-existing failures are fixed.", []],
	])("%s", (line, counts) => {
		expect(read({ run: `${run}\n${line}` }).reported.oldFailures.map(({ count }) => count)).toEqual(counts);
	});
});

describe("the state before", () => {
	it.each([
		["- We are at 9 tests, up from 7.", [7]],
		["- The total rose from 8 to 9.", [8]],
		["- PKG-A-001 had 7 tests, now 4.", []],
		["- The reader had 7 tests before.", []],
	])("in notes that give the total: %s", (notes, values) => {
		expect(read({ notes }).reported.previous.map(({ value }) => value)).toEqual(values);
	});
});

describe("facts in other forms", () => {
	it("reads a table of figures whatever its columns are called", () => {
		const table = "| Metric | Count |\n|---|---|\n| Total | 9 |\n| Passed | 7 |\n| Failed | 1 |\n| Skipped | 1 |";
		expect(valuesOf(text({ run: table }), "regression.")).toMatchObject({ total: 9, passed: 7, failed: 1, skipped: 1 });
	});

	it("reads the total of a sentence that begins with it", () => {
		expect(valuesOf(text({ tests: "Of the 4 tests of the lamp, 4 passed." }), "tests.")).toMatchObject({
			total: 4,
			passed: 4,
		});
	});

	it.each(["Result", "Outcome", "Verdict"])("reads a status called %s", (label) => {
		expect(valuesOf(`# Results: H-1\n\n**${label}:** PARTIAL\n\n## Notes\n- Result: PASS\n`, "status")).toEqual({
			"": "PARTIAL",
		});
	});

	it("reads a total that is the label of its parts", () => {
		expect(valuesOf(text({ tests: "- 35 tests total: 34 passed, 1 skipped" }), "tests.")).toMatchObject({
			total: 35,
			passed: 34,
			skipped: 1,
		});
	});

	it("reads the date below the status", () => {
		const dated = "# Results: H-1\n\n## Status: PARTIAL\n\n**Date:** 2026-03-04\n";
		expect(valuesOf(dated, "date")).toEqual({ "": "2026-03-04" });
	});
});
