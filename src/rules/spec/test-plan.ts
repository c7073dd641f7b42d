import { columnsOf, isBlank } from "#extract/plan/columns.ts";
import { namedTests, planBlocks } from "#extract/tests/planned-tests.ts";
import type { NamedTest } from "#extract/tests/test-tally.ts";
import type { Block } from "#extract/text/blocks.ts";
import type { Standard } from "#model/standard.ts";
import { listed, type Term } from "#words/because.ts";
import { linePlace } from "../judging/places.ts";
import { documentRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { specSection } from "../shared/spec-sections.ts";
import { statesExpectation, wordsAbout } from "../shared/test-words.ts";

export default documentRule({
	id: "spec/test-plan",
	kinds: ["spec"],
	source: { standard: "BHS", section: "Required Sections, 6. Test Plan" },
	severity: "error",
	requires: "Every planned test has a name of its own, what it validates and the expected behaviour.",
	why: "A name alone can be satisfied by any test; the expectation is what the reviewer checks.",
	remedy: "List each test once: its name, what it validates, and the expected behaviour.",
	messages: {
		none: "The test plan names no test.",
		columns: 'The table of tests has no column for "{columns}".',
		cell: '{test}: "{column}" is not stated.',
		nameless: "A test in this table has no name.",
		bare: "{test}: neither what it validates nor the expected behaviour is stated.",
		repeated: "{test} is planned twice (first in line {line}).",
	},
	statements: {
		unsure:
			"Whether the expected behaviour is stated must be judged for {count} tests that are described in words or code, such as {test}.",
		complete: "Every test has a name, what it validates and the expected behaviour.",
		norTable: "nor has this table",
		first: "planned here first",
	},
	examples: {
		valid: [
			{ title: "A table of tests", files: sampleArchive() },
			{
				title: "A test may be listed",
				files: sampleArchive({
					spec: [
						[
							"nothing happens |\n",
							"nothing happens |\n\n- `test_noise_burst` — many garbled lines in a row: returns the old reading\n",
						],
					],
				}),
			},
		],
		invalid: [
			{
				title: "No expected behaviour for one test, no name for another",
				files: sampleArchive({
					spec: [
						["| returns the second |", "| |"],
						["| `test_close_twice` |", "| |"],
					],
				}),
				findings: [
					'H-1/H-1_BUILDER_HANDOFF.md:54:4 test_poll_replaces_reading: "Expected behaviour" is not stated.',
					"H-1/H-1_BUILDER_HANDOFF.md:61:1 A test in this table has no name.",
				],
			},
			{
				title: "A name is used twice",
				files: sampleArchive({ spec: [["`test_poll_counts_noise`", "`test_poll_rejects_noise`"]] }),
				findings: ["H-1/H-1_BUILDER_HANDOFF.md:57:4 test_poll_rejects_noise is planned twice (first in line 56)."],
			},
			{
				title: "A column is left out, and a test that is only a name",
				files: sampleArchive({
					spec: [
						[
							"nothing happens |\n",
							"nothing happens |\n\n| Test | Validates |\n|---|---|\n| `test_empty_line` | an empty line |\n\n- `test_noise_burst`\n",
						],
					],
				}),
				findings: [
					'H-1/H-1_BUILDER_HANDOFF.md:63:1 The table of tests has no column for "Expected behaviour".',
					"H-1/H-1_BUILDER_HANDOFF.md:67:4 test_noise_burst: neither what it validates nor the expected behaviour is stated.",
				],
			},
			{
				title: "No test is named",
				files: sampleArchive({
					spec: [["## 6. Test Plan\n", "## 6. Test Plan\n\nTest everything.\n\n## Drafts\n"]],
				}),
				findings: ["H-1/H-1_BUILDER_HANDOFF.md:50:1 The test plan names no test."],
			},
		],
	},
	*check(subject) {
		const section = specSection(subject, "testPlan");
		if ("verdict" in section) return yield section;
		const { parsed, standard } = subject;
		const { tests, repeats } = namedTests(parsed, section.heading, standard);
		const blocks = planBlocks(parsed, section.heading, standard);
		const tables = blocks.flatMap((block) => testTable(block, tests, standard));
		if (tests.length === 0 && tables.length === 0)
			return yield {
				messageId: "none",
				place: linePlace(parsed, section.nodes[0]?.position?.start.line ?? section.heading.line),
			};
		let sound = true;
		for (const { columns, lines } of absentColumns(tables, standard)) {
			const [line = section.heading.line, ...others] = lines;
			sound = false;
			yield {
				messageId: "columns",
				place: linePlace(parsed, line),
				data: { columns },
				related: others.map((other) => ({ place: linePlace(parsed, other), statement: "norTable" })),
			};
		}
		for (const table of tables)
			for (const { line, words, ...fault } of faultsOf(table, standard)) {
				sound = false;
				yield { ...fault, place: linePlace(parsed, line, words) };
			}
		for (const { again, first } of repeats.filter(isListedTwice)) {
			sound = false;
			yield {
				messageId: "repeated",
				place: linePlace(parsed, again.line, again.name),
				data: { test: again.name, line: first.line },
				related: [{ place: linePlace(parsed, first.line, first.name), statement: "first" }],
			};
		}
		const described = tests
			.filter(({ block }) => block.kind !== "table")
			.map((test) => ({ test, words: wordsAbout(test, blocks) }));
		for (const { test } of described.filter(({ words }) => words === "")) {
			sound = false;
			yield { messageId: "bare", place: linePlace(parsed, test.line, test.name), data: { test: test.name } };
		}
		if (!sound) return;
		const unsure = described.filter(({ words }) => words !== null && !statesExpectation(words, standard));
		const asCode = described.filter(({ words }) => words === null);
		const [doubtful] = [...unsure, ...asCode];
		if (doubtful)
			yield {
				verdict: "needs-human",
				statement: "unsure",
				data: { count: unsure.length + asCode.length, test: doubtful.test.name },
				place: linePlace(parsed, doubtful.test.line, doubtful.test.name),
			};
		else
			yield {
				verdict: "pass",
				statement: "complete",
				place: linePlace(parsed, tables[0]?.block.line ?? tests[0]?.line ?? section.heading.line),
			};
	},
});

interface TestTable {
	readonly block: Block & { readonly kind: "table" };
	readonly columns: ReadonlyMap<string, number>;
}

/** A table with a column of tests: of those that the plan names, or, where it names none, of whatever is tested. */
function testTable(block: Block, tests: readonly NamedTest[], { spec }: Standard): readonly TestTable[] {
	if (block.kind !== "table") return [];
	const columns = columnsOf(block.header, spec.testColumns);
	const isNamed = tests.some((test) => test.block.line === block.line);
	return columns.has("name") && columns.size > 1 && (isNamed || tests.length === 0)
		? [{ block, columns }]
		: isNamed
			? [{ block, columns }]
			: [];
}

/** The columns that tables lack, with the lines of the tables that lack the same. */
function absentColumns(tables: readonly TestTable[], { spec }: Standard) {
	const lines = new Map<string, { readonly columns: Term; readonly at: number[] }>();
	for (const { block, columns } of tables) {
		const absent = spec.testColumns.filter(({ key }) => !columns.has(key)).map(({ title }) => title);
		if (absent.length === 0) continue;
		const named = listed(absent);
		const known = lines.get(named.term);
		if (known) known.at.push(block.line);
		else lines.set(named.term, { columns: named, at: [block.line] });
	}
	return [...lines.values()].map(({ columns, at }) => ({ columns, lines: at }));
}

type Fault =
	| {
			readonly messageId: "cell";
			readonly line: number;
			readonly words?: string;
			readonly data: { test: string; column: string };
	  }
	| { readonly messageId: "nameless"; readonly line: number; readonly words?: string };

/** The cells that a table leaves empty. */
function faultsOf({ block, columns }: TestTable, { spec }: Standard): readonly Fault[] {
	const asked = spec.testColumns.filter(({ key }) => key !== "name");
	const faults: Fault[] = [];
	const name = columns.get("name");
	for (const { cells, line } of block.rows) {
		const test = name === undefined ? "" : (cells[name] ?? "").trim();
		if (name !== undefined && isBlank(test)) {
			faults.push({ messageId: "nameless", line });
			continue;
		}
		for (const { key, title } of asked) {
			const index = columns.get(key);
			if (index !== undefined && isBlank(cells[index]))
				faults.push({ messageId: "cell", line, words: test, data: { test, column: title } });
		}
	}
	return faults;
}

/** Entries of lists and tables plan a test; code and titles repeat the name. */
function isListedTwice({ again, first }: { readonly again: NamedTest; readonly first: NamedTest }): boolean {
	const isEntry = ({ block }: NamedTest) => block.kind === "table" || block.kind === "item";
	return isEntry(again) && isEntry(first);
}
