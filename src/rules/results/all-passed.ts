import { allPassedIn } from "#extract/results/reported/reported.ts";
import { because } from "#words/because.ts";
import { linePlace } from "../judging/places.ts";
import { documentRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { figurePlace } from "../shared/results-sections.ts";

const none = "- New failures introduced by this agent: NONE";

export default documentRule({
	id: "results/all-passed",
	kinds: ["results"],
	source: { standard: "BHS", section: "Results File" },
	severity: "warning",
	requires: "Where all tests or gates are said to pass, no failure is counted beside it.",
	why: '"All pass" is what a reader takes away. Failures in brackets behind it are read by nobody.',
	remedy: 'Write how many passed and how many failed, and leave "all pass" to runs without failures.',
	messages: {
		line: "All pass, it says, and counts {failed} failures in the same line.",
		gates: "All gates pass, it says, but {failed} of those listed failed.",
		section: "All pass, it says, but the run has {failed} failures.",
	},
	statements: {
		none: "Nothing says that all tests pass where failures are counted.",
	},
	examples: {
		valid: [
			{ title: "Figures without the claim", files: sampleArchive() },
			{
				title: "All pass, and nothing failed",
				files: sampleArchive({ results: [[none, `${none}\n- All tests pass`]] }),
			},
		],
		invalid: [
			{
				title: "All pass, with failures in brackets",
				files: sampleArchive({ results: [[none, `${none}\n- Other tests: all pass (2 known failures of the port)`]] }),
				findings: ["H-1/H-1_RESULTS.md:30:26 All pass, it says, and counts 2 failures in the same line."],
			},
			{
				title: "All gates pass, and one of them failed",
				files: sampleArchive({
					results: [
						[
							"## Baseline Snapshot",
							"## Gate Check Results\n- G1: PASS\n- G2: FAIL\n- Overall: PASS (2/2 gates passed)\n\n## Baseline Snapshot",
						],
					],
				}),
				findings: ["H-1/H-1_RESULTS.md:34:1 All gates pass, it says, but 1 of those listed failed."],
			},
			{
				title: "All pass, as the title says",
				files: sampleArchive({
					results: [
						["## Full Regression Test — ALL STAGED PACKAGES", "## Full Regression Test — ALL PASSED"],
						["- Passed: 24\n- Failed: 0", "- Passed: 23\n- Failed: 1"],
					],
				}),
				findings: ["H-1/H-1_RESULTS.md:23:1 All pass, it says, but the run has 1 failures."],
			},
		],
	},
	*check({ parsed }) {
		const claims = allPassedIn(parsed);
		if (claims.length === 0) yield { verdict: "not-applicable", statement: "none" };
		for (const { line, failed, failedLine, of } of claims)
			yield line === failedLine
				? { messageId: "line", place: figurePlace(parsed, line, failed), data: { failed } }
				: {
						messageId: of ?? "section",
						place: linePlace(parsed, line),
						data: { failed },
						related: [
							{
								place: of ? linePlace(parsed, failedLine) : figurePlace(parsed, failedLine, failed),
								...because("failedTests", { count: failed }),
							},
						],
					};
	},
});
