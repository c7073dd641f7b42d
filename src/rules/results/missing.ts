import type { Handoff } from "#model/archive.ts";
import { pathOf, relatedFiles } from "../archive-facts.ts";
import { filePlace } from "../places.ts";
import { archiveRule } from "../rule.ts";
import { sampleArchive, samplePaths } from "../sample.ts";

const sample = sampleArchive();

export default archiveRule({
	id: "results/missing",
	source: { standard: "BHS", section: "Results File" },
	severity: "error",
	requires: "A handoff has RESULTS before any later one has.",
	why: "Handoffs were once accepted without RESULTS, and the next builders started from a state that nobody had recorded.",
	remedy: "Write the RESULTS of {handoff}, or mark it as superseded or abandoned in the waivers.",
	messages: { missing: "{handoff} has no RESULTS, though {later}, which comes later, has." },
	examples: {
		valid: [
			{ title: "RESULTS are there", files: sample },
			{
				title: "The last handoff is open",
				files: { ...sample, "H-2/H-2_BUILDER_HANDOFF.md": "# H-2: Tide table\n" },
			},
		],
		invalid: [
			{
				title: "A later handoff has RESULTS",
				files: {
					[samplePaths.spec]: sample[samplePaths.spec] ?? "",
					"H-2/H-2_BUILDER_HANDOFF.md": "# H-2: Tide table\n",
					"H-2/H-2_RESULTS.md": "# Results: H-2\n",
				},
				findings: ["H-1/H-1_BUILDER_HANDOFF.md H-1 has no RESULTS, though H-2, which comes later, has."],
			},
		],
	},
	*check({ handoffs }) {
		let later: Handoff | undefined;
		for (const handoff of handoffs.toSorted((a, b) => b.order - a.order)) {
			const results = pathOf(handoff, ["results"]);
			if (results !== undefined) {
				later = handoff;
				continue;
			}
			const path = pathOf(handoff, ["spec", "prompt"]);
			if (path === undefined) continue;
			if (!later) {
				yield { verdict: "not-applicable", reason: `${handoff.id} is open.`, handoff: handoff.id };
				continue;
			}
			yield {
				messageId: "missing",
				place: filePlace(path),
				handoff: handoff.id,
				data: { handoff: handoff.id, later: later.id },
				related: relatedFiles([pathOf(later, ["results"]) ?? path], "the later RESULTS"),
			};
		}
	},
});
