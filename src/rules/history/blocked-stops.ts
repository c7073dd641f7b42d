import type { FlowStep } from "#model/flow.ts";
import { statusOf } from "#model/protocol.ts";
import { historyRule } from "../judging/transfer-rule.ts";
import { logOf } from "../samples/transfers.ts";
import { placesOfSteps } from "../shared/flow-places.ts";

const blocked = "2026-03-02T10:00:00Z design orchestrator blocked 60 architecture !Where do keys live?";

export default historyRule({
	id: "history/blocked-stops",
	source: { standard: "HP", section: "Handoff Rules" },
	severity: "warning",
	requires: "After a blocked step, no later phase of the task starts before the work goes on where it stopped.",
	why: "Blockers are fixed first. Work that is built over one is thrown away when the answer comes.",
	remedy: "Resolve the block and take the phase {phase} up again before {later} starts.",
	messages: { started: "{later} starts while {phase} is blocked{blocker}." },
	statements: {
		block: "The block.",
	},
	examples: {
		valid: [
			{
				title: "Resolved, then on",
				...logOf(
					blocked,
					"2026-03-02T12:00:00Z orchestrator design ready 120 architecture",
					"2026-03-02T13:00:00Z design orchestrator ready 60 architecture",
					"2026-03-02T14:00:00Z orchestrator python-engineer ready 60 refinement",
				),
			},
		],
		invalid: [
			{
				title: "On without an answer",
				...logOf(blocked, "2026-03-02T14:00:00Z orchestrator python-engineer ready 240 refinement"),
				findings: ["transfers/log.yaml:9:5 refinement starts while architecture is blocked (Where do keys live?)."],
			},
		],
	},
	*check(subject) {
		const { protocol, flow } = subject;
		const placeOf = placesOfSteps(subject);
		const rank = new Map(protocol.phases.map(({ name }, index) => [name, index]));
		for (const { steps } of flow.chains) {
			let stop: FlowStep | null = null;
			let stopRank = -1;
			for (const step of steps) {
				const stepRank = step.phase === null ? undefined : rank.get(step.phase);
				if (step.status === null || stepRank === undefined) continue;
				if (statusOf(protocol, step.status)?.stops) {
					if (stop === null || stepRank <= stopRank) [stop, stopRank] = [step, stepRank];
					continue;
				}
				if (stop === null) continue;
				const place = placeOf(step);
				const [blocker] = stop.blockers;
				const before = placeOf(stop);
				if (stepRank > stopRank && place)
					yield {
						messageId: "started",
						place,
						...(step.transfer === null ? {} : { transfer: step.transfer }),
						data: { later: step.phase ?? "", phase: stop.phase ?? "", blocker: blocker ? ` (${blocker})` : "" },
						related: before ? [{ place: before, statement: "block" }] : [],
					};
				if (stepRank >= stopRank) stop = null;
			}
		}
	},
});
