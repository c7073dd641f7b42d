import { identify } from "#extract/identify.ts";
import { nearest } from "#parse/nearest.ts";
import { nameOf } from "../archive-facts.ts";
import { filePlace } from "../places.ts";
import { documentRule } from "../rule.ts";
import { sampleArchive } from "../sample.ts";

export default documentRule({
	id: "layout/document-name",
	source: { standard: "BHS", section: "File Organization" },
	severity: "error",
	requires: "The Markdown files in a handoff's directory are its spec, its RESULTS and its prompt, named exactly.",
	why: "A reviewer opens a handoff's RESULTS by its name. A file of another name is read by nobody.",
	remedy: "Rename it to {names}; if it is none of these, move it out of the directory or give it another file type.",
	messages: {
		unknown: '"{name}" is no document of {handoff}; its documents are {names}.',
		near: '"{name}" is no document of {handoff}; did you mean "{wanted}"?',
		spelling: '"{name}" must be named "{wanted}".',
	},
	examples: {
		valid: [{ title: "Spec, RESULTS and prompt", files: sampleArchive() }],
		invalid: [
			{
				title: "A Markdown file of no role",
				files: { ...sampleArchive(), "H-1/thoughts.md": "# Thoughts\n" },
				findings: [
					'H-1/thoughts.md "thoughts.md" is no document of H-1; its documents are H-1_BUILDER_HANDOFF.md, H-1_RESULTS.md, H-1_AGENT_PROMPT.md.',
				],
			},
			{
				title: "A misspelt name",
				files: { "H-2/H-2_RESULT.md": "# Results: H-2\n" },
				findings: ['H-2/H-2_RESULT.md "H-2_RESULT.md" is no document of H-2; did you mean "H-2_RESULTS.md"?'],
			},
			{
				title: "Letter case and separators are off",
				files: { "H-2/h-2-results.md": "# Results: H-2\n" },
				findings: ['H-2/h-2-results.md "h-2-results.md" must be named "H-2_RESULTS.md".'],
			},
		],
	},
	*check({ record, standard }) {
		const { handoff, path, kind } = record;
		const { folder, fileId, expectedName } = identify(path, [standard]);
		const name = nameOf(path);
		if (handoff === null || folder === null || name === expectedName) return;
		// A file that names another handoff is layout/id-mismatch's to report.
		if (kind !== "other" && fileId !== null && fileId !== handoff) return;
		const names = standard.documents.flatMap((form) => form.name?.replaceAll("{id}", handoff) ?? []);
		const wanted = kind === "other" ? nearest(name, names) : expectedName;
		yield {
			messageId: kind !== "other" && wanted ? "spelling" : wanted ? "near" : "unknown",
			place: filePlace(path),
			data: { name, handoff, names: names.join(", "), ...(wanted ? { wanted } : {}) },
		};
	},
});
