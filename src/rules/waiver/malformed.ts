import { archiveRule } from "../judging/rule.ts";
import { waiverFile } from "../samples/exceptions.ts";
import { namesSeveral, nearestHandoff } from "../shared/named-handoffs.ts";

export default archiveRule({
	id: "waiver/malformed",
	binding: true,
	judges: "exceptions",
	source: { standard: "PUB", section: "Waivers" },
	severity: "error",
	requires: "A waiver names a rule, handoffs of the archive, an owner, a reason and its last day.",
	why: "A waiver that cannot be read holds for nothing, and one for a handoff that does not exist was meant for another.",
	remedy: "Correct the entry; every waiver has the keys rule, handoffs, owner, reason and expires.",
	messages: {
		problem: "This is no valid waiver: {problem}.",
		asked: "This is no valid waiver ({problem}).",
		range: 'The range "{handoffs}" does not run from a lower to a higher number of the same kind of id.',
		unknown: 'There is no handoff "{handoffs}" in the archive.',
		several: '"{handoffs}" is no handoff; write several as a list, [H-1, H-4], and a range as H-1..H-4.',
		near: 'There is no handoff "{handoffs}"; did you mean "{near}"?',
	},
	examples: {
		valid: [{ title: "A waiver of one handoff", files: waiverFile({}) }],
		invalid: [
			{
				title: "A day that does not exist",
				files: waiverFile({ expires: "2027-02-31" }),
				findings: [
					"handoffs.waivers.yaml:6:14 This is no valid waiver: waivers[0].expires: must be a day that exists, in the form 2026-12-31.",
				],
			},
			{
				title: "A rule that does not exist",
				files: waiverFile({ rule: "spec/section-mising" }),
				findings: [
					'handoffs.waivers.yaml:2:11 This is no valid waiver (there is no rule "spec/section-mising"; did you mean "spec/section-missing"?).',
				],
			},
			{
				title: "A handoff of another archive",
				files: waiverFile({ handoffs: "INTEGRATION-9" }),
				findings: ['handoffs.waivers.yaml:3:15 There is no handoff "INTEGRATION-9" in the archive.'],
			},
			{
				title: "Two handoffs that are no list",
				files: waiverFile({ handoffs: "H-1, H-2" }),
				findings: [
					'handoffs.waivers.yaml:3:15 "H-1, H-2" is no handoff; write several as a list, [H-1, H-4], and a range as H-1..H-4.',
				],
			},
			{
				title: "A range that runs backwards, and an id in another spelling",
				files: waiverFile({ handoffs: "[H-3..H-1, HANDOFF-1]" }),
				findings: [
					'handoffs.waivers.yaml:3:16 The range "H-3..H-1" does not run from a lower to a higher number of the same kind of id.',
					'handoffs.waivers.yaml:3:26 There is no handoff "HANDOFF-1"; did you mean "H-1"?',
				],
			},
		],
	},
	*check({ exceptions, handoffs }) {
		const { problems = [], accounts = [] } = exceptions?.waivers ?? {};
		for (const { place, message, said = [{ text: message }] } of problems)
			yield {
				messageId: message.endsWith("?") ? "asked" : "problem",
				place,
				data: { problem: { term: message, said } },
			};
		for (const { text, place, fault } of accounts.flatMap(({ parts }) => parts)) {
			if (fault === "no-range") yield { messageId: "range", place, data: { handoffs: text } };
			if (fault !== "unknown") continue;
			if (namesSeveral(text)) {
				yield { messageId: "several", place, data: { handoffs: text } };
				continue;
			}
			const near = nearestHandoff(text, handoffs);
			if (near === null) yield { messageId: "unknown", place, data: { handoffs: text } };
			else yield { messageId: "near", place, data: { handoffs: text, near } };
		}
	},
});
