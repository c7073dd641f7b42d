import type { checklistAt } from "virtual:handoff-archive/bodies";
import { checklist as t } from "virtual:handoff-archive/words";
import { capitalised, listed, say } from "../say.ts";
import { statusClasses } from "../statuses.ts";

/** A box of the reviewer's checklist as its page shows it. */
export type BoxSlice = ReturnType<typeof checklistAt>[number];

/** More boxes than this are named by their numbers. */
const mostTitles = 2;

/**
 * What the reviewer's boxes come to, as one sentence; it names the boxes that stand in the way. Where none does and RESULTS
 * report no success, it says so: a report of a failure can be flawless.
 */
export function checklistAnswer(
	boxes: readonly BoxSlice[],
	status: string | null,
): {
	readonly words: string;
	/** By their titles, or by their numbers where titles would only repeat the sheet below. */
	readonly inTheWay: readonly { readonly number: number; readonly name: string }[];
} {
	const of = (verdict: BoxSlice["verdict"]) => boxes.filter((box) => box.verdict === verdict);
	const [fails, unclear, human] = [of("fail"), of("could-not-evaluate"), of("needs-human")];
	const parts = [
		...(fails.length > 0 ? [say(t.fails, { count: fails.length })] : []),
		...(unclear.length > 0 ? [say(t.unclear, { count: unclear.length })] : []),
		...(human.length > 0 ? [say(t.human, { count: human.length })] : []),
	];
	if (parts.length === 0) {
		const isNoSuccess = status !== null && (statusClasses[status] ?? "good") !== "good";
		const own = isNoSuccess ? ` ${say(t.reports, { status })}` : "";
		return { words: say(t.all, { count: boxes.length }) + own, inTheWay: [] };
	}
	const left = [...fails, ...unclear, ...human];
	return {
		words: say(t.before, { boxes: capitalised(listed(parts)) }),
		inTheWay:
			left.length > mostTitles
				? left.map(({ number }) => ({ number, name: String(number) })).sort((a, b) => a.number - b.number)
				: left.map(({ number, title }) => ({ number, name: title.split(/[:,] | shows /)[0] ?? title })),
	};
}
