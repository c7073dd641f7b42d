import { documentRule } from "../judging/rule.ts";
import { documentProblems } from "../shared/reading-problems.ts";

export default documentRule({
	id: "reading/line-endings",
	source: { standard: "PUB", section: "Reading" },
	severity: "info",
	requires: "The lines of a document end in one way, with a line feed.",
	why: "Other endings make every line of a comparison differ, and mixed ones show that two tools wrote the file.",
	remedy: "Convert the file to line feeds (LF).",
	messages: {
		style: "All lines end with {style} instead of LF.",
		mixed: "The line endings change here: {lf} LF, {crlf} CRLF, {cr} CR in this file.",
	},
	examples: {
		valid: [{ title: "A plain document", files: { "H-1/notes.md": "# Notes\n" } }],
		invalid: [
			{
				title: "Carriage returns throughout",
				files: { "H-1/notes.md": "# Notes\r\n\r\nDone.\r\n" },
				findings: ["H-1/notes.md All lines end with CRLF instead of LF."],
			},
			{
				title: "Both kinds",
				files: { "H-1/notes.md": "# Notes\n\nDone.\r\n" },
				findings: ["H-1/notes.md:3:6 The line endings change here: 2 LF, 1 CRLF, 0 CR in this file."],
			},
		],
	},
	*check(subject) {
		for (const problem of documentProblems(subject, "line-endings")) {
			if (problem.data.style === "mixed") yield { ...problem, messageId: "mixed", severity: "warning" };
			else yield { ...problem, messageId: "style" };
		}
	},
});
