import { spanOf } from "#model/span.ts";
import { term } from "#words/because.ts";
import { historyRule } from "../judging/transfer-rule.ts";
import { logOf } from "../samples/transfers.ts";
import { crossedOf } from "../shared/crossed-thresholds.ts";

const round = (number: number, minutes: number) => [
	`2026-03-0${number}T09:00:00Z orchestrator design ready 10 architecture task-${number}`,
	`2026-03-0${number + 2}T09:00:00Z design orchestrator ready ${minutes} architecture task-${number}`,
];

export default historyRule({
	id: "history/duration",
	source: { standard: "HP", section: "Tracking" },
	severity: "warning",
	requires: "The work of a mode, a pair of modes or a phase does not take longer than the configured time.",
	why: "Long durations? Scope too large: so the protocol reads it. It is a hint and no proof.",
	remedy: "Look at the longest ones; the protocol's hint: {diagnosis}",
	messages: { long: "{who}: the {of} of {n} durations is {value}, above {limit}." },
	examples: {
		valid: [{ title: "Hours", ...logOf(...[1, 4, 7].flatMap((number) => round(number, 120))) }],
		invalid: [
			{
				title: "Days",
				...logOf(...[1, 4, 7].flatMap((number) => round(number, 2000))),
				findings: [
					"transfers/log.yaml:9:5 design: the median of 3 durations is 33 h 20 min, above 16 h.",
					"transfers/log.yaml:9:5 the phase architecture: the median of 3 durations is 33 h 20 min, above 16 h.",
				],
			},
		],
	},
	*check(subject) {
		const { of } = subject.protocol.thresholds.duration;
		for (const { crossed, place, who } of crossedOf(subject, ["duration"])) {
			const { value, limit, n, diagnosis } = crossed;
			yield {
				messageId: "long",
				place,
				data: {
					who,
					of: term(of === "p90" ? "ninetiethPercentile" : "median"),
					n,
					value: spanOf(value),
					limit: spanOf(limit),
					diagnosis,
				},
			};
		}
	},
});
