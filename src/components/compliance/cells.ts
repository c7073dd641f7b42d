import { ruleAnchor } from "#model/site-path.ts";
import { filterWords, type Matrix, type MatrixHandoff } from "./model.ts";
import { totalsOf } from "./totals.ts";
import { verdictStates } from "./words.ts";

/**
 * The rows of the matrix as HTML. An archive of 500 handoffs has 30,000 cells, so a cell is as short as it can be: a
 * link, the class of its glyph and its word. What is in order is reached from the row's head by keyboard, so that
 * tabbing goes from exception to exception.
 */
export function matrixRows({ rules, handoffs }: Matrix, standards: readonly string[]): string {
	const anchors = rules.map(({ id }) => encodeURIComponent(ruleAnchor(id)));
	const starts = rules.map(({ group }, index) => group !== rules[index - 1]?.group);
	return handoffs.map((handoff) => row(handoff, anchors, starts, standards.indexOf(handoff.standard))).join("\n");
}

function row(handoff: MatrixHandoff, anchors: readonly string[], starts: readonly boolean[], standard: number): string {
	const { id, title, family, href, verdicts } = handoff;
	const page = escaped(href);
	const cells = verdicts.map((mark, index) => {
		const { className, word } = verdictStates[mark];
		const quiet = mark === "pass" || mark === "not-applicable" ? " tabindex=-1" : "";
		return `<td${starts[index] ? " class=first" : ""}><a class=${className}${quiet} href="${page}#${anchors[index]}">${word}</a>`;
	});
	const totals = totalsOf(verdicts).map((total, index) => numberCell(total, index === 0));
	const head = `<th scope=row><a class=hid href="${page}">${escaped(id)}</a> <span title="${escaped(title)}">${escaped(title)}</span>`;
	return `<tr data-family="${escaped(family)}" data-standard=${standard}>${head}${cells.join("")}${totals.join("")}`;
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
	const classes = ["n", ...(isFirst ? ["first"] : []), ...(total === 0 ? ["zero"] : [])];
	return `<td class="${classes.join(" ")}">${total}`;
}

function escaped(text: string): string {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
