import { normalise } from "../../text/text.ts";
import { type CountKey, countKeys, type Lexicon } from "../text/lexicon.ts";
import { readNumber } from "../text/numbers.ts";
import { pairsFigures, type TableGrid } from "../text/tables.ts";
import type { Draft } from "./run.ts";
import { sumOf } from "./settle.ts";

/** The runs of a table whose columns are figures: its total row, or each row by its first cell. */
export function tableRuns({ header, rows }: TableGrid, lexicon: Lexicon): Draft[] {
	const columns = header.map(({ prose }) => lexicon.countKey(normalise(prose)));
	const result = header.findIndex(({ prose }) => lexicon.is("resultColumn", normalise(prose)));
	const across = scopeRuns({ header, rows }, lexicon);
	if (across.length > 0) return across;
	if (!columns.some((key) => key !== null) || pairsFigures(rows, lexicon)) return [];
	const drafts = rows.flatMap((row) => {
		const draft = rowRun(row, header, columns, result, lexicon);
		return draft ? [draft] : [];
	});
	const named = drafts.filter(({ name }) => lexicon.is("totalRow", normalise(name)));
	const sum = named.length > 0 ? undefined : sumOf(drafts);
	const total = sum ? [sum] : named;
	if (total.length === 1) return total.map((draft) => ({ ...draft, name: "", rank: 3 as const }));
	const unnamed = columns.indexOf(null) === -1;
	return drafts.map((draft) => (unnamed && drafts.length === 1 ? { ...draft, name: "" } : draft));
}

/** The runs of a table with a column for each: "| | This package | Full regression |" above "Total | 40 | 702". */
function scopeRuns({ header, rows }: Pick<TableGrid, "header" | "rows">, lexicon: Lexicon): Draft[] {
	const titles = header.slice(1).map(({ prose }) => normalise(prose));
	const isWhole = (title: string) =>
		lexicon.startsWith("regressionRun", title) || lexicon.is("wholeTitles", title) || lexicon.is("totalRow", title);
	if (titles.length < 2 || titles.filter(isWhole).length !== 1) return [];
	const counted = rows.flatMap(([label, ...cells]) => {
		const key = lexicon.countKey(normalise(label?.prose ?? ""));
		return key ? [{ key, cells }] : [];
	});
	const keys = counted.map(({ key }) => key);
	if (new Set(keys).size < 2) return [];
	return header.slice(1).flatMap(({ text }, at): Draft[] => {
		const cells = counted.map((row) => row.cells[at] ?? emptyCell);
		const draft = rowRun(cells, [], keys, -1, lexicon);
		return draft ? [{ ...draft, name: text }] : [];
	});
}

const emptyCell = { text: "", prose: "", line: 1 };

function rowRun(
	row: TableGrid["rows"][number],
	header: TableGrid["header"],
	columns: readonly (CountKey | null)[],
	result: number,
	lexicon: Lexicon,
): Draft | null {
	const figures: Draft["figures"] = {};
	const line = row[0]?.line ?? 1;
	columns.forEach((key, index) => {
		const reading = key ? readNumber(row[index]?.prose ?? "", lexicon) : null;
		if (!key || !reading) return;
		if (reading.kind === "number") figures[key] = { value: reading.value, rest: reading.rest, line };
		else if (reading.kind === "unclear") figures[key] = { reason: reading.reason, said: reading.said, line };
		else {
			figures.total = { value: reading.whole, rest: "", line };
			figures[key === "total" ? "passed" : key] = { value: reading.part, rest: "", line };
		}
	});
	const total = figures.total;
	const outcome = normalise(row[result]?.prose ?? "");
	if (
		result >= 0 &&
		columns[result] === null &&
		total &&
		"value" in total &&
		!figures.passed &&
		lexicon.is("allPassed", outcome)
	)
		figures.passed = total;
	if (countKeys.every((key) => !figures[key])) return null;
	return {
		figures,
		name: nameOf(row, header, columns, lexicon),
		rank: 1,
		closed: true,
		group: -1,
		labelled: false,
		seen: new Set(),
	};
}

/** What a row is called: its first cell with words, or its number where the column counts runs ("Run 2"). */
function nameOf(
	row: TableGrid["rows"][number],
	header: TableGrid["header"],
	columns: readonly (CountKey | null)[],
	lexicon: Lexicon,
): string {
	const named = columns.flatMap((key, index) => (key === null ? [index] : []));
	const [first = -1] = named;
	const title = header[first]?.text ?? "";
	if (lexicon.is("attempt", normalise(title))) return `${title} ${row[first]?.text ?? ""}`;
	const wordy = named.find((index) => /\p{L}/u.test(row[index]?.text ?? ""));
	return row[wordy ?? first]?.text ?? "";
}
