import { identify } from "#extract/references/identify.ts";
import { term } from "#words/because.ts";
import { filePlace } from "../judging/places.ts";
import { archiveRule } from "../judging/rule.ts";
import { sampleArchive, samplePaths } from "../samples/handoff.ts";
import { groupDocuments, relatedFiles } from "../shared/archive-facts.ts";

export default archiveRule({
	id: "layout/duplicate-id",
	binding: true,
	source: { standard: "BHS", section: "File Organization" },
	severity: "error",
	requires: "A handoff has one directory and at most one spec, one RESULTS and one prompt.",
	why: "With two RESULTS for one handoff nobody knows which one was reviewed. Names that differ only in letter case are one file on some machines.",
	remedy: "Keep the valid one, and give the other an id of its own or remove it.",
	messages: {
		document: "This is one of {count} {kind} documents of {handoff}.",
		directory: 'The directory "{directory}" is one of {count} that stand for {handoff}.',
	},
	statements: {
		other: "the other one",
		otherDirectory: "the other directory",
	},
	examples: {
		valid: [{ title: "One document of each kind", files: sampleArchive() }],
		invalid: [
			{
				title: "Two RESULTS whose names differ in letter case",
				files: { ...sampleArchive(), "H-1/h-1_results.md": "# Results: H-1\n" },
				findings: [`H-1/h-1_results.md This is one of 2 results documents of H-1.`],
			},
			{
				title: "A flat RESULTS beside the migrated one",
				files: { ...sampleArchive(), "RESULTS_HANDOFF_1.md": "# Results: HANDOFF-1\n" },
				findings: ["RESULTS_HANDOFF_1.md This is one of 2 results documents of H-1."],
			},
			{
				title: "Two directories for one handoff",
				files: { [samplePaths.spec]: "# H-1: Tide gauge\n", "h-1/H-1_RESULTS.md": "# Results: H-1\n" },
				findings: ['h-1/H-1_RESULTS.md The directory "h-1" is one of 2 that stand for H-1.'],
			},
		],
	},
	*check({ documents, standards }) {
		for (const [handoff, group] of groupDocuments(documents, (document) => document.handoff)) {
			let isDoubled = false;
			const roles = groupDocuments(group, ({ kind }) => (kind === "other" ? null : kind));
			for (const twins of roles.values()) {
				const paths = twins.map(({ path }) => path);
				for (const { path, kind } of twins.slice(1)) {
					isDoubled = true;
					yield {
						messageId: "document",
						place: filePlace(path),
						handoff,
						data: { kind: term(kind === "other" ? "otherDocument" : kind), handoff, count: twins.length },
						related: relatedFiles(paths, "other", path),
					};
				}
			}
			const directories = groupDocuments(group, ({ path }) => identify(path, standards).folder);
			const firsts = [...directories].map(([directory, [first]]) => ({ directory, path: first?.path ?? directory }));
			for (const { directory, path } of isDoubled ? [] : firsts.slice(1))
				yield {
					messageId: "directory",
					place: filePlace(path),
					handoff,
					data: { directory, handoff, count: directories.size },
					related: relatedFiles(
						firsts.map((first) => first.path),
						"otherDirectory",
						path,
					),
				};
		}
	},
});
