import { compared as t } from "virtual:handoff-archive/words";
import { say } from "../say.ts";
import { type Drawn, type DrawnLine, type DrawnSide, drawn } from "./drawn.ts";
import { compareLines } from "./rows.ts";
import { type TwinPart, twinParts } from "./twin-parts.ts";

const form = document.querySelector<HTMLFormElement>("form.compare");
const out = document.querySelector<HTMLElement>("#compared");
const said = document.querySelector<HTMLElement>("#compare-said");

function element<Name extends keyof HTMLElementTagNameMap>(
	name: Name,
	className: string,
	...children: (string | Node)[]
): HTMLElementTagNameMap[Name] {
	const made = document.createElement(name);
	if (className !== "") made.className = className;
	made.append(...children);
	return made;
}

async function partsOf(root: string, slug: string): Promise<readonly TwinPart[]> {
	const response = await fetch(`${root}handoffs/${encodeURIComponent(slug)}.md`);
	if (!response.ok) throw new Error(say(t.cannotBeRead, { handoff: slug, status: String(response.status) }));
	return twinParts(await response.text());
}

async function compare(form: HTMLFormElement, out: HTMLElement, said: HTMLElement): Promise<void> {
	const given = new FormData(form);
	const [a, b] = [String(given.get("a") ?? ""), String(given.get("b") ?? "")];
	if (a === "" || b === "") return;
	const root = form.dataset.root ?? "/";
	history.replaceState(null, "", `?${new URLSearchParams({ a, b })}`);
	document.querySelector("#ready")?.remove();
	said.textContent = t.reading;
	out.replaceChildren();
	try {
		const [left, right] = await Promise.all([partsOf(root, a), partsOf(root, b)]);
		const keys = [...new Set([...left, ...right].map(({ key }) => key))];
		for (const key of keys) out.append(section(key, a, b, named(left, key), named(right, key)));
		said.textContent = say(t.said, { a, b, count: keys.length });
	} catch (error) {
		said.textContent = error instanceof Error ? error.message : String(error);
	}
}

function named(parts: readonly TwinPart[], key: string): TwinPart | undefined {
	return parts.find((part) => part.key === key);
}

function section(
	key: string,
	a: string,
	b: string,
	left: TwinPart | undefined,
	right: TwinPart | undefined,
): HTMLElement {
	const head = element(
		"div",
		"sh",
		element("h2", "", labelOf(key)),
		element(
			"span",
			"mono",
			`${left?.path ?? say(t.notIn, { handoff: a })} · ${right?.path ?? say(t.notIn, { handoff: b })}`,
		),
	);
	if (!left || !right)
		return element("section", "", head, element("p", "summary", say(t.onlyIn, { handoff: left ? a : b })));
	const rows = compareLines(left.lines, right.lines);
	if (!rows) return element("section", "", head, element("p", "summary", t.tooDifferent));
	if (rows.every(({ kind }) => kind === "same")) return element("section", "", head, element("p", "summary", t.same));
	const body = element("tbody", "");
	for (const drawing of drawn(rows)) body.append(...tableRows(drawing));
	const headRow = element("tr", "");
	for (const name of [a, b]) {
		const cell = element("th", "", name);
		cell.colSpan = 2;
		cell.scope = "col";
		headRow.append(cell);
	}
	const scroll = element("div", "scroll", element("table", "sides", columns(), element("thead", "", headRow), body));
	scroll.tabIndex = 0;
	scroll.setAttribute("role", "group");
	scroll.setAttribute("aria-label", say(t.label, { document: labelOf(key), a, b }));
	return element("section", "", head, scroll);
}

/** Widths of the columns: the numbers narrow, the texts alike. */
function columns(): HTMLElement {
	return element("colgroup", "", ...["no", "", "no", ""].map((className) => element("col", className)));
}

/** "results2" is "Results 2". */
function labelOf(key: string): string {
	const [, word = key, number = ""] = /^([a-z]+)(\d*)$/.exec(key) ?? [];
	const labels: Readonly<Record<string, string>> = t.documents;
	const document = labels[word] ?? word;
	return number === "" ? document : say(t.numbered, { document, number });
}

function tableRows(drawing: Drawn): HTMLTableRowElement[] {
	if (drawing.kind === "line") return [tableRow(drawing.line)];
	const cell = element("td", "");
	cell.colSpan = 4;
	const button = element("button", "btn", say(t.equalLines, { count: drawing.lines.length }));
	button.type = "button";
	const row = element("tr", "fold-row", cell);
	button.addEventListener("click", () => row.replaceWith(...drawing.lines.map(tableRow)));
	cell.append(button);
	return [row];
}

function tableRow({ className, left, right }: DrawnLine): HTMLTableRowElement {
	return element("tr", className, ...cells(left, "del"), ...cells(right, "ins"));
}

function cells({ className, line, pieces = [] }: DrawnSide, mark: "del" | "ins"): HTMLElement[] {
	const text = element("td", className);
	for (const { text: words, marked } of pieces) text.append(marked ? element(mark, "", words) : words);
	return [element("td", "no", line === undefined ? "" : String(line)), text];
}

if (form && out && said) {
	const wanted = new URLSearchParams(location.search);
	for (const name of ["a", "b"]) {
		const field = form.elements.namedItem(name);
		const value = wanted.get(name);
		if (field instanceof HTMLSelectElement && value !== null) field.value = value;
	}
	const run = () => compare(form, out, said);
	form.addEventListener("submit", (event) => {
		event.preventDefault();
		run();
	});
	if (wanted.get("a") && wanted.get("b")) run();
}
