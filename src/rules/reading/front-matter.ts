import { documentRule } from "../judging/rule.ts";
import { documentProblems } from "../shared/reading-problems.ts";

export default documentRule({
	id: "reading/front-matter",
	source: { standard: "PUB", section: "Reading" },
	severity: "error",
	requires: "Front matter is valid YAML: a mapping of keys to values.",
	why: "What stands in broken front matter is read by nobody.",
	remedy: "Mend the YAML between the two --- lines, or take these lines away where no front matter is meant.",
	messages: {
		broken: "The front matter cannot be used: {reason}; the text below it is read.",
	},
	examples: {
		valid: [{ title: "A mapping", files: { "H-1/notes.md": "---\nauthor: Ada\n---\n# Notes\n" } }],
		invalid: [
			{
				title: "A key twice",
				files: { "H-1/notes.md": "---\nauthor: Ada\nauthor: Eve\n---\n# Notes\n" },
				findings: [
					'H-1/notes.md:3:1 The front matter cannot be used: the key "author" stands twice in the same mapping; the text below it is read.',
				],
			},
			{
				title: "Without its last line",
				files: { "H-1/notes.md": "---\nauthor: Ada\n\n# Notes\n" },
				findings: [
					'H-1/notes.md:1:1 The front matter cannot be used: no line "---" closes it; the text below it is read.',
				],
			},
		],
	},
	*check(subject) {
		for (const problem of documentProblems(subject, "front-matter")) yield { ...problem, messageId: "broken" };
	},
});
