import type { Heading } from "#model/documents.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { lineText } from "#parse/source-text.ts";
import { normalise } from "../../text/text.ts";
import { patternsOf } from "../counts/count-patterns.ts";
import { namedInCode, readCounts } from "../counts/counts.ts";
import { type Counts, countIn } from "../counts/figure.ts";
import { ofNewTests } from "../counts/new-tests.ts";
import type { Block, Section } from "../text/blocks.ts";
import { kindsBeside } from "../text/kinds-of-tests.ts";
import { countKeys, type Lexicon } from "../text/lexicon.ts";
import { blank, isOpenBox, type Statement, statement } from "../text/statements.ts";
import type { TableGrid } from "../text/tables.ts";
import type { PlacedFigure, Run } from "./run.ts";
import { runsOf } from "./runs.ts";
import { agrees, choose } from "./settle.ts";
import { tableRuns } from "./table-runs.ts";
import { kindOf, namesTests, oneOfSeveral, type ToldKind, testRun } from "./told-kinds.ts";

/** The runs that a document reports outside the sections that are for them; null where it tells of none, or of several. */
export interface ToldRuns {
	readonly tests: Run | null;
	readonly regression: Run | null;
}

/**
 * The headings whose text may report a run: those of no other section, and none that speaks of what was before, is expected
 * or comes next.
 */
export function tellingHeadings(outline: readonly Heading[], lexicon: Lexicon): Heading[] {
	let read = 0;
	return outline.filter(({ title, depth, keys, line, endLine }) => {
		if (line <= read || depth === 1) return false;
		if (keys.length > 0 || isNotReported(normalise(title), lexicon)) {
			read = endLine;
			return false;
		}
		read = endLine;
		return true;
	});
}

/** Whether a title is about another state than the one reported: "Before", "Next steps", unlike "Checks run before the merge". */
function isNotReported(title: string, lexicon: Lexicon): boolean {
	if (!lexicon.has("notReported", title)) return false;
	const done = lexicon.entries("doneBefore").find((words) => title.includes(words));
	return done === undefined || lexicon.has("notReported", title.replace(done, ""));
}

/**
 * Reads the runs of summaries, checklists and other text of a document without a section for them: "- Tests: 95 passed",
 * "- [x] All 51 tests pass", "Full regression: 404 passed". A run of new tests only is none of the document's.
 */
export function toldRuns(sections: readonly Section[], parsed: ParsedDocument, lexicon: Lexicon): ToldRuns {
	const runs = sections.flatMap((section) => runsIn(section, parsed, lexicon));
	const only = (kind: Told["kind"]) => one(runs.filter((told) => told.kind === kind).map(({ run }) => run));
	const tests = only("tests");
	const silent = !runs.some(({ kind }) => kind === "tests");
	return { tests: tests ?? (silent ? outputRun(sections, lexicon) : null), regression: only("regression") };
}

function runsIn({ heading, blocks }: Section, parsed: ParsedDocument, lexicon: Lexicon): readonly Told[] {
	const title = normalise(heading.title);
	const isOfAll = ["regressionRun", "wholeRuns"].some((list) => lexicon.has(list, title));
	const read = blocks
		.filter(({ name }) => !lexicon.has("notReported", name))
		.map((block) => runsOfBlock(block, parsed, lexicon));
	const largest = read
		.flatMap(({ parts }) => parts)
		.reduce((most, { run }) => Math.max(most, countIn(run.figures.passed)), 0);
	// "Result: 27 tests passed" below a list with 62 unit tests: some of them.
	const runs = read
		.flatMap((block) => block.runs)
		.filter(({ kind, run }) => kind !== "tests" || mostOf(run) >= largest);
	return isOfAll ? runs.map((told) => ({ ...told, kind: "regression" })) : runs;
}

/** The runs that a block tells of, and those that are parts of others: of one kind of tests, or of one thing each. */
function runsOfBlock(
	block: Block,
	parsed: ParsedDocument,
	lexicon: Lexicon,
): { readonly runs: readonly Told[]; readonly parts: readonly Told[] } {
	const kinds = kindsBeside(block.statements, lexicon);
	const isOneOfSeveral = oneOfSeveral(block.statements, lexicon);
	const told = [
		...wholesOf(block.statements, kinds, lexicon),
		...block.tables.flatMap((table) => rowStatements(table, lexicon)),
	]
		.filter(({ line }) => !isOpenBox(lineText(parsed.source, line)))
		.flatMap((said) => sentencesOf(said, lexicon));
	const [parts, others]: [Statement[], Statement[]] = [[...kinds], []];
	for (const said of told) (isOneOfSeveral(said) ? parts : others).push(said);
	return {
		runs: [
			...groupedRuns(block, lexicon),
			...block.tables.flatMap((table) => rowRuns(table, lexicon)),
			...others.flatMap((said) => toldRun(said, lexicon)),
		],
		parts: parts.flatMap((said) => toldRun(said, lexicon)),
	};
}

