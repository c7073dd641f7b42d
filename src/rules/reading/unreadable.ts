import { archiveRule } from "../judging/rule.ts";
import { archiveProblems } from "../shared/reading-problems.ts";

export default archiveRule({
	id: "reading/unreadable",
	binding: true,
	source: { standard: "PUB", section: "Reading" },
	severity: "error",
	requires: "Every file and folder of the archive can be read.",
	why: "What cannot be read cannot be judged, and a missing document would look like one that was never written.",
	remedy: "Restore the file, mend its link or its permissions, or take it out of the archive.",
	messages: {
		unreadable: "This cannot be read: {reason}.",
	},
	examples: {
		valid: [{ title: "A plain document", files: { "H-1/notes.md": "# Notes\n" } }],
		invalid: [
			{
				title: "A file without read permission",
				files: {},
				problems: [{ code: "unreadable", path: "H-1/H-1_RESULTS.md", data: { reason: "permission denied" } }],
				findings: ["H-1/H-1_RESULTS.md This cannot be read: permission denied."],
			},
		],
	},
	*check(subject) {
		for (const problem of archiveProblems(subject, "unreadable")) yield { ...problem, messageId: "unreadable" };
	},
});
