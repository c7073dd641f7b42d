import { normalise } from "../../text/text.ts";
import { testName } from "../runs/failing.ts";
import type { Block, Section } from "../text/blocks.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { plainDigits, spelledDigits } from "../text/numbers.ts";
import type { Statement } from "../text/statements.ts";
import type { TableGrid } from "../text/tables.ts";

/** A figure that a document states, and what its own list or parts come to. */
export interface Tally {
	/**
	 * "list": the names below it; "parts": the figures it is split into; "table": the rows above its total; "twice": the same
	 * again; "rate": a percentage of the figures beside it; "difference": of two figures.
	 */
	readonly kind: "list" | "parts" | "table" | "twice" | "rate" | "difference";
	/** What is counted: "packages", "tests", a column's title. */
	readonly what: string;
	readonly stated: number;
	readonly counted: number;
	readonly line: number;
	/** Where the list or the parts stand. */
	readonly listLine: number;
}

/** Totals of tables, and figures split into parts in brackets or by plus signs. */
export function sumsIn(sections: readonly Section[], lexicon: Lexicon): Tally[] {
	return sections.flatMap(({ blocks }) =>
		blocks.flatMap((block) => [
			...block.tables.flatMap((table) => tableTallies(table, lexicon)),
			...block.statements.flatMap((said) => statementTallies(said)),
			...totalItems(block, lexicon),
		]),
	);
}

/** Each column of figures against its row called total. */
function tableTallies({ header, rows }: TableGrid, lexicon: Lexicon): Tally[] {
	const at = rows.findIndex((row) => lexicon.is("totalRow", normalise(row[0]?.prose ?? "")));
	const total = rows[at];
	if (!total || at !== rows.length - 1 || at < 2) return [];
	const above = rows.slice(0, at);
	return header.flatMap(({ text }, column): Tally[] => {
		const stated = wholeNumber(total[column]?.prose);
		const values = above.map((row) => wholeNumber(row[column]?.prose));
		if (column === 0 || stated === null || values.includes(null)) return [];
		const counted = values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
		const line = total[column]?.line ?? 1;
		return [{ kind: "table", what: text, stated, counted, line, listLine: above[0]?.[0]?.line ?? line }];
	});
}

function wholeNumber(text: string | undefined): number | null {
	const plain = plainDigits(text ?? "").trim();
	return /^\d{1,9}$/.test(plain) ? Number(plain) : null;
}

const split = /(?<![\d.,/+])(\d{1,9})(?![\d.,]\d)((?:\s+[\p{L}-]+){0,3})\s*\(([^()]{3,300})\)/gu;
const equation = /(?<![\d.,+=→>-]\s?)(\d{1,9}(?:\s*\+\s*\d{1,9})+)\s*=\s*(\d{1,9})(?![\d.,]\d|\s*[+])/g;

const listed =
	/(?<![\d.,/+])(\d{1,9})\s+((?:[\p{L}-]+\s+){0,3}(?:tests?|packages?|files?))(?:\s*:|\s+(?:fall|split|divide|break\s+down)s?\s+into|\s+consists?\s+of)\s+(\d[^.:;()]{3,300})/iu;

/** "7 tests: 4 for compaction, 2 for recovery and 1 for the index": a figure and the list of its parts. */
function listedParts(text: string, line: number): Tally[] {
	const [, stated, what = "", list = ""] = listed.exec(text) ?? [];
	const parts = list
		.split(/,\s*(?:and\s+)?|\s+and\s+(?=\d)/u)
		.map((part) => /^(\d{1,9})\s+(\p{L}+)/u.exec(part.trim()));
	if (stated === undefined || parts.length < 2 || parts.some((part) => !part || ofSome.test(part[2] ?? ""))) return [];
	const counted = parts.reduce((sum, part) => sum + Number(part?.[1]), 0);
	return [{ kind: "parts", what, stated: Number(stated), counted, line, listLine: line }];
}

// What need not be all: "24 tests: 6 new, 2 changed".
const ofSome = /^(?:new|changed|modified|updated|added|removed|failed|failing|skipped|more|of|out)$/iu;

/** "21 passed (17 A + 4 B)", "487 + 7 = 494": a figure and the parts that make it. */
function statementTallies({ text, line }: Statement): Tally[] {
	const plain = plainDigits(text);
	const found = listedParts(plain, line);
	if (!text.includes("+")) return found;
	for (const match of plain.matchAll(split)) {
		const counted = partsOf(match[3] ?? "");
		if (counted === null) continue;
		const { value: stated, what } = splitFigure(plain, match, counted);
		found.push({ kind: "parts", what, stated, counted, line, listLine: line });
	}
	for (const [, sum = "", stated] of plain.matchAll(equation)) {
		const counted = sum.split("+").reduce((total, part) => total + Number(part), 0);
		found.push({ kind: "parts", what: "", stated: Number(stated), counted, line, listLine: line });
	}
	return found;
}

