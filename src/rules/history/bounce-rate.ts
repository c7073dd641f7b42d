import { historyRule } from "../judging/transfer-rule.ts";
import { logOf } from "../samples/transfers.ts";
import { crossedOf, percent } from "../shared/crossed-thresholds.ts";

const day = (number: number) => `2026-03-0${number}`;
const round = (number: number, status: string) => [
	`${day(number)}T09:00:00Z orchestrator python-engineer ready 10 refinement task-${number}`,
	`${day(number)}T09:30:00Z python-engineer orchestrator ${status} 30 refinement task-${number}${status === "blocked" ? ` !Not Python ${number}` : ""}`,
];

export default historyRule({
	id: "history/bounce-rate",
	source: { standard: "HP", section: "Tracking" },
	severity: "warning",
	requires: "Of what a mode, a pair of modes or a phase gets, no more comes back than the configured share.",
	why: "High bounce rate? Poor task assignment: so the protocol reads it. It is a hint and no proof.",
	remedy: "Look at what came back and why; the protocol's hint: {diagnosis}",
	messages: { high: "{who}: {bounced} of {n} handoffs bounced ({rate}, above {limit})." },
	examples: {
		valid: [
			{
				title: "One in six",
				...logOf(...[1, 2, 3, 4, 5].flatMap((number) => round(number, "ready")), ...round(6, "blocked")),
			},
		],
		invalid: [
			{
				title: "Three in five",
				...logOf(
					...[1, 2].flatMap((number) => round(number, "ready")),
					...[3, 4, 5].flatMap((number) => round(number, "blocked")),
				),
				findings: [
					"transfers/log.yaml:67:5 python-engineer: 3 of 5 handoffs bounced (60 %, above 25 %).",
					"transfers/log.yaml:67:5 the phase refinement: 3 of 5 handoffs bounced (60 %, above 25 %).",
				],
			},
		],
	},
	*check(subject) {
		for (const { crossed, place, who } of crossedOf(subject, ["bounceRate"])) {
			const { value, limit, n, diagnosis } = crossed;
			const data = { who, bounced: Math.round(value * n), n, rate: percent(value), limit: percent(limit), diagnosis };
			yield { messageId: "high", place, data };
		}
	},
});
