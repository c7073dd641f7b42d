import { transferRule } from "../judging/transfer-rule.ts";
import { sampleTransfer } from "../samples/transfers.ts";
import { asksFor, otherStatus } from "../shared/transfer-status.ts";

export default transferRule({
	id: "transfer/partial-with-next-actions",
	source: { standard: "HP", section: "Status Definitions" },
	severity: "error",
	requires: "A handoff that is partial lists what is to be done next.",
	why: "A gap that is documented can be closed by whoever comes next; any other gap is found too late.",
	remedy: "List under next_actions what is missing, each so specific that it can be done.",
	messages: { none: "The status is {status}, but no next action is listed." },
	examples: {
		valid: [{ title: "Partial, with the gaps", ...sampleTransfer(["ready", "partial"]) }],
		invalid: [
			{
				title: "Partial without a gap",
				...sampleTransfer(
					["ready", "partial"],
					['    next_actions:\n      - "Describe the interface of the store"', "    next_actions: []"],
				),
				findings: ["transfers/store.yaml:5:11 The status is partial, but no next action is listed."],
			},
		],
	},
	*check({ transfer, protocol }) {
		const { status } = transfer;
		if (!status) return;
		if (!asksFor(protocol, status, "next-actions")) return yield otherStatus(status);
		if (transfer.form === "excerpt" && transfer.nextActions === null) return;
		if (!transfer.nextActions?.some(({ value }) => value !== ""))
			yield { messageId: "none", place: status.place, data: { status: status.value } };
	},
});