const longestRow = 200;
const figureOfRow = /(\d{1,9})((?:\s+[\p{L}-]+){1,3})\s*,\s*/gu;
const rowBefore = /(?:(?<![\d.,/+])\d{1,9}(?:\s+[\p{L}-]+){1,3}\s*,\s*)+$/u;

/** Which figure a bracket splits: "131 passed, 0 failed (98 old + 33 new)" splits the one it comes to, else the first. */
function splitFigure(text: string, { 1: last, 2: what = "", index }: RegExpMatchArray, counted: number) {
	const before = text.slice(Math.max(0, (index ?? 0) - longestRow), index).match(rowBefore)?.[0] ?? "";
	const row = [...before.matchAll(figureOfRow)].map((match) => ({
		value: Number(match[1]),
		what: match[2]?.trim() ?? "",
	}));
	const figures = [...row, { value: Number(last), what: what.trim() }];
	const first = figures[0] ?? { value: Number(last), what: what.trim() };
	if (figures.reduce((sum, { value }) => sum + value, 0) === counted) return { value: counted, what: first.what };
	return figures.find(({ value }) => value === counted) ?? first;
}

/** The sum of "8 bootstrap + PKG-A-001 + install.sh": figures with words, and single names; null where a part is neither. */
function partsOf(inside: string): number | null {
	const parts = inside.split(/\s*\+\s*/).map((part) => part.trim());
	if (parts.length < 2 || /[=→]|->|(?:^|\s)[−-]\s*\d/.test(inside)) return null;
	let sum = 0;
	let figures = 0;
	for (const part of parts) {
		const figure = part.match(/^(\d{1,9})(?![\d.,/%]\S)(?:\s|$)/)?.[1];
		if (figure !== undefined) {
			if (/[,;]\s*\d/.test(part)) return null;
			sum += Number(figure);
			figures++;
		} else if (/^`?[\w.-]+[./-][\w.-]*\/?`?(?:\s(?:dir|directory|folder|file))?$/.test(part)) sum++;
		else return null;
	}
	return figures > 0 ? sum : null;
}

/** A list whose last item is the total of the items above it: "- A: 7 tests", "- B: 9 tests", "- Total new tests: 16". */
function totalItems({ statements }: Block, lexicon: Lexicon): Tally[] {
	const items = statements.filter(({ kind }) => kind === "item");
	const last = items.at(-1);
	const above = items.slice(0, -1);
	if (!last?.label || above.length < 2 || !/^total\b/.test(last.label.name)) return [];
	const values = above.map((item) => (item.group === last.group ? countOfTests(item, lexicon) : null));
	const stated = leadingNumber(last.value);
	if (stated === null || values.includes(null)) return [];
	const counted = values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
	return [{ kind: "parts", what: "tests", stated, counted, line: last.line, listLine: above[0]?.line ?? last.line }];
}

function countOfTests({ label, value }: Statement, lexicon: Lexicon): number | null {
	if (!label || lexicon.countKey(label.name) !== null) return null;
	const match = value.match(/^\s*(\d{1,9})\s+tests?\b/i);
	return match ? Number(match[1]) : null;
}

function leadingNumber(value: string): number | null {
	const match = plainDigits(value).match(/^\W*(\d{1,9})(?![\d.,/%]\d)/);
	return match ? Number(match[1]) : null;
}

/** The parts of a run under a name that says breakdown, against the run's total. */
export function breakdownIn(
	sections: readonly Section[],
	total: { readonly value: number; readonly line: number },
	lexicon: Lexicon,
): Tally[] {
	return sections.flatMap(({ blocks }) =>
		blocks.flatMap((block): Tally[] => {
			if (!lexicon.has("breakdownWords", block.name) || block.nested) return [];
			const values = [
				...block.statements.filter(({ kind }) => kind === "item").map((said) => partCount(said, lexicon)),
				...block.tables.flatMap((table) => columnOfTests(table, lexicon)),
			];
			if (values.length < 2 || values.includes(null)) return [];
			const counted = values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
			return [{ kind: "parts", what: "tests", stated: total.value, counted, line: total.line, listLine: block.line }];
		}),
	);
}

function partCount({ label, value, group }: Statement, lexicon: Lexicon): number | null {
	if (!label || group === -1) return null;
	const match = plainDigits(value).match(/^\s*(\d{1,9})\s+(\p{L}+)/u);
	if (!match) return null;
	const what = normalise(match[2] ?? "");
	return lexicon.is("passed", what) || lexicon.is("tests", what) ? Number(match[1]) : null;
}

