import type { HandoffEntry, OverviewEntry } from "virtual:handoff-archive/entries";
import { overview } from "virtual:handoff-archive/words";
import { capitalised, listed, say } from "../say.ts";
import { tallyWords } from "../words.ts";

const { stand: t, work: w } = overview;

type Handoff = HandoffEntry;

/** A handoff that somebody has to do something about. */
export interface WorkItem {
	readonly handoff: Handoff;
	/** How the archive's verdict is shown; null where the handoff's own claim is shown instead. */
	readonly state: { readonly className: "fail" | "human" | "unknown" | "na"; readonly word: string } | null;
	readonly reason: string;
}

type Overview = OverviewEntry;

/** What the overview says of the handoffs of an archive, which are given in build order. */
export function overviewOf(handoffs: readonly Handoff[], overview: Overview) {
	const work = workOf(handoffs);
	return {
		answer: answerOf(handoffs, work),
		/** What else there is to know, as sentences. */
		beside: besideOf(overview),
		work,
		/** Handoffs by what they state as their status, the most frequent first. */
		statuses: [
			...Map.groupBy(handoffs, ({ status, hasResults }) => (hasResults ? (status ?? "") : "open")).values(),
		].sort((a, b) => b.length - a.length),
	};
}

function besideOf({ regressions, waivers, seals }: Overview): string[] {
	const next = waivers.find(({ days }) => days >= 0);
	return [
		...(regressions.length > 0 ? [capitalised(say(t.regressions, { count: regressions.length }))] : []),
		...(seals.broken.length > 0 ? [capitalised(say(t.changed, { count: seals.broken.length }))] : []),
		...(next ? [say(t.nextWaiver, { count: next.days })] : []),
	];
}

/** Each handoff stands once, for what stands in its way most; what blocks most first, and of what blocks alike the latest built. */
function workOf(handoffs: readonly Handoff[]): WorkItem[] {
	const followed = new Set(handoffs.flatMap(({ parent }) => parent?.id ?? []));
	const items = handoffs.map((handoff) => workItem(handoff, followed.has(handoff.id)));
	const rank = ({ state }: WorkItem) => ["fail", "unknown", "human", undefined, "na"].indexOf(state?.className);
	return items.filter((item) => item !== null).sort((a, b) => rank(a) - rank(b) || b.handoff.order - a.handoff.order);
}

function workItem(handoff: Handoff, isFollowed: boolean): WorkItem | null {
	const { verdicts, findings, undecided, hasResults, status } = handoff;
	const first = (state: Handoff["findings"][number]["state"]) =>
		[...findings, ...undecided].find((finding) => finding.state === state)?.message ?? "";
	if (verdicts.fail > 0)
		return {
			handoff,
			state: { className: "fail", word: w.failing },
			reason: say(w.failingBecause, { findings: capitalised(tallyWords(findings)), first: first("fail") }),
		};
	if (verdicts["could-not-evaluate"] > 0)
		return {
			handoff,
			state: { className: "unknown", word: w.couldNotEvaluate },
			reason: first("could-not-evaluate"),
		};
	if (verdicts["needs-human"] > 0)
		return { handoff, state: { className: "human", word: w.needsHuman }, reason: first("needs-human") };
	if (!hasResults) return { handoff, state: { className: "na", word: w.open }, reason: w.openBecause };
	if (status === null)
		return {
			handoff,
			state: { className: "unknown", word: w.statusUnclear },
			reason: w.unclearBecause,
		};
	if ((status === "FAIL" || status === "PARTIAL") && !isFollowed)
		return { handoff, state: null, reason: w.claimedBecause };
	return null;
}

function answerOf(handoffs: readonly Handoff[], work: readonly WorkItem[]): string {
	const count = (className: "fail" | "human" | "unknown") =>
		work.filter(({ state, handoff }) => state?.className === className && !isUnclear(handoff, className)).length;
	const part = (count: number, words: (typeof t)["waiting" | "claimed" | "open" | "noStatus"]) =>
		count === 0 ? [] : [say(words, { count })];
	return capitalised(
		listed([
			say(t.failing, { count: count("fail") }),
			...part(count("human") + count("unknown"), t.waiting),
			...part(work.filter(({ state }) => state === null).length, t.claimed),
			...part(handoffs.filter(({ hasResults }) => !hasResults).length, t.open),
			...part(handoffs.filter(({ hasResults, status }) => hasResults && status === null).length, t.noStatus),
		]),
	);
}

/** Whether it stands in the list because its status cannot be read, which is counted by itself. */
function isUnclear({ verdicts }: Handoff, className: string): boolean {
	return className === "unknown" && verdicts["could-not-evaluate"] === 0;
}
