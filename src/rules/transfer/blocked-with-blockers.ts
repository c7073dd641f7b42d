import { transferRule } from "../judging/transfer-rule.ts";
import { sampleTransfer } from "../samples/transfers.ts";
import { asksFor, otherStatus } from "../shared/transfer-status.ts";

export default transferRule({
	id: "transfer/blocked-with-blockers",
	source: { standard: "HP", section: "Status Definitions" },
	severity: "error",
	requires: "A handoff that is blocked names what blocks it.",
	why: "Blockers are fixed first. What is not named, nobody can fix.",
	remedy: "List under blockers what is missing, from whom, as specific as can be.",
	messages: { none: "The status is {status}, but no blocker is named." },
	examples: {
		valid: [
			{
				title: "Blocked, and says by what",
				...sampleTransfer(["ready", "blocked"], ["blockers: []", 'blockers: ["No limits"]']),
			},
		],
		invalid: [
			{
				title: "Blocked by nothing",
				...sampleTransfer(["ready", "blocked"]),
				findings: ["transfers/store.yaml:5:11 The status is blocked, but no blocker is named."],
			},
		],
	},
	*check({ transfer, protocol }) {
		const { status } = transfer;
		if (!status) return;
		if (!asksFor(protocol, status, "blockers")) return yield otherStatus(status);
		if (transfer.form === "excerpt" && transfer.blockers === null) return;
		if (!transfer.blockers?.some(({ value }) => value !== ""))
			yield { messageId: "none", place: status.place, data: { status: status.value } };
	},
});
