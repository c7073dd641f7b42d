import type { RootContent } from "mdast";
import { linePlace, nodesOf, sectionOf } from "../judging/places.ts";
import { documentRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { numberedTitle } from "../shared/sections.ts";

export default documentRule({
	id: "spec/section-empty",
	kinds: ["spec"],
	source: { standard: "BHS", section: "Required Sections" },
	severity: "error",
	requires: "Each required section of the spec has content.",
	why: "A heading alone satisfies a checklist and tells the builder nothing.",
	remedy: "Write the section. It holds: {asks}",
	messages: { empty: 'The section "{section}" has no content.' },
	examples: {
		valid: [
			{ title: "Each section has content", files: sampleArchive() },
			{
				title: "The content may stand in subsections",
				files: sampleArchive({
					spec: [["## 3. Architecture / Design\n", "## 3. Architecture / Design\n\n### Port\n"]],
				}),
			},
		],
		invalid: [
			{
				title: "A heading with nothing under it but another heading and a comment",
				files: sampleArchive({
					spec: [
						[
							"The reader owns the port. `latest()` returns the last reading with its time, or nothing before the first one.",
							"### Port\n\n<!-- later -->",
						],
					],
				}),
				findings: ['H-1/H-1_BUILDER_HANDOFF.md:22:1 The section "3. Architecture / Design" has no content.'],
			},
		],
	},
	*check({ parsed, record, standard }) {
		for (const section of standard.sections.spec) {
			const heading = sectionOf(record, section.key);
			if (!heading || nodesOf(parsed, heading).some(isContent)) continue;
			yield {
				messageId: "empty",
				place: linePlace(parsed, heading.line),
				data: { section: numberedTitle(section), asks: section.requires },
			};
		}
	},
});

function isContent(node: RootContent): boolean {
	if (node.type === "heading" || node.type === "thematicBreak" || node.type === "definition") return false;
	return node.type !== "html" || !/^<!--[\s\S]*-->\s*$/u.test(node.value);
}
