import { badge, common, compliance as t, verdicts } from "virtual:handoff-archive/words";
import { countMarks, type VerdictMark } from "#model/verdicts.ts";
import { capitalised, listed, say } from "../say.ts";
import { states } from "../words.ts";
import type { Matrix } from "./model.ts";

type Counts = Readonly<Record<VerdictMark, number>>;

/** How each verdict is shown: a glyph's class and the word beside it. */
export const verdictStates = {
	fail: { className: states.fail.className, word: verdicts.fail },
	"could-not-evaluate": { className: states["could-not-evaluate"].className, word: verdicts["could-not-evaluate"] },
	"needs-human": { className: states["needs-human"].className, word: verdicts["needs-human"] },
	warning: { className: states.warning.className, word: verdicts.warning },
	note: { className: states.note.className, word: verdicts.note },
	waived: { className: states.waived.className, word: verdicts.waived },
	pass: { className: "pass", word: verdicts.pass },
	"not-applicable": { className: "na", word: verdicts["not-applicable"] },
} as const satisfies Record<VerdictMark, { className: string; word: string }>;

/** The sentences the compliance page opens with. */
export function complianceWords({ handoffs }: Matrix): { readonly answer: string; readonly rest: string } {
	const counts = countMarks(handoffs.flatMap(({ verdicts }) => verdicts));
	const all = handoffs.reduce((sum, { verdicts }) => sum + verdicts.length, 0);
	const failing = handoffs.filter(({ verdicts }) => verdicts.includes("fail")).length;
	const answer =
		counts.fail === 0
			? say(t.noneFails, { all })
			: say(t.fails, { count: counts.fail, all, handoffs: say(common.handoffs, { count: failing }) });
	const part = (
		count: number,
		words: (typeof t)["warnings" | "waived" | "human" | "unclear" | "notApplicable" | "passes"],
	) => (count === 0 ? [] : [say(words, { count })]);
	const parts = listed([
		...part(counts.warning + counts.note, t.warnings),
		...part(counts.waived, t.waived),
		...part(counts["needs-human"], t.human),
		...part(counts["could-not-evaluate"], t.unclear),
		...part(counts["not-applicable"], t.notApplicable),
		...part(counts.pass, t.passes),
	]);
	return { answer, rest: parts === "" ? "" : say(t.rest, { parts: capitalised(parts) }) };
}

/**
 * What a badge says of the handoffs. One complies where no rule fails and none is left undecided; what nobody decided is
 * never counted as complying.
 */
export function badgeWords(handoffs: readonly Counts[]): { readonly message: string; readonly isGood: boolean } {
	if (handoffs.length === 0) return { message: badge.none, isGood: false };
	const failing = handoffs.filter(({ fail }) => fail > 0).length;
	const undecided = handoffs.filter(
		(counts) => counts.fail === 0 && counts["needs-human"] + counts["could-not-evaluate"] > 0,
	).length;
	const complying = handoffs.length - failing - undecided;
	const parts = [
		say(badge.complying, { count: complying }),
		...(failing > 0 ? [say(badge.failing, { count: failing })] : []),
		...(undecided > 0 ? [say(badge.undecided, { count: undecided })] : []),
	];
	return { message: parts.join(", "), isGood: failing === 0 && undecided === 0 };
}
