import { statusOf } from "#model/protocol.ts";
import { transferRule } from "../judging/transfer-rule.ts";
import { sampleTransfer } from "../samples/transfers.ts";

export default transferRule({
	id: "transfer/required-inputs",
	source: { standard: "HP", section: "Common Handoff Patterns" },
	severity: "warning",
	requires: "The deliverables that the receiver's step needs are handed over.",
	why: "A designer without a specification guesses, and an engineer without an interface invents one.",
	remedy: "Add the missing deliverables ({types}), or send the work to the step that makes them.",
	messages: { missing: "{step} needs deliverables of the types {needed}; not handed over: {types}." },
	statements: {
		notAsked: "The protocol asks for no particular inputs of this step.",
	},
	examples: {
		valid: [{ title: "A specification for the designer", ...sampleTransfer() }],
		invalid: [
			{
				title: "Implementation without an interface",
				...sampleTransfer(
					["to: design", "to: python-engineer"],
					["architecture", "refinement"],
					["type: specification", "type: pseudocode"],
				),
				findings: [
					"transfers/store.yaml:7:7 Design → Implementation needs deliverables of the types pseudocode, interface; not handed over: interface.",
				],
			},
		],
	},
	*check({ transfer: { to, phase, status, deliverables, place }, protocol }) {
		if (!to || !phase || !deliverables) return;
		const step = protocol.requiredInputs.find((one) => one.to.includes(to.value) && one.phases.includes(phase.value));
		if (!step || (status && statusOf(protocol, status.value)?.stops)) {
			yield { verdict: "not-applicable", statement: "notAsked", place };
			return;
		}
		const given = new Set(deliverables.map(({ type }) => type?.value));
		const types = step.types.filter((type) => !given.has(type));
		if (types.length > 0)
			yield {
				messageId: "missing",
				place: deliverables[0]?.place ?? phase.place,
				data: { step: step.step, needed: step.types.join(", "), types: types.join(", ") },
			};
	},
});
