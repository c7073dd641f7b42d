import { documentRule } from "../judging/rule.ts";
import { documentProblems } from "../shared/reading-problems.ts";

export default documentRule({
	id: "reading/binary",
	binding: true,
	source: { standard: "PUB", section: "Reading" },
	severity: "error",
	requires: "A Markdown document holds text.",
	why: "Other bytes under a document's name say nothing to a reader and hide the document they replaced.",
	remedy: "Restore the document, or give the file the ending of what it is.",
	messages: {
		binary: "This file is no text: its {bytes} bytes are full of control characters. It is kept without content.",
	},
	examples: {
		valid: [{ title: "A plain document", files: { "H-1/notes.md": "# Notes\n" } }],
		invalid: [
			{
				title: "A picture under a document's name",
				files: { "H-1/notes.md": "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0000\u0001\u0002\u0003" },
				findings: [
					"H-1/notes.md This file is no text: its 12 bytes are full of control characters. It is kept without content.",
				],
			},
		],
	},
	*check(subject) {
		for (const problem of documentProblems(subject, "binary")) yield { ...problem, messageId: "binary" };
	},
});