function columnOfTests({ header, rows }: TableGrid, lexicon: Lexicon): (number | null)[] {
	const column = header.findIndex(({ prose }) => lexicon.countKey(normalise(prose)) === "total");
	const total = rows.some((row) => lexicon.is("totalRow", normalise(row[0]?.prose ?? "")));
	return column === -1 || total ? [] : rows.map((row) => wholeNumber(row[column]?.prose));
}

/** A section or part called "New Tests (12)" against the tests that it names, one in each entry. */
export function namedIn(section: Section, lexicon: Lexicon): Tally[] {
	const { heading, blocks } = section;
	const own = blocks[0];
	if (!own) return [];
	const tallies = blocks
		.filter((block) => block.title !== null && !block.nested)
		.flatMap((block) => [...titled(block.title ?? "", block.line, [block], lexicon), ...introduced(block, lexicon)]);
	return [...titled(heading.title, heading.line, blocks, lexicon), ...tallies];
}

function titled(title: string, line: number, blocks: readonly Block[], lexicon: Lexicon): Tally[] {
	const match = title.match(/^(.*?)\((\d{1,6})(?:\s+(?:new\s+)?(\p{L}+))?\)\s*$/u);
	const name = normalise(match?.[1] ?? "");
	if (!match || !(lexicon.has("tests", name) || lexicon.is("tests", normalise(match[3] ?? "")))) return [];
	const stated = Number(match[2]);
	const named = namedTests(blocks);
	if (named !== null && named > 0)
		return [{ kind: "list", what: "tests", stated, counted: named, line, listLine: line }];
	const counted = testsInParts(blocks, lexicon);
	return counted === null ? [] : [{ kind: "parts", what: "tests", stated, counted, line, listLine: line }];
}

/** The sum of "Expiry: 8 tests", "Eviction: 6 tests"; null where a part says anything else. */
function testsInParts(blocks: readonly Block[], lexicon: Lexicon): number | null {
	const items = blocks.flatMap(({ statements, nested }) =>
		nested ? [] : statements.filter(({ kind }) => kind === "item"),
	);
	const values = items.map((item) => countOfTests(item, lexicon));
	return values.length < 2 || values.includes(null)
		? null
		: values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

const ledIn = /(?<![\d.,/#+-])(\d{1,4})\s+(?:[\p{L}-]+\s+){0,2}?tests?(?:\s+[\p{L}-]+){0,4}$/iu;

/** "We wrote 14 tests:" against the list right below it, which names one in each entry. */
function introduced({ title, line, statements }: Block, lexicon: Lexicon): Tally[] {
	const words = spelledDigits(title ?? "", lexicon);
	const stated = ledIn.exec(words)?.[1];
	if (stated === undefined || lexicon.has("someOf", normalise(words)) || lexicon.has("before", normalise(words)))
		return [];
	const at = statements.findIndex((said) => said.line > line);
	const group = statements[at]?.group;
	if (statements[at]?.kind !== "item") return [];
	const entries = statements.slice(at).filter((said) => said.group === group);
	const counted = namedTests([{ statements: entries, tables: [], nested: false }]);
	if (counted === null || counted < 2 || statements.slice(at + entries.length).some(({ text }) => unnamed.test(text)))
		return [];
	return [{ kind: "list", what: "tests", stated: Number(stated), counted, line, listLine: entries[0]?.line ?? line }];
}

// "… 10 more, all passing"
const unnamed = /^[\s(]*(?:and\s|plus\s|\.\.\.|…)[^.]{0,20}\d|\b\d+\s+(?:more|others?)\b/;

/** How many entries of lists and tables open with a test's name; null where one of them does not, or stands for several. */
function namedTests(blocks: readonly Pick<Block, "statements" | "tables" | "nested">[]): number | null {
	let count = 0;
	for (const { statements, tables, nested } of blocks) {
		if (nested) continue;
		for (const { kind, text } of statements) {
			if (unnamed.test(text)) return null;
			if (kind !== "item") continue;
			const word = text.split(/[\s:(]/).find((part) => /[\p{L}]/u.test(part)) ?? "";
			if (testName(word.replaceAll("`", "")) === null || /\.\.\.|…|\bx\s?\d|\[|\bvariants\b/.test(text)) return null;
			count++;
		}
		for (const { rows } of tables) {
			const named = rows.map((row) => row.find(({ text }) => testName(text.replaceAll("`", "").trim()) !== null));
			if (named.includes(undefined)) return null;
			count += named.length;
		}
	}
	return count;
}
