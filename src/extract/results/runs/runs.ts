import type { Heading } from "#model/documents.ts";
import { normalise } from "../../text/text.ts";
import { type CountStatement, countsOnlyOthers, readCounts } from "../counts/counts.ts";
import type { Figure } from "../counts/figure.ts";
import { ofNewTests } from "../counts/new-tests.ts";
import { claimsAll, segmentEnd } from "../counts/outcomes.ts";
import { countsSome } from "../counts/some-tests.ts";
import type { Block, Section } from "../text/blocks.ts";
import { countKeys, type Lexicon } from "../text/lexicon.ts";
import { type Statement, statement } from "../text/statements.ts";
import { join, place } from "./drafts.ts";
import { isBeside, listsWithout } from "./no-figures.ts";
import { outputRuns } from "./output-runs.ts";
import type { Draft, PlacedFigure, Run } from "./run.ts";
import { choose, isSumOf, same, settle } from "./settle.ts";
import { tableRuns } from "./table-runs.ts";

/** The runs of a section: those of its own text, those of named parts of it. */
export interface SectionRuns {
	readonly own: readonly Run[];
	readonly parts: readonly Run[];
}

const known = new WeakMap<Section, SectionRuns>();

/** Finds every test run that a section reports, and tells the section's own from those of named parts; once per section. */
export function runsOf(section: Section, lexicon: Lexicon): SectionRuns {
	const runs = known.get(section) ?? findRuns(section, lexicon);
	known.set(section, runs);
	return runs;
}

function findRuns({ heading, blocks }: Section, lexicon: Lexicon): SectionRuns {
	const own: Run[] = [];
	const parts: Run[] = [];
	const others: Run[] = [];
	const fresh = new Set<Run>();
	const add = (runs: readonly Run[], aside: boolean) => {
		for (const run of runs) (aside || run.name !== "" ? parts : own).push(run);
	};
	add(headingRuns(heading.title, heading.line, lexicon), false);
	const isNeutral = ({ title, name }: Block) => title === null || lexicon.is("neutral", name);
	let around: Block | undefined;
	for (const block of blocks) {
		const runs = blockRuns(block, lexicon, toldRegression(heading, block, lexicon));
		if (!block.nested) around = block;
		// "- Counts:" in the list of a package is of that package.
		const named = block.nested && around && isNeutral(block) ? around : block;
		if (isNeutral(named)) add(runs, false);
		else {
			const ofBlock = asPart(named, runs, lexicon);
			add(ofBlock, true);
			if (tellsNew(named, lexicon)) for (const run of ofBlock) fresh.add(run);
			others.push(...runs);
		}
	}
	if (own.length === 0 && others.length > parts.length) own.push(...wholeOf(parts, others, lexicon));
	return { own, parts: withoutNew(parts, fresh, own) };
}

/** "All 7 new tests pass:" above a list of them. */
function tellsNew({ title, line }: Block, lexicon: Lexicon): boolean {
	if (title === null || !/\d/.test(title)) return false;
	const [run] = headingRuns(title, line, lexicon);
	return run !== undefined && ofNewTests(title, run.figures, lexicon);
}

/** The parts without those of new tests only, where another run is of more. */
function withoutNew(parts: readonly Run[], fresh: ReadonlySet<Run>, own: readonly Run[]): readonly Run[] {
	if (fresh.size === 0) return parts;
	const most = Math.max(0, ...[...own, ...parts].map(({ figures }) => valueIn(figures.passed) ?? 0));
	return parts.filter((run) => !fresh.has(run) || (valueIn(run.figures.passed) ?? 0) >= most);
}

/** What the last part says of all of them: "Both suites together: 39 tests", below the figures of the second one. */
function wholeOf(parts: readonly Run[], runs: readonly Run[], lexicon: Lexicon): Run[] {
	const current = parts.filter(
		({ name }) => !["before", "regressionRun"].some((list) => lexicon.startsWith(list, normalise(name))),
	);
	return runs.filter(({ figures }) => isSumOf(figures, current)).map((run) => ({ ...run, name: "" }));
}

function asPart(block: Block, runs: readonly Run[], lexicon: Lexicon): Run[] {
	const title = block.title ?? "";
	const all = [...headingRuns(title, block.line, lexicon), ...runs.filter(({ name }) => name === "")];
	const best = settle(all);
	const inner = runs.filter(({ name }) => name !== "");
	if (best) return [{ ...completed(best, choose(inner, lexicon)), name: title }];
	return inner.map((run) => ({ ...run, name: `${title}: ${run.name}` }));
}

