import type { VerdictMark } from "#model/verdicts.ts";
import { capitalised, counted, listed, states } from "../words.ts";
import { countMarks, type Matrix } from "./model.ts";

type Counts = Readonly<Record<VerdictMark, number>>;

/** How each verdict is shown: a glyph's class and the word beside it. */
export const verdictStates = {
	fail: { className: states.fail.className, word: "fail" },
	"could-not-evaluate": { className: states["could-not-evaluate"].className, word: "could not evaluate" },
	"needs-human": { className: states["needs-human"].className, word: "needs a human" },
	warning: { className: states.warning.className, word: "warning" },
	note: { className: states.note.className, word: "note" },
	waived: { className: states.waived.className, word: "waived" },
	pass: { className: "pass", word: "pass" },
	"not-applicable": { className: "na", word: "not applicable" },
} as const satisfies Record<VerdictMark, { className: string; word: string }>;

/** The sentences the compliance page opens with. */
export function complianceWords({ handoffs }: Matrix): { readonly answer: string; readonly rest: string } {
	const counts = countMarks(handoffs.flatMap(({ verdicts }) => verdicts));
	const all = handoffs.reduce((sum, { verdicts }) => sum + verdicts.length, 0);
	const failing = handoffs.filter(({ verdicts }) => verdicts.includes("fail")).length;
	const of = `${all.toLocaleString("en")} verdicts`;
	const answer =
		counts.fail === 0
			? `None of ${of} fails`
			: `${counts.fail.toLocaleString("en")} of ${of} ${counts.fail === 1 ? "fails" : "fail"}, in ${counted(failing, "handoff")}`;
	const number = (count: number, one: string, many: string) =>
		count === 0 ? [] : [`${count.toLocaleString("en")} ${count === 1 ? one : many}`];
	const rest = listed([
		...number(counts.warning + counts.note, "is a warning or a note", "are warnings or notes"),
		...number(counts.waived, "is waived", "are waived"),
		...number(counts["needs-human"], "needs a human", "need a human"),
		...number(counts["could-not-evaluate"], "could not be evaluated", "could not be evaluated"),
		...number(counts["not-applicable"], "does not apply", "do not apply"),
		...number(counts.pass, "passes", "pass"),
	]);
	return { answer: `${answer}.`, rest: rest === "" ? "" : `${capitalised(rest)}.` };
}

/**
 * What a badge says of the handoffs. One complies where no rule fails and none is left undecided; what nobody decided is
 * never counted as complying.
 */
export function badgeWords(handoffs: readonly Counts[]): { readonly message: string; readonly isGood: boolean } {
	if (handoffs.length === 0) return { message: "none", isGood: false };
	const failing = handoffs.filter(({ fail }) => fail > 0).length;
	const undecided = handoffs.filter(
		(counts) => counts.fail === 0 && counts["needs-human"] + counts["could-not-evaluate"] > 0,
	).length;
	const complying = handoffs.length - failing - undecided;
	const parts = [
		`${complying} ${complying === 1 ? "complies" : "comply"}`,
		...(failing > 0 ? [`${failing} ${failing === 1 ? "fails" : "fail"}`] : []),
		...(undecided > 0 ? [`${undecided} undecided`] : []),
	];
	return { message: parts.join(", "), isGood: failing === 0 && undecided === 0 };
}
