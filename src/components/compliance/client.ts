import type { VerdictMark } from "#model/verdicts.ts";
import { matrixCsv, matrixJson } from "./files.ts";
import { type Filters, type FilterWord, filtered, filtersFrom, type Matrix, queryOf, shownBy } from "./model.ts";
import { totalsOf } from "./totals.ts";

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
	readonly body: HTMLTableSectionElement;
	readonly foot: HTMLTableSectionElement;
	/** What the table shows, read from it once. */
	readonly matrix: Matrix;
}

function pageOf(): Page | null {
	const form = document.querySelector<HTMLFormElement>("form.filters");
	const table = document.querySelector<HTMLTableElement>(".matrix table");
	const [body] = table?.tBodies ?? [];
	const foot = table?.tFoot;
	if (!form || !table || !body || !foot) return null;
	let matrix: Matrix | undefined;
	return {
		form,
		table,
		body,
		foot,
		get matrix() {
			matrix ??= matrixIn(table, body);
			return matrix;
		},
	};
}

function matrixIn(table: HTMLTableElement, body: HTMLTableSectionElement): Matrix {
	const heads = [...table.querySelectorAll<HTMLElement>("thead [data-rule]")];
	const rules = heads.map((head) => {
		const id = head.dataset["rule"] ?? "";
		return { id, group: id.split("/")[0] ?? id, requires: head.querySelector("a")?.title ?? "" };
	});
	const titles = [...document.querySelectorAll<HTMLOptionElement>("[name=standard] [data-number]")];
	return {
		title: document.querySelector(".brand")?.textContent ?? "",
		rules,
		handoffs: [...body.rows].map((row) => {
			const link = row.cells[0]?.querySelector("a");
			return {
				id: link?.textContent ?? "",
				title: row.cells[0]?.querySelector("span")?.title ?? "",
				family: row.dataset["family"] ?? "",
				standard: titles[Number(row.dataset["standard"])]?.value ?? "",
				href: link?.getAttribute("href") ?? "",
				verdicts: rules.map(
					(_, index) => markByClass[row.cells[index + 1]?.firstElementChild?.className ?? ""] ?? "could-not-evaluate",
				),
			};
		}),
	};
}

function filtersOf(form: HTMLFormElement): Filters {
	const query = new URLSearchParams();
	for (const [name, value] of new FormData(form)) if (typeof value === "string") query.append(name, value);
	return filtersFrom(query);
}

function setForm(form: HTMLFormElement, filters: Filters): void {
	for (const box of form.querySelectorAll<HTMLInputElement>("[name=verdict]"))
		box.checked = filters.verdicts.includes(box.value as FilterWord);
	for (const name of ["family", "standard", "group"] as const) {
		const list = form.querySelector<HTMLSelectElement>(`[name=${name}]`);
		if (list) list.value = [...list.options].some(({ value }) => value === filters[name]) ? filters[name] : "";
	}
}

/** Hides the rows and columns that the filters leave out, and counts what is left. */
function apply({ form, table, body, foot, matrix }: Page, filters: Filters): void {
	const shown = shownBy(matrix, filters);
	const columns = new Set(shown.rules);
	const rows = new Set(shown.handoffs);
	const heads = [...table.querySelectorAll<HTMLElement>("thead [data-rule]")];
	const changed = heads.flatMap((head, index) => (head.hidden === columns.has(index) ? [index] : []));
	for (const index of changed) {
		const isHidden = !columns.has(index);
		const head = heads[index];
		if (head) head.hidden = isHidden;
		for (const row of [...body.rows, ...foot.rows]) {
			const cell = row.cells[index + 1];
			if (cell) cell.hidden = isHidden;
		}
	}
	spanGroups(table, matrix, columns);
	for (const [index, row] of [...body.rows].entries()) {
		row.hidden = !rows.has(index);
		if (!row.hidden)
			setNumbers(
				[...row.cells].slice(matrix.rules.length + 1),
				totalsOf(shown.rules.flatMap((rule) => matrix.handoffs[index]?.verdicts[rule] ?? [])),
			);
	}
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
				: `${shown.handoffs.length} of ${matrix.handoffs.length} handoffs, ${shown.rules.length} of ${matrix.rules.length} rules`;
}

function spanGroups(table: HTMLTableElement, matrix: Matrix, columns: ReadonlySet<number>): void {
	const groups = [...Map.groupBy(matrix.rules.keys(), (index) => matrix.rules[index]?.group ?? "").values()];
	const heads = [...(table.tHead?.rows[0]?.cells ?? [])].slice(1, -1);
	for (const [index, head] of heads.entries()) {
		const width = (groups[index] ?? []).filter((rule) => columns.has(rule)).length;
		head.hidden = width === 0;
		if (width > 0) head.colSpan = width;
	}
}

function setNumbers(cells: readonly Element[], numbers: readonly number[]): void {
	for (const [index, cell] of cells.entries()) {
		const text = String(numbers[index] ?? 0);
		if (cell.textContent !== text) cell.textContent = text;
		cell.classList.toggle("zero", text === "0");
	}
}

function start(page: Page): void {
	const { form } = page;
	for (const part of form.querySelectorAll<HTMLElement>("[data-script]")) part.hidden = false;
	const show = () => apply(page, filtersOf(form));
	const keep = () => {
		const query = queryOf(filtersOf(form));
		history.replaceState(null, "", `${location.pathname}${query === "" ? "" : `?${query}`}${location.hash}`);
		show();
	};
	form.addEventListener("change", keep);
	form.addEventListener("submit", (event) => {
		event.preventDefault();
		keep();
	});
	form.addEventListener("reset", () => setTimeout(keep));
	addEventListener("popstate", () => {
		setForm(form, filtersFrom(new URLSearchParams(location.search)));
		show();
	});
	for (const link of form.querySelectorAll<HTMLAnchorElement>("[data-download]"))
		link.addEventListener("click", (event) => download(event, link, page));
	const asked = filtersFrom(new URLSearchParams(location.search));
	setForm(form, asked);
	if (queryOf(asked) !== "") show();
}

/** With filters, what is shown is made here; without, the link leads to the file of the site. */
function download(event: MouseEvent, link: HTMLAnchorElement, { form, matrix }: Page): void {
	const filters = filtersOf(form);
	if (queryOf(filters) === "") return;
	event.preventDefault();
	const kind = link.dataset["download"];
	const part = filtered(matrix, filters);
	const text = kind === "csv" ? matrixCsv(part) : matrixJson(part);
	const file = document.createElement("a");
	file.href = URL.createObjectURL(new Blob([text], { type: kind === "csv" ? "text/csv" : "application/json" }));
	file.download = `compliance.${kind}`;
	file.click();
	setTimeout(() => URL.revokeObjectURL(file.href), 60_000);
}

const page = pageOf();
if (page) start(page);
