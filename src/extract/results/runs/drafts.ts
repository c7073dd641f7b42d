import type { CountStatement } from "../counts/counts.ts";
import type { Counts, Figure } from "../counts/figure.ts";
import { type CountKey, countKeys } from "../text/lexicon.ts";
import type { Statement } from "../text/statements.ts";
import type { Draft, PlacedFigure } from "./run.ts";
import { same } from "./settle.ts";

/** Adds what a statement counts to the last run where it goes on with that, else begins another. */
export function join(drafts: Draft[], said: Statement, read: CountStatement): void {
	const figures = place(read.counts, said.line);
	const last = drafts.at(-1);
	const name = read.part ?? "";
	// A part that a paragraph tells of goes on in its next sentence.
	const goesOn = name === "" || (said.kind === "paragraph" && last?.group === said.group);
	if (last && goesOn && name === last.name && joins(last, said, read, figures)) {
		last.figures = { ...figures, ...last.figures };
		last.closed &&= !read.otherOutcomes;
		last.labelled ||= read.labelled;
		if (read.labelled) last.rank = 3;
		if (read.key) last.seen.add(read.key);
		return;
	}
	drafts.push({
		figures,
		name,
		rank: read.labelled ? 3 : 1,
		closed: !read.otherOutcomes,
		group: said.group,
		labelled: read.labelled,
		seen: new Set(read.key ? [read.key] : []),
	});
}

function joins(last: Draft, said: Statement, read: CountStatement, figures: Draft["figures"]): boolean {
	const agree = countKeys.every((key) => same(last.figures[key], figures[key]));
	if (!agree || (read.key && last.seen.has(read.key) && !(last.figures[read.key] && figures[read.key]))) return false;
	const shared = countKeys.some((key) => last.figures[key] && figures[key]);
	if (continues(said) || (!shared && isOneOutcome(said) && last.rank === 1)) return true;
	const isInList = last.group === said.group;
	// "Total: 25", "23 passed": a list may count some outcomes with a label and some without.
	if (isInList && said.kind === "item" && isListed(read)) return true;
	return shared || (last.labelled === read.labelled && (isInList || read.labelled));
}

/** Whether a line counts one thing only, as each line of a list of outcomes does. */
function isListed({ counts }: CountStatement): boolean {
	return countKeys.filter((key) => counts[key]).length === 1;
}

// A line that is one word and its figures in brackets goes on with the run above it: "FAILED (failures=1, skipped=2)".
function continues({ prose }: Statement): boolean {
	return /^\W*\p{L}+\s*\(\w[\w ]{0,30}=\d/u.test(prose);
}

/** A line of a tool's output that is one outcome, and goes on with those above it: "60 passed (48.8s)" below "2 failed". */
function isOneOutcome({ kind, prose }: Statement): boolean {
	return kind === "code" && oneOutcome.test(prose);
}

// "60 passed (48.8s)", "45 tests failed", "pass 96", "Passing Tests      1122", "[  FAILED  ] 1 test, listed below:"
const oneOutcome =
	/^\W*(?:\d+ \p{L}+(?: \p{L}+)?(?:\s*\([^()]*\))?\W*$|\p{L}+ \p{L}+ {2,40}\d+\W*$|\p{L}+\W{1,6}\d+(?: \p{L}+)?(?:\W*$|,))/u;

/** Figures with the line they stand on. */
export function place(counts: Counts, line: number): Partial<Record<CountKey, PlacedFigure>> {
	const placed: Partial<Record<CountKey, PlacedFigure>> = {};
	for (const key of countKeys) {
		const found: Figure | undefined = counts[key];
		if (found) placed[key] = { ...found, line };
	}
	return placed;
}
