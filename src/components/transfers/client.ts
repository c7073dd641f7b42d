import { transferRows as t } from "virtual:handoff-archive/words";
import { say } from "../say.ts";

/** Filters the list of transfers by what its rows carry. Without this script all rows are shown. */
const table = document.querySelector<HTMLTableElement>("table[data-transfers]");
const form = document.querySelector<HTMLFormElement>("form.transfer-filters");
if (table && form) {
	const output = form.querySelector("output");
	const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
	const selects = [...form.querySelectorAll("select")];
	const asked = new URLSearchParams(location.search);
	for (const select of selects) select.value = asked.get(select.name) ?? "";
	const apply = () => {
		let shown = 0;
		for (const row of rows) {
			const fits = selects.every(({ name, value }) => {
				if (value === "") return true;
				return name === "mode"
					? row.dataset["from"] === value || row.dataset["to"] === value
					: row.dataset[name] === value;
			});
			row.hidden = !fits;
			if (fits) shown++;
		}
		if (output) output.textContent = say(t.shown, { shown, total: rows.length });
		const query = new URLSearchParams(selects.flatMap(({ name, value }) => (value === "" ? [] : [[name, value]])));
		const words = query.toString();
		history.replaceState(null, "", `${location.pathname}${words === "" ? "" : `?${words}`}${location.hash}`);
	};
	form.addEventListener("change", apply);
	form.addEventListener("submit", (event) => event.preventDefault());
	form.hidden = false;
	apply();
}
