import { filePlace } from "../judging/places.ts";
import { archiveRule } from "../judging/rule.ts";
import { sampleLine } from "../samples/line.ts";
import { baselinesIn, countPlace, systemComparison } from "../shared/baseline-facts.ts";

const silent = [
	["- Total: 24 tests\n- Passed: 24\n- Failed: 0\n- Skipped: 0", "- Nothing was run"],
	["- Packages installed: 2\n- Total tests (all staged): 24", "- As before"],
	["- Packages installed: 2\n- Install", "- Install"],
] as const;

export default archiveRule({
	id: "baseline/unbroken",
	source: { standard: "BHS", section: "Baseline Snapshot (MANDATORY)" },
	severity: "warning",
	requires: "The predecessor of every handoff left a baseline that can be read.",
	why: "Agent N+1 starts from agent N's baseline. Where that one is not written down, nobody can say whether anything regressed.",
	remedy: "Add packages installed and total tests to the RESULTS of {predecessor}, as they were when it was done.",
	messages: {
		none: "The predecessor {predecessor} states neither packages nor tests of the system; no other one before it is comparable.",
		other:
			"The predecessor {predecessor} states neither packages nor tests of the system; this baseline is compared with that of {other}.",
	},
	statements: {
		first: "No handoff with RESULTS was built before it.",
		unstated: "It states no baseline to compare.",
		left: "{handoff} left a baseline.",
		results: "the RESULTS of {handoff}",
	},
	examples: {
		valid: [{ title: "Each with its baseline", files: sampleLine([], []) }],
		invalid: [
			{
				title: "The first one says nothing",
				files: sampleLine(silent, []),
				findings: [
					"H-2/H-2_RESULTS.md:32:1 The predecessor H-1 states neither packages nor tests of the system; no other one before it is comparable.",
				],
			},
			{
				title: "The one between says nothing",
				files: sampleLine([], silent, []),
				findings: [
					"H-3/H-3_RESULTS.md:32:1 The predecessor H-2 states neither packages nor tests of the system; this baseline is compared with that of H-1.",
				],
			},
		],
	},
	*check(subject) {
		const byId = new Map(subject.baselines.map((baseline) => [baseline.handoff, baseline]));
		for (const baseline of baselinesIn(subject)) {
			if ("verdict" in baseline) {
				yield baseline;
				continue;
			}
			const { handoff, predecessor } = baseline;
			const tests = systemComparison(baseline, "tests");
			const own = systemComparison(baseline, "packages") ?? (tests?.count.section === "baseline" ? tests : undefined);
			const before = predecessor ? byId.get(predecessor.id) : undefined;
			if (!own || !before?.results) {
				yield { verdict: "not-applicable", statement: own ? "first" : "unstated", handoff };
				continue;
			}
			if (systemComparison(before, "packages") || systemComparison(before, "tests")) {
				yield {
					verdict: "pass",
					statement: "left",
					data: { handoff: before.handoff },
					place: filePlace(before.results),
					handoff,
				};
				continue;
			}
			const other = own.against?.handoff;
			yield {
				messageId: other === undefined ? "none" : "other",
				decides: "could-not-evaluate",
				place: countPlace(own),
				handoff,
				data: { predecessor: before.handoff, ...(other !== undefined && { other }) },
				related: [{ place: filePlace(before.results), statement: "results", data: { handoff: before.handoff } }],
			};
		}
	},
});
