import { diffArrays, diffWordsWithSpace } from "diff";

/** Words of a line; those that the other side does not have are marked. */
interface Piece {
	readonly text: string;
	readonly marked: boolean;
}

export interface Side {
	readonly line: number;
	readonly pieces: readonly Piece[];
}

/** What stands beside each other; `same` stands for lines that are equal, from these lines on. */
export type Row =
	| { readonly kind: "same"; readonly left: number; readonly right: number; readonly lines: readonly string[] }
	| { readonly kind: "changed"; readonly left: Side | null; readonly right: Side | null };

/**
 * How much is tried before two texts are called too different, which are no comparison: milliseconds, which is what a reader waits,
 * or lines that only one of them has, which are the same in every build.
 */
export type CompareBounds = { readonly timeout: number } | { readonly maxEditLength: number };

const whileReading: CompareBounds = { timeout: 5_000 };
/** Words are compared within lines up to this long. */
const longestLine = 2_000;
/** Of more words that only one of two lines has, none are marked. */
const mostWords = 600;
/** The part of a line that must be in both for its words to be compared. */
const leastCommon = 0.4;

/** Two texts side by side; null where they are too different to be compared. */
export function compareLines(
	left: readonly string[],
	right: readonly string[],
	bounds: CompareBounds = whileReading,
): readonly Row[] | null {
	const parts = diffArrays([...left], [...right], bounds);
	if (!parts) return null;
	const rows: Row[] = [];
	const at = { left: 1, right: 1 };
	for (let index = 0; index < parts.length; index++) {
		const { value, added, removed } = parts[index] ?? { value: [], added: false, removed: false };
		if (!added && !removed) {
			rows.push({ kind: "same", left: at.left, right: at.right, lines: value });
			at.left += value.length;
			at.right += value.length;
			continue;
		}
		const next = parts[index + 1];
		const isPair = removed && next?.added === true;
		const gone = removed ? value : [];
		const come = isPair ? next.value : added ? value : [];
		if (isPair) index++;
		rows.push(...changedRows(gone, come, at));
	}
	return rows;
}

function changedRows(gone: readonly string[], come: readonly string[], at: { left: number; right: number }): Row[] {
	return Array.from({ length: Math.max(gone.length, come.length) }, (_, index): Row => {
		const [before, after] = [gone[index], come[index]];
		const [left, right] =
			before !== undefined && after !== undefined ? wordPieces(before, after) : [whole(before), whole(after)];
		return {
			kind: "changed",
			left: before === undefined ? null : { line: at.left++, pieces: left },
			right: after === undefined ? null : { line: at.right++, pieces: right },
		};
	});
}

function whole(line = ""): Piece[] {
	return [{ text: line, marked: false }];
}

function wordPieces(before: string, after: string): readonly [readonly Piece[], readonly Piece[]] {
	const parts =
		before.length + after.length > longestLine
			? undefined
			: diffWordsWithSpace(before, after, { maxEditLength: mostWords });
	if (!parts) return [whole(before), whole(after)];
	const common = parts.reduce((sum, { added, removed, value }) => sum + (added || removed ? 0 : value.length), 0);
	// Lines with little in common are not one line that was changed: marks all over them tell nothing.
	if (common < leastCommon * Math.max(before.length, after.length)) return [whole(before), whole(after)];
	const side = (own: "added" | "removed") =>
		parts
			.filter((part) => part[own] || (!part.added && !part.removed))
			.map((part) => ({ text: part.value, marked: part[own] === true }));
	return [side("removed"), side("added")];
}
