import { why } from "#words/because.ts";
import { normalise } from "../../text/text.ts";
import { type CountKey, countKeys, type Lexicon } from "../text/lexicon.ts";
import type { PlacedFigure, Run } from "./run.ts";

/** Whether two figures do not contradict each other: equal, or one of them missing. */
export function same(a: PlacedFigure | undefined, b: PlacedFigure | undefined): boolean {
	if (!a || !b) return true;
	return "value" in a && "value" in b ? a.value === b.value : "reason" in a && "reason" in b;
}

/**
 * One run out of several accounts of the same one: labelled figures before a heading's, those before running words, those
 * before a tool's output. A weaker account only completes a stronger one that it agrees with. Two equally strong accounts
 * that differ leave the figures they differ in unclear; of a tool's outputs the last one counts where it repeats the
 * others without their failures; in a section about all tests (`whole`) the one that runs more tests than each other.
 */
export function settle(runs: readonly Run[], whole = false): Run | null {
	const usable = withoutInterrupted(runs);
	const top = Math.max(...usable.map(({ rank }) => rank), -1);
	const last = top === 0 ? usable.at(-1) : undefined;
	if (last && usable.slice(0, -1).every((run) => isOutdone(run, last, whole))) return last;
	const largest =
		whole && top === 0 ? usable.find((run) => usable.every((one) => one === run || ranMore(run, one))) : undefined;
	if (largest) return largest;
	const [first, ...others] = [...usable].sort((a, b) => b.rank - a.rank);
	if (!first) return null;
	const figures = { ...first.figures };
	for (const other of others)
		if (other.rank === top && !agrees(first, other)) contradict(figures, other);
		else if (completes(figures, other)) Object.assign(figures, { ...other.figures, ...figures });
	return { ...first, figures };
}

function isOutdone(run: Run, by: Run, whole: boolean): boolean {
	const more = ranTests(by) - ranTests(run);
	return (whole && more > 0) || (more >= 0 && countOf(run, "failed") > 0 && countOf(by, "failed") === 0);
}

/** Whether a run is of more tests than another, which then was of some of them. */
function ranMore(run: Run, than: Run): boolean {
	return ranTests(run) > ranTests(than);
}

function ranTests(run: Run): number {
	return countOf(run, "total") || countOf(run, "passed") + countOf(run, "failed") + countOf(run, "skipped");
}

function countOf({ figures }: Pick<Run, "figures">, key: CountKey): number {
	const figure = figures[key];
	return figure && "value" in figure ? figure.value : 0;
}

/** Whether two accounts of a run contradict each other nowhere. */
export function agrees(a: Run, b: Run): boolean {
	return countKeys.every((key) => same(a.figures[key], b.figures[key]));
}

function contradict(figures: Run["figures"], other: Run): void {
	for (const key of countKeys) {
		const mine = figures[key];
		const theirs = other.figures[key];
		if (mine && theirs && !same(mine, theirs))
			figures[key] = {
				line: mine.line,
				...why("figuresDiffer", {
					first: describe(mine),
					line: String(mine.line),
					other: describe(theirs),
					otherLine: String(theirs.line),
				}),
			};
	}
}

function describe(figure: PlacedFigure): string {
	return "value" in figure ? String(figure.value) : figure.reason;
}

function completes(figures: Run["figures"], other: Run): boolean {
	const value = (figure: PlacedFigure | undefined) => (figure && "value" in figure ? figure.value : undefined);
	const shared = countKeys.filter((key) => figures[key] && other.figures[key]);
	if (shared.some((key) => !same(figures[key], other.figures[key]))) return false;
	if (shared.length > 0) return true;
	const total = value(figures.total ?? other.figures.total);
	const failed = value(figures.failed ?? other.figures.failed);
	const skipped = value(figures.skipped ?? other.figures.skipped) ?? 0;
	const passed = value(other.figures.passed ?? figures.passed);
	return total !== undefined && failed !== undefined && passed === total - failed - skipped;
}

// A run that was broken off gives neither a total nor passed tests; it stands back where another was completed.
function withoutInterrupted(runs: readonly Run[]): readonly Run[] {
	const complete = runs.filter(({ figures }) => figures.total || figures.passed);
	return complete.length > 0 ? complete : runs;
}

/**
 * The one run that stands for several named ones: the last one after a change or attempt, the one called total, or the only
 * one. Runs of several packages stand for nothing together and are never summed: null.
 */
