import { filePlace } from "../judging/places.ts";
import { archiveRule } from "../judging/rule.ts";
import { debtFile } from "../samples/exceptions.ts";
import { sampleArchive } from "../samples/handoff.ts";

export default archiveRule({
	id: "debt/shrunk",
	binding: true,
	judges: "exceptions",
	source: { standard: "PUB", section: "Debt" },
	severity: "info",
	requires: "The debt file records what is still there, and no more.",
	why: "What has been mended and stays recorded leaves room for as many new violations.",
	remedy: "Run `handoffs baseline` to record it.",
	messages: {
		shrunk: "The debt shrank by {count}.",
	},
	examples: {
		valid: [{ title: "Nothing recorded, nothing found", files: { ...sampleArchive(), ...debtFile({}) } }],
		invalid: [
			{
				title: "A section that was missing when the debt was recorded",
				files: { ...sampleArchive(), ...debtFile({ "spec/section-missing": 3 }) },
				findings: ["handoffs.debt.json The debt shrank by 3."],
			},
		],
	},
	*check({ exceptions }) {
		const { path = "", shrunk = 0 } = exceptions?.debt ?? {};
		if (shrunk > 0) yield { messageId: "shrunk", place: filePlace(path), data: { count: shrunk } };
	},
});
