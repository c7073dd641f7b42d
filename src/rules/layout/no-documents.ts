import { either, term } from "#words/because.ts";
import { filePlace } from "../judging/places.ts";
import { archiveRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";

export default archiveRule({
	id: "layout/no-documents",
	binding: true,
	source: { standard: "BHS", section: "File Organization" },
	severity: "error",
	requires: "The archive holds handoff documents; where only transfers are named, it holds transfers.",
	why: "A gate that looked at the wrong folder would otherwise report that all is well.",
	remedy: "Give the folder that holds them; files are named like {examples}.",
	messages: {
		empty: "No {wanted} was found in the {searched}.",
		strangers: "None of the {count} Markdown files found is named like a document of a handoff.",
	},
	examples: {
		valid: [{ title: "One handoff", files: sampleArchive() }],
		invalid: [
			{ title: "An empty archive", files: {}, findings: [". No Markdown document was found in the archive."] },
			{
				title: "Only other documents",
				files: { "README.md": "# Harbour\n" },
				findings: [". None of the 1 Markdown files found is named like a document of a handoff."],
			},
		],
	},
	*check({ documents, standards, transfers }) {
		if (transfers) {
			if (transfers.transfers + transfers.logEntries === 0)
				yield {
					messageId: "empty",
					place: filePlace("."),
					data: {
						wanted: term("handoffAndLog"),
						searched: term("theTransfers"),
						examples: either(Object.values(transfers.fileNames ?? {})) || "*.yaml",
					},
				};
			return;
		}
		if (documents.some(({ kind }) => kind !== "other")) return;
		const examples = standards.flatMap((standard) => standard.documents.slice(0, 1).map(({ example }) => example));
		yield {
			messageId: documents.length === 0 ? "empty" : "strangers",
			place: filePlace("."),
			data: {
				count: documents.length,
				wanted: term("markdownDocument"),
				searched: term("theArchive"),
				examples: either(examples),
			},
		};
	},
});
