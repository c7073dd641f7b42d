import { filtered as t } from "virtual:handoff-archive/words";
import { encoded, ruleAnchor } from "#model/site-path.ts";
import type { VerdictMark } from "#model/verdicts.ts";
import { askedPlace } from "../frame/asked-place.ts";
import { say } from "../say.ts";
import { matrixCsv, matrixJson } from "./files.ts";
import { giveRoles, type LaterRows, laterRows } from "./later.ts";
import {
	type Filters,
	type FilterWord,
	filtered,
	filtersFrom,
	filterWords,
	type Matrix,
	queryOf,
	shownBy,
} from "./model.ts";
import { totalsOf } from "./totals.ts";
import { stopAtFirst, walkByArrows } from "./walk.ts";

/** The verdicts by the classes of their glyphs. */
const markByClass: Readonly<Record<string, VerdictMark>> = {
	fail: "fail",
	unknown: "could-not-evaluate",
	human: "needs-human",
	warn: "warning",
	note: "note",
	waived: "waived",
	pass: "pass",
	na: "not-applicable",
};

interface Page {
	readonly form: HTMLFormElement;
	readonly table: HTMLTableElement;
	readonly later: LaterRows;
	/** All rows, once they are in the table. */
	readonly rows: readonly HTMLTableRowElement[];
	readonly foot: HTMLTableSectionElement;
	/** What the table shows, read from it once. */
	readonly matrix: Matrix;
}

function pageOf(): Page | null {
	const form = document.querySelector<HTMLFormElement>("form.filters");
	const table = document.querySelector<HTMLTableElement>(".matrix table");
	const foot = table?.tFoot;
	if (!form || !table || !foot) return null;
	let rows: readonly HTMLTableRowElement[] | undefined;
	let matrix: Matrix | undefined;
	return {
		form,
		table,
		later: laterRows(table),
		get rows() {
			rows ??= [...table.tBodies].flatMap((body) => [...body.rows]);
			return rows;
		},
		foot,
		get matrix() {
			matrix ??= matrixIn(table, this.rows);
			return matrix;
		},
	};
}

function matrixIn(table: HTMLTableElement, rows: readonly HTMLTableRowElement[]): Matrix {
	const heads = [...table.querySelectorAll<HTMLElement>("thead [data-rule]")];
	const rules = heads.map((head) => {
		const id = head.dataset["rule"] ?? "";
		return { id, group: id.split("/")[0] ?? id, requires: head.querySelector("a")?.title ?? "" };
	});
	const titles = [...document.querySelectorAll<HTMLOptionElement>("[name=standard] [data-number]")];
	return {
		title: document.querySelector(".brand")?.textContent ?? "",
		rules,
		handoffs: rows.map((row) => {
			const link = row.cells[0]?.querySelector("a");
			return {
				id: link?.textContent ?? "",
				title: row.cells[0]?.querySelector("span")?.title ?? "",
				family: row.dataset["family"] ?? "",
				standard: titles[Number(row.dataset["standard"])]?.value ?? "",
				href: link?.getAttribute("href") ?? "",
				verdicts: rules.map((_, index) => markIn(row.cells[index + 1])),
			};
		}),
	};
}

function markIn(cell: HTMLTableCellElement | undefined): VerdictMark {
	const quiet = cell?.classList[0] ?? "";
	return markByClass[quiet] ?? markByClass[cell?.firstElementChild?.className ?? ""] ?? "could-not-evaluate";
}

/** Makes a cell without a link a link to what its rule decided about its handoff. */
function linkCell(cell: HTMLTableCellElement, heads: readonly HTMLElement[]): void {
	const row = cell.closest("tr");
	const page = row?.cells[0]?.querySelector("a")?.getAttribute("href");
	const rule = row ? heads[[...row.cells].indexOf(cell) - 1]?.dataset["rule"] : undefined;
	if (!page || !rule) return;
	const link = document.createElement("a");
	// What today's standard has no objection to stands on no line of its own.
	link.href = `${page}#${row?.dataset["today"] === undefined ? rowOf(rule) : "today"}`;
	link.tabIndex = -1;
	link.textContent = cell.textContent;
	cell.replaceChildren(link);
}

/**
 * Where a handoff's page names a rule that has no objection. Its row has an address only once that page's script has given it
 * one; the words are found without, and what they are folded into opens.
 */
function rowOf(rule: string): string {
	return `${encoded(ruleAnchor(rule))}:~:text=${encodeURIComponent(rule).replaceAll("-", "%2D")}`;
}

function filtersOf(form: HTMLFormElement): Filters {
	const query = new URLSearchParams();
	for (const [name, value] of new FormData(form)) if (typeof value === "string") query.append(name, value);
	return filtersFrom(query);
}

function setForm(form: HTMLFormElement, filters: Filters): void {
	for (const box of form.querySelectorAll<HTMLInputElement>('[name="verdict[]"]'))
		box.checked = filters.verdicts.includes(box.value as FilterWord);
	for (const name of ["family", "standard", "group"] as const) {
		const list = form.querySelector<HTMLSelectElement>(`[name=${name}]`);
		if (list) list.value = [...list.options].some(({ value }) => value === filters[name]) ? filters[name] : "";
	}
}

