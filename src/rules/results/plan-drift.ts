import type { FileComparison } from "#model/delivery.ts";
import { because, together } from "#words/because.ts";
import { archiveRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { lineStart } from "../shared/archive-facts.ts";
import { pairsOf } from "../shared/handoff-pairs.ts";

export default archiveRule({
	id: "results/plan-drift",
	source: { standard: "BHS", section: "Required Sections, 9. Files Summary" },
	severity: "info",
	requires: "RESULTS lists the files that the spec plans, and no others.",
	why: "A file that was planned and not written, or written and not planned, is a deviation that the reviewer should know of.",
	remedy:
		"Correct the list of files in RESULTS if it is wrong; else name {path} under Issues Encountered and say there why the work differs from the plan.",
	messages: {
		missing: "{path} is planned, and RESULTS does not list it.",
		unplanned: "{path} is listed, and the spec does not plan it.",
	},
	statements: {
		listed: "RESULTS lists the files that the spec plans.",
		told: "Where RESULTS lists other files than the spec plans, Issues Encountered speaks of them.",
	},
	examples: {
		valid: [
			{ title: "As planned", files: sampleArchive() },
			{
				title: "A file that was not planned, and why it was needed",
				files: sampleArchive({
					results: [
						[
							"## Files Modified\n",
							`- _staging/PKG-GAUGE-001/port.py (SHA256: sha256:${"e".repeat(64)})\n\n## Files Modified\n`,
						],
						["## Issues Encountered\n", "## Issues Encountered\n- The port needed a file of its own, `port.py`.\n"],
					],
				}),
			},
		],
		invalid: [
			{
				title: "A file that was not planned",
				files: sampleArchive({
					results: [
						[
							"## Files Modified\n",
							`- _staging/PKG-GAUGE-001/port.py (SHA256: sha256:${"e".repeat(64)})\n\n## Files Modified\n`,
						],
					],
				}),
				findings: ["H-1/H-1_RESULTS.md:10:1 _staging/PKG-GAUGE-001/port.py is listed, and the spec does not plan it."],
			},
			{
				title: "A planned file that is not listed",
				files: sampleArchive({
					results: [[`- _staging/PKG-GAUGE-001/manifest.json (SHA256: sha256:${"c".repeat(64)})\n`, ""]],
				}),
				findings: [
					"H-1/H-1_BUILDER_HANDOFF.md:83:1 _staging/PKG-GAUGE-001/manifest.json is planned, and RESULTS does not list it.",
				],
			},
		],
	},
	*check(subject) {
		const deliveries = new Map(subject.deliveries.map((delivery) => [delivery.handoff, delivery.files]));
		for (const pair of pairsOf(subject)) {
			if ("verdict" in pair) {
				yield pair;
				continue;
			}
			const handoff = pair.handoff.id;
			const delivery = deliveries.get(handoff);
			if (!delivery?.compared) {
				yield { verdict: "not-applicable", ...(delivery ? together(delivery) : because("resultsListNoFile")), handoff };
				continue;
			}
			let drifts = false;
			let issue: FileComparison["told"];
			for (const { path, planned, delivered, told } of delivery.files) {
				if (planned && delivered) continue;
				issue ??= told;
				if (told) continue;
				drifts = true;
				if (planned)
					yield { messageId: "missing", place: lineStart(planned.path, planned.line), handoff, data: { path } };
				else if (delivered)
					yield { messageId: "unplanned", place: lineStart(delivered.path, delivered.line), handoff, data: { path } };
			}
			if (drifts) continue;
			yield issue
				? { verdict: "pass", statement: "told", place: lineStart(issue.path, issue.line), handoff }
				: { verdict: "pass", statement: "listed", handoff };
		}
	},
});
