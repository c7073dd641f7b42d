import { term } from "#words/because.ts";
import { transferRule } from "../judging/transfer-rule.ts";
import { sampleTransfer } from "../samples/transfers.ts";
import { asksFor, otherStatus } from "../shared/transfer-status.ts";

export default transferRule({
	id: "transfer/deliverable-state",
	source: { standard: "HP", section: "Status Definitions" },
	severity: "error",
	requires: "A handoff that is ready has at least one deliverable, and only complete ones.",
	why: "Ready says that the work is complete. With a draft among the deliverables, or none, it is not.",
	remedy: "Complete the deliverables first, or hand over with a status that says what is missing.",
	messages: {
		incomplete: 'The status is {status}, but {path} is "{state}".',
		none: "The status is {status}, but nothing is handed over.",
	},
	examples: {
		valid: [
			{ title: "Complete and ready", ...sampleTransfer() },
			{
				title: "A draft in a partial handoff",
				...sampleTransfer(["ready", "partial"], ["state: complete", "state: draft"]),
			},
		],
		invalid: [
			{
				title: "A draft that is called ready",
				...sampleTransfer(["state: complete", "state: draft"]),
				findings: ['transfers/store.yaml:9:14 The status is ready, but docs/requirements.md is "draft".'],
			},
			{
				title: "Ready with nothing",
				...sampleTransfer([
					"  deliverables:\n    - path: docs/requirements.md\n      type: specification\n      state: complete\n",
					"  deliverables: []\n",
				]),
				findings: ["transfers/store.yaml:5:11 The status is ready, but nothing is handed over."],
			},
		],
	},
	*check({ transfer: { status, deliverables }, protocol }) {
		if (!status || !deliverables) return;
		if (!asksFor(protocol, status, "complete-deliverables")) return yield otherStatus(status);
		if (deliverables.length === 0) yield { messageId: "none", place: status.place, data: { status: status.value } };
		const done = new Set(protocol.deliverables.states.flatMap(({ word, isDone }) => (isDone ? [word] : [])));
		for (const { path, state } of deliverables)
			if (state && !done.has(state.value))
				yield {
					messageId: "incomplete",
					place: state.place,
					data: { status: status.value, path: path?.value ?? term("aDeliverable"), state: state.value },
				};
	},
});
