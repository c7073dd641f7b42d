import { modeOf, phasesOf } from "#model/protocol.ts";
import { term } from "#words/because.ts";
import { transferRule } from "../judging/transfer-rule.ts";
import { sampleTransfer } from "../samples/transfers.ts";

export default transferRule({
	id: "transfer/phase-owner",
	source: { standard: "HP", section: "Validation by Receiver" },
	severity: "error",
	requires: "The receiving mode works in the phase of the handoff.",
	why: "A mode that takes work outside its phase does it badly or sends it back. Either costs more than asking who does it.",
	remedy: "Hand it to a mode that works in {phase}: {owners}.",
	messages: { stranger: "{to} does not work in the phase {phase}, but in {phases}{help}." },
	statements: {
		receiver: "The receiver.",
	},
	examples: {
		valid: [{ title: "Architecture to the designer", ...sampleTransfer() }],
		invalid: [
			{
				title: "Architecture to an engineer",
				...sampleTransfer(["to: design", "to: python-engineer"]),
				findings: [
					"transfers/store.yaml:4:10 python-engineer does not work in the phase architecture, but in refinement, and only helps there.",
				],
			},
			{
				title: "Refinement to the release",
				...sampleTransfer(["to: design", "to: release"], ["architecture", "refinement"]),
				findings: ["transfers/store.yaml:4:10 release does not work in the phase refinement, but in completion."],
			},
		],
	},
	*check({ transfer: { to, phase }, protocol }) {
		const mode = to && modeOf(protocol, to.value);
		const isKnown = phase && protocol.phases.some(({ name }) => name === phase.value);
		if (!mode || !phase || !isKnown) return;
		const phases = phasesOf(protocol, mode);
		if (phases.includes(phase.value)) return;
		const owners = protocol.modes.filter(
			(one) => one.slug !== protocol.orchestrator && phasesOf(protocol, one).includes(phase.value),
		);
		const helps = mode.supports === "all" || mode.supports.includes(phase.value);
		yield {
			messageId: "stranger",
			place: phase.place,
			data: {
				to: mode.slug,
				phase: phase.value,
				phases: phases.join(", ") || term("noPhase"),
				owners: owners.map(({ slug }) => slug).join(", ") || term("nobodyYet"),
				help: helps ? term("onlyHelps") : "",
			},
			related: [{ place: to.place, statement: "receiver" }],
		};
	},
});