/** A run with the figures of another account of it, where the two agree: pytest's line and the row of a table below it. */
function completed(run: Run, other: Run | null): Run {
	const shared = countKeys.filter((key) => other?.figures[key] && run.figures[key]);
	if (!other || shared.length === 0 || !shared.every((key) => same(run.figures[key], other.figures[key]))) return run;
	return { ...run, figures: { ...other.figures, ...run.figures } };
}

// "5 Test Results": a number before a capital is the heading's own, not "5 tests passed".
const numberOfHeading = /^\d{1,2}(?:\.\d{1,2})*\s+(?=\p{Lu})/u;

/** "Tests (41/41)": what is counted in brackets is what the title names. */
function withCountedTests(title: string, lexicon: Lexicon): string {
	if (!title.includes("(")) return title;
	const words = normalise(title);
	const isOfTests = lexicon.has("tests", words) && !lexicon.has("notTests", words);
	return isOfTests ? title.replace(/\(\s*(\d{1,6}\s?\/\s?\d{1,6})\s*\)/u, `$1 ${lexicon.entries("tests")[0]}`) : title;
}

function headingRuns(heading: string, line: number, lexicon: Lexicon): Run[] {
	const isCount = countKeys.some((key) => key !== "total" && lexicon.has(key, normalise(heading)));
	const title = withCountedTests(isCount ? heading : heading.replace(numberOfHeading, ""), lexicon);
	const read = readCounts(
		{ ...statement({ line, text: title, prose: title }, "heading", -1, lexicon), label: null, value: title },
		lexicon,
	);
	return read ? [{ figures: place(read.counts, line), name: "", rank: 2, closed: !read.otherOutcomes }] : [];
}

/** The runs of one block, in order; consecutive statements that do not contradict each other belong to one run. */
function blockRuns(block: Block, lexicon: Lexicon, named: ReadonlyMap<number, string>): Run[] {
	const drafts: Draft[] = [];
	const outputs = outputRuns(block, lexicon);
	const others = new Set<number>();
	const without = listsWithout(block.statements, lexicon);
	for (const said of block.statements) {
		const counted = isOfOther(said, lexicon) || isBeside(said, without, lexicon) ? null : readCounts(said, lexicon);
		if (counted && isOfNew(said, counted, outputs, lexicon)) continue;
		const read = counted && { ...counted, part: counted.part ?? named.get(said.group) ?? null };
		if (read && !isElsewhere(said, read, drafts.at(-1), lexicon)) join(drafts, said, read);
		if (!read && countsOnlyOthers(said, lexicon)) others.add(said.group);
		allPassed(drafts.at(-1), said, lexicon);
		if (read && isTotal(read)) for (const below of countsBelow(said, lexicon)) join(drafts, ...below);
	}
	drafts.push(...besideFractions(block.statements, drafts));
	for (const draft of drafts) draft.closed &&= !others.has(draft.group);
	for (const table of block.tables) drafts.push(...tableRuns(table, lexicon));
	drafts.push(...outputs);
	return drafts.filter(({ figures }) => countKeys.some((key) => figures[key]));
}

/**
 * The other entries of a list that has a fraction for each of its labels: "Scripts: 3/3 working" beside "Patterns: 2/3 passed",
 * which is one of several then.
 */
function besideFractions(statements: readonly Statement[], drafts: readonly Draft[]): Draft[] {
	const parts = new Set(drafts.flatMap(({ name, group, figures }) => (name !== "" && figures.total ? [group] : [])));
	const read = new Set(drafts.flatMap(({ figures }) => countKeys.flatMap((key) => figures[key]?.line ?? [])));
	if (parts.size === 0) return [];
	return statements.flatMap(({ kind, label, value, group, line }): Draft[] => {
		const [, part, whole] = (label && kind !== "heading" && leadingFraction.exec(value)) || [];
		if (!label || part === undefined || !parts.has(group) || read.has(line)) return [];
		const figures = place(
			{ passed: { value: Number(part), rest: "" }, total: { value: Number(whole), rest: "" } },
			line,
		);
		return [{ figures, name: label.text, rank: 1, closed: true, group, labelled: false, seen: new Set() }];
	});
}

const leadingFraction = /^\W{0,4}(\d{1,6})\s?\/\s?(\d{1,6})(?![\d./%])/u;

/**
 * The paragraphs, by group, that open with the full regression in a section of tests that is for both: "For the regression I
 * ran everything. It reports 214 tests." What they count is a run of its own.
 */
