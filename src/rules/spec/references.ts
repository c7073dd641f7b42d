import { columnsOf, isBlank } from "#extract/plan/columns.ts";
import { linePlace } from "../judging/places.ts";
import { documentRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { specSection } from "../shared/spec-sections.ts";

export default documentRule({
	id: "spec/references",
	kinds: ["spec"],
	source: { standard: "BHS", section: "Required Sections, 7. Existing Code to Reference" },
	severity: "warning",
	requires: "The existing code to reference is a table What / Where / Why.",
	why: "A builder reads what the table names before building, and nothing else; why it is named says what to look for.",
	remedy: "Write a table with the columns What, Where (a path) and Why, with a row for each file to read first.",
	messages: {
		table: "The existing code to reference is no table.",
		column: 'The table of existing code has no column "{column}".',
		cell: '"{column}" is not stated in this row.',
	},
	statements: {
		complete: "The table says what to read, where it is and why.",
	},
	examples: {
		valid: [
			{ title: "A table with all three columns", files: sampleArchive() },
			{
				title: "Columns in another wording",
				files: sampleArchive({ spec: [["| What | Where | Why |", "| File | Path | Purpose |"]] }),
			},
		],
		invalid: [
			{
				title: "A list",
				files: sampleArchive({
					spec: [
						[
							"| What | Where | Why |\n|---|---|---|\n| Clock | `_staging/PKG-CLOCK-001/clock.py` | source of time |",
							"- `_staging/PKG-CLOCK-001/clock.py`",
						],
					],
				}),
				findings: ["H-1/H-1_BUILDER_HANDOFF.md:65:1 The existing code to reference is no table."],
			},
			{
				title: "Without the reason",
				files: sampleArchive({
					spec: [
						[
							"| What | Where | Why |\n|---|---|---|\n| Clock | `_staging/PKG-CLOCK-001/clock.py` | source of time |",
							"| What | Where |\n|---|---|\n| Clock | `_staging/PKG-CLOCK-001/clock.py` |",
						],
					],
				}),
				findings: ['H-1/H-1_BUILDER_HANDOFF.md:65:1 The table of existing code has no column "Why".'],
			},
			{
				title: "A cell left empty",
				files: sampleArchive({ spec: [["| source of time |", "| |"]] }),
				findings: ['H-1/H-1_BUILDER_HANDOFF.md:67:1 "Why" is not stated in this row.'],
			},
		],
	},
	*check(subject) {
		const section = specSection(subject, "existingCode");
		if ("verdict" in section) return yield section;
		const { parsed, standard } = subject;
		const forms = standard.spec.referenceColumns;
		const tables = section.blocks
			.flatMap((block) => (block.kind === "table" ? [block] : []))
			.map(({ header, rows, line }) => ({ rows, line, columns: columnsOf(header, forms) }))
			.filter(({ columns }, _, all) => columns.size > 1 || all.length === 1);
		const [first] = tables;
		if (!first)
			return yield {
				messageId: "table",
				place: linePlace(parsed, section.nodes[0]?.position?.start.line ?? section.heading.line),
			};
		let sound = true;
		for (const { rows, line, columns } of tables)
			for (const { key, title } of forms) {
				const index = columns.get(key);
				const empty = index === undefined ? [] : rows.filter(({ cells }) => isBlank(cells[index]));
				sound = sound && index !== undefined && empty.length === 0;
				if (index === undefined) yield { messageId: "column", place: linePlace(parsed, line), data: { column: title } };
				for (const row of empty)
					yield { messageId: "cell", place: linePlace(parsed, row.line), data: { column: title } };
			}
		if (sound)
			yield {
				verdict: "pass",
				statement: "complete",
				place: linePlace(parsed, first.line),
			};
	},
});
