import type { HistoryEntry } from "#model/transfers.ts";
import { term } from "#words/because.ts";
import { historyRule } from "../judging/transfer-rule.ts";
import { logOf, sampleLog } from "../samples/transfers.ts";
import { detectionsOf, fieldMessages } from "../shared/transfer-problems.ts";

const messages = {
	...fieldMessages,
	negative: "{name} is {found}; no time runs backwards.",
	"no-substance": "The entry states neither duration_minutes nor blockers.",
	"no-zone": "The timestamp has no time zone and is read as {zone}{more}.",
};

export default historyRule({
	id: "history/schema",
	source: { standard: "HP", section: "Tracking" },
	severity: "error",
	requires: "An entry of the log states timestamp, from, to, status, and a duration or its blockers.",
	why: "Bounce rates, durations and blockers are worked out from these fields. What is not stated is not counted.",
	remedy: "Complete the entry; `handoffs transfer log` writes whole ones.",
	messages,
	examples: {
		valid: [
			{ title: "Three entries", ...sampleLog() },
			{
				title: "A blocked one without a duration",
				...logOf("2026-03-02T11:15:00+01:00 design orchestrator blocked !Missing performance requirements"),
			},
		],
		invalid: [
			{
				title: "Fields left out, misspelt, and of another kind",
				...sampleLog(["    from: orchestrator\n", ""], ["status:", "state:"], ["minutes: 90", 'minutes: "90"']),
				findings: [
					'transfers/log.yaml:2:5 "from" is missing in handoff_history[0].',
					'transfers/log.yaml:4:5 "status" is missing in handoff_history[0] ("state" looks like it).',
					'transfers/log.yaml:4:5 The protocol has no key "state" in handoff_history[0]; it is kept and shown; perhaps status is meant.',
					'transfers/log.yaml:11:23 handoff_history[1].duration_minutes must be a number, not "90".',
				],
			},
			{
				title: "Times and modes that there are not",
				...sampleLog(["2026-03-02T09", "2026-02-30T09"], ["10:30:00Z", "10:30:00"], ["to: design", "to: desing"]),
				findings: [
					"transfers/log.yaml:2:16 handoff_history[0].timestamp is 2026-02-30T09:00:00Z, which is no date and time such as 2026-03-02T09:30:00Z.",
					"transfers/log.yaml:8:16 The timestamp has no time zone and is read as Z.",
					"transfers/log.yaml:16:9 handoff_history[2].to is desing; perhaps design is meant.",
				],
			},
			{
				title: "A duration below zero, and none at all",
				...sampleLog(["minutes: 90", "minutes: -90"], ["    duration_minutes: 30\n", ""]),
				findings: [
					"transfers/log.yaml:12:23 handoff_history[1].duration_minutes is -90; no time runs backwards.",
					"transfers/log.yaml:14:5 The entry states neither duration_minutes nor blockers.",
				],
			},
		],
	},
	*check({ history, protocol }) {
		const lastOf = new Map(history.map((entry) => [entry.path, entry]));
		const zoneless = Map.groupBy(
			history.filter(({ at }) => at && at.instant !== null && !at.isZoned),
			({ path }) => path,
		);
		for (const entry of history) {
			yield* detectionsOf(entry.problems, messages);
			const isOpen = protocol.durations === "until-next" && lastOf.get(entry.path) === entry;
			if (!isOpen && isWithoutSubstance(entry)) yield { messageId: "no-substance", place: entry.place };
		}
		for (const [first, ...others] of zoneless.values())
			if (first?.at)
				yield {
					messageId: "no-zone",
					severity: "info",
					place: first.at.place,
					data: {
						zone: protocol.timestamps.zone,
						more: others.length > 0 ? term("moreInFile", { count: others.length }) : "",
					},
				};
	},
});

function isWithoutSubstance({ minutes, blockers, problems }: HistoryEntry): boolean {
	if (minutes !== null || (blockers?.length ?? 0) > 0) return false;
	// A value of the wrong kind has been reported; an entry that is no mapping has nothing at all.
	return !problems.some(
		({ code, data }) => code === "wrong-type" && /duration_minutes$|blockers$|\]$/.test(String(data["name"])),
	);
}
