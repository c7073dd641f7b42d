import type { HistoryEntry } from "#model/transfers.ts";
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
		back: "{time} is earlier than the entry before it ({before}).",
		twice: "This handoff from {from} to {to} is logged twice.",
	},
	statements: {
		before: "The entry before it.",
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
					"transfers/log.yaml:14:16 2026-03-01T11:00:00Z is earlier than the entry before it (2026-03-02T10:30:00Z).",
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
		const latest = new Map<string, HistoryEntry>();
		for (const entry of history) {
			if (entry.at?.instant == null) continue;
			const before = latest.get(entry.path);
			const last = before?.at?.instant ?? null;
			if (before?.at && last !== null && entry.at.instant < last)
				yield {
					messageId: "back",
					place: entry.at.place,
					data: { time: entry.at.written, before: before.at.written },
					related: [{ place: before.at.place, statement: "before" }],
				};
			else latest.set(entry.path, entry);
		}
		for (const { entry, first } of reconciled.twice)
			yield {
				messageId: "twice",
				place: entry.place,
				data: { from: entry.from?.value ?? "?", to: entry.to?.value ?? "?" },
				related: [{ place: first.place, statement: "first" }],
			};
	},
});
