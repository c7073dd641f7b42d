import { encoded, rowAnchor, ruleAnchor, todayAnchor } from "#model/site-path.ts";
import styles from "../../styles/matrix.css?raw";
import { escaped } from "../escaped.ts";
import { filterWords, isQuiet, type Matrix, type MatrixHandoff } from "./model.ts";
import { totalsOf } from "./totals.ts";
import { verdictStates } from "./words.ts";

/** As many rows as the styles say that a part has. */
function rowsPerPart(): number {
	const found = /--rows:\s*(\d+)/.exec(styles);
	if (!found) throw new Error("src/styles/matrix.css says no longer how many rows a part has: --rows");
	return Number(found[1]);
}

/**
 * The rows of the matrix as HTML, in parts that a browser lays out apart from each other. An archive of 500 handoffs has some
 * 45,000 cells, so a cell is as short as it can be: the class of its glyph and its word. What needs somebody is a link. What is
 * in order is a link only once it is pointed at, because links cost a browser more than all the rest together; its evidence is
 * reached from the head of its row.
 */
export function matrixParts({ rules, handoffs }: Matrix, standards: readonly string[]): readonly string[] {
	const anchors = {
		inForce: rules.map(({ id }) => encoded(ruleAnchor(id))),
		today: rules.map(({ id }) => encoded(todayAnchor(id))),
	};
	const starts = rules.map(({ group }, index) => group !== rules[index - 1]?.group);
	const rows = handoffs.map((handoff) =>
		row(handoff, handoff.byToday ? anchors.today : anchors.inForce, starts, standards.indexOf(handoff.standard)),
	);
	const length = rowsPerPart();
	const parts: string[] = [];
	for (let first = 0; first < rows.length; first += length)
		parts.push(`<tbody>${rows.slice(first, first + length).join("")}</tbody>`);
	return parts;
}

function row(handoff: MatrixHandoff, anchors: readonly string[], starts: readonly boolean[], standard: number): string {
	const { id, title, family, href, verdicts, byToday } = handoff;
	const page = escaped(href);
	const cells = verdicts.map((mark, index) => {
		const { className, word } = verdictStates[mark];
		if (isQuiet(mark)) return `<td class="${className}${starts[index] ? " first" : ""}">${word}</td>`;
		return `<td${starts[index] ? ' class="first"' : ""}><a class="${className}" href="${page}#${anchors[index]}">${word}</a></td>`;
	});
	const totals = totalsOf(verdicts).map((total, index) => numberCell(total, index === 0));
	const head = `<th scope="row"><a class="hid" href="${page}">${escaped(id)}</a> <span title="${escaped(title)}">${escaped(title)}</span></th>`;
	return `<tr id="${escaped(rowAnchor(slugOf(href)))}" data-family="${escaped(family)}" data-standard="${standard}"${byToday ? " data-today" : ""}>${head}${cells.join("")}${totals.join("")}</tr>`;
}

/** The last part of the page's address. */
function slugOf(href: string): string {
	return decodeURIComponent(href.split("/").at(-2) ?? "");
}

/** The totals of each rule, a row per filter. */
export function matrixTotals({ rules, handoffs }: Matrix): { readonly cells: string; readonly total: number }[] {
	const byRule = rules.map((_, index) => totalsOf(handoffs.flatMap(({ verdicts }) => verdicts[index] ?? [])));
	return filterWords.map((_, which) => ({
		cells: byRule
			.map((totals, index) => numberCell(totals[which] ?? 0, rules[index]?.group !== rules[index - 1]?.group))
			.join(""),
		total: byRule.reduce((sum, totals) => sum + (totals[which] ?? 0), 0),
	}));
}

function numberCell(total: number, isFirst: boolean): string {
	const classes = ["n", ...(isFirst ? ["first"] : []), ...(total === 0 ? ["zero"] : total > 999 ? ["long"] : [])];
	return `<td class="${classes.join(" ")}">${total}</td>`;
}
