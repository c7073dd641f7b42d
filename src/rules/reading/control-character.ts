import { documentRule } from "../judging/rule.ts";
import { documentProblems } from "../shared/reading-problems.ts";

export default documentRule({
	id: "reading/control-character",
	source: { standard: "PUB", section: "Reading" },
	severity: "warning",
	requires: "Text holds no control characters.",
	why: "They are invisible, break searches, and terminals act on them.",
	remedy: "Remove the character; where it is meant to be seen, write its name.",
	messages: {
		control: "The control character {character} stands here (others in the file: {others}).",
	},
	examples: {
		valid: [{ title: "A plain document", files: { "H-1/notes.md": "# Notes\n" } }],
		invalid: [
			{
				title: "Colours of a terminal",
				files: { "H-1/notes.md": "# Notes\n\nAll \u001b[32mgreen\u001b[0m\n" },
				findings: ["H-1/notes.md:3:5 The control character U+001B stands here (others in the file: 1)."],
			},
		],
	},
	*check(subject) {
		for (const problem of documentProblems(subject, "control-character")) yield { ...problem, messageId: "control" };
	},
});
