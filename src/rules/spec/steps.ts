import { pathsIn } from "#extract/plan/assets.ts";
import type { Block } from "#extract/text/blocks.ts";
import { normalise } from "#extract/text/text.ts";
import { normalised } from "#extract/text/vocabulary.ts";
import type { Standard } from "#model/standard.ts";
import { linePlace } from "../judging/places.ts";
import { documentRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { specSection } from "../shared/spec-sections.ts";

export default documentRule({
	id: "spec/steps",
	kinds: ["spec"],
	source: { standard: "BHS", section: "Required Sections, 4. Implementation Steps" },
	severity: "warning",
	requires: "The implementation steps are numbered, in order, and name file paths.",
	why: "A builder executes the steps without interpretation: in which order, and in which file.",
	remedy: "Number the steps 1, 2, 3 … and write in each the path of the file it creates or changes.",
	messages: {
		unnumbered: "The implementation steps are not numbered.",
		order: "Step {number} stands after step {before}.",
		noPaths: "No implementation step names a file path.",
	},
	statements: {
		numbered: "The steps are numbered and name file paths.",
		before: "step {number}",
	},
	examples: {
		valid: [
			{ title: "A numbered list with paths", files: sampleArchive() },
			{
				title: "A heading for each step",
				files: sampleArchive({
					spec: [
						[
							"1. Write `_staging/PKG-GAUGE-001/reader.py`",
							"### Step 1: Reader\n\nWrite `_staging/PKG-GAUGE-001/reader.py`",
						],
						["2. Write `_staging", "\n### Step 2: Tests\n\nWrite `_staging"],
					],
				}),
			},
		],
		invalid: [
			{
				title: "Bullets",
				files: sampleArchive({
					spec: [
						["1. Write", "- Write"],
						["2. Write", "- Write"],
					],
				}),
				findings: ["H-1/H-1_BUILDER_HANDOFF.md:28:1 The implementation steps are not numbered."],
			},
			{
				title: "Steps out of order",
				files: sampleArchive({
					spec: [
						[
							"1. Write `_staging/PKG-GAUGE-001/reader.py`",
							"### Step 2: Reader\n\nWrite `_staging/PKG-GAUGE-001/reader.py`",
						],
						["2. Write `_staging", "\n### Step 1: Tests\n\nWrite `_staging"],
					],
				}),
				findings: ["H-1/H-1_BUILDER_HANDOFF.md:32:1 Step 1 stands after step 2."],
			},
			{
				title: "No file is named",
				files: sampleArchive({
					spec: [
						["1. Write `_staging/PKG-GAUGE-001/reader.py` with `latest()` and `poll()`.", "1. Write the reader."],
						["2. Write `_staging/PKG-GAUGE-001/tests/test_reader.py`.", "2. Write its tests."],
					],
				}),
				findings: ["H-1/H-1_BUILDER_HANDOFF.md:26:1 No implementation step names a file path."],
			},
		],
	},
	*check(subject) {
		const section = specSection(subject, "implementationSteps");
		if ("verdict" in section) return yield section;
		const { parsed, standard } = subject;
		const steps = section.blocks.flatMap((block) => titledSteps(block, standard));
		const list = section.nodes.find((node) => node.type === "list" && node.ordered === true);
		const at = steps[0]?.line ?? list?.position?.start.line;
		if (at === undefined)
			yield {
				messageId: "unnumbered",
				place: linePlace(parsed, section.nodes[0]?.position?.start.line ?? section.heading.line),
			};
		const disorder = firstDisorder(steps);
		if (disorder)
			yield {
				messageId: "order",
				place: linePlace(parsed, disorder.step.line),
				data: { number: disorder.step.number, before: disorder.before.number },
				related: [
					{
						place: linePlace(parsed, disorder.before.line),
						statement: "before",
						data: { number: disorder.before.number },
					},
				],
			};
		const path = section.blocks.find((block) => namesPath(block, standard));
		if (!path) yield { messageId: "noPaths", place: linePlace(parsed, section.heading.line) };
		if (at !== undefined && !disorder && path)
			yield { verdict: "pass", statement: "numbered", place: linePlace(parsed, at) };
	},
});

interface Step {
	/** "1.2" is a step within step 1: its first number counts. */
	readonly number: number;
	readonly line: number;
	readonly lead: string;
}

/** Steps that carry their number in a heading or at the start of a bold line: "Step 1: …", "### 2. …". */
function titledSteps(block: Block, { spec }: Standard): readonly Step[] {
	const isTitle = block.kind === "heading" || (block.kind === "paragraph" && block.marked);
	if (!isTitle) return [];
	const text = block.kind === "heading" ? block.text : (block.lines[0] ?? "");
	const found = /^(?<lead>[^\d\s]{0,20})\s{0,3}(?<number>\d{1,3})(?![\d/])/u.exec(text)?.groups;
	if (!found) return [];
	const lead = normalise(found.lead ?? "");
	if (lead !== "" && !normalised(spec.stepLeads).includes(lead)) return [];
	return [{ number: Number(found.number), line: block.line, lead }];
}

/** The first step with a lower number than the one of its kind before it; phases start their steps anew. */
function firstDisorder(steps: readonly Step[]): { readonly step: Step; readonly before: Step } | null {
	const last = new Map<string, Step>();
	for (const step of steps) {
		const before = last.get(step.lead);
		if (before && step.number < before.number && step.number !== 1) return { step, before };
		if (before && step.number === 1 && before.number !== 1 && last.size === 1) return { step, before };
		last.set(step.lead, step);
	}
	return null;
}

function namesPath(block: Block, standard: Standard): boolean {
	switch (block.kind) {
		case "heading":
		case "item":
			return pathsIn(block.text, standard).length > 0;
		case "paragraph":
		case "code":
			return block.lines.some((line) => pathsIn(line, standard).length > 0);
		case "table":
			return block.rows.some(({ cells }) => cells.some((cell) => pathsIn(cell, standard).length > 0));
	}
}
