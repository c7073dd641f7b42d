import { linePlace, nodesOf, sectionOf } from "../judging/places.ts";
import { documentRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { numberedTitle } from "../shared/sections.ts";

export default documentRule({
	id: "results/section-unfilled",
	kinds: ["results"],
	source: { standard: "BHS", section: "Results File" },
	severity: "error",
	requires: "No section of RESULTS is a stub: a heading with nothing but a comment under it.",
	why: "A stub shows where to write. Until someone writes, the check that the section reports was not made.",
	remedy: 'Write the section "{section}" in place of the comment. It holds: {asks}',
	messages: { unfilled: 'The section "{section}" holds nothing but a comment.' },
	examples: {
		valid: [
			{ title: "Each section is written", files: sampleArchive() },
			{
				title: "A comment may stand beside what is written",
				files: sampleArchive({
					results: [["## Issues Encountered\n", "## Issues Encountered\n<!-- as agreed -->\n\n"]],
				}),
			},
		],
		invalid: [
			{
				title: "A stub that nobody filled",
				files: sampleArchive({
					results: [["## Issues Encountered\n- None", "## Issues Encountered\n\n<!-- To be written -->"]],
				}),
				findings: ['H-1/H-1_RESULTS.md:41:1 The section "Issues Encountered" holds nothing but a comment.'],
			},
		],
	},
	*check({ parsed, record, standard }) {
		for (const section of standard.sections.results) {
			const heading = sectionOf(record, section.key);
			const nodes = heading && nodesOf(parsed, heading);
			if (section.required === "no" || !nodes || nodes.length === 0) continue;
			if (!nodes.every((node) => node.type === "html" && /^<!--[\s\S]*-->\s*$/u.test(node.value))) continue;
			yield {
				messageId: "unfilled",
				place: linePlace(parsed, heading.line),
				severity: section.required,
				data: { section: numberedTitle(section), asks: section.requires },
			};
		}
	},
});
