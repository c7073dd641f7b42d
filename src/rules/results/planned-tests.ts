import { because } from "#words/because.ts";
import { archiveRule } from "../judging/rule.ts";
import { sampleArchive, sampleNote } from "../samples/handoff.ts";
import { lineStart } from "../shared/archive-facts.ts";
import { pairsOf } from "../shared/handoff-pairs.ts";

const some = [
	"test_latest_before_first_poll",
	"test_latest_after_poll",
	"test_poll_replaces_reading",
	"test_poll_keeps_time",
	"test_poll_rejects_noise",
	"test_poll_counts_noise",
	"test_port_from_config",
	"test_rate_from_config",
];

export default archiveRule({
	id: "results/planned-tests",
	source: { standard: "BHS", section: "Required Sections, 6. Test Plan" },
	severity: "warning",
	requires: "Where all planned tests are said to be written, they are the spec's, in number and by name.",
	why: "A planned test that was never written is a behaviour that nobody checks; the sentence hides it.",
	remedy: "Write the missing tests, or say in RESULTS which of the planned ones were left out and why.",
	messages: {
		count: "All {claimed} planned tests were written, it says, but the spec plans {planned}.",
		missing: "All planned tests were written, it says, but RESULTS names {count} of them and not {names}.",
	},
	statements: {
		silent: "It does not say that all planned tests were written.",
		named: "RESULTS names every planned test.",
		unnamed: "RESULTS says that all planned tests were written, and does not name them.",
	},
	examples: {
		valid: [
			{ title: "No such claim", files: sampleArchive() },
			{
				title: "All that are planned",
				files: sampleArchive({ results: [[sampleNote, "- All 10 planned tests were written."]] }),
			},
		],
		invalid: [
			{
				title: "More than are planned",
				files: sampleArchive({ results: [[sampleNote, "- All 14 planned tests were written."]] }),
				findings: ["H-1/H-1_RESULTS.md:45:1 All 14 planned tests were written, it says, but the spec plans 10."],
			},
			{
				title: "One that is not named",
				files: sampleArchive({
					results: [[sampleNote, `- All planned tests were written: ${some.join(", ")}.`]],
				}),
				findings: [
					"H-1/H-1_RESULTS.md:45:1 All planned tests were written, it says, but RESULTS names 8 of them and not test_close_releases_port, test_close_twice.",
				],
			},
		],
	},
	*check(subject) {
		for (const pair of pairsOf(subject)) {
			if ("verdict" in pair) {
				yield pair;
				continue;
			}
			const { plan, spec, results } = pair;
			const handoff = pair.handoff.id;
			const claim = results.reported?.allPlanned;
			if (!claim || plan.tests.length === 0) {
				yield { verdict: "not-applicable", statement: "silent", handoff };
				continue;
			}
			const planned = new Set(plan.tests.map(({ name }) => name)).size;
			const place = lineStart(results.path, claim.line);
			const related = [
				{ place: lineStart(spec.path, plan.tests[0]?.line ?? 1), ...because("plannedTests", { count: planned }) },
			];
			const named = new Set(claim.named);
			const missing = plan.tests.filter(({ name }) => !named.has(name));
			if (claim.count !== null && claim.count !== planned)
				yield { messageId: "count", place, handoff, data: { claimed: claim.count, planned }, related };
			// RESULTS that names few of them lists no tests at all.
			else if (missing.length > 0 && missing.length * 2 <= plan.tests.length) {
				const names = missing.map(({ name }) => name).join(", ");
				const count = plan.tests.length - missing.length;
				yield { messageId: "missing", place, handoff, data: { count, names }, related };
			} else if (missing.length === 0) yield { verdict: "pass", statement: "named", place, handoff };
			else
				yield {
					verdict: "needs-human",
					statement: "unnamed",
					place,
					handoff,
				};
		}
	},
});
