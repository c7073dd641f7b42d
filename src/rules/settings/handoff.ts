import { covers, isBeyond } from "#model/handoff-range.ts";
import type { SettingsName } from "#model/settings-names.ts";
import { type ArchiveSubject, archiveRule } from "../judging/rule.ts";
import { settingsFile } from "../samples/exceptions.ts";
import { unreadHandoffs } from "../shared/archive-facts.ts";
import { namesSeveral, nearestHandoff, sameHandoff } from "../shared/named-handoffs.ts";

export default archiveRule({
	id: "settings/handoff",
	binding: true,
	judges: "settings",
	source: { standard: "PUB", section: "Settings" },
	severity: "error",
	requires: "The settings name handoffs of the archive.",
	why: "A setting for a handoff that does not exist changes nothing, and the one that was meant is judged as if nothing had been set.",
	remedy: "Write it as the handoff is called in the archive, or take it out of {setting}.",
	messages: {
		unknown: 'The setting {setting} names "{handoffs}", which is no handoff of the archive.',
		near: 'The setting {setting} names "{handoffs}", which is no handoff of the archive; did you mean "{near}"?',
		several: 'The setting {setting} names "{handoffs}"; write several as a list, [H-1, H-4], and a range as H-1..H-4.',
		nobody: "The setting {setting} names the range {handoffs}, which holds no handoff of the archive.",
		planned: "The setting {setting} names {handoffs}, which is not in the archive yet.",
	},
	examples: {
		valid: [
			{ title: "Settings for one handoff", files: settingsFile("predecessors:", "  H-1: null") },
			{
				title: "A range that ends behind the last handoff",
				files: settingsFile("rulesFor:", "  - handoffs: H-1..H-9", "    rules: { spec/section-missing: info }"),
			},
		],
		invalid: [
			{
				title: "A handoff of another archive",
				files: settingsFile("rulesFor:", "  - handoffs: [INTEGRATION-9]", "    rules: { spec/section-missing: off }"),
				findings: [
					'handoffs.config.yaml:2:16 The setting rulesFor names "INTEGRATION-9", which is no handoff of the archive.',
				],
			},
			{
				title: "A range that is written with a dash",
				files: settingsFile("rulesFor:", "  - handoffs: H-1 - H-9", "    rules: { spec/section-missing: off }"),
				findings: [
					'handoffs.config.yaml:2:15 The setting rulesFor names "H-1 - H-9"; write several as a list, [H-1, H-4], and a range as H-1..H-4.',
				],
			},
			{
				title: "An id in another spelling",
				files: settingsFile("predecessors:", "  HANDOFF-1: null"),
				findings: [
					'handoffs.config.yaml:2:3 The setting predecessors names "HANDOFF-1", which is no handoff of the archive; did you mean "H-1"?',
				],
			},
			{
				title: "A range without handoffs, and a wave that is planned",
				files: settingsFile(
					"inForce:",
					"  - standard: builder-handoff-standard-flat",
					"    handoffs: CLEANUP-1..CLEANUP-3",
					"waves:",
					"  - name: W1",
					"    handoffs: [H-1, H-2]",
				),
				findings: [
					"handoffs.config.yaml:3:15 The setting inForce names the range CLEANUP-1..CLEANUP-3, which holds no handoff of the archive.",
					"handoffs.config.yaml:6:21 The setting waves names H-2, which is not in the archive yet.",
				],
			},
		],
	},
	*check(subject) {
		const { handoffs, settings = [] } = subject;
		const ids = [...handoffs, ...unreadHandoffs(subject)].map(({ id }) => id);
		for (const name of settings) {
			if (ids.some((id) => covers(name.text, id))) continue;
			const data = { setting: name.setting, handoffs: name.text };
			yield { place: name.place, ...faultOf(name, ids, handoffs, data) };
		}
	},
});

type Data = Readonly<Record<"setting" | "handoffs", string>>;

/** A handoff behind the last one may be to come, and a wave is a plan: both are only noted. */
function faultOf(
	{ setting, text }: SettingsName,
	ids: readonly string[],
	handoffs: ArchiveSubject["handoffs"],
	data: Data,
) {
	const isRange = text.includes("..");
	if (!isRange && namesSeveral(text)) return { messageId: "several", data } as const;
	const same = isRange ? null : sameHandoff(text, handoffs);
	if (same !== null) return { messageId: "near", data: { ...data, near: same } } as const;
	if (setting === "waves" || isBeyond(text, ids)) return { messageId: "planned", severity: "info", data } as const;
	if (isRange) return { messageId: "nobody", severity: "warning", data } as const;
	const near = nearestHandoff(text, handoffs);
	if (near === null) return { messageId: "unknown", data } as const;
	return { messageId: "near", data: { ...data, near } } as const;
}
