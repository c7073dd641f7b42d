import { filePlace } from "../judging/places.ts";
import { archiveRule } from "../judging/rule.ts";
import { debtFile, formerDebtFile } from "../samples/exceptions.ts";
import { sampleArchive } from "../samples/handoff.ts";

export default archiveRule({
	id: "debt/grown",
	binding: true,
	judges: "exceptions",
	source: { standard: "PUB", section: "Debt" },
	severity: "error",
	requires: "The debt file records no more than its former state did.",
	why: "A debt that may grow is no limit: each new violation would be recorded instead of mended.",
	remedy:
		"Mend the new findings, or waive them with owner, reason and last day; take the debt file from the former state.",
	messages: {
		grown: "The debt of {rule} in {document} grew from {before} to {now}.",
	},
	examples: {
		valid: [
			{
				title: "A debt that shrank",
				files: {
					...sampleArchive(),
					...debtFile({ "spec/section-missing": 1 }),
					...formerDebtFile({ "spec/section-missing": 2 }),
				},
			},
		],
		invalid: [
			{
				title: "A debt file that was edited by hand",
				files: {
					...sampleArchive(),
					...debtFile({ "spec/section-missing": 3 }),
					...formerDebtFile({ "spec/section-missing": 2 }),
				},
				findings: [
					"handoffs.debt.json The debt of spec/section-missing in H-1/H-1_BUILDER_HANDOFF.md grew from 2 to 3.",
				],
			},
		],
	},
	*check({ exceptions }) {
		const { path = "", grown = [] } = exceptions?.debt ?? {};
		for (const data of grown) yield { messageId: "grown", place: filePlace(path), data: { ...data } };
	},
});
