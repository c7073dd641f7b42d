import type { TransferArchive } from "#model/transfer-archive.ts";
import type { Transfer } from "#model/transfers.ts";
import { type VerdictWord, verdictWords } from "#model/verdicts.ts";
import { filled } from "#words/speech.ts";
import type { Places } from "../../entries/places.ts";
import type { SiteWords } from "../../words/site-words.ts";
import type { TransferSlice } from "./slices.ts";

/** The receiver's checks of one handoff. */
export type Sheet = TransferSlice["sheet"];

/** The receiver's checks of a handoff: the gravest verdict of a check's rules decides it. */
export function sheetMaker(
	all: TransferArchive,
	places: Pick<Places, "of">,
	{ unjudged, stillBlocked }: SiteWords["transfers"],
): (transfer: Transfer) => Sheet {
	const verdicts = Map.groupBy(all.verdicts, ({ handoff }) => handoff);
	const remedies = new Map(all.rules.map(({ id, remedy }) => [id, remedy]));
	const open = openBlockers(all);
	return ({ id }) => {
		const own = new Map((verdicts.get(id) ?? []).map((verdict) => [verdict.rule, verdict]));
		return all.protocol.checks.map(({ number, title, question, rules, resolved }) => {
			const named = `${title}: ${question}`;
			const blocker = resolved ? open.get(id) : undefined;
			if (blocker !== undefined) {
				const reason = filled(stillBlocked, { blocker });
				return {
					number,
					title: named,
					verdict: "fail",
					reason,
					others: [],
					rule: null,
					remedies: [],
					evidence: [],
					more: 0,
				};
			}
			const decided = rules.flatMap((rule) => own.get(rule) ?? []);
			const word = gravestOf(decided.map(({ verdict }) => verdict));
			const first = decided.find(({ verdict }) => verdict === word);
			const remedy = word === "fail" && first ? remedies.get(first.rule) : undefined;
			return {
				number,
				title: named,
				verdict: word,
				reason: first?.reason ?? unjudged,
				others: [],
				rule: first?.rule ?? null,
				// Where words of the finding belong into it, the finding below says it whole.
				remedies: remedy === undefined || remedy.includes("{") ? [] : [remedy],
				evidence: (word === "pass" ? [] : (first?.evidence ?? []))
					.slice(0, 2)
					.map(({ place, quote }) => ({ place: { ...places.of(place), href: null }, quote: quote ?? null })),
				more: Math.max(0, (first?.evidence.length ?? 0) - 2),
			};
		});
	};
}

/** The first blocker of each handoff that nothing has resolved, by the handoff's id. */
function openBlockers(all: TransferArchive): ReadonlyMap<string, string> {
	const open = new Map<string, string>();
	for (const { text, raised } of all.flow.blockers)
		for (const { transfer, resolvedBy } of raised)
			if (transfer !== null && resolvedBy === null && !open.has(transfer)) open.set(transfer, text);
	return open;
}

/** The gravest of some verdicts. */
export function gravestOf(words: readonly VerdictWord[]): VerdictWord {
	return verdictWords.find((word) => words.includes(word)) ?? "not-applicable";
}
