import { normalise } from "../../text/text.ts";
import type { Lexicon } from "./lexicon.ts";
import { blank } from "./statements.ts";

interface Cell {
	readonly text: string;
	readonly prose: string;
	readonly line: number;
}

export interface TableGrid {
	readonly line: number;
	readonly header: readonly Cell[];
	readonly rows: readonly (readonly Cell[])[];
}

/** The rows of a table that pairs labels with values: "Metric | Value", "Check | Before | After". */
export function labelPairs({ header, rows }: TableGrid, lexicon: Lexicon): { label: Cell; value: Cell }[] {
	const across = [...singleRow({ header, rows }, lexicon), ...sameInstalls({ header, rows }, lexicon)];
	if (across.length > 0) return across;
	const figures = pairsFigures(rows, lexicon);
	if (header.length < 2 || (!figures && titlesFigures(header, lexicon) && !pairsLabels({ header, rows }, lexicon)))
		return [];
	const column = header.length === 2 ? 1 : (countColumn(header, figures, lexicon) ?? valueColumn(header, lexicon));
	// "Metric | Before": nothing in it is of now.
	if (header.length === 2 && lexicon.is("before", normalise(header[1]?.prose ?? ""))) return [];
	const all = lexicon.isKnownLabel(normalise(header[0]?.prose ?? "")) ? [header, ...rows] : rows;
	return all.flatMap((row) => {
		const [label, first] = row;
		// Two installs, and both gave the same: "| Packages installed | 18 | 18 |".
		const value = column > 0 ? row[column] : row.slice(2).every(({ text }) => text === first?.text) ? first : undefined;
		return label && value && label.text !== "" && !label.prose.startsWith(blank) ? [{ label, value }] : [];
	});
}

/** The pairs of a table with labels for titles and one row that begins with a figure: "Packages | Tests" above "14 | 412". */
function singleRow({ header, rows: [row, ...more] }: Pick<TableGrid, "header" | "rows">, lexicon: Lexicon) {
	if (!row || more.length > 0) return [];
	const pairs = header.flatMap((label, at) => {
		const value = row[at];
		return value && lexicon.isKnownLabel(normalise(label.prose))
			? [{ label: { ...label, line: value.line }, value }]
			: [];
	});
	const [first] = pairs;
	const [title, said] = [first?.label.prose, first?.value.prose].map((prose) => normalise(prose ?? ""));
	// In "Status | PASS" above "Date | 2026-02-11" each row is a pair of its own.
	const isStatus = lexicon.isLabel("status", title ?? "") && !lexicon.isKnownLabel(said ?? "");
	const begins = first?.label.text === header[0]?.text && (isStatus || /^\W{0,3}\d/.test(first?.value.prose ?? ""));
	return begins && pairs.length > 1 ? pairs : [];
}

/** The packages that several installs have in common: a row for each host, and 27 "Packages installed" in all of them. */
function sameInstalls({ header, rows }: Pick<TableGrid, "header" | "rows">, lexicon: Lexicon) {
	if (rows.length < 2) return [];
	return header.flatMap((label, at) => {
		const name = normalise(label.prose);
		const value = rows[0]?.[at];
		return at > 0 &&
			value &&
			lexicon.isLabel("cleanRoom.packagesInstalled", name) &&
			lexicon.has("installedWords", name) &&
			rows.every((row) => row[at]?.text === value.text)
			? [{ label: { ...label, line: value.line }, value }]
			: [];
	});
}

/** Whether the columns of a table are figures of runs, so that its rows are runs and no labels. */
function titlesFigures(header: readonly Cell[], lexicon: Lexicon): boolean {
	if (header.slice(1).some(({ prose }) => lexicon.countKey(normalise(prose)))) return true;
	return lexicon.is("tests", normalise(header[0]?.prose ?? ""));
}

/** Whether a table of two columns names a field in each row: "| | Count |" above "Packages | 21", or "Status | PASS" above others. */
function pairsLabels({ header, rows }: Pick<TableGrid, "header" | "rows">, lexicon: Lexicon): boolean {
	const first = normalise(header[0]?.prose ?? "");
	if (header.length !== 2) return false;
	if (lexicon.isLabel("status", first)) return true;
	const names = rows.map(([label]) => normalise((label?.prose ?? "").replace(/\([^()]*\)/g, " ")));
	return (
		(first === "" || lexicon.is("labelTitles", first)) &&
		names.length > 1 &&
		names.every((name) => lexicon.isKnownLabel(name))
	);
}

/** Whether the rows of a table are the figures of one run: "Total | 20", "Passed | 20". */
export function pairsFigures(rows: TableGrid["rows"], lexicon: Lexicon): boolean {
	const keys = rows.flatMap((row) => (row.length > 1 ? (lexicon.countKey(normalise(row[0]?.prose ?? "")) ?? []) : []));
	return new Set(keys).size > 1;
}

/** The second column of a table whose rows are the figures of one run, where its title says that it counts tests. */
function countColumn(header: readonly Cell[], figures: boolean, lexicon: Lexicon): number | null {
	return figures && lexicon.countKey(normalise(header[1]?.prose ?? "")) === "total" ? 1 : null;
}

/** The column of today's values beside older ones: "After", "H-12 (now)", or the one that is not "Before". */
function valueColumn(header: readonly Cell[], lexicon: Lexicon): number {
	const names = header.map(({ prose }) => normalise(prose));
	const find = (holds: (name: string) => boolean) => names.findIndex((name, index) => index > 0 && holds(name));
	const titled = find((name) => lexicon.is("valueColumn", name));
	if (titled > 0) return titled;
	const current = find((name) => lexicon.has("after", name) || lexicon.startsWith("withWork", name));
	if (current > 0) return current;
	const states = names.slice(1).filter((name) => name !== "" && !lexicon.is("deltaColumns", name));
	const numbered = lastNumbered(states, lexicon);
	if (numbered !== null) return names.indexOf(numbered);
	const older = find((name) => lexicon.has("before", name));
	return older === -1 || names.length !== 3 ? -1 : 3 - older;
}

/** The last of columns that are numbered upwards: "H-37 | H-37A", "Run 1 | Run 2"; null for others. */
function lastNumbered(names: readonly string[], lexicon: Lexicon): string | null {
	const numbers = names.map((name) => {
		const [, word = "", number = "", letter = ""] = /^(.*?) ?(\d{1,4}) ?([a-z]?)$/.exec(name) ?? [];
		// "72" before "72a" before "73".
		return lexicon.is("numberedColumns", word) ? `${number.padStart(4, "0")}${letter}` : null;
	});
	const rises = numbers.every((number, at) => number !== null && (at === 0 || number > (numbers[at - 1] ?? "")));
	return rises && names.length > 1 ? (names.at(-1) ?? null) : null;
}
