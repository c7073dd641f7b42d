import { documentRule } from "../judging/rule.ts";
import { documentProblems } from "../shared/reading-problems.ts";

export default documentRule({
	id: "reading/nesting",
	binding: true,
	source: { standard: "PUB", section: "Reading" },
	severity: "error",
	requires: "A document nests and repeats its structures within reason.",
	why: "Text nested thousands of times is an accident or an attack; reading it would hold up or bring down everything else.",
	remedy: "Find the repeated marks at this place and remove them; break a line that goes on without end.",
	messages: {
		excess: "From here on there are too many {construct} (limit {limit}); the file is shown as plain text.",
	},
	examples: {
		valid: [{ title: "Lists within lists", files: { "H-1/notes.md": "- a\n  - b\n    - c\n" } }],
		invalid: [
			{
				title: "A hundred and one block quotes",
				files: { "H-1/notes.md": `${">".repeat(101)} deep\n` },
				findings: [
					"H-1/notes.md:1:101 From here on there are too many block quotes and lists within each other (limit 100); the file is shown as plain text.",
				],
			},
		],
	},
	*check(subject) {
		for (const problem of documentProblems(subject, "nesting")) yield { ...problem, messageId: "excess" };
	},
});
