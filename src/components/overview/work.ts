import type { CollectionEntry } from "astro:content";
import { capitalised, counted, listed, tallyWords } from "../words.ts";

type Handoff = CollectionEntry<"handoffs">["data"];

/** A handoff that somebody has to do something about. */
export interface WorkItem {
	readonly handoff: Handoff;
	/** How the archive's verdict is shown; null where the handoff's own claim is shown instead. */
	readonly state: { readonly className: "fail" | "human" | "unknown" | "na"; readonly word: string } | null;
	readonly reason: string;
}

type Overview = CollectionEntry<"overview">["data"];

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
	const when = next && (next.days === 0 ? "today" : `in ${counted(next.days, "day")}`);
	return [
		...(regressions.length > 0
			? [
					`${capitalised(counted(regressions.length, "baseline count falls", "baseline counts fall"))} without a stated reason.`,
				]
			: []),
		...(seals.broken.length > 0
			? [
					`${capitalised(counted(seals.broken.length, "validated handoff is", "validated handoffs are"))} not as validated any more.`,
				]
			: []),
		...(when ? [`The next waiver ends ${when}.`] : []),
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
			state: { className: "fail", word: "failing" },
			reason: `${capitalised(tallyWords(findings))}. ${first("fail")}`,
		};
	if (verdicts["could-not-evaluate"] > 0)
		return {
			handoff,
			state: { className: "unknown", word: "could not evaluate" },
			reason: first("could-not-evaluate"),
		};
	if (verdicts["needs-human"] > 0)
		return { handoff, state: { className: "human", word: "needs a human" }, reason: first("needs-human") };
	if (!hasResults) return { handoff, state: { className: "na", word: "open" }, reason: "There are no results yet." };
	if (status === null)
		return {
			handoff,
			state: { className: "unknown", word: "status unclear" },
			reason: "The results state no status that can be read with certainty.",
		};
	if ((status === "FAIL" || status === "PARTIAL") && !isFollowed)
		return { handoff, state: null, reason: "The results say so themselves, and no handoff follows it up." };
	return null;
}

function answerOf(handoffs: readonly Handoff[], work: readonly WorkItem[]): string {
	const count = (word: string) => work.filter(({ state }) => state?.word === word).length;
	const claimed = work.filter(({ state }) => state === null).length;
	const part = (number: number, one: string, many: string) => (number === 0 ? [] : [counted(number, one, many)]);
	const waiting = count("needs a human") + count("could not evaluate");
	const failing = count("failing");
	return capitalised(
		listed([
			failing > 0 ? counted(failing, "handoff fails", "handoffs fail") : "no handoff fails what was checked",
			...part(waiting, "waits for a human", "wait for a human"),
			...part(claimed, "says itself that it is unfinished", "say themselves that they are unfinished"),
			...part(handoffs.filter(({ hasResults }) => !hasResults).length, "is open", "are open"),
			...part(
				handoffs.filter(({ hasResults, status }) => hasResults && status === null).length,
				"states no status",
				"state no status",
			),
		]),
	);
}
