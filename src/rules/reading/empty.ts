import { documentRule } from "../judging/rule.ts";
import { documentProblems } from "../shared/reading-problems.ts";

export default documentRule({
	id: "reading/empty",
	binding: true,
	source: { standard: "PUB", section: "Reading" },
	severity: "error",
	requires: "A document holds text.",
	why: "An empty RESULTS file would count as written.",
	remedy: "Write the document, or remove the file.",
	messages: {
		nothing: "This file is empty.",
		blank: "This file holds nothing but white space.",
	},
	examples: {
		valid: [{ title: "A plain document", files: { "H-1/notes.md": "# Notes\n" } }],
		invalid: [
			{ title: "No bytes", files: { "H-1/notes.md": "" }, findings: ["H-1/notes.md This file is empty."] },
			{
				title: "Blank lines",
				files: { "H-1/notes.md": "\n\n" },
				findings: ["H-1/notes.md This file holds nothing but white space."],
			},
		],
	},
	*check(subject) {
		for (const problem of documentProblems(subject, "empty"))
			yield { ...problem, messageId: problem.data.bytes === 0 ? "nothing" : "blank" };
	},
});
