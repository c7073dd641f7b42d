import { talliesIn } from "#extract/results/reported/reported.ts";
import { because, term } from "#words/because.ts";
import { linePlace } from "../judging/places.ts";
import { documentRule } from "../judging/rule.ts";
import { sampleArchive, sampleNote } from "../samples/handoff.ts";
import { figurePlace } from "../shared/results-sections.ts";

const skipped = "- Skipped: 0\n- Command: `python3 -m pytest _staging/PKG-GAUGE-001 -v`";
const table = (total: number) =>
	`${skipped}\n\n| Module | Tests |\n|---|---|\n| reader | 6 |\n| port | 4 |\n| **Total** | **${total}** |`;

export default documentRule({
	id: "results/sums",
	kinds: ["results"],
	source: { standard: "BHS", section: "Results File" },
	severity: "warning",
	requires: "A total is the sum of the parts that stand beside it.",
	why: "Parts that do not make the total show that one of the two was written from memory.",
	remedy: "Count again and correct the total or the part that is wrong; name what the list leaves out.",
	messages: {
		table: "The total of {what} is {stated}, but the rows above make {counted}.",
		parts: "{stated} {what}, it says, but the parts make {counted}.",
		twice: "{stated} {what}, it says here, and {counted} elsewhere.",
		difference: "A difference of {stated}, it says, but the two figures beside it differ by {counted}.",
		rate: "{stated} % passed, it says, but {what} did.",
	},
	statements: {
		none: "No total is split into parts.",
		agree: "Totals and their parts agree.",
		elsewhere: "{count} {what}",
		parts: "the parts make {count}",
	},
	examples: {
		valid: [
			{ title: "A table that adds up", files: sampleArchive({ results: [[skipped, table(10)]] }) },
			{
				title: "Parts in brackets",
				files: sampleArchive({ results: [["- Total: 10 tests", "- Total: 10 tests (6 reader + 4 port)"]] }),
			},
		],
		invalid: [
			{
				title: "Parts in brackets that make another figure",
				files: sampleArchive({ results: [["- Total: 10 tests", "- Total: 10 tests (6 reader + 3 port)"]] }),
				findings: ["H-1/H-1_RESULTS.md:17:10 10 tests, it says, but the parts make 9."],
			},
			{
				title: "Two figures for the same",
				files: sampleArchive({
					results: [
						["- Total: 10 tests", "- Total: 10 tests over 2 new packages"],
						["- Packages installed: 2\n- Total", "- Packages installed: 2 (1 existing + 1 new)\n- Total"],
					],
				}),
				findings: ["H-1/H-1_RESULTS.md:17:24 2 new packages, it says here, and 1 elsewhere."],
			},
			{
				title: "A pass rate of another run",
				files: sampleArchive({
					results: [["- Passed: 24\n- Failed: 0", "- Passed: 23\n- Failed: 1\n- Pass rate: 100%"]],
				}),
				findings: ["H-1/H-1_RESULTS.md:27:14 100 % passed, it says, but 23 of 24 did."],
			},
			{
				title: "A difference of two figures",
				files: sampleArchive({
					results: [[sampleNote, "- The suite grew from 14 to 24 tests, 9 more than before."]],
				}),
				findings: ["H-1/H-1_RESULTS.md:45:39 A difference of 9, it says, but the two figures beside it differ by 10."],
			},
			{
				title: "A sentence that skips tests",
				files: sampleArchive({
					results: [[skipped, `${skipped}\n\nTwo of these tests are skipped.`]],
				}),
				findings: ["H-1/H-1_RESULTS.md:23:1 2 skipped, it says here, and 0 elsewhere."],
			},
			{
				title: "A table whose total is another",
				files: sampleArchive({
					results: [
						[
							"Skipped: 0\n- Command: `python3 -m pytest _staging/PKG-GAUGE-001 -v`\n",
							`Skipped: 0\n- Command: \`python3 -m pytest _staging/PKG-GAUGE-001 -v\`\n\n### By file\n\n| File | Lines |\n|---|---|\n| reader | 60 |\n| port | 40 |\n| Total | 110 |\n`,
						],
					],
				}),
				findings: ["H-1/H-1_RESULTS.md:29:11 The total of Lines is 110, but the rows above make 100."],
			},
		],
	},
	*check({ parsed }) {
		const tallies = talliesIn(parsed).filter(({ kind }) => kind !== "list");
		let wrong = 0;
		for (const { kind, what, stated, counted, line, listLine } of tallies) {
			if (stated === counted) continue;
			wrong++;
			yield {
				messageId: kind === "list" ? "parts" : kind,
				place: figurePlace(parsed, line, stated),
				data: { what: what || term("inAll"), stated, counted },
				related:
					listLine === line
						? []
						: [
								{
									place: linePlace(parsed, listLine),
									...(kind === "rate"
										? because("passedTests", { count: counted })
										: {
												statement: kind === "twice" ? ("elsewhere" as const) : ("parts" as const),
												data: { count: counted, what },
											}),
								},
							],
			};
		}
		const [first] = tallies;
		if (!first) yield { verdict: "not-applicable", statement: "none" };
		else if (wrong === 0) yield { verdict: "pass", statement: "agree", place: linePlace(parsed, first.line) };
	},
});
