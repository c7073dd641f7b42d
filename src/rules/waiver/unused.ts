import { archiveRule } from "../judging/rule.ts";
import { waiverFile } from "../samples/exceptions.ts";
import { sampleArchive } from "../samples/handoff.ts";

export default archiveRule({
	id: "waiver/unused",
	binding: true,
	judges: "exceptions",
	source: { standard: "PUB", section: "Waivers" },
	severity: "warning",
	requires: "A waiver excuses something.",
	why: "A waiver that is left behind would hide the next violation of its rule.",
	remedy: "Remove the waiver, or the handoff from its list.",
	messages: {
		unused: "{rule} finds nothing in {handoffs}, so there is nothing to waive.",
		nobody: "The range {handoffs} holds no handoff of the archive.",
	},
	examples: {
		valid: [{ title: "A waiver of something missing", files: waiverFile({}) }],
		invalid: [
			{
				title: "A waiver of what has been mended since",
				files: { ...waiverFile({}), ...sampleArchive() },
				findings: [
					"handoffs.waivers.yaml:3:15 spec/section-missing finds nothing in H-1, so there is nothing to waive.",
				],
			},
			{
				title: "A range without handoffs",
				files: waiverFile({ handoffs: "[H-1, H-7..H-9]" }),
				findings: ["handoffs.waivers.yaml:3:21 The range H-7..H-9 holds no handoff of the archive."],
			},
		],
	},
	*check({ exceptions }) {
		for (const { waiver, state, parts } of exceptions?.waivers?.accounts ?? []) {
			if (state !== "holds") continue;
			for (const { text, place, handoffs, findings, fault } of parts)
				if (fault === null && findings === 0)
					yield {
						messageId: handoffs === 0 ? "nobody" : "unused",
						place,
						data: { rule: waiver.rule, handoffs: text },
					};
		}
	},
});
