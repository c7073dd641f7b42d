import { documentRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { detectMissing, missingMessages } from "../shared/sections.ts";

export default documentRule({
	id: "results/section-missing",
	kinds: ["results"],
	source: { standard: "BHS", section: "Results File" },
	severity: "error",
	requires: "RESULTS has every section that the standard asks for.",
	why: "The reviewer validates the work by reading one file. A section that is not there is a check that nobody made.",
	remedy:
		"Write the heading `## {section}`; where another heading or a bold line stands for it, change that one. It holds: {asks}",
	messages: missingMessages,
	examples: {
		valid: [{ title: "All sections are there", files: sampleArchive() }],
		invalid: [
			{
				title: "A section is left out",
				files: sampleArchive({
					results: [
						[
							"## Baseline Snapshot (AFTER this agent's work)\n- Packages installed: 2\n- Total tests (all staged): 24\n\n",
							"",
						],
					],
				}),
				findings: [
					'H-1/H-1_RESULTS.md:29:1 The section "Baseline Snapshot (AFTER this agent\'s work)" is missing; it belongs after "Full Regression Test — ALL STAGED PACKAGES".',
				],
			},
			{
				title: "The first section is left out",
				files: sampleArchive({ results: [["## Files Created\n", "## What stands here\n"]] }),
				findings: ['H-1/H-1_RESULTS.md:1:1 The section "Files Created" is missing.'],
			},
			{
				title: "A heading in other words",
				files: sampleArchive({ results: [["## Issues Encountered", "## Encountered today"]] }),
				findings: [
					'H-1/H-1_RESULTS.md:41:1 The section "Issues Encountered" is missing; the heading "Encountered today" in line 41 may be meant for it.',
				],
			},
			{
				title: "Bold words in place of a heading",
				files: sampleArchive({ results: [["## Issues Encountered", "**Issues encountered:**"]] }),
				findings: [
					'H-1/H-1_RESULTS.md:41:1 The section "Issues Encountered" is missing; line 41 has its words in bold, and no heading.',
				],
			},
			{
				title: "A heading is misspelt",
				files: sampleArchive({ results: [["## Notes for Reviewer", "## Notes for Reviwer"]] }),
				findings: [
					'H-1/H-1_RESULTS.md:44:1 "Notes for Reviwer" opens no section of the standard; did you mean "Notes for Reviewer", which is missing?',
				],
			},
		],
	},
	check: ({ parsed, record, standard }) => detectMissing(parsed, record, standard.sections.results),
});
