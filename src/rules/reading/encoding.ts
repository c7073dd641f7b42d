import { documentRule } from "../judging/rule.ts";
import { documentProblems } from "../shared/reading-problems.ts";

export default documentRule({
	id: "reading/encoding",
	binding: true,
	source: { standard: "PUB", section: "Reading" },
	severity: "error",
	requires: "A document is UTF-8.",
	why: "Bytes in another encoding are shown as replacement characters, and words that hold them are not found.",
	remedy: "Save the file as UTF-8.",
	messages: {
		sequence: "The byte {byte} is no UTF-8 here (others like it: {others}); it is read as U+FFFD.",
		utf16: "This file is {encoding}, not UTF-8.",
	},
	examples: {
		valid: [{ title: "Letters beyond ASCII", files: { "H-1/notes.md": "# Größe: 12 µm ✅\n" } }],
		invalid: [
			{
				title: "A Latin-1 letter",
				files: {},
				bytes: { "H-1/notes.md": "4772f6df65" },
				findings: ["H-1/notes.md:1:3 The byte 0xF6 is no UTF-8 here (others like it: 1); it is read as U+FFFD."],
			},
			{
				title: "UTF-16",
				files: {},
				bytes: { "H-1/notes.md": "fffe23002000410042000a00" },
				findings: ["H-1/notes.md This file is UTF-16 (little endian), not UTF-8."],
			},
		],
	},
	*check(subject) {
		for (const problem of documentProblems(subject, "encoding"))
			yield { ...problem, messageId: problem.data.byte === undefined ? "utf16" : "sequence" };
	},
});