/** Hides the rows and columns that the filters leave out, and counts what is left. */
function apply({ form, table, rows: bodyRows, foot, matrix }: Page, filters: Filters): void {
	const shown = shownBy(matrix, filters);
	const columns = new Set(shown.rules);
	const rows = new Set(shown.handoffs);
	const heads = [...table.querySelectorAll<HTMLElement>("thead [data-rule]")];
	const changed = heads.flatMap((head, index) => (head.hidden === columns.has(index) ? [index] : []));
	for (const index of changed) {
		const isHidden = !columns.has(index);
		const head = heads[index];
		if (head) head.hidden = isHidden;
		for (const row of [...bodyRows, ...foot.rows]) {
			const cell = row.cells[index + 1];
			if (cell) cell.hidden = isHidden;
		}
	}
	spanGroups(table, matrix, columns);
	for (const [index, row] of bodyRows.entries()) {
		row.hidden = !rows.has(index);
		if (!row.hidden)
			setNumbers(
				[...row.cells].slice(matrix.rules.length + 1),
				totalsOf(shown.rules.flatMap((rule) => matrix.handoffs[index]?.verdicts[rule] ?? [])),
			);
	}
	stopAtFirst(table);
	for (const part of table.tBodies) part.hidden = [...part.rows].every(({ hidden }) => hidden);
	const scroller = table.closest(".matrix");
	scroller?.classList.toggle("filtered", queryOf(filters) !== "");
	scroller?.classList.toggle("only", filters.verdicts.length > 0);
	for (const word of filterWords) scroller?.classList.toggle(`only-${word}`, filters.verdicts.includes(word));
	const byRule = matrix.rules.map((_, rule) =>
		totalsOf(shown.handoffs.flatMap((row) => matrix.handoffs[row]?.verdicts[rule] ?? [])),
	);
	for (const [which, row] of [...foot.rows].entries()) {
		const totals = byRule.map((counts) => counts[which] ?? 0);
		const sum = shown.rules.reduce((total, rule) => total + (totals[rule] ?? 0), 0);
		setNumbers([...row.cells].slice(1), [...totals, sum]);
	}
	const said = form.querySelector("output");
	if (said)
		said.textContent =
			queryOf(filters) === ""
				? ""
				: say(t.shown, {
						handoffs: shown.handoffs.length,
						allHandoffs: matrix.handoffs.length,
						rules: shown.rules.length,
						allRules: matrix.rules.length,
					});
}

function spanGroups(table: HTMLTableElement, matrix: Matrix, columns: ReadonlySet<number>): void {
	const groups = [...Map.groupBy(matrix.rules.keys(), (index) => matrix.rules[index]?.group ?? "").values()];
	const heads = [...(table.tHead?.rows[0]?.cells ?? [])].slice(1, -1);
	for (const [index, head] of heads.entries()) {
		const width = (groups[index] ?? []).filter((rule) => columns.has(rule)).length;
		head.hidden = width === 0;
		if (width > 0) head.colSpan = width;
		for (const [place, filler] of [...head.querySelectorAll("i")].entries()) filler.hidden = place >= width;
	}
}

function setNumbers(cells: readonly Element[], numbers: readonly number[]): void {
	for (const [index, cell] of cells.entries()) {
		const text = String(numbers[index] ?? 0);
		if (cell.textContent !== text) cell.textContent = text;
		cell.classList.toggle("zero", text === "0");
		cell.classList.toggle("long", text.length > 3);
	}
}

function start(page: Page): void {
	const { form, table, later } = page;
	const heads = [...table.querySelectorAll<HTMLElement>("thead [data-rule]")];
	table.addEventListener("pointerover", ({ target }) => {
		if (target instanceof HTMLTableCellElement && target.matches(".pass, .na")) linkCell(target, heads);
	});
	const show = async () => {
		await later.all();
		apply(page, filtersOf(form));
	};
	const keep = () => {
		const query = queryOf(filtersOf(form));
		history.replaceState(null, "", `${location.pathname}${query === "" ? "" : `?${query}`}${location.hash}`);
		keepForOther(query);
		void show();
	};
	const other = form.querySelector<HTMLAnchorElement>("[data-switch]");
	const keepForOther = (query: string) => {
		if (other) other.search = query;
	};
	form.addEventListener("change", keep);
	form.addEventListener("submit", (event) => {
		event.preventDefault();
		keep();
	});
	form.addEventListener("reset", () => setTimeout(keep));
	addEventListener("popstate", () => {
		setForm(form, filtersFrom(new URLSearchParams(location.search)));
		void show();
	});
	for (const link of form.querySelectorAll<HTMLAnchorElement>("[data-download]"))
		link.addEventListener("click", (event) => void download(event, link, page));
	const asked = filtersFrom(new URLSearchParams(location.search));
	setForm(form, asked);
	keepForOther(queryOf(asked));
	if (queryOf(asked) !== "") void show();
	giveRoles(table);
	walkByArrows(table);
	table.closest(".matrix")?.setAttribute("aria-description", t.arrows);
	const follow = () => followRow(later);
	follow();
	addEventListener("hashchange", follow);
	addEventListener("beforeprint", () => later.allNow());
}

/** A link to a row that is not in the table yet leads there once it is. */
function followRow(later: LaterRows): void {
	const wanted = askedPlace(location.hash);
	if (later.isDone || wanted === "" || document.getElementById(wanted)) return;
	later.withRow(wanted);
	if (document.getElementById(wanted)) location.replace(location.hash);
}

/** With filters, what is shown is made here; without, the link leads to the file of the site. */
async function download(event: MouseEvent, link: HTMLAnchorElement, page: Page): Promise<void> {
	const filters = filtersOf(page.form);
	if (queryOf(filters) === "") return;
	event.preventDefault();
	const kind = link.dataset["download"];
	await page.later.all();
	const part = filtered(page.matrix, filters);
	const text = kind === "csv" ? matrixCsv(part) : matrixJson(part);
	const file = document.createElement("a");
	file.href = URL.createObjectURL(new Blob([text], { type: kind === "csv" ? "text/csv" : "application/json" }));
	file.download = link.download;
	file.click();
	setTimeout(() => URL.revokeObjectURL(file.href), 60_000);
}

const page = pageOf();
if (page) start(page);
