import { handoffRows as t } from "virtual:handoff-archive/words";
import { say } from "../say.ts";
import { type Choice, chosenRows, type Row } from "./rows.ts";

interface TableRow extends Row {
	readonly element: HTMLTableRowElement;
}

/** Picks and sorts the rows of the list of handoffs, with what is chosen in the address. */
function start(body: HTMLTableSectionElement, picks: HTMLElement): void {
	const rows = [...body.rows].map(rowOf);
	const fields = [...picks.querySelectorAll<HTMLInputElement | HTMLSelectElement>("[name]")];
	const output = picks.querySelector("output");
	const chosen = (name: keyof Choice) => fields.find((field) => field.name === name)?.value ?? "";

	function apply(): void {
		const listed = chosenRows(rows, {
			text: chosen("text"),
			status: chosen("status"),
			family: chosen("family"),
			sort: chosen("sort"),
		});
		const shown = new Set<Row>(listed);
		for (const row of rows) row.element.hidden = !shown.has(row);
		body.append(...listed.map(({ element }) => element));
		if (output) output.textContent = say(t.shown, { shown: listed.length, total: rows.length });
	}

	function remember(): void {
		const named = fields.filter(({ value }) => value !== "").map(({ name, value }) => [name, value]);
		const query = new URLSearchParams(named).toString();
		history.replaceState(null, "", `${location.pathname}${query === "" ? "" : `?${query}`}${location.hash}`);
	}

	const asked = new URLSearchParams(location.search);
	for (const field of fields) {
		field.value = asked.get(field.name) ?? "";
		// A word that no option has leaves nothing chosen.
		if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = "";
	}
	picks.addEventListener("input", () => {
		apply();
		remember();
	});
	if (fields.some(({ value }) => value !== "")) apply();
}

function rowOf(element: HTMLTableRowElement, order: number): TableRow {
	const { status = "", family = "", ...others } = element.dataset;
	const figures = Object.fromEntries(
		Object.entries(others).map(([name, value]) => [name, value === undefined ? undefined : Number(value)]),
	);
	const packages = element.querySelector<HTMLElement>("[title]")?.title ?? "";
	return { element, order, status, family, text: `${element.textContent} ${packages}`, figures };
}

const body = document.querySelector<HTMLTableElement>("table.handoff-list")?.tBodies[0];
const picks = document.querySelector<HTMLElement>(".handoff-filters");
if (body && picks) start(body, picks);
