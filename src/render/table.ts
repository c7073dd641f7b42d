import type { Element, ElementContent } from "hast";
import type { Table, TableRow } from "mdast";
import type { State } from "mdast-util-to-hast";
import { lineId, type RenderContext, regionLabel } from "./context.ts";
import { element, onLines } from "./element.ts";

/** A table that scrolls in a named region. Rows longer than the header keep all their cells. */
export function table(context: RenderContext, state: State, node: Table): Element {
	const columns = Math.min(widest(node), widestPadding);
	const [head, ...body] = node.children.map((row, index) => tableRow(context, state, row, node, columns, index === 0));
	const label = regionLabel(context, "table");
	return element("div", { className: ["scroll"], role: "group", ariaLabel: label, tabIndex: 0 }, [
		element("table", { className: ["t"] }, [
			...(head ? [element("thead", {}, [head])] : []),
			...(body.length > 0 ? [element("tbody", {}, onLines(body))] : []),
		]),
	]);
}

/** Short rows get empty cells up to here: padding every row to one absurdly wide row would be quadratic. */
const widestPadding = 50;

function widest({ children }: Table): number {
	let columns = 0;
	for (const row of children) columns = Math.max(columns, row.children.length);
	return columns;
}

function tableRow(
	context: RenderContext,
	state: State,
	row: TableRow,
	{ align }: Table,
	columns: number,
	isHead: boolean,
): Element {
	const id = lineId(context, row);
	const cells: Element[] = [];
	for (let index = 0; index < Math.max(columns, row.children.length); index++) {
		const cell = row.children[index];
		const content = cell ? (state.all(cell) as ElementContent[]) : [];
		const side = align?.[index];
		const className = side === "right" ? ["at-end"] : side === "center" ? ["at-center"] : undefined;
		const properties = className ? { className } : {};
		cells.push(
			isHead && content.length > 0
				? element("th", { scope: "col", ...properties }, content)
				: element("td", properties, content),
		);
	}
	return element("tr", id, onLines(cells));
}
