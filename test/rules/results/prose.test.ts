import { describe, expect, it } from "vitest";
import { sampleArchive } from "#rules/samples/handoff.ts";
import { checkFiles } from "../archive.ts";

const skipped = "- Skipped: 0\n- Command: `python3 -m pytest _staging/PKG-GAUGE-001 -v`";
const none = "- New failures introduced by this agent: NONE";
const issues = "## Issues Encountered\n- None";

/** The contradictions that a sentence makes at a place of RESULTS of ten tests, none of which failed or was skipped. */
const said = (place: "tests" | "regression" | "issues" | "summary", sentence: string): readonly string[] => {
	const results = {
		tests: [[skipped, `${skipped}\n\n${sentence}`]],
		regression: [[none, `${none}\n\n${sentence}`]],
		issues: [[issues, `## Issues Encountered\n- ${sentence}`]],
		summary: [["## Files Created", `## Summary\n\n${sentence}\n\n## Files Created`]],
	} as const;
	return checkFiles(sampleArchive({ results: results[place] }))
		.findings.filter(({ rule }) => /^results\/(?:sums|list-counts|all-passed|status-contradiction)$/.test(rule))
		.map(({ message }) => message);
};

describe("sentences of RESULTS", () => {
	it.each([
		["tests", "Two of these tests are skipped.", "2 skipped, it says here, and 0 elsewhere."],
		["tests", "3 tests still fail.", "3 failed, it says here, and 0 elsewhere."],
		["tests", "8/10 tests passed (90%).", "90 % passed, it says, but 8 of 10 did."],
		["regression", "The 2 remaining failures are pre-existing.", "2 failures, it says here, and 0 elsewhere."],
		[
			"tests",
			"The 10 tests fall into 6 for the reader and 5 for the port.",
			"10 tests, it says, but the parts make 11.",
		],
		["summary", "12 tests were written.", "12 tests, it says here, and 10 elsewhere."],
		["summary", "Created 5 files.", "5 files created, it says here, and 3 elsewhere."],
		["summary", "From 14 → 24 tests (+9).", "A difference of 9, it says, but the two figures beside it differ by 10."],
		[
			"issues",
			"Two tests went red with the new port; left for H-1A.",
			"The status is PASS and new failures are NONE, yet the text leaves failing tests to be mended.",
		],
	] as const)("contradict figures: %s: %s", (place, sentence, message) => {
		expect(said(place, sentence)).toContain(message);
	});

	it.each([
		["tests", "The RED run showed 10 tests fail, as it should."],
		["tests", "Two tests are skipped on Windows."],
		["tests", "4 tests failed at first and pass since the port is closed."],
		["tests", "9/10 lines are covered (90%)."],
		["tests", "10/10 tests passed (100%)."],
		["regression", "The upstream repository has 7 tests, 2 tests fail there."],
		["regression", "From the installed root 2 failures are pre-existing."],
		["summary", "10 tests were written."],
		["summary", "Added 12 tests for the reader and 3 tests for the port."],
		["summary", "Created 2 files of PKG-GAUGE-001."],
		["summary", "From 14 → 24 tests (+12 new, 2 removed)."],
		["tests", "2 tests fail without the `TZ` variable; it is set in CI."],
		["regression", "Nightly: 3 tests fail on the ARM runner, tracked upstream."],
		["summary", "No files outside the package were modified."],
		["summary", "All unit tests pass; no other files were modified."],
		["summary", "The documentation went from 12 to 15 pages, 3 more."],
		["summary", "Total code changes touch 2 files in the kernel and 3 in the tests."],
		["issues", "3 tests broke while the parser was rewritten; all of them pass again."],
		["issues", "If the clock fails, H-2 will fix it in its own tests."],
		["issues", "Every gate but G3 is cheap."],
		["issues", "Two tests broke at first; fixed by closing the port."],
		["issues", "The known failure of the port must be fixed by H-9."],
		["issues", "`test_gives_up_after_3_failures` needs 4 s."],
	] as const)("contradict nothing: %s: %s", (place, sentence) => {
		expect(said(place, sentence)).toEqual([]);
	});

	it("that skip tests or count archives agree with lists of as many", () => {
		const lead = `${skipped}\n\nWe wrote two tests:\n\n1. test_close_twice\n2. test_poll_keeps_time`;
		const results = [
			["## Archives Built\n", "## Archives Built (1)\n"],
			[skipped, lead],
		] as const;
		const { findings } = checkFiles(sampleArchive({ results }));
		expect(findings.filter(({ rule }) => rule === "results/list-counts")).toEqual([]);
	});
});
