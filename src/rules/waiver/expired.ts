import { archiveRule } from "../judging/rule.ts";
import { waiverFile } from "../samples/exceptions.ts";

export default archiveRule({
	id: "waiver/expired",
	binding: true,
	judges: "exceptions",
	source: { standard: "PUB", section: "Waivers" },
	severity: "error",
	requires: "A waiver holds until the day it names.",
	why: "An exception that nobody looks at again becomes the rule.",
	remedy: "Mend what was waived and remove the waiver, or let its owner grant it anew with a later day.",
	messages: {
		expired: "The waiver of {rule} by {owner} expired on {expires} ({reason}).",
	},
	examples: {
		valid: [{ title: "A waiver on its last day", files: waiverFile({ expires: "2026-06-15" }) }],
		invalid: [
			{
				title: "A waiver of yesterday",
				files: waiverFile({ expires: "2026-06-14" }),
				findings: [
					"handoffs.waivers.yaml:6:14 The waiver of spec/section-missing by Ann expired on 2026-06-14 (written before the standard).",
				],
			},
		],
	},
	*check({ exceptions }) {
		for (const { waiver, state } of exceptions?.waivers?.accounts ?? []) {
			if (state !== "expired") continue;
			const { rule, owner, expires, reason, places } = waiver;
			yield { messageId: "expired", place: places.expires, data: { rule, owner, expires, reason } };
		}
	},
});
