import { writtenOut } from "#model/hidden.ts";
import type { Row, Side } from "./rows.ts";

/** Equal lines beside a change that stay in sight. */
const around = 3;

/** A line of the table that draws two texts side by side. */
export interface DrawnLine {
	readonly className: string;
	readonly left: DrawnSide;
	readonly right: DrawnSide;
}

/** A side of it, with the class of its cell; without a text there is no such line on this side. */
export interface DrawnSide extends Partial<Side> {
	readonly className: string;
}

/** Lines to be drawn; of those that are folded up, how many they are comes first. */
export type Drawn =
	| { readonly kind: "line"; readonly line: DrawnLine }
	| { readonly kind: "fold"; readonly lines: readonly DrawnLine[] };

/** What is drawn of two texts: every change, with some equal lines around it. Characters that hide are written out. */
export function drawn(rows: readonly Row[]): readonly Drawn[] {
	return rows.flatMap((row, index) => {
		if (row.kind === "changed") {
			const left = drawnSide(row.left, "was");
			return [{ kind: "line", line: { className: "", left, right: drawnSide(row.right, "is") } }];
		}
		const lines = row.lines.map((text, at) => sameLine(writtenOut(text), row.left + at, row.right + at));
		return folded(lines, index === 0 ? 0 : around, index === rows.length - 1 ? 0 : around);
	});
}

function drawnSide(side: Side | null, className: string): DrawnSide {
	if (!side) return { className: "void" };
	return {
		className,
		line: side.line,
		pieces: side.pieces.map(({ text, marked }) => ({ text: writtenOut(text), marked })),
	};
}

function sameLine(text: string, left: number, right: number): DrawnLine {
	const pieces = [{ text, marked: false }];
	return {
		className: "same",
		left: { className: "", line: left, pieces },
		right: { className: "", line: right, pieces },
	};
}

function folded(lines: readonly DrawnLine[], head: number, tail: number): Drawn[] {
	const drawnLines = (some: readonly DrawnLine[]) => some.map((line): Drawn => ({ kind: "line", line }));
	const end = lines.length - tail;
	if (end - head < 2) return drawnLines(lines);
	return [
		...drawnLines(lines.slice(0, head)),
		{ kind: "fold", lines: lines.slice(head, end) },
		...drawnLines(lines.slice(end)),
	];
}