function toldRegression({ keys }: Heading, { statements }: Block, lexicon: Lexicon): ReadonlyMap<number, string> {
	if (keys.includes("fullRegression") || !keys.includes("testResults")) return new Map();
	const opening = statements.filter(
		({ kind, group }, at) => kind === "paragraph" && statements[at - 1]?.group !== group,
	);
	return new Map(
		opening.flatMap(({ prose, group }) => {
			const words = normalise(prose).replace(/^(?:(?:for|in|as for|on|to) )?(?:(?:the|a|our|my) )?/, "");
			const ofPackage = ["packageRun", "ownRunLabels"].some((list) => lexicon.has(list, words));
			const [first = ""] = prose.split(/[.;]\s/u, 1);
			const opens =
				!ofPackage && (lexicon.startsWith("regressionRun", words) || lexicon.has("ranAll", normalise(first)));
			return opens ? [[group, lexicon.entries("regressionRun")[0] ?? ""] as const] : [];
		}),
	);
}

/** Whether the figures of a line are not those of the run: "N/A; last known: 899 tests, 891 passed (H-4)", "2 tests are flaky". */
function isOfOther({ label, text, prose }: Statement, lexicon: Lexicon): boolean {
	if (!/\d/.test(text) || (label && lexicon.countKey(label.name))) return false;
	if (label === null && countsSome(prose, lexicon)) return true;
	const words = normalise(text);
	if (lexicon.has("notRunPhrases", words) && !lexicon.has("passed", words)) return true;
	return lexicon.startsWith("notRunLeads", words) || lexicon.has("otherStates", words);
}

/** "On the board all 31 hardware tests pass" below a run of more: those of it that are run there, too. */
function isElsewhere({ prose, kind }: Statement, { counts }: CountStatement, run: Draft | undefined, lexicon: Lexicon) {
	const [whole, total, passed] = [run?.figures.total, counts.total, counts.passed].map(valueIn);
	if (kind !== "paragraph" || whole === undefined || total === undefined) return false;
	return total < whole && passed === total && lexicon.startsWith("otherPlaces", normalise(prose));
}

/** "All 7 new tests pass" beside the output of a tool that ran more. */
function isOfNew(
	{ prose }: Statement,
	{ counts }: CountStatement,
	outputs: readonly Draft[],
	lexicon: Lexicon,
): boolean {
	const passed = valueIn(counts.passed);
	if (passed === undefined || outputs.length === 0 || !ofNewTests(prose, counts, lexicon)) return false;
	return outputs.some(({ figures }) => (valueIn(figures.passed) ?? 0) > passed);
}

function valueIn(figure: Figure | PlacedFigure | undefined): number | undefined {
	return figure && "value" in figure ? figure.value : undefined;
}

/** "Total: 31" and "Result: all passed" in one list, "All of them pass" on the line below the figure in a paragraph. */
function allPassed(run: Draft | undefined, said: Statement, lexicon: Lexicon): void {
	const { label, kind, value, group, line } = said;
	if (!run?.figures.total || run.group !== group) return;
	if (label ? !lexicon.is("neutral", label.name) : kind !== "paragraph") return;
	const { total, passed, failed, skipped } = run.figures;
	if (passed || isSome(failed) || isSome(skipped) || !("value" in total)) return;
	if (value.split(segmentEnd).some((clause) => claimsAll(clause, lexicon))) run.figures.passed = { ...total, line };
}

function isSome(figure: PlacedFigure | undefined): boolean {
	return figure !== undefined && !("value" in figure && figure.value === 0);
}

/** Whether a statement gives the total and nothing else, with its label or without: "Total: 24", "24 tests". */
function isTotal({ key, part, counts }: CountStatement): boolean {
	if (key === "total") return true;
	return (
		key === null && part === null && counts.total !== undefined && countKeys.filter((one) => counts[one]).length === 1
	);
}

/** The outcomes that a total is taken apart into: a list below it whose items are all labels of figures, each another one. */
function countsBelow(total: Statement, lexicon: Lexicon): [Statement, CountStatement][] {
	const counts = total.children.map((said) => [{ ...said, group: total.group }, readCounts(said, lexicon)] as const);
	const keys = counts.flatMap(([, read]) => (read?.key && read.key !== "total" ? [read.key] : []));
	if (keys.length < counts.length || new Set(keys).size < keys.length) return [];
	return counts.flatMap(([said, read]): [Statement, CountStatement][] => (read ? [[said, read]] : []));
}
