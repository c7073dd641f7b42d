import { historyRule } from "../judging/transfer-rule.ts";
import { logOf, sampleTransfer } from "../samples/transfers.ts";

const { files, workspace } = sampleTransfer();
const own = "2026-03-02T11:00:00Z orchestrator design ready 30 architecture";

export default historyRule({
	id: "history/unmatched",
	source: { standard: "HP", section: "Tracking" },
	severity: "warning",
	requires: "Where handoffs are kept, every entry of the log has its handoff.",
	why: "An entry without a handoff says that work moved, and nobody can read what moved.",
	remedy: "Add the handoff's file, or mend the entry so that task, modes and status are the handoff's.",
	messages: {
		missing: "There is no handoff from {from} to {to} ({status}) for this entry.",
		file: "There is no handoff in {file}.",
	},
	examples: {
		valid: [
			{ title: "An entry and its handoff", files: { ...files, ...logOf(own).files }, workspace },
			{ title: "A log alone", ...logOf(own) },
		],
		invalid: [
			{
				title: "An entry of nothing",
				files: { ...files, ...logOf(own, "2026-03-02T12:00:00Z design orchestrator ready 60 architecture").files },
				workspace,
				findings: ["transfers/log.yaml:8:5 There is no handoff from design to orchestrator (ready) for this entry."],
			},
			{
				title: "An entry that names a file",
				files: {
					...files,
					"transfers/log.yaml": `${logOf(own).files["transfers/log.yaml"]}    file: stores.yaml\n`,
				},
				workspace,
				findings: ["transfers/log.yaml:8:11 There is no handoff in stores.yaml."],
			},
		],
	},
	*check({ transfers, reconciled }) {
		if (transfers.length === 0) return;
		for (const { place, from, to, status, file } of reconciled.entriesAlone)
			if (file) yield { messageId: "file", place: file.place, data: { file: file.value } };
			// What does not say who handed what to whom is the matter of another rule.
			else if (from && to && status)
				yield { messageId: "missing", place, data: { from: from.value, to: to.value, status: status.value } };
	},
});
