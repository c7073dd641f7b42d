import { term } from "#words/because.ts";
import { historyRule } from "../judging/transfer-rule.ts";
import { logOf, sampleLog } from "../samples/transfers.ts";
import { placesOfSteps } from "../shared/flow-places.ts";

export default historyRule({
	id: "history/gap",
	source: { standard: "HP", section: "Tracking" },
	severity: "warning",
	requires: "A mode that hands a task over has received it before, as the log tells.",
	why: "Between two entries that do not meet, a handoff went unlogged, and the time of the mode cannot be told.",
	remedy: "Add the entry by which {mode} received the task, or give the entry the task it belongs to.",
	messages: { gap: "{mode} hands over, but the log does not tell how {mode} got the work{task}." },
	examples: {
		valid: [
			{ title: "Each hands over what it has", ...sampleLog() },
			{
				title: "A log that starts in the middle",
				...logOf(
					"2026-03-02T10:30:00Z spec design ready 45",
					"2026-03-02T11:15:00Z design orchestrator blocked !Missing answer",
				),
			},
		],
		invalid: [
			{
				title: "Work out of nowhere",
				...sampleLog(["    from: spec\n", "    from: design\n"]),
				findings: ["transfers/log.yaml:8:5 design hands over, but the log does not tell how design got the work."],
			},
		],
	},
	*check(subject) {
		const placeOf = placesOfSteps(subject);
		const { orchestrator } = subject.protocol;
		for (const { task, steps } of subject.flow.chains) {
			const holders = new Set<string>();
			let isUnsure = false;
			for (const [index, step] of steps.entries()) {
				const { from, to } = step;
				const place = step.entry === null ? null : placeOf(step);
				if (index > 0 && !isUnsure && from !== null && from !== orchestrator && !holders.has(from) && place)
					yield { messageId: "gap", place, data: { mode: from, task: task === null ? "" : term("ofTask", { task }) } };
				if (from !== null) holders.add(from);
				// Who received what cannot be read may be anybody.
				if (to === null) isUnsure = true;
				else holders.add(to);
			}
		}
	},
});
