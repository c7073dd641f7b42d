import type { TransferArchive } from "#model/transfer-archive.ts";
import type { Transfer } from "#model/transfers.ts";
import { type VerdictWord, verdictWords } from "#model/verdicts.ts";
import type { Places } from "./places.ts";
import type { TransferSlice } from "./transfer-slices.ts";

/** The receiver's checks of one handoff. */
export type Sheet = TransferSlice["sheet"];

/** The receiver's checks of a handoff: the gravest verdict of a check's rules decides it. */
export function sheetMaker(all: TransferArchive, places: Pick<Places, "of">): (transfer: Transfer) => Sheet {
	const verdicts = Map.groupBy(all.verdicts, ({ handoff }) => handoff);
	const remedies = new Map(all.rules.map(({ id, remedy }) => [id, remedy]));
	const open = openBlockers(all);
	return ({ id }) => {
		const own = new Map((verdicts.get(id) ?? []).map((verdict) => [verdict.rule, verdict]));
		return all.protocol.checks.map(({ number, title, question, rules, resolved }) => {
			const named = `${title}: ${question}`;
			const blocker = resolved ? open.get(id) : undefined;
			if (blocker !== undefined) return openBox(number, named, blocker);
			const decided = rules.flatMap((rule) => own.get(rule) ?? []);
			const word = gravestOf(decided.map(({ verdict }) => verdict));
			const first = decided.find(({ verdict }) => verdict === word);
			const remedy = word === "fail" && first ? remedies.get(first.rule) : undefined;
			return {
				number,
				title: named,
				verdict: word,
				reason: first?.reason ?? "No rule has judged it.",
				rule: first?.rule ?? null,
				// Where words of the finding belong into it, the finding below says it whole.
				remedy: remedy === undefined || remedy.includes("{") ? null : remedy,
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

function openBox(number: number, title: string, blocker: string): Sheet[number] {
	const reason = `It is blocked, and nothing has resolved it yet: ${blocker}`;
	return { number, title, verdict: "fail", reason, rule: null, remedy: null, evidence: [], more: 0 };
}

/** The gravest of some verdicts. */
export function gravestOf(words: readonly VerdictWord[]): VerdictWord {
	return verdictWords.find((word) => words.includes(word)) ?? "not-applicable";
}
