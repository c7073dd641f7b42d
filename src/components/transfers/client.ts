import { transferRows as t } from "virtual:handoff-archive/words";
import { say } from "../say.ts";
import { earlierRows } from "./earlier.ts";

/**
 * Filters the list of transfers by what its rows carry. Those on its further pages are loaded when a filter is first used, so that
 * it goes over all of them. Without this script all rows of the page are shown.
 */
function start(table: HTMLTableElement, picks: HTMLElement): void {
	const output = picks.querySelector("output");
	const pager = document.querySelector<HTMLElement>("[data-transfers-pages]");
	const selects = [...picks.querySelectorAll("select")];
	const own = [...table.tBodies].flatMap((body) => [...body.rows]);
	const earlier = earlierRows(picks.dataset["pages"] ?? "", Number(picks.dataset["further"] ?? 0));
	const total = Number(picks.dataset["total"] ?? own.length);
	const body = table.createTBody();
	let turn = 0;

	const fits = ({ dataset }: HTMLElement) =>
		selects.every(({ name, value }) => {
			if (value === "") return true;
			return name === "mode" ? dataset["from"] === value || dataset["to"] === value : dataset[name] === value;
		});

	/** Shows the newest rows that fit, as many as a page holds, and says how many there are. */
	function draw(others: readonly HTMLTableRowElement[], wording: "shown" | "loading" | "partly"): void {
		const found = [...own, ...others].filter(fits);
		const listed = new Set(found.slice(0, Math.max(own.length, 1)));
		for (const row of own) row.hidden = !listed.has(row);
		body.replaceChildren(...others.filter((row) => listed.has(row)));
		const words = say(t[wording], { shown: found.length, total, looked: own.length + others.length });
		if (output) output.textContent = listed.size < found.length ? say(t.newest, { words, count: listed.size }) : words;
	}

	async function apply(): Promise<void> {
		const now = ++turn;
		const chosen = selects.filter(({ value }) => value !== "");
		const query = new URLSearchParams(chosen.map(({ name, value }) => [name, value])).toString();
		history.replaceState(null, "", `${location.pathname}${query === "" ? "" : `?${query}`}${location.hash}`);
		if (pager) pager.hidden = chosen.length > 0;
		if (chosen.length === 0) {
			draw([], "shown");
			if (output) output.textContent = say(t.shown, { shown: own.length, total });
			return;
		}
		if (own.length === total) return draw([], "shown");
		draw([], "loading");
		const { rows, isWhole } = await earlier();
		if (now === turn) draw(rows, isWhole ? "shown" : "partly");
	}

	const asked = new URLSearchParams(location.search);
	for (const select of selects) select.value = asked.get(select.name) ?? "";
	picks.addEventListener("change", () => void apply());
	picks.hidden = false;
	void apply();
}

const table = document.querySelector<HTMLTableElement>("table[data-transfers]");
const picks = document.querySelector<HTMLElement>(".transfer-filters");
if (table && picks) start(table, picks);
