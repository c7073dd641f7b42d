import { term } from "#words/because.ts";
import { transferRule } from "../judging/transfer-rule.ts";
import { sampleTransfer } from "../samples/transfers.ts";
import { asksFor, otherStatus } from "../shared/transfer-status.ts";

export default transferRule({
	id: "transfer/ready-without-blockers",
	source: { standard: "HP", section: "Status Definitions" },
	severity: "error",
	requires: "A handoff that is ready names no blocker.",
	why: "Ready means that the receiver can start. A blocker means that it cannot.",
	remedy: "Resolve the blockers before handing over, or hand over as blocked.",
	messages: { found: "The status is {status}, but there is a blocker ({blocker}){more}." },
	examples: {
		valid: [
			{ title: "Ready, nothing in the way", ...sampleTransfer() },
			{
				title: "Blocked, and says by what",
				...sampleTransfer(["ready", "blocked"], ["blockers: []", 'blockers: ["No limits"]']),
			},
		],
		invalid: [
			{
				title: "Ready with a blocker",
				...sampleTransfer(["blockers: []", 'blockers: ["Authentication method undefined"]']),
				findings: [
					"transfers/store.yaml:13:16 The status is ready, but there is a blocker (Authentication method undefined).",
				],
			},
			{
				title: "Ready with two",
				...sampleTransfer(["blockers: []", "blockers: [No limits, No key]"]),
				findings: ["transfers/store.yaml:13:16 The status is ready, but there is a blocker (No limits) and 1 more."],
			},
		],
	},
	*check({ transfer, protocol }) {
		const { status } = transfer;
		if (!status) return;
		if (!asksFor(protocol, status, "no-blockers")) return yield otherStatus(status);
		const [first, ...others] = transfer.blockers ?? [];
		if (!first) return;
		const more = others.length > 0 ? term("moreBlockers", { count: others.length }) : "";
		yield { messageId: "found", place: first.place, data: { status: status.value, blocker: first.value, more } };
	},
});
