import { distance } from "fastest-levenshtein";
import { type Identity, identify } from "#extract/references/identify.ts";
import type { DocumentRecord } from "#model/documents.ts";
import type { Standard } from "#model/standard.ts";
import { nearest } from "#parse/nearest.ts";
import { either, term } from "#words/because.ts";
import { filePlace } from "../judging/places.ts";
import { archiveRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { nameOf } from "../shared/archive-facts.ts";

export default archiveRule({
	id: "layout/document-name",
	source: { standard: "BHS", section: "File Organization" },
	severity: "error",
	requires: "The Markdown files in a handoff's directory are its spec, its RESULTS and its prompt, named exactly.",
	why: "A reviewer opens a handoff's RESULTS by its name. A file of another name is read by nobody.",
	remedy: "Rename it to {choice}; if it is no document of a handoff, move it elsewhere or give it another file type.",
	messages: {
		unknown: '"{name}" is no document of {handoff}; its documents are {names}.',
		near: '"{name}" is no document of {handoff}; did you mean "{wanted}"?',
		like: '"{name}" is almost named like a document of a handoff; did you mean a name like "{wanted}"?',
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
				title: "A misspelt name of the flat layout",
				files: { "BUILDER_HANDOF_2_tide_table.md": "# Handoff #2: Tide table\n" },
				findings: [
					'BUILDER_HANDOF_2_tide_table.md "BUILDER_HANDOF_2_tide_table.md" is almost named like a document of a handoff; did you mean a name like "BUILDER_HANDOFF_14_executor.md"?',
				],
			},
			{
				title: "Letter case and separators are off",
				files: { "H-2/h-2-results.md": "# Results: H-2\n" },
				findings: ['H-2/h-2-results.md "h-2-results.md" must be named "H-2_RESULTS.md".'],
			},
		],
	},
	*check({ documents, standards }) {
		for (const record of documents) {
			const { path, handoff } = record;
			const identity = identify(path, standards);
			const name = nameOf(path);
			const standard = standards.find(({ id }) => id === identity.standard);
			if (handoff !== null && standard && identity.folder !== null) {
				const fault = faultInFolder(name, handoff, record, identity, standard);
				if (fault) yield { ...fault, place: filePlace(path), handoff };
			} else if (identity.family === null || identity.family === "other") {
				const wanted = almostLike(name, identity.family === null, standards);
				if (wanted !== null)
					yield {
						messageId: "like",
						severity: "warning",
						place: filePlace(path),
						handoff,
						data: { name, wanted, names: `"${wanted}"`, choice: term("nameLike", { name: wanted }) },
					};
			}
		}
	},
});

function faultInFolder(
	name: string,
	handoff: string,
	{ kind }: DocumentRecord,
	{ fileId, expectedName }: Identity,
	standard: Standard,
) {
	if (name === expectedName) return null;
	// A file that names another handoff is layout/id-mismatch's to report.
	if (kind !== "other" && fileId !== null && fileId !== handoff) return null;
	const names = standard.documents.flatMap((form) => form.name?.replaceAll("{id}", handoff) ?? []);
	const wanted = kind === "other" ? nearest(name, names) : expectedName;
	const data = { name, handoff, names: names.join(", "), choice: either(names) };
	if (wanted === null) return { messageId: "unknown", data } as const;
	if (kind === "other") return { messageId: "near", data: { ...data, wanted, choice: wanted } } as const;
	// What kind of document it is, is known: only one name is right.
	return { messageId: "spelling", data: { ...data, wanted, choice: wanted } } as const;
}

/** What stands before the first digit of a name says what it is; shorter than this it says too little. */
const tellingLength = 9;

/**
 * The example of a document name that a name misses by one or two letters before its number, or null; for a name that no
 * form recognised, also one that differs in letter case and separators only.
 */
function almostLike(name: string, isUnknown: boolean, standards: readonly Standard[]): string | null {
	const words = wordsBeforeNumber(name);
	if (words === null) return null;
	for (const { documents } of standards)
		for (const { example } of documents) {
			const wanted = wordsBeforeNumber(example);
			const missed = wanted === null ? Number.POSITIVE_INFINITY : distance(words, wanted);
			if (missed <= 2 && (missed > 0 || isUnknown)) return example;
		}
	return null;
}

function wordsBeforeNumber(name: string): string | null {
	const words = (/^\D+(?=\d)/u.exec(name)?.[0] ?? "").toLowerCase().replace(/[-_ .#]+/gu, "_");
	return words.length < tellingLength ? null : words;
}
