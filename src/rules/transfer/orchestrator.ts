import { hintOf } from "#extract/transfers/fields.ts";
import { modeOf } from "#model/protocol.ts";
import { transferRule } from "../judging/transfer-rule.ts";
import { sampleTransfer } from "../samples/transfers.ts";

export default transferRule({
	id: "transfer/orchestrator",
	source: { standard: "HP", section: "Handoff Rules" },
	severity: "error",
	requires: "One side of a handoff is the orchestrator, the sides differ, and both are modes of the roster.",
	why: "Modes do not talk to each other directly: the orchestrator alone knows who is free and who does what.",
	remedy: "Hand over to {orchestrator}, which passes it on, and call modes as the roster does.",
	messages: {
		direct: "{from} hands over to {to} directly; {orchestrator} initiates all handoffs.",
		same: "{from} hands over to itself.",
		unknown: '"{mode}" is no mode of the roster; {hint}.',
	},
	examples: {
		valid: [
			{ title: "From the orchestrator", ...sampleTransfer() },
			{
				title: "Back to the orchestrator",
				...sampleTransfer(["from: orchestrator", "from: spec"], ["to: design", "to: orchestrator"]),
			},
		],
		invalid: [
			{
				title: "From mode to mode",
				...sampleTransfer(["from: orchestrator", "from: spec"]),
				findings: ["transfers/store.yaml:2:9 spec hands over to design directly; orchestrator initiates all handoffs."],
			},
			{
				title: "To itself",
				...sampleTransfer(["to: design", "to: orchestrator"]),
				findings: ["transfers/store.yaml:3:7 orchestrator hands over to itself."],
			},
			{
				title: "A mode that nobody knows",
				...sampleTransfer(["to: design", "to: desing"]),
				findings: ['transfers/store.yaml:3:7 "desing" is no mode of the roster; perhaps design is meant.'],
			},
		],
	},
	*check({ transfer: { from, to }, protocol }) {
		const { orchestrator, modes } = protocol;
		const slugs = modes.map(({ slug }) => slug);
		for (const mode of [from, to])
			if (mode && !modeOf(protocol, mode.value))
				yield {
					messageId: "unknown",
					place: mode.place,
					data: { mode: mode.value, hint: hintOf(mode.value, slugs), orchestrator },
				};
		if (!from || !to) return;
		const data = { from: from.value, to: to.value, orchestrator };
		if (from.value === to.value) yield { messageId: "same", place: to.place, data };
		else if (from.value !== orchestrator && to.value !== orchestrator)
			yield { messageId: "direct", place: from.place, data };
	},
});
