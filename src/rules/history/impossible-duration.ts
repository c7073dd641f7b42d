import { spanOf } from "#model/span.ts";
import type { HistoryEntry } from "#model/transfers.ts";
import { term } from "#words/because.ts";
import { historyRule } from "../judging/transfer-rule.ts";
import { logOf, sampleLog } from "../samples/transfers.ts";

const minute = 60_000;

export default historyRule({
	id: "history/impossible-duration",
	source: { standard: "HP", section: "Tracking" },
	severity: "error",
	requires: "A duration is not longer than the time there was.",
	why: "The protocol's log puts durations between entries. One that fits neither before its entry nor behind it was not measured.",
	remedy: "Correct the duration or the timestamps; `handoffs transfer log` measures it.",
	messages: {
		"too-long": "{duration} is longer than the time to the next entry ({after}){before}.",
	},
	examples: {
		valid: [
			{ title: "The time since the entry before", ...sampleLog() },
			{
				title: "The time until the next entry",
				...logOf(
					"2026-03-02T10:30:00Z spec design ready 45",
					"2026-03-02T11:15:00Z design orchestrator blocked !Missing answer",
				),
			},
		],
		invalid: [
			{
				title: "Longer than there was",
				...sampleLog(["minutes: 0", "minutes: 120"], ["minutes: 90", "minutes: 1000"]),
				findings: [
					"transfers/log.yaml:6:23 2 h is longer than the time to the next entry (1 h 30 min).",
					"transfers/log.yaml:12:23 16 h 40 min is longer than the time to the next entry (30 min) and since the one before (1 h 30 min).",
				],
			},
		],
	},
	*check({ history, flow }) {
		const entries = new Map(history.map((entry) => [entry.id, entry]));
		for (const { steps } of flow.chains) {
			const logged = steps.flatMap(({ entry }) => (entry === null ? [] : (entries.get(entry) ?? [])));
			for (const [index, entry] of logged.entries()) {
				const { minutes } = entry;
				const after = gap(entry, logged[index + 1]);
				const before = gap(logged[index - 1], entry);
				// The last entry has all the time that is still to come.
				if (!minutes || minutes.value < 0 || after === null) continue;
				// Where the time of the entry before is not known, nothing is impossible.
				if (index > 0 && before === null) continue;
				// Whole minutes are rounded either way.
				if (minutes.value < Math.max(after, before ?? 0) + 1) continue;
				yield {
					messageId: "too-long",
					place: minutes.place,
					data: {
						duration: spanOf(minutes.value),
						after: spanOf(after),
						before: before === null ? "" : term("sinceBefore", { span: spanOf(before) }),
					},
				};
			}
		}
	},
});

function gap(from: HistoryEntry | undefined, to: HistoryEntry | undefined): number | null {
	const [start, end] = [from?.at?.instant ?? null, to?.at?.instant ?? null];
	return start === null || end === null || end < start ? null : (end - start) / minute;
}
