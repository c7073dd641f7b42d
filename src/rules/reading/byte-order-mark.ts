import { documentRule } from "../judging/rule.ts";
import { documentProblems } from "../shared/reading-problems.ts";

export default documentRule({
	id: "reading/byte-order-mark",
	source: { standard: "PUB", section: "Reading" },
	severity: "info",
	requires: "A UTF-8 document starts with its text.",
	why: "A byte order mark is invisible, says nothing in UTF-8, and some tools take it for a part of the title.",
	remedy: "Save the file as UTF-8 without a byte order mark.",
	messages: {
		mark: "The file starts with a byte order mark; it is ignored.",
	},
	examples: {
		valid: [{ title: "A plain document", files: { "H-1/notes.md": "# Notes\n" } }],
		invalid: [
			{
				title: "A byte order mark before the title",
				files: { "H-1/notes.md": "\uFEFF# Notes\n" },
				findings: ["H-1/notes.md:1:1 The file starts with a byte order mark; it is ignored."],
			},
		],
	},
	*check(subject) {
		for (const problem of documentProblems(subject, "byte-order-mark")) yield { ...problem, messageId: "mark" };
	},
});
