import { identify } from "#extract/references/identify.ts";
import { term } from "#words/because.ts";
import { filePlace } from "../judging/places.ts";
import { archiveRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { folderOf, nameOf, resembles } from "../shared/archive-facts.ts";

export default archiveRule({
	id: "layout/flat-file",
	source: { standard: "BHS", section: "File Organization" },
	severity: "warning",
	requires: "The documents of a handoff lie in the handoff's own directory.",
	why: "In a flat folder spec, RESULTS and prompt of one handoff drift apart, and each is named in its own way.",
	remedy: "Move it to `{target}` (`handoffs migrate` does so).",
	messages: { flat: "The {document} document of {handoff} lies outside a directory of its own." },
	examples: {
		valid: [{ title: "A directory per handoff", files: sampleArchive() }],
		invalid: [
			{
				title: "A document of the flat layout",
				files: { "BUILDER_HANDOFF_2_tide_table.md": "# BUILDER_HANDOFF_2: Tide table\n" },
				findings: ["BUILDER_HANDOFF_2_tide_table.md The spec document of H-2 lies outside a directory of its own."],
			},
		],
	},
	*check({ documents, standards }) {
		const foldered = standards.find(({ layout }) => layout === "folder");
		if (!foldered) return;
		for (const { path, handoff, kind } of documents) {
			if (handoff === null || kind === "other" || identify(path, standards).folder !== null) continue;
			// A directory with an almost right name is layout/handoff-id's to report.
			if (resembles(nameOf(folderOf(path)), handoff)) continue;
			const name = foldered.documents.find((form) => form.kind === kind && form.name !== undefined)?.name;
			const target = `${handoff}/${(name ?? "{id}.md").replaceAll("{id}", handoff)}`;
			yield { messageId: "flat", place: filePlace(path), handoff, data: { handoff, target, document: term(kind) } };
		}
	},
});
