import { documentRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { detectMissing, missingMessages } from "../shared/sections.ts";

export default documentRule({
	id: "spec/section-missing",
	kinds: ["spec"],
	source: { standard: "BHS", section: "Required Sections" },
	severity: "error",
	requires: "The spec has the ten required sections.",
	why: "The builder works from the spec alone. What it leaves out, the builder invents.",
	remedy:
		"Write the heading `## {section}` at its place; where another heading or a bold line stands for it, change that one. It holds: {asks}",
	messages: missingMessages,
	examples: {
		valid: [
			{ title: "All ten sections are there", files: sampleArchive() },
			{
				title: "Headings may be worded and numbered differently",
				files: sampleArchive({ spec: [["## 3. Architecture / Design", "## Architecture"]] }),
			},
		],
		invalid: [
			{
				title: "A section is left out",
				files: sampleArchive({
					spec: [
						[
							"## 10. Design Principles\n\n- One owner for the port.\n- A reading always carries its time.\n- Noise is counted, never guessed away.\n- Configuration decides, code obeys.\n",
							"",
						],
					],
				}),
				findings: [
					'H-1/H-1_BUILDER_HANDOFF.md:83:1 The section "10. Design Principles" is missing; it belongs after "9. Files Summary".',
				],
			},
			{
				title: "The first section is left out",
				files: sampleArchive({
					spec: [
						[
							"## 1. Mission\n\nBuild PKG-GAUGE-001, which reads the tide gauge once a minute and keeps the last reading, so that no other package opens the serial port.\n\n",
							"",
						],
					],
				}),
				findings: ['H-1/H-1_BUILDER_HANDOFF.md:1:1 The section "1. Mission" is missing.'],
			},
			{
				title: "A heading in other words",
				files: sampleArchive({ spec: [["## 4. Implementation Steps", "## 4. The steps"]] }),
				findings: [
					'H-1/H-1_BUILDER_HANDOFF.md:26:1 The section "4. Implementation Steps" is missing; the heading "4. The steps" in line 26 may be meant for it.',
				],
			},
			{
				title: "Bold words in place of a heading",
				files: sampleArchive({ spec: [["## 10. Design Principles", "**Design principles**"]] }),
				findings: [
					'H-1/H-1_BUILDER_HANDOFF.md:85:1 The section "10. Design Principles" is missing; line 85 has its words in bold, and no heading.',
				],
			},
			{
				title: "A heading is misspelt",
				files: sampleArchive({ spec: [["## 1. Mission", "## 1. Misson"]] }),
				findings: [
					'H-1/H-1_BUILDER_HANDOFF.md:5:1 "1. Misson" opens no section of the standard; did you mean "1. Mission", which is missing?',
				],
			},
		],
	},
	check: ({ parsed, record, standard }) => detectMissing(parsed, record, standard.sections.spec),
});
