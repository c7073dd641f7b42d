import { meaningOf } from "#model/ids.ts";
import { filePlace } from "../judging/places.ts";
import { archiveRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { pathOf, unreadHandoffs } from "../shared/archive-facts.ts";

export default archiveRule({
	id: "layout/parent",
	source: { standard: "BHS", section: "File Organization" },
	severity: "error",
	requires: "The handoff that a follow-up follows is in the archive.",
	why: "A follow-up mends or extends something. Without the handoff it follows, nobody can say what was there before.",
	remedy: "Add the documents of {parent}, or give {handoff} the number of the handoff that it follows.",
	messages: { orphan: "{handoff} follows {parent}, which is not in the archive." },
	statements: {
		noFollowUp: "{handoff} is no follow-up.",
	},
	examples: {
		valid: [
			{
				title: "Handoff and follow-up",
				files: { ...sampleArchive(), "H-1A/H-1A_BUILDER_HANDOFF.md": "# H-1A: Fix\n" },
			},
		],
		invalid: [
			{
				title: "A follow-up of nothing",
				files: { ...sampleArchive(), "H-2A/H-2A_BUILDER_HANDOFF.md": "# H-2A: Fix\n" },
				findings: ["H-2A/H-2A_BUILDER_HANDOFF.md H-2A follows H-2, which is not in the archive."],
			},
		],
	},
	*check(subject) {
		const { handoffs, standards } = subject;
		const known = new Set([...handoffs, ...unreadHandoffs(subject)].map(({ id }) => id));
		for (const handoff of handoffs) {
			const { id, parent } = handoff;
			if (parent === null) {
				yield { verdict: "not-applicable", statement: "noFollowUp", data: { handoff: id }, handoff: id };
				continue;
			}
			// H-31A-1 may hang on H-31A or, where parts are numbered straight from the handoff, on H-31.
			let ancestor: string | null = parent;
			while (ancestor !== null && !known.has(ancestor)) ancestor = meaningOf(ancestor, standards).parent;
			const path = pathOf(handoff, ["spec", "results", "prompt", "other"]);
			if (ancestor === null && path !== undefined)
				yield { messageId: "orphan", place: filePlace(path), handoff: id, data: { handoff: id, parent } };
		}
	},
});
