import { type Identity, identify } from "#extract/references/identify.ts";
import { idForms, meaningOf, readId } from "#model/ids.ts";
import type { Standard } from "#model/standard.ts";
import { type Term, term } from "#words/because.ts";
import { filePlace } from "../judging/places.ts";
import { archiveRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { folderOf, groupDocuments, nameOf, resembles } from "../shared/archive-facts.ts";

type Fault = "variant" | "unknown" | "near";

export default archiveRule({
	id: "layout/handoff-id",
	source: { standard: "BHS", section: "File Organization" },
	severity: "error",
	requires: "The directory of a handoff is named exactly like an id of the standard.",
	why: "Links, scripts and people find a handoff by its directory. Two spellings of one id are two places to look.",
	remedy: "Rename the directory `{name}` to `{wanted}`, and its documents with it.",
	messages: {
		variant: 'The directory "{name}" means {handoff}, but the id is written "{wanted}".',
		near: 'The directory "{name}" is no handoff id, and its documents are of {handoff}; did you mean "{wanted}"?',
		unknown: 'The directory "{name}" is no handoff id; the standard knows {forms}.',
	},
	examples: {
		valid: [
			{ title: "A component", files: sampleArchive() },
			{ title: "A follow-up, deeper in the archive", files: { "done/H-1A/H-1A_RESULTS.md": "# Results: H-1A\n" } },
		],
		invalid: [
			{
				title: "Letter case and separator are off",
				files: { "h_2/H-2_BUILDER_HANDOFF.md": "# H-2: Tide table\n" },
				findings: ['h_2/H-2_BUILDER_HANDOFF.md The directory "h_2" means H-2, but the id is written "H-2".'],
			},
			{
				title: "A directory that is almost the id of its documents",
				files: { "H2/H-2_BUILDER_HANDOFF.md": "# H-2: Tide table\n" },
				findings: [
					'H2/H-2_BUILDER_HANDOFF.md The directory "H2" is no handoff id, and its documents are of H-2; did you mean "H-2"?',
				],
			},
			{
				title: "An id of no form that the standard knows",
				files: { "H-2B-1/H-2B-1_RESULTS.md": "# Results: H-2B-1\n" },
				findings: [
					'H-2B-1/H-2B-1_RESULTS.md The directory "H-2B-1" is no handoff id; the standard knows H-<number><letter>, H-<number>, CLEANUP-<number>.',
				],
			},
		],
	},
	*check({ documents, standards }) {
		const identities = new Map(documents.map(({ path }) => [path, identify(path, standards)]));
		const directories = groupDocuments(documents, ({ path }) => directoryOf(path, identities.get(path)));
		for (const [directory, members] of directories) {
			for (const { path } of members) {
				const identity = identities.get(path);
				const standard = standards.find(({ id }) => id === identity?.standard);
				if (!identity || identity.handoff === null || !standard) continue;
				const fault = faultOf(nameOf(directory), identity, standard);
				if (fault)
					yield {
						messageId: fault,
						place: filePlace(path),
						handoff: identity.handoff,
						data: {
							name: nameOf(directory),
							handoff: identity.handoff,
							wanted: fault === "unknown" ? closestForm(identity.handoff, standard) : identity.handoff,
							forms: idForms(standard),
						},
					};
				break;
			}
		}
	},
});

/** The directory that a document's handoff has, or should have: its handoff folder, else its own where the name claims an id. */
function directoryOf(path: string, identity: Identity | undefined): string | null {
	if (!identity || identity.handoff === null) return null;
	return identity.folder ?? (identity.expectedName !== null && path.includes("/") ? folderOf(path) : null);
}

function faultOf(name: string, { handoff, folder }: Identity, standard: Standard): Fault | null {
	if (handoff === null) return null;
	const meaning = meaningOf(handoff, [standard]);
	if (folder !== null && name !== handoff) return "variant";
	if (folder !== null) return meaning.conforming ? null : "unknown";
	if (meaning.form === null) return "unknown";
	return resembles(name, handoff) ? "near" : null;
}

/** The id that a nonconforming one comes nearest to: its parent where it has one, else the first form of the standard. */
function closestForm(id: string, standard: Standard): Term {
	const { parent } = meaningOf(id, [standard]);
	const known = parent === null ? null : readId(parent, [standard]);
	return known?.conforming ? term("orWithLetter", { id: known.id }) : term("oneOfForms", { forms: idForms(standard) });
}
