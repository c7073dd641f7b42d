import { archiveRule } from "../judging/rule.ts";
import { waiverFile } from "../samples/exceptions.ts";

export default archiveRule({
	id: "waiver/refused",
	binding: true,
	judges: "exceptions",
	source: { standard: "PUB", section: "Waivers" },
	severity: "error",
	requires: "No waiver excuses unreadable documents, doubled ids or the rules about waivers and debt.",
	why: "Such a waiver would blind the gate itself: what cannot be read or told apart cannot be judged by any other rule.",
	remedy: "Remove the waiver and mend what it was to excuse.",
	messages: {
		refused: "Findings of {rule} cannot be waived.",
	},
	examples: {
		valid: [{ title: "A waiver of a rule about content", files: waiverFile({}) }],
		invalid: [
			{
				title: "A waiver of unreadable documents",
				files: waiverFile({ rule: "reading/unreadable" }),
				findings: ["handoffs.waivers.yaml:2:11 Findings of reading/unreadable cannot be waived."],
			},
			{
				title: "A waiver of the waivers' own expiry",
				files: waiverFile({ rule: "waiver/expired" }),
				findings: ["handoffs.waivers.yaml:2:11 Findings of waiver/expired cannot be waived."],
			},
		],
	},
	*check({ exceptions }) {
		for (const { waiver, state } of exceptions?.waivers?.accounts ?? [])
			if (state === "refused") yield { messageId: "refused", place: waiver.places.rule, data: { rule: waiver.rule } };
	},
});
