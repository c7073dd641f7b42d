import { linePlace } from "../judging/places.ts";
import { documentRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { numberedTitle, repeatedSections } from "../shared/sections.ts";

export default documentRule({
	id: "spec/section-duplicate",
	kinds: ["spec"],
	source: { standard: "BHS", section: "Required Sections" },
	severity: "error",
	requires: "Each required section stands in the spec once.",
	why: "Of two sections with one name a builder reads one and misses the other.",
	remedy: 'Merge it into the section "{section}" at line {line}, or give it a title of its own.',
	messages: { again: 'The section "{section}" stands here again; it is opened at line {line}.' },
	statements: {
		first: "the section is opened here first",
	},
	examples: {
		valid: [
			{ title: "Each section once", files: sampleArchive() },
			{
				title: "A subsection may repeat the words",
				files: sampleArchive({
					spec: [["Expected output: 10 passed.", "### Test Plan\n\nExpected output: 10 passed."]],
				}),
			},
		],
		invalid: [
			{
				title: "Two test plans",
				files: sampleArchive({ spec: [["## 7. Existing Code", "## Test Plan\n\nSee above.\n\n## 7. Existing Code"]] }),
				findings: [
					'H-1/H-1_BUILDER_HANDOFF.md:63:1 The section "6. Test Plan" stands here again; it is opened at line 48.',
				],
			},
		],
	},
	*check({ parsed, record, standard }) {
		for (const { section, first, again } of repeatedSections(record, standard.sections.spec))
			yield {
				messageId: "again",
				place: linePlace(parsed, again.line),
				data: { section: numberedTitle(section), line: first.line },
				related: [{ place: linePlace(parsed, first.line), statement: "first" }],
			};
	},
});
