import { archiveRule } from "../judging/rule.ts";
import { archiveProblems } from "../shared/reading-problems.ts";

export default archiveRule({
	id: "reading/outside-archive",
	binding: true,
	source: { standard: "PUB", section: "Reading" },
	severity: "error",
	requires: "Links of the archive lead to files within it.",
	why: "A link out of the archive would publish a file that nobody meant to publish.",
	remedy: "Copy the file into the archive, or remove the link.",
	messages: {
		outside: "This link ({target}) leads out of the archive; it is not read.",
	},
	examples: {
		valid: [{ title: "A plain document", files: { "H-1/notes.md": "# Notes\n" } }],
		invalid: [
			{
				title: "A link to a private file",
				files: {},
				problems: [{ code: "outside-archive", path: "H-1/key.md", data: { target: "../../.ssh/id" } }],
				findings: ["H-1/key.md This link (../../.ssh/id) leads out of the archive; it is not read."],
			},
		],
	},
	*check(subject) {
		for (const problem of archiveProblems(subject, "outside-archive")) yield { ...problem, messageId: "outside" };
	},
});
