import { transferRule } from "../judging/transfer-rule.ts";
import { sampleTransfer } from "../samples/transfers.ts";
import { detectionsOf, fieldMessages } from "../shared/transfer-problems.ts";

const messages = {
	...fieldMessages,
	misplaced: '"{key}" stands beside "status"; the protocol puts it into "context".',
	"unlike-type": '{name} is {found}, which looks like "{near}".',
};

export default transferRule({
	id: "transfer/schema",
	source: { standard: "HP", section: "Required Fields" },
	severity: "error",
	requires: "A handoff states from, to, phase, status, deliverables and context, each with a valid value.",
	why: "The receiver decides by these fields alone. The protocol rejects a handoff that leaves one of them out.",
	remedy: "Write the field as the protocol has it; `handoffs schema transfer` lets an editor complete it.",
	messages,
	examples: {
		valid: [
			{ title: "A whole handoff", ...sampleTransfer() },
			{
				title: "A further key of the context that the team uses",
				...sampleTransfer(["  context:\n", "  context:\n    summary: {critical_issues: 3}\n"]),
			},
		],
		invalid: [
			{
				title: "A field left out, and one misspelt",
				...sampleTransfer(["  phase: architecture\n", ""], ["  status:", "  stauts:"]),
				findings: [
					'transfers/store.yaml:2:3 "phase" is missing.',
					'transfers/store.yaml:4:3 "status" is missing ("stauts" looks like it).',
					'transfers/store.yaml:4:3 The protocol has no key "stauts"; it is kept and shown; perhaps status is meant.',
				],
			},
			{
				title: "Values that the protocol does not have",
				...sampleTransfer(
					["architecture", "architcture"],
					["state: complete", "state: pending"],
					["type: specification", "type: specfication"],
				),
				findings: [
					"transfers/store.yaml:4:10 phase is architcture; perhaps architecture is meant.",
					'transfers/store.yaml:8:13 deliverables[0].type is specfication, which looks like "specification".',
					"transfers/store.yaml:9:14 deliverables[0].state is pending; known: complete, draft, missing.",
				],
			},
			{
				title: "A list beside the status, and one that is none",
				...sampleTransfer(
					["  status: ready\n", "  status: ready\n  blockers: []\n  timestamp: yesterday\n"],
					["    blockers: []\n", ""],
					["    next_actions:\n      - ", "    next_actions: "],
				),
				findings: [
					'transfers/store.yaml:6:3 "blockers" stands beside "status"; the protocol puts it into "context".',
					"transfers/store.yaml:7:14 timestamp is yesterday, which is no date and time such as 2026-03-02T09:30:00Z.",
					'transfers/store.yaml:15:19 context.next_actions must be a list, not "Describe the interface of the store".',
				],
			},
		],
	},
	check({ transfer }) {
		return detectionsOf(transfer.problems, messages);
	},
});
