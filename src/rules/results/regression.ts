import { linePlace } from "../judging/places.ts";
import { documentRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { resultsSection } from "../shared/results-sections.ts";
import { testRun, testRunMessages } from "../shared/test-runs.ts";
import { narrowingOf } from "../shared/test-scope.ts";

const command = "- Command: `python3 -m pytest _staging/ -v`";

const messages = {
	...testRunMessages,
	notApplicable: "The section says that it does not apply; the full regression is mandatory.",
	selects: '"{words}" leaves tests out; whether those packages may be left out is for a person to judge.',
	folders:
		'The command runs "{words}" and not the staging root; whether that covers all staged packages is for a person to judge.',
	severalFolders:
		'The command runs {count} places, "{words}" first, and not the staging root; whether they cover all staged packages is for a person to judge.',
	words: 'The run is called "{words}"; whether it covers all staged packages is for a person to judge.',
} as const;

export default documentRule<keyof typeof messages>({
	id: "results/regression",
	kinds: ["results"],
	source: { standard: "BHS", section: "Full Regression Test (MANDATORY)" },
	severity: "error",
	requires: "The full regression over all staged packages states total, passed, failed, skipped and the command.",
	why: "A package's own tests do not show what it broke elsewhere; only the run over all staged packages does.",
	remedy:
		"Run the tests of all staged packages and write the lines `- Total: N tests`, `- Passed: N`, `- Failed: N`, `- Skipped: N` and `- Command: …`. A package that is left out needs a reason.",
	messages,
	examples: {
		valid: [
			{ title: "The staging root as a whole", files: sampleArchive() },
			{
				title: "An archive holds no test that could be left out",
				files: sampleArchive({
					results: [[command, "- Command: `python3 -m pytest _staging/ -v --ignore=_staging/BOOTSTRAP.tar.gz`"]],
				}),
			},
			{
				title: "Failures may be there, as long as they are counted",
				files: sampleArchive({ results: [["- Passed: 24\n- Failed: 0", "- Passed: 23\n- Failed: 1"]] }),
			},
		],
		invalid: [
			{
				title: "More passed than there are",
				files: sampleArchive({
					results: [["- Total: 24 tests\n- Passed: 24\n- Failed: 0\n", "- Total: 24 tests\n- Passed: 25\n"]],
				}),
				findings: [
					"H-1/H-1_RESULTS.md:23:1 Not stated: failed.",
					"H-1/H-1_RESULTS.md:24:10 24 tests in total, but 25 that passed, failed or were skipped.",
				],
			},
			{
				title: "Two runs and no sum",
				files: sampleArchive({
					results: [
						[
							"- Total: 24 tests\n- Passed: 24\n- Failed: 0\n- Skipped: 0\n",
							"### Reader\n- Total: 20 tests\n- Passed: 20\n- Failed: 0\n- Skipped: 0\n\n### Port\n- Total: 4 tests\n- Passed: 4\n- Failed: 0\n- Skipped: 0\n",
						],
					],
				}),
				findings: [
					"H-1/H-1_RESULTS.md:23:1 2 runs are reported and none for all of them, so the figures cannot be read.",
				],
			},
			{
				title: "A figure that may be another",
				files: sampleArchive({ results: [["- Total: 24 tests", "- Total: about 24 tests"]] }),
				findings: ['H-1/H-1_RESULTS.md:24:1 The total is unclear: "about 24 tests" is an approximation.'],
			},
			{
				title: "It does not apply, it says",
				files: sampleArchive({
					results: [
						[
							"- Total: 24 tests\n- Passed: 24\n- Failed: 0\n- Skipped: 0\n- Command: `python3 -m pytest _staging/ -v`\n- New",
							"- N/A, nothing else is staged.\n- New",
						],
					],
				}),
				findings: [
					"H-1/H-1_RESULTS.md:24:1 The section says that it does not apply; the full regression is mandatory.",
				],
			},
			{
				title: "A run that calls itself scoped",
				files: sampleArchive({ results: [["Test — ALL STAGED PACKAGES", "Test — scoped to two packages"]] }),
				findings: [
					'H-1/H-1_RESULTS.md:23:27 The run is called "scoped"; whether it covers all staged packages is for a person to judge.',
				],
			},
			{
				title: "The command is left out",
				files: sampleArchive({ results: [[`${command}\n`, ""]] }),
				findings: ["H-1/H-1_RESULTS.md:23:1 Not stated: command."],
			},
			{
				title: "The figures do not add up",
				files: sampleArchive({
					results: [
						["- Total: 24 tests", "- Total: 26 tests"],
						["Total tests (all staged): 24", "Total tests (all staged): 26"],
					],
				}),
				findings: ["H-1/H-1_RESULTS.md:24:10 26 tests in total, but 24 passed, 0 failed and 0 skipped make 24."],
			},
			{
				title: "A package is left out",
				files: sampleArchive({
					results: [[command, "- Command: `python3 -m pytest _staging/ -v --ignore=_staging/PKG-BUOY-001`"]],
				}),
				findings: [
					'H-1/H-1_RESULTS.md:28:44 "--ignore=_staging/PKG-BUOY-001" leaves tests out; whether those packages may be left out is for a person to judge.',
				],
			},
			{
				title: "Only some packages are run",
				files: sampleArchive({
					results: [[command, "- Command: `python3 -m pytest PKG-CLOCK-001 PKG-GAUGE-001 PKG-BUOY-001 -v`"]],
				}),
				findings: [
					'H-1/H-1_RESULTS.md:28:31 The command runs 3 places, "PKG-CLOCK-001" first, and not the staging root; whether they cover all staged packages is for a person to judge.',
				],
			},
			{
				title: "Words in place of folders",
				files: sampleArchive({ results: [[command, "- Command: `python3 -m pytest [tests of both packages] -v`"]] }),
				findings: [
					'H-1/H-1_RESULTS.md:28:31 The command runs "[tests of both packages]" and not the staging root; whether that covers all staged packages is for a person to judge.',
				],
			},
			{
				title: "A folder in quotes",
				files: sampleArchive({ results: [[command, '- Command: `python3 -m pytest "$ROOT/PKG-CLOCK-001" -v`']] }),
				findings: [
					'H-1/H-1_RESULTS.md:28:31 The command runs "$ROOT/PKG-CLOCK-001" and not the staging root; whether that covers all staged packages is for a person to judge.',
				],
			},
		],
	},
	*check(subject) {
		const section = resultsSection(subject, "fullRegression");
		if ("verdict" in section) return yield section;
		const { parsed, record, standard } = subject;
		if (section.notApplicable !== null)
			return yield { messageId: "notApplicable", place: linePlace(parsed, section.notApplicable) };
		const narrowing = narrowingOf(record, section.heading, standard);
		for (const outcome of testRun(subject, "regression", section))
			if (!("verdict" in outcome) || !narrowing) yield outcome;
		if (narrowing)
			yield {
				messageId: narrowing.further > 0 ? "severalFolders" : narrowing.reason,
				severity: "warning",
				decides: "needs-human",
				place: linePlace(parsed, narrowing.line, narrowing.words),
				data: { words: withoutQuotes(narrowing.words), count: narrowing.further + 1 },
			};
	},
});

/** What a shell's quotes hold; the message has quotes of its own. */
function withoutQuotes(words: string): string {
	return words.replace(/^(["'])([^"']*)\1$/, "$2");
}
