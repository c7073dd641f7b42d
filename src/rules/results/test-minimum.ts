import { factValue } from "#model/facts.ts";
import { because } from "#words/because.ts";
import { archiveRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { lineStart } from "../shared/archive-facts.ts";
import { pairsOf } from "../shared/handoff-pairs.ts";
import { isSource, minimumFor } from "../shared/source-files.ts";

export default archiveRule({
	id: "results/test-minimum",
	source: { standard: "BHS", section: "Required Sections, 6. Test Plan" },
	severity: "error",
	requires: "The package has as many tests as its size needs and as its spec plans.",
	why: "A plan with enough tests is worth nothing when fewer were written.",
	remedy: "Write the tests that are missing, run all of them and state the new figures.",
	messages: {
		few: "{total} tests ran; a {size} package with {sources} source files needs {needed}.",
		fewForOne: "{total} tests ran; a {size} package with 1 source file needs {needed}.",
		planned: "{total} tests ran, {planned} are planned.",
	},
	statements: {
		untold: "The total of this package's tests is not stated or unclear.",
		unclear: "The number of source files is not clear, and {count} tests do not suffice for every size.",
		nothing: "The spec plans no source file and no test.",
		enough: "{count} tests ran, {planned} are planned.",
	},
	examples: {
		valid: [{ title: "Ten planned, ten run", files: sampleArchive() }],
		invalid: [
			{
				title: "Fewer than planned",
				files: sampleArchive({
					spec: [
						["| `test_close_twice`", "| `test_close_thrice` | third close | nothing happens |\n| `test_close_twice`"],
					],
				}),
				findings: ["H-1/H-1_RESULTS.md:17:1 10 tests ran, 11 are planned."],
			},
			{
				title: "Fewer than three source files need",
				files: sampleArchive({
					spec: [
						[
							"| `reader.py` | `_staging/PKG-GAUGE-001/` | CREATE |",
							"| `reader.py` | `_staging/PKG-GAUGE-001/` | CREATE |\n| `port.py` | `_staging/PKG-GAUGE-001/` | CREATE |\n| `rate.py` | `_staging/PKG-GAUGE-001/` | CREATE |",
						],
						[
							"| `reader.py` | library |",
							"| `reader.py` | library |\n| `port.py` | library |\n| `rate.py` | library |",
						],
					],
				}),
				findings: ["H-1/H-1_RESULTS.md:17:1 10 tests ran; a medium package with 3 source files needs 25."],
			},
			{
				title: "Fewer than the size needs",
				files: sampleArchive({
					results: [["- Total: 10 tests\n- Passed: 10", "- Total: 9 tests\n- Passed: 9"]],
					spec: [["| `test_close_twice` | close after close | nothing happens |\n", ""]],
				}),
				findings: ["H-1/H-1_RESULTS.md:17:1 9 tests ran; a small package with 1 source file needs 10."],
			},
		],
	},
	*check(subject) {
		for (const pair of pairsOf(subject)) {
			if ("verdict" in pair) {
				yield pair;
				continue;
			}
			const { spec, plan, results, standard } = pair;
			const handoff = pair.handoff.id;
			const fact = results.facts["tests.total"];
			if (!fact || !("value" in fact)) {
				yield { verdict: "not-applicable", statement: "untold", handoff };
				continue;
			}
			const assets = plan.packages.flatMap((one) => one.assets);
			const written = plan.files.filter(
				({ action }) => action === null || standard.spec.actions.some(({ key, writes }) => key === action && writes),
			);
			const files = (plan.files.length > 0 ? written : assets).map(({ path }) => isSource(path, assets, standard));
			const sources = files.filter((source) => source === true).length;
			const needed = minimumFor(sources, standard);
			const planned = factValue(spec.facts.plannedTests) ?? 0;
			const total = fact.value;
			const place = lineStart(results.path, fact.line);
			const plannedIn = spec.facts.plannedTests;
			const related =
				plannedIn && "line" in plannedIn
					? [{ place: lineStart(spec.path, plannedIn.line), ...because("plannedTests", { count: planned }) }]
					: [];
			const most = standard.spec.testMinimums.at(-1)?.tests ?? 0;
			if (total < planned) yield { messageId: "planned", place, handoff, data: { total, planned }, related };
			else if (needed && total < needed.tests)
				yield {
					messageId: sources === 1 ? "fewForOne" : "few",
					place,
					handoff,
					data: { total, size: needed.size, sources, needed: needed.tests },
					related,
				};
			else if (files.includes(null) && total < most)
				yield {
					verdict: "could-not-evaluate",
					statement: "unclear",
					data: { count: total },
					place,
					handoff,
				};
			else if (!needed && planned === 0) yield { verdict: "not-applicable", statement: "nothing", handoff };
			else yield { verdict: "pass", statement: "enough", data: { count: total, planned }, place, handoff };
		}
	},
});
