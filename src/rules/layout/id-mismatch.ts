import { identify } from "#extract/references/identify.ts";
import type { Standard } from "#model/standard.ts";
import { filePlace, linePlace } from "../judging/places.ts";
import { documentRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { nameOf } from "../shared/archive-facts.ts";

export default documentRule({
	id: "layout/id-mismatch",
	kinds: ["spec", "results", "prompt"],
	source: { standard: "BHS", section: "File Organization" },
	severity: "error",
	requires: "A document's file name, title and headings name the handoff that its place gives it.",
	why: "A copied document that still carries its source's id is taken for work that was never done.",
	remedy: "Correct the id to {handoff}, or move the document to the handoff that it names.",
	messages: {
		file: 'The file name "{name}" says {other}, but it lies in the directory of {handoff}.',
		words: 'The document is of {handoff}, but calls itself "{words}" ({other}) here.',
	},
	examples: {
		valid: [{ title: "Title and place agree", files: sampleArchive() }],
		invalid: [
			{
				title: "A title copied from another handoff",
				files: sampleArchive({ spec: [["# H-1: Tide gauge reader", "# H-2: Tide gauge reader"]] }),
				findings: ['H-1/H-1_BUILDER_HANDOFF.md:1:3 The document is of H-1, but calls itself "H-2" (H-2) here.'],
			},
			{
				title: "A file of another handoff in the directory",
				files: { "H-2/H-3_RESULTS.md": "# Results\n" },
				findings: ['H-2/H-3_RESULTS.md The file name "H-3_RESULTS.md" says H-3, but it lies in the directory of H-2.'],
			},
		],
	},
	*check({ record, parsed, standard }) {
		const { handoff, path, selfIds } = record;
		if (handoff === null) return;
		const fileId = isNamedAfter(handoff, nameOf(path), standard) ? handoff : identify(path, [standard]).fileId;
		if (fileId !== null && fileId !== handoff)
			yield { messageId: "file", place: filePlace(path), data: { name: nameOf(path), other: fileId, handoff } };
		for (const mentions of Map.groupBy(selfIds, ({ line }) => line).values()) {
			const [first] = mentions;
			if (!first || mentions.some(({ id }) => id === handoff)) continue;
			yield {
				messageId: "words",
				place: linePlace(parsed, first.line, first.text),
				data: { handoff, words: first.text, other: first.id },
			};
		}
	},
});

/** Whether a file has the very name that the standard fixes for a document of the handoff: so most have. */
function isNamedAfter(handoff: string, name: string, { documents }: Standard): boolean {
	return documents.some((form) => form.name?.replace("{id}", handoff) === name);
}
