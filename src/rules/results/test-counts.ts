import { linePlace } from "../judging/places.ts";
import { documentRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { resultsSection } from "../shared/results-sections.ts";
import { testRun, testRunMessages } from "../shared/test-runs.ts";

export default documentRule({
	id: "results/test-counts",
	kinds: ["results"],
	source: { standard: "BHS", section: "Results File, Test Results" },
	severity: "error",
	requires: "The tests of this package state total, passed, failed, skipped and the command, and the figures add up.",
	why: "The reviewer reads the counts instead of running the tests, and repeats the command only to spot-check them.",
	remedy:
		"Write under Test Results the lines `- Total: N tests`, `- Passed: N`, `- Failed: N`, `- Skipped: N` and `- Command: …` as the run printed them.",
	messages: {
		...testRunMessages,
		regression: "By its title this is the full regression; the figures of this package's own tests are not stated.",
	},
	statements: {
		exempt: "The section says that tests of this package do not apply; the standard names no handoff without them.",
	},
	examples: {
		valid: [{ title: "Four figures and the command", files: sampleArchive() }],
		invalid: [
			{
				title: "Two runs and no sum",
				files: sampleArchive({
					results: [
						[
							"- Total: 10 tests\n- Passed: 10\n- Failed: 0\n- Skipped: 0\n",
							"### Reader\n- Total: 6 tests\n- Passed: 6\n- Failed: 0\n- Skipped: 0\n\n### Port\n- Total: 4 tests\n- Passed: 4\n- Failed: 0\n- Skipped: 0\n",
						],
					],
				}),
				findings: [
					"H-1/H-1_RESULTS.md:16:1 2 runs are reported and none for all of them, so the figures cannot be read.",
				],
			},
			{
				title: "One section for all, called full regression",
				files: sampleArchive({
					results: [
						[
							"## Test Results — THIS PACKAGE\n- Total: 10 tests\n- Passed: 10\n- Failed: 0\n- Skipped: 0\n- Command: `python3 -m pytest _staging/PKG-GAUGE-001 -v`\n\n",
							"",
						],
						["## Full Regression Test", "## Test Results — Full Regression"],
					],
				}),
				findings: [
					"H-1/H-1_RESULTS.md:16:1 By its title this is the full regression; the figures of this package's own tests are not stated.",
				],
			},
			{
				title: "A figure that may be another",
				files: sampleArchive({ results: [["- Total: 10 tests", "- Total: about 10 tests"]] }),
				findings: ['H-1/H-1_RESULTS.md:17:1 The total is unclear: "about 10 tests" is an approximation.'],
			},
			{
				title: "Figures are left out",
				files: sampleArchive({
					results: [
						[
							"- Passed: 10\n- Failed: 0\n- Skipped: 0\n- Command: `python3 -m pytest _staging/PKG-GAUGE-001 -v`\n",
							"- Passed: 10\n- Failed: 0\n",
						],
					],
				}),
				findings: ["H-1/H-1_RESULTS.md:16:1 Not stated: skipped and command."],
			},
			{
				title: "More passed than there are",
				files: sampleArchive({
					results: [["- Total: 10 tests\n- Passed: 10\n- Failed: 0\n", "- Total: 10 tests\n- Passed: 12\n"]],
				}),
				findings: [
					"H-1/H-1_RESULTS.md:16:1 Not stated: failed.",
					"H-1/H-1_RESULTS.md:17:10 10 tests in total, but 12 that passed, failed or were skipped.",
				],
			},
			{
				title: "The figures do not add up",
				files: sampleArchive({ results: [["- Total: 10 tests", "- Total: 11 tests"]] }),
				findings: ["H-1/H-1_RESULTS.md:17:10 11 tests in total, but 10 passed, 0 failed and 0 skipped make 10."],
			},
		],
	},
	*check(subject) {
		const section = resultsSection(subject, "testResults");
		if ("verdict" in section) return yield section;
		const { parsed, record } = subject;
		// A cleanup may have no package of its own; the standard knows no such exception, so a person decides.
		if (section.notApplicable !== null)
			return yield {
				verdict: "needs-human",
				statement: "exempt",
				place: linePlace(parsed, section.notApplicable),
			};
		const total = record.facts["tests.total"];
		if (section.heading.keys.includes("fullRegression") && (!total || total.state === "not-stated"))
			return yield { messageId: "regression", place: linePlace(parsed, section.heading.line) };
		yield* testRun(subject, "tests", section);
	},
});
