import { archiveRule } from "../judging/rule.ts";
import { archiveProblems } from "../shared/reading-problems.ts";

export default archiveRule({
	id: "reading/symlink-loop",
	binding: true,
	source: { standard: "PUB", section: "Reading" },
	severity: "error",
	requires: "No link of the archive leads back to a folder around it.",
	why: "Following such a link would never end.",
	remedy: "Remove the link, or point it at the document it means.",
	messages: {
		loop: "This link ({target}) leads back to itself; it is not followed.",
	},
	examples: {
		valid: [{ title: "A plain document", files: { "H-1/notes.md": "# Notes\n" } }],
		invalid: [
			{
				title: "A link to the folder above",
				files: {},
				problems: [{ code: "symlink-loop", path: "H-1/all", data: { target: ".." } }],
				findings: ["H-1/all This link (..) leads back to itself; it is not followed."],
			},
		],
	},
	*check(subject) {
		for (const problem of archiveProblems(subject, "symlink-loop")) yield { ...problem, messageId: "loop" };
	},
});
