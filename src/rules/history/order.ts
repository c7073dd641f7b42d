import type { HistoryEntry } from "#model/transfers.ts";
import { longestInOrder } from "../judging/in-order.ts";
import type { Outcome } from "../judging/outcome.ts";
import { historyRule } from "../judging/transfer-rule.ts";
import { logOf, sampleLog } from "../samples/transfers.ts";

export default historyRule({
	id: "history/order",
	source: { standard: "HP", section: "Tracking" },
	severity: "error",
	requires: "Timestamps of the log do not go back, and no handoff is logged twice.",
	why: "A log is appended to. An entry out of order or there twice was written from memory, and every duration around it is wrong.",
	remedy: "Put the entry where its time belongs, correct its time, or take the second one out.",
	messages: {
		back: "{time} is earlier than an entry before it ({before}).",
		ahead: "{time} is later than an entry after it ({after}).",
		twice: "This handoff from {from} to {to} is logged twice.",
	},
	statements: {
		before: "The entry before it.",
		after: "The entry after it.",
		first: "The first entry.",
	},
	examples: {
		valid: [
			{ title: "One after the other", ...sampleLog() },
			{
				title: "Earlier by the clock, later by the zone",
				...logOf(
					"2026-03-02T10:00:00+02:00 orchestrator spec ready 0",
					"2026-03-02T09:00:00Z spec orchestrator ready 60",
				),
			},
		],
		invalid: [
			{
				title: "An entry from before",
				...sampleLog(["2026-03-02T11:00", "2026-03-01T11:00"]),
				findings: [
					"transfers/log.yaml:14:16 2026-03-01T11:00:00Z is earlier than an entry before it (2026-03-02T10:30:00Z).",
				],
			},
			{
				title: "An entry from years to come",
				...sampleLog(["2026-03-02T09:00", "2062-03-02T09:00"]),
				findings: [
					"transfers/log.yaml:2:16 2062-03-02T09:00:00Z is later than an entry after it (2026-03-02T10:30:00Z).",
				],
			},
			{
				title: "Twice the same",
				...logOf(
					"2026-03-02T09:00:00Z orchestrator spec ready 0",
					"2026-03-02T10:00:00+01:00 orchestrator spec ready 0",
				),
				findings: ["transfers/log.yaml:7:5 This handoff from orchestrator to spec is logged twice."],
			},
		],
	},
	*check({ history, reconciled }) {
		for (const log of Map.groupBy(history, ({ path }) => path).values()) yield* outOfOrder(log);
		for (const { entry, first } of reconciled.twice)
			yield {
				messageId: "twice",
				place: entry.place,
				data: { from: entry.from?.value ?? "?", to: entry.to?.value ?? "?" },
				related: [{ place: first.place, statement: "first" }],
			};
	},
});

/** The entries of one log that keep it from going on in time: as few as explain it, so that one slip is one finding. */
function* outOfOrder(log: readonly HistoryEntry[]): Generator<Outcome<"back" | "ahead", "before" | "after">> {
	const timed = log.flatMap(({ at }) => (at?.instant == null ? [] : [{ ...at, instant: at.instant }]));
	const kept = longestInOrder(timed.map(({ instant }) => instant));
	let following = 0;
	for (const [index, { instant, written, place }] of timed.entries()) {
		if (kept[following] === index) {
			following++;
			continue;
		}
		const before = timed[kept[following - 1] ?? -1];
		const after = timed[kept[following] ?? -1];
		if (before && instant < before.instant)
			yield {
				messageId: "back",
				place,
				data: { time: written, before: before.written },
				related: [{ place: before.place, statement: "before" }],
			};
		else if (after)
			yield {
				messageId: "ahead",
				place,
				data: { time: written, after: after.written },
				related: [{ place: after.place, statement: "after" }],
			};
	}
}
