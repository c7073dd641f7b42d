import { longestRise } from "#extract/outline/section-order.ts";
import { term } from "#words/because.ts";
import { linePlace, sectionOf } from "../judging/places.ts";
import { documentRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { numberedTitle } from "../shared/sections.ts";

export default documentRule({
	id: "spec/section-order",
	kinds: ["spec"],
	source: { standard: "BHS", section: "Required Sections" },
	severity: "error",
	requires: "The required sections of the spec stand in the standard's order.",
	why: "Reviewers and builders find a section by its place; each one rests on those before it.",
	remedy: 'Move the whole section "{section}" so that it stands {side} "{other}".',
	messages: { misplaced: 'The section "{section}" must stand {side} "{other}" (line {line}).' },
	statements: {
		other: '"{title}" stands here',
	},
	examples: {
		valid: [
			{
				title: "In the standard's order, other sections in between or after",
				files: sampleArchive({ spec: [["## 9.", "## Rollout\n\nOn Monday.\n\n## 9."]] }),
			},
		],
		invalid: [
			{
				title: "The mission comes after the constraints",
				files: sampleArchive({
					spec: [
						[
							"## 1. Mission\n\nBuild PKG-GAUGE-001, which reads the tide gauge once a minute and keeps the last reading, so that no other package opens the serial port.\n\n",
							"",
						],
						["## 3. Architecture / Design", "## 1. Mission\n\nBuild PKG-GAUGE-001.\n\n## 3. Architecture / Design"],
					],
				}),
				findings: [
					'H-1/H-1_BUILDER_HANDOFF.md:18:1 The section "1. Mission" must stand before "2. Critical Constraints" (line 5).',
				],
			},
		],
	},
	*check({ parsed, record, standard }) {
		const present = standard.sections.spec.flatMap((section, index) => {
			const heading = sectionOf(record, section.key);
			return heading ? [{ section, index, line: heading.line }] : [];
		});
		const inFile = present.toSorted((a, b) => a.line - b.line || a.index - b.index);
		const kept = longestRise(inFile.map(({ index }) => index)).flatMap((at) => inFile[at] ?? []);
		for (const { section, index, line } of inFile) {
			if (kept.some((other) => other.index === index)) continue;
			const next = kept.find((other) => other.index > index);
			const previous = kept.findLast((other) => other.index < index);
			const isLate = next !== undefined && line > next.line;
			const other = isLate ? next : previous;
			if (!other) continue;
			yield {
				messageId: "misplaced",
				place: linePlace(parsed, line),
				data: {
					section: numberedTitle(section),
					side: term(isLate ? "standsBefore" : "standsAfter"),
					other: numberedTitle(other.section),
					line: other.line,
				},
				related: [
					{ place: linePlace(parsed, other.line), statement: "other", data: { title: numberedTitle(other.section) } },
				],
			};
		}
	},
});
