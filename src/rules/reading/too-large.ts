import { archiveRule } from "../judging/rule.ts";
import { archiveProblems } from "../shared/reading-problems.ts";

export default archiveRule({
	id: "reading/too-large",
	binding: true,
	source: { standard: "PUB", section: "Reading" },
	severity: "error",
	requires: "A document is no larger than the archive's limit.",
	why: "A file of many megabytes is a log or a dump, and reading it would hold up every other document.",
	remedy: "Move the bulk into an attachment and keep what a reviewer reads, or raise the limit in the settings.",
	messages: {
		large: "This file has {bytes} bytes, more than the limit of {limit}; it is not read.",
	},
	examples: {
		valid: [{ title: "A plain document", files: { "H-1/notes.md": "# Notes\n" } }],
		invalid: [
			{
				title: "A pasted log",
				files: {},
				problems: [{ code: "too-large", path: "H-1/H-1_RESULTS.md", data: { bytes: 20971520, limit: 5000000 } }],
				findings: ["H-1/H-1_RESULTS.md This file has 20971520 bytes, more than the limit of 5000000; it is not read."],
			},
		],
	},
	*check(subject) {
		for (const problem of archiveProblems(subject, "too-large")) yield { ...problem, messageId: "large" };
	},
});