/** The run that the output of a test tool shows, where the parts on verification show one: "After" and no "Before". */
function outputRun(sections: readonly Section[], lexicon: Lexicon): Run | null {
	const shown = sections
		.filter(({ heading: { title } }) => lexicon.has("verifyingParts", normalise(title)))
		.flatMap((section) => {
			const { own, parts } = runsOf(section, lexicon);
			return [...own, ...parts].filter(({ rank, name }) => rank === 0 && !namesOthers(normalise(name), lexicon));
		});
	return choose(shown, lexicon);
}

/** "Static checkpoints": a part that counts something else than tests. */
function namesOthers(name: string, lexicon: Lexicon): boolean {
	return lexicon.has("notTests", name) && !lexicon.has("tests", name);
}

/** Statements without those of one kind of tests each, beside others; "Overall: 738 passed" among them is the run of all. */
function wholesOf(
	statements: readonly Statement[],
	kinds: ReadonlySet<Statement>,
	lexicon: Lexicon,
): readonly Statement[] {
	if (kinds.size === 0) return statements;
	const divided = new Set([...kinds].map(({ group }) => group));
	return statements.flatMap((said) => {
		if (!divided.has(said.group) || !said.label) return said;
		if (kinds.has(said)) return [];
		return lexicon.is("totalRow", said.label.name) ? { ...said, label: testRun } : said;
	});
}

// What the whole suite is said to have done, and a tool in code.
const wholeRun = { text: "Full suite", name: "full suite", scope: null };

interface Told {
	readonly kind: ToldKind;
	readonly run: Run;
}

/** One run of several accounts of it, where they agree; null where they do not. */
function one(runs: readonly Run[]): Run | null {
	const [first] = runs;
	if (!first || !runs.every((run) => agrees(run, first) && agrees(first, run))) return null;
	const figures: Run["figures"] = Object.assign({}, ...[...runs].reverse().map((run) => run.figures));
	// "227 passed, 1 skipped" and "Tests: 227 / 1 skip": not all of them, but those that passed.
	const outcomes = countIn(figures.passed) + countIn(figures.failed) + countIn(figures.skipped);
	if (countIn(figures.total) < outcomes) delete figures.total;
	// A total that three outcomes do not come to is that of another run.
	else if (figures.total && figures.passed && figures.failed && figures.skipped && countIn(figures.total) > outcomes)
		return null;
	return { ...first, figures };
}

function mostOf({ figures }: Run): number {
	return Math.max(countIn(figures.total), countIn(figures.passed));
}

/** A paragraph's line as its sentences, each with a label of its own: "… I ran it all. The full run: 609 passed, 2 failed." */
function sentencesOf(said: Statement, lexicon: Lexicon): readonly Statement[] {
	const { kind, label, text, prose, line, group } = said;
	if (kind !== "paragraph" || label || text.length !== prose.length) return [said];
	if (!prose.includes(":") && !laterFigure.test(prose)) return [said];
	const starts = [...prose.matchAll(/[.!?]\s+(?=\p{Lu})/gu)].map(({ index, 0: { length } }) => index + length);
	if (starts.length === 0) return [said];
	return [0, ...starts].map((from, at) => {
		const to = starts[at];
		return statement({ line, text: text.slice(from, to), prose: prose.slice(from, to) }, kind, group, lexicon);
	});
}

// "The build is clean. All 51 tests pass.", "Nothing broke. Full suite of 366 tests passes."
const laterFigure = /[.!?]\s+(?:\p{Lu}\p{L}*\s+(?:\p{L}+\s+){0,3})?\d/u;

/** "`pnpm test` — 374 files, 9341 passed": what a tool in code is said to have done behind a dash, an arrow or a colon. */
function toolStatement(said: Statement, lexicon: Lexicon): Statement {
	if (said.label) return isTool(said.label, lexicon) ? { ...said, label: testRun } : toolInResult(said, lexicon);
	const [lead, before = "", code = ""] = codeLead.exec(said.prose) ?? [];
	if (lead === undefined) return said;
	const name = normalise(said.text.slice(before.length, before.length + code.length));
	if (!lexicon.startsWith("testTools", name) || lexicon.has("narrowedRuns", name)) return said;
	// "Full `npm test` → 322 passed"
	const isWhole = lexicon.is("fullLeads", normalise(before));
	if (before !== "" && !isWhole) return said;
	const label = isWhole ? wholeRun : testRun;
	const value = said.prose.slice(lead.length);
	return { ...said, label, value, prose: `${label.text}: ${value}` };
}

/** "Result: Pass. The build is clean and CTest reports 53 tests, 0 failed": what a result says of a tool, as that of its run. */
function toolInResult(said: Statement, lexicon: Lexicon): Statement {
	const { label, value } = said;
	if (!label || !lexicon.is("neutral", label.name) || !/\d/.test(value)) return said;
	const { index, 0: lead } = patternsOf(lexicon).toolSays.exec(value) ?? { index: 0, 0: "" };
	const told = value.slice(index + lead.length);
	if (lead === "" || !["tests", "passed"].some((list) => lexicon.has(list, normalise(told)))) return said;
	return { ...said, label: testRun, value: told, prose: `${testRun.text}: ${told}` };
}