export function choose(runs: readonly Run[], lexicon: Lexicon): Run | null {
	const current = runs.filter(({ name }) => !isPrevious(name, lexicon));
	const complete = withoutInterrupted(current.length > 0 ? current : []);
	const narrowed = ({ name }: Run) =>
		["narrowedRuns", "partialRuns", "breakdownWords"].some((list) => lexicon.has(list, normalise(name)));
	const wide = complete.filter((run) => !narrowed(run));
	const candidates = wide.length > 0 ? wide : complete;
	const [only] = candidates;
	if (candidates.length <= 1) return only ?? null;
	const total = candidates.filter(({ name }) => lexicon.is("totalRow", normalise(name.split(":").at(-1) ?? "")));
	if (total.length === 1) return total[0] ?? null;
	const names = ownNames(candidates);
	const sum = sumOf(candidates.map((run, at) => ({ ...run, name: names[at] ?? run.name })));
	if (sum) return sum;
	const attempts = candidates.filter((_, at) => lexicon.has("attempt", normalise(names[at] ?? "")));
	if (attempts.length === candidates.length) return attempts.at(-1) ?? null;
	const after = candidates.filter(({ name }) => isCurrent(normalise(name), lexicon));
	if (after.length === 1) return after[0] ?? null;
	const distinct = candidates.every((run) => agrees(run, only as Run) && agrees(only as Run, run));
	return distinct ? (only ?? null) : null;
}

/** "Before", "On main", "Red phase": a run without this work. Under "Before and after:" each run says by its own name which it is. */
function isPrevious(name: string, lexicon: Lexicon): boolean {
	const whole = normalise(name);
	const [title = "", ...own] = name.split(": ");
	const both = own.length > 0 && ["before", "after"].every((list) => lexicon.has(list, normalise(title)));
	const words = both ? normalise(own.join(" ")) : whole;
	if (lexicon.has("before", withoutLater(words, lexicon)) || lexicon.has("redPhase", words)) return true;
	return lexicon.is("previousLabels", whole);
}

/** "The whole workspace before the review closed" without what comes later than the run. */
function withoutLater(words: string, lexicon: Lexicon): string {
	if (!lexicon.has("laterSteps", words)) return words;
	const step = lexicon.entries("laterSteps").find((entry) => words.includes(normalise(entry))) ?? "";
	return words.replace(normalise(step), "");
}

/** "After", "With the package": a run with this work. In a longer name "after" may tell of anything. */
function isCurrent(name: string, lexicon: Lexicon): boolean {
	if (lexicon.startsWith("withWork", name) || lexicon.startsWith("after", name)) return true;
	return lexicon.has("after", name) && name.split(" ").length <= mostWords;
}

const mostWords = 6;

/** What tells runs apart: their names without a title that all of them stand under ("Run per workspace: editor"). */
function ownNames(runs: readonly Run[]): readonly string[] {
	const title = /^.*?: /.exec(runs[0]?.name ?? "")?.[0] ?? "";
	// "Three runs: 1" is a number of the title's.
	const shared = runs.every(({ name }) => name.startsWith(title) && /\p{L}/u.test(name.slice(title.length)));
	return runs.map(({ name }) => (shared ? name.slice(title.length) : name));
}

/**
 * The last run, or the first one, where each of its figures is the sum of the others' and it is called after another kind of
 * thing than they are: "**Touched packages** | 9" below packages, a package beside its test files. Of three packages the
 * last one may have as many tests as the others by chance.
 */
export function sumOf<Each extends Pick<Run, "figures" | "name">>(runs: readonly Each[]): Each | undefined {
	const [first, ...below] = runs;
	const last = runs.at(-1);
	if (last && isWhole(last, runs.slice(0, -1))) return last;
	return first && isWhole(first, below) ? first : undefined;
}

function isWhole(run: Pick<Run, "figures" | "name">, parts: readonly Pick<Run, "figures" | "name">[]): boolean {
	if (parts.length < 2 || parts.some(({ name }) => kindOf(name) === kindOf(run.name))) return false;
	const shared = countKeys.filter((key) => parts.some(({ figures }) => figures[key]));
	const keys = shared.filter((key) => run.figures[key] && "value" in run.figures[key]);
	const adds = keys.every((key) => parts.reduce((sum, part) => sum + countOf(part, key), 0) === countOf(run, key));
	const counted = parts.filter((part) => keys.some((key) => countOf(part, key) > 0));
	return adds && counted.length > 1;
}

/** Whether figures are the sum of those of two or more runs; what only some of these say proves nothing. */
export function isSumOf(figures: Run["figures"], runs: readonly Run[]): boolean {
	if (runs.length < 2) return false;
	const proving = (["total", "passed"] as const).filter(
		(key) => countOf({ figures }, key) > 0 && runs.every((run) => countOf(run, key) > 0),
	);
	const sum = (key: CountKey) => runs.reduce((total, run) => total + countOf(run, key), 0);
	return proving.length > 0 && proving.every((key) => countOf({ figures }, key) === sum(key));
}

function kindOf(name: string): "file" | "id" | "class" | "words" {
	const bare = name.replace(/[`*]/g, "").trim();
	if (/\s/.test(bare)) return "words";
	if (/^[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+$/.test(bare)) return "id";
	if (/[_./]/.test(bare)) return "file";
	return /^[A-Z]\w*[a-z]\w*[A-Z]/.test(bare) ? "class" : "words";
}
