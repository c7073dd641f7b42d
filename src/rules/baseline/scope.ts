import { rootInWords } from "#extract/results/runs/scope.ts";
import { lexiconOf } from "#extract/results/text/lexicon.ts";
import { term } from "#words/because.ts";
import { linePlace } from "../judging/places.ts";
import { documentRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";

const command = "- Command: `python3 -m pytest _staging/ -v`";

export default documentRule({
	id: "baseline/scope",
	kinds: ["results"],
	source: { standard: "BHS", section: "Baseline Snapshot (MANDATORY)" },
	severity: "warning",
	requires: "The baseline's total counts what it says it counts.",
	why: "A total over the installed root and one over all staged packages are two different figures. Under the wrong name it is compared with the wrong one.",
	remedy: "Name the total after the run it comes from, or run the tests that it names and write down their total.",
	messages: { other: 'The total is called "{words}", but the run with the same total was over the {root} root.' },
	statements: {
		unnamed: "The baseline's total names no scope, or no run with its command has the same total.",
		agrees: 'The total is called "{words}", and nothing speaks against it.',
		command: "the command of the run",
	},
	examples: {
		valid: [{ title: "All staged packages, as run", files: sampleArchive() }],
		invalid: [
			{
				title: "Called staged, run from the installed root",
				files: sampleArchive({ results: [[command, '- Command: `python3 -m pytest "$INSTALL_ROOT/HOT/tests/" -v`']] }),
				findings: [
					'H-1/H-1_RESULTS.md:33:1 The total is called "all staged", but the run with the same total was over the installed root.',
				],
			},
		],
	},
	*check({ parsed, record: { reported, facts }, standard }) {
		const total = facts["baseline.totalTests"];
		const scope = reported?.baseline;
		if (!scope || !total || !("value" in total) || scope.words === null || scope.commandLine === null)
			return yield {
				verdict: "not-applicable",
				statement: "unnamed",
			};
		const named = rootInWords(scope.words, lexiconOf(standard));
		const place = linePlace(parsed, total.line);
		if (named === scope.root || !isRoot(named) || !isRoot(scope.root))
			return yield {
				verdict: "pass",
				statement: "agrees",
				data: { words: scope.words },
				place,
			};
		yield {
			messageId: "other",
			place,
			data: { words: scope.words, root: term(scope.root === "staged" ? "stagingRoot" : "installedRoot") },
			related: [{ place: linePlace(parsed, scope.commandLine), statement: "command" }],
		};
	},
});

function isRoot(root: string): boolean {
	return root === "installed" || root === "staged";
}
