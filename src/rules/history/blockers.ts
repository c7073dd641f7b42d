import { historyRule } from "../judging/transfer-rule.ts";
import { logOf } from "../samples/transfers.ts";
import { crossedOf, percent } from "../shared/crossed-thresholds.ts";

const ask = (day: number, question: string) => [
	`2026-03-${day}T09:00:00Z orchestrator design ready 10 architecture`,
	`2026-03-${day}T10:00:00Z design orchestrator blocked 60 architecture !${question}`,
];
const answered = "2026-03-21T09:00:00Z orchestrator design ready 10 architecture";

export default historyRule({
	id: "history/blockers",
	source: { standard: "HP", section: "Tracking" },
	severity: "warning",
	requires: "Blockers are few, are not raised again and again, and are resolved within the configured time.",
	why: "Many blockers? Poor specification: so the protocol reads it. It is a hint and no proof.",
	remedy: "Answer what is open, and write the answers where the next task finds them; the protocol's hint: {diagnosis}",
	messages: {
		many: "{who}: {count} of {n} handoffs raise a blocker ({rate}, above {limit}).",
		repeated: '"{who}" has been raised {n} times.',
		old: '"{who}" has been open for {days} days, more than {limit}.',
	},
	examples: {
		valid: [{ title: "Asked once and answered", ...logOf(...ask(10, "Where do keys live?"), answered) }],
		invalid: [
			{
				title: "The same question again and again",
				...logOf(
					...[10, 11, 12, 13, 14].flatMap((day) => ask(day, "Where do keys live?")),
					"2026-03-15T09:00:00Z orchestrator design ready 10 architecture",
				),
				findings: [
					'transfers/log.yaml:60:5 "Where do keys live?" has been raised 5 times.',
					"transfers/log.yaml:60:5 design: 5 of 5 handoffs raise a blocker (100 %, above 40 %).",
					"transfers/log.yaml:60:5 the phase architecture: 5 of 5 handoffs raise a blocker (100 %, above 40 %).",
				],
			},
			{
				title: "A question that nobody answers",
				...logOf(...ask(10, "Where do keys live?"), "2026-03-21T09:00:00Z orchestrator spec ready 10 specification"),
				findings: ['transfers/log.yaml:8:5 "Where do keys live?" has been open for 10 days, more than 7.'],
			},
		],
	},
	*check(subject) {
		for (const { crossed, place, who } of crossedOf(subject, ["blockerRate", "blockerRepeats", "blockerAge"])) {
			const { threshold, value, limit, n, diagnosis } = crossed;
			if (threshold === "blockerRepeats") yield { messageId: "repeated", place, data: { who, n, diagnosis } };
			else if (threshold === "blockerAge")
				yield { messageId: "old", place, data: { who, days: Math.floor(value), limit, diagnosis } };
			else
				yield {
					messageId: "many",
					place,
					data: { who, count: Math.round(value * n), n, rate: percent(value), limit: percent(limit), diagnosis },
				};
		}
	},
});
