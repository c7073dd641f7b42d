import type { checklistAt } from "virtual:handoff-archive/bodies";
import { capitalised, counted, listed } from "./words.ts";

/** A box of the reviewer's checklist as its page shows it. */
export type BoxSlice = ReturnType<typeof checklistAt>[number];

/** What the reviewer's boxes come to, as one sentence; it names the boxes that stand in the way. */
export function checklistAnswer(boxes: readonly BoxSlice[]): {
	readonly words: string;
	readonly inTheWay: readonly BoxSlice[];
} {
	const of = (verdict: BoxSlice["verdict"]) => boxes.filter((box) => box.verdict === verdict);
	const [fails, unclear, human] = [of("fail"), of("could-not-evaluate"), of("needs-human")];
	const parts = [
		...(fails.length > 0 ? [counted(fails.length, "box fails", "boxes fail")] : []),
		...(unclear.length > 0 ? [`${unclear.length} could not be evaluated`] : []),
		...(human.length > 0 ? [counted(human.length, "needs a human", "need a human")] : []),
	];
	if (parts.length === 0) return { words: `All ${boxes.length} boxes of the reviewer's checklist hold.`, inTheWay: [] };
	return {
		words: `${capitalised(listed(parts))} before this handoff can be validated:`,
		inTheWay: [...fails, ...unclear, ...human],
	};
}
