import { normalise } from "../../text/text.ts";
import { type CountStatement, countsOnlyOthers, readCounts } from "../counts/counts.ts";
import { fileName } from "../files/file-names.ts";
import type { Block } from "../text/blocks.ts";
import { dataLines } from "../text/data-lines.ts";
import { countKeys, type Lexicon } from "../text/lexicon.ts";
import { type Statement, statement } from "../text/statements.ts";
import { join, place } from "./drafts.ts";
import type { Draft, PlacedFigure } from "./run.ts";

// "tests/test_a.py — 12 passed": a run of one part, behind a dash.
const partOfLine = /^(\S[^—–]{2,80}?)\s+[—–-]{1,2}\s+(?=\d)/u;

/** The file that a line of a tool's output is about: "✓ src/a.test.ts (34 tests | 1 failed)". */
function fileOfLine(line: string): string | undefined {
	const [first = ""] = line.replace(/^[^\p{L}\p{N}./]+/u, "").split(/[\s:(]/u, 1);
	return first !== "" && fileName.test(first) ? line.slice(0, line.indexOf(first) + first.length) : undefined;
}

// A tool's count of what it runs, where it leaves nothing out: "collected 58 items", "[====] 58 tests from 5 suites ran."
const collectedItems =
	/^\s*(?:collected (?=\d{1,9} items?(?: \/ \d+ errors?)?\s*$)|\[=+\] (?=\d{1,9} tests? from .{1,60} ran\.))(\d{1,9})/;

const command = /^\s*[$%>]\s/;

// "# pass 96": a figure of a tool that writes all it says as comments.
const countLine = /^\s*#\s+\p{L}+:?\s+\d+\s*$/u;

// "[INFO] ", "ℹ ", "Summary [   0.512s] ", "Passed!  - ": what stands before the figures of a tool.
const toolLead = /^\s*(?:\[[A-Z]+\]\s+|ℹ\s+|\p{L}+\s+\[\s*[\d.]+\s?m?s\]\s+|\p{L}+!\s+[-–]\s+)/u;

// "Tests  15 passed (15)  [8 existing + 7 new]": what the author wrote behind it.
const remark = /(?<=\S)\s+\[[^[\]]*\]\s*$/u;

// " 3/17 Test  #4: ring_wraps ....   Passed    0.01 sec": which of the tests a line is about, and no outcome of the run.
const progress = /^\s*\[?\s*\d{1,6}\/\d{1,6}\]?\s+(?:\p{L}+\s+)?(?:#\d|\S+\s*\.{3})/u;

/** Of the lines that are each about a state, the one that is not about the state before: "branch: 31 passed" beside "base: 28 passed". */
function currentOf(
	states: readonly { readonly said: Statement; readonly read: CountStatement }[],
	beside: boolean,
	lexicon: Lexicon,
): typeof states {
	const current = states.filter(
		({ said: { label } }) =>
			!["before", "previousLabels"].some((list) =>
				[label?.name, label?.scope].some((words) => lexicon.is(list, normalise(words ?? ""))),
			),
	);
	return current.length === 1 && (beside || states.length > 1) ? current : [];
}

/** Whether lines of a block were left out, which are those about the state before. */
function tellsBefore(data: ReturnType<typeof dataLines>, lines: Block["codes"][number]["lines"]): boolean {
	return new Set(data.map(({ line }) => line)).size < lines.length;
}

/** The summaries of a tool that writes one for each program it runs: those of one command are one run. */
class TargetRuns {
	#open: { readonly read: CountStatement; readonly line: number }[] = [];
	readonly #ended: Draft[] = [];

	add(read: CountStatement, line: number): void {
		this.#open.push({ read, line });
	}

	/** Another command begins. */
	end(): void {
		if (this.#open.length > 0) this.#ended.push(this.#sum());
		this.#open = [];
	}

	runs(): readonly Draft[] {
		this.end();
		return this.#ended;
	}

	#sum(): Draft {
		const placed = this.#open.map(({ read, line }) => place(read.counts, line));
		const figures: Draft["figures"] = {};
		for (const key of countKeys) {
			const all = placed.flatMap((one) => one[key] ?? []);
			const [first] = all;
			const values = all.flatMap((figure) => ("value" in figure ? [figure.value] : []));
			if (!first || values.length < placed.length) continue;
			const value = values.reduce((sum, part) => sum + part, 0);
			figures[key] = values.length === 1 ? first : { value, line: first.line, rest: "", parts: values };
		}
		const closed = this.#open.every(({ read }) => !read.otherOutcomes);
		return { figures, name: "", rank: 1, closed, group: -1, labelled: false, seen: new Set() };
	}
}

/** Summary lines of a test tool in a code block; commands, comments and expectations are no results. */
export function outputRuns({ codes }: Block, lexicon: Lexicon): Draft[] {
	return codes.flatMap(({ lines }) => {
		const drafts: Draft[] = [];
		const collected: PlacedFigure[] = [];
		const states: { said: Statement; read: CountStatement }[] = [];
		const targets = new TargetRuns();
		let otherOutcomes = false;
		const data = dataLines(lines, lexicon);
		for (const { text, line } of data) {
			const items = collectedItems.exec(text)?.[1];
			if (items !== undefined) collected.push({ value: Number(items), rest: "collected", line });
			if ((/^\s*(?:[#$>%]|\/\/)/.test(text) && !countLine.test(text)) || lexicon.has("expectation", normalise(text))) {
				if (command.test(text)) targets.end();
				continue;
			}
			if (progress.test(text)) continue;
			const plain = text
				.replace(toolLead, "")
				.replace(remark, "")
				.replace(/:\s*$/, "")
				.replace(/^[\s=*#-]+|[\s=*-]+$/g, "");
			const part = partOfLine.exec(plain)?.[1] ?? fileOfLine(plain);
			const own = part === undefined ? plain : plain.slice(part.length).replace(/^[\s—–-]+/u, "");
			const said = statement({ line, text: own, prose: own }, "code", line, lexicon);
			const read = readCounts(said, lexicon);
			if (read && lexicon.startsWith("targetSummaries", normalise(plain))) targets.add(read, line);
			else if (read && read.part === null) join(drafts, said, { ...read, part: part ?? null });
			else if (read) states.push({ said, read });
			else otherOutcomes ||= countsOnlyOthers(said, lexicon);
		}
		for (const draft of drafts) draft.closed &&= !otherOutcomes;
		drafts.push(...targets.runs());
		for (const { said, read } of currentOf(states, tellsBefore(data, lines), lexicon))
			join(drafts, said, { ...read, part: null });
		// A tool lists its test files before it sums up: the lines with outcomes are the sums.
		const sums = drafts.filter(({ figures }) => figures.passed || figures.failed);
		const runs = (sums.length > 0 ? sums : drafts).map((draft) => ({ ...draft, rank: 0 as const }));
		const [only, ...others] = runs;
		const [all, ...again] = collected;
		if (only && all && others.length + again.length === 0) only.figures = { total: all, ...only.figures };
		return runs;
	});
}