/** Whether a label is nothing but a command that runs the tests. */
function isTool({ text, name }: Statement["label"] & object, lexicon: Lexicon): boolean {
	if (!namedInCode.test(name)) return false;
	const command = normalise(text);
	return lexicon.startsWith("testTools", command) && !lexicon.has("narrowedRuns", command);
}

const codeLead = new RegExp(`^((?:\\p{L}+\\s+){0,2})(${blank}{3,200})(?:\\s+run)?\\s+(?:--|[—–→]|->|=>)\\s+`, "u");

function toldRun(told: Statement, lexicon: Lexicon): Told[] {
	const said = toolStatement(told, lexicon);
	const kind = kindOf(said, lexicon);
	if (kind === null || lexicon.has("notReported", normalise(said.label?.name ?? ""))) return [];
	const { label } = said;
	const own = label === null || lexicon.countKey(label.name) !== null || /\d/.test(label.text);
	const counts = readCounts(
		own ? said : { ...said, label: testRun, prose: `Test run: ${said.value}` },
		lexicon,
	)?.counts;
	if (!counts?.passed && !(label && counts?.total)) return kind === "regression" ? oldFailuresOf(said, lexicon) : [];
	if (ofNewTests(said.prose, counts, lexicon)) return [];
	return [{ kind, run: runOf(counts, said.line) }];
}

/** "Full test suite: the same 2 pre-existing failures as before": what is said of a run of all that counts nothing else. */
function oldFailuresOf({ label, prose, value, line }: Statement, lexicon: Lexicon): Told[] {
	const count = label === null ? undefined : patternsOf(lexicon).oldFailures.exec(value)?.[1];
	const words = normalise(prose);
	if (count === undefined || ["mendedWords", "goneWords", "dropWords"].some((list) => lexicon.has(list, words)))
		return [];
	return [{ kind: "regression", run: runOf({ failed: { value: Number(count), rest: "" } }, line) }];
}

/**
 * The figures of a list or table that counts tests under labels: "Total tests | 6", "Passed | 6", or "Tests passed | 6",
 * "Tests failed | 1".
 */
function groupedRuns({ statements }: Block, lexicon: Lexicon): Told[] {
	const counted = statements.flatMap(({ label, group }) => {
		const key = label && lexicon.has("tests", label.name) ? lexicon.countKey(label.name) : null;
		return key === "total" || key === "passed" ? [group] : [];
	});
	if (counted.length === 0) return [];
	const byGroup = Map.groupBy(statements, ({ group }) => group);
	return [...new Set(counted)].flatMap((group): Told[] => {
		const figures: Record<string, PlacedFigure> = {};
		for (const said of byGroup.get(group) ?? []) {
			const read = readCounts(said, lexicon);
			const figure = read?.key ? read.counts[read.key] : undefined;
			if (read?.key && figure) figures[read.key] ??= { ...figure, line: said.line };
		}
		return figures.passed && (figures.total || figures.failed)
			? [{ kind: "tests", run: { figures, name: "", rank: 3, closed: true } }]
			: [];
	});
}

/** Rows that count the outcomes of a run in columns of their own: "Regression | 2050 | 2046 | 1 | 3". */
function rowRuns(table: TableGrid, lexicon: Lexicon): Told[] {
	return tableRuns(table, lexicon).flatMap((run): Told[] => {
		const name = normalise(run.name);
		if (lexicon.startsWith("regressionRun", name) || lexicon.is("wholeTitles", name))
			return [{ kind: "regression", run }];
		const ofTests = lexicon.is("toldRunLabels", name) || lexicon.startsWith("packageRun", name);
		return ofTests && run.figures.passed ? [{ kind: "tests", run }] : [];
	});
}

/** Rows of wider tables whose first cell names the tests: "Test | `npm test` | All 51 tests passed". */
function rowStatements({ header, rows }: TableGrid, lexicon: Lexicon): Statement[] {
	if (header.length < 3) return [];
	return rows.flatMap(([first, ...cells]) => {
		const name = normalise(first?.prose ?? "");
		const names = ["toldRunLabels", "wholeRuns"].some((list) => lexicon.is(list, name)) || namesTests(name, lexicon);
		if (!first || !names) return [];
		const counted = cells.filter(({ prose }) => /\d/.test(prose));
		return counted.length === 1
			? counted.map(({ line, text, prose }) =>
					statement({ line, text: `${first.text}: ${text}`, prose: `${first.prose}: ${prose}` }, "row", -1, lexicon),
				)
			: [];
	});
}

function runOf(counts: Counts, line: number): Run {
	const figures: Record<string, PlacedFigure> = {};
	for (const key of countKeys) {
		const figure = counts[key];
		if (figure) figures[key] = { ...figure, line };
	}
	return { figures, name: "", rank: 1, closed: true };
}
