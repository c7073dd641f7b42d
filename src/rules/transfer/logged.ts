import { historyRule } from "../judging/transfer-rule.ts";
import { logOf, sampleTransfer } from "../samples/transfers.ts";

const { files, workspace } = sampleTransfer();
const other = "2026-03-02T09:00:00Z orchestrator spec ready 0 specification";
const own = "2026-03-02T11:00:00Z orchestrator design ready 30 architecture";

export default historyRule({
	id: "transfer/logged",
	source: { standard: "HP", section: "Tracking" },
	severity: "warning",
	requires: "Where a log is kept, every handoff has its entry in it.",
	why: "The log tells how work flows. What is missing in it is missing in every figure that follows from it.",
	remedy: "Append the entry: handoffs transfer log FILE, with this file.",
	messages: { missing: "The log has no entry for this handoff from {from} to {to} ({status})." },
	examples: {
		valid: [{ title: "Handed over and logged", files: { ...files, ...logOf(own).files }, workspace }],
		invalid: [
			{
				title: "Handed over and not logged",
				files: { ...files, ...logOf(other).files },
				workspace,
				findings: [
					"transfers/store.yaml:2:3 The log has no entry for this handoff from orchestrator to design (ready).",
				],
			},
		],
	},
	*check({ history, reconciled }) {
		if (history.length === 0) return;
		// What does not say who hands what to whom is the matter of another rule.
		for (const { id, place, from, to, status } of reconciled.transfersAlone)
			if (from && to && status)
				yield {
					messageId: "missing",
					place,
					transfer: id,
					data: { from: from.value, to: to.value, status: status.value },
				};
	},
});
