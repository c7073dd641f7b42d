import { z } from "zod";
import { handoffNames } from "./handoff-range.ts";
import { manifestForm } from "./manifest-form.ts";
import { pattern } from "./pattern.ts";
import { specForm } from "./spec-form.ts";

/** How one kind of handoff id is written, recognised and called in prose. */
const idForm = z.strictObject({
	family: z
		.enum(["component", "follow-up", "cleanup", "other"])
		.describe("The family a handoff with such an id belongs to."),
	canonical: z.string().describe("The canonical id, made from the named groups: `H-{number}{letter}`."),
	parent: z
		.string()
		.optional()
		.describe("The id of the handoff this one follows up, from the same groups: `H-{number}`."),
	aliases: z.array(z.string()).default([]).describe("Other written forms of the id, from the same groups."),
	directory: pattern
		.optional()
		.describe(
			"The id as the standard writes it, as a regular expression with named groups; also the directory's name (folder layout).",
		),
	variants: z
		.array(pattern)
		.default([])
		.describe(
			"Other spellings of file and directory names that mean this id, compared without letter case, with the same groups.",
		),
	conforming: z
		.boolean()
		.default(true)
		.describe("Whether the standard allows such an id; others are understood, and reported."),
	prose: z.array(pattern).default([]).describe("How text calls it: regular expressions with the same named groups."),
});

/** A file name that says which document of which handoff a file is. */
const documentForm = z
	.strictObject({
		kind: z.enum(["spec", "results", "prompt"]),
		name: z.string().optional().describe("The exact file name, made from the handoff's id: `{id}_RESULTS.md`."),
		pattern: pattern.optional().describe("The file name without `.md`, as a regular expression with named groups."),
		canonical: z
			.string()
			.optional()
			.describe(
				"The canonical id made from the pattern's groups: `H-{number}{letter}`; `{.minor}` puts its sign only before a group that is there.",
			),
		example: z.string().describe("A file name of this form, for messages."),
	})
	.superRefine(({ name, pattern: source, canonical }, context) => {
		const fault = (key: string, message: string) => context.addIssue({ code: "custom", path: [key], message });
		if ((name === undefined) === (source === undefined)) fault("name", "give either a name with {id} or a pattern");
		if (name !== undefined && name.split("{id}").length !== 2) fault("name", "must hold {id} once");
		if (source !== undefined && canonical === undefined) fault("canonical", "is needed beside a pattern");
	});

/** One section of a document kind: its key, the standard's own title, other wordings, and what it asks. */
const sectionForm = z.strictObject({
	key: z.string().regex(/^[a-z][A-Za-z]*$/),
	number: z.int().positive().optional().describe("The section's number in the standard, where it numbers them."),
	title: z.string(),
	aliases: z
		.array(z.string())
		.default([])
		.describe("Other wordings that mean this section, compared without case, numbers and punctuation."),
	patterns: z
		.array(pattern)
		.default([])
		.describe("Regular expressions for wordings that no fixed alias covers; tested on the normalised title."),
	innermost: z
		.boolean()
		.default(false)
		.describe('Whether a heading for it below a looser one is the section: "Modified" below "Changes".'),
	required: z.enum(["error", "warning", "no"]).default("no").describe("Severity of its absence."),
	requires: z.string().describe("What the standard asks of it, as one sentence."),
});

/** What the prompts of a standard must hold: the contract that they are generated from. */
const promptContract = z.strictObject({
	title: z.string(),
	version: z
		.string()
		.optional()
		.describe("The version that a prompt must record; without it, the contract asks for none."),
	verification: z.int().nonnegative().describe("How many verification questions a prompt asks."),
	adversarial: z.int().nonnegative().describe("How many adversarial questions follow them."),
	sets: z
		.record(z.string(), z.array(z.string()))
		.default({})
		.describe("The sets of adversarial questions, by name; of a prompt, one set stands before the last question."),
	last: z.string().optional().describe("The adversarial question that ends each set."),
	gate: z
		.strictObject({
			stop: z.array(z.string()).min(1).describe("Phrases that tell the agent to stop after answering."),
			wait: z.array(z.string()).min(1).describe("Phrases that tell it to wait for approval."),
		})
		.describe("How a prompt says that the questions are a gate."),
	mandatoryRules: z
		.array(
			z.strictObject({
				lead: z.string().describe("The words that the rule starts with in the contract."),
				aliases: z.array(z.string()).default([]).describe("Other phrases that only this rule holds."),
			}),
		)
		.default([])
		.describe("The rules that every prompt repeats."),
	placeholders: z.array(pattern).default([]).describe("Variables of the template that must be filled."),
});

/** A box that a reviewer ticks before a handoff counts as validated, and the rules that decide it. */
const checklistBox = z.strictObject({
	number: z.int().positive(),
	title: z.string().describe("What the reviewer verifies, as the standard words it."),
	rules: z.array(z.string()).min(1).describe("Ids of the rules whose gravest verdict decides the box."),
	from: z
		.enum(["error", "warning", "info"])
		.default("info")
		.describe("The least severity of a finding that keeps the box from being ticked."),
	document: z
		.enum(["spec", "results", "prompt"])
		.optional()
		.describe("Only what these rules find in this document counts; in all documents where it is not named."),
	absent: z
		.enum(["fail", "needs-human"])
		.default("fail")
		.describe("What it means that none of the rules had anything to judge."),
});

/** A standard: what the documents of a handoff are called, what they hold, and which values are valid. */
export const standardSchema = z.strictObject({
	id: z.string(),
	title: z.string(),
	version: z.string(),
	abbreviation: z.string(),
	layout: z.enum(["folder", "flat"]),
	summary: z.string(),
	ids: z.array(idForm),
	documents: z.array(documentForm),
	sections: z.strictObject({
		spec: z.array(sectionForm),
		results: z.array(sectionForm),
		prompt: z.array(sectionForm).default([]),
	}),
	spec: specForm.prefault({}).describe("What the standard asks of the content of a spec's sections."),
	shellTar: z
		.enum(["forbidden", "allowed"])
		.default("forbidden")
		.describe("Whether an archive may be made with shell tar."),
	forbiddingWords: z.array(z.string()).default([]).describe("Words behind a command by which a sentence forbids it."),
	statuses: z.array(z.string()).describe("Valid words of a RESULTS status."),
	packageId: pattern.describe("How a package id is written."),
	manifest: manifestForm
		.optional()
		.describe("What package manifests must hold; without it, the standard asks nothing of them."),
	/** Vocabulary that the extractors read with: label wordings per fact key. */
	fields: z
		.record(z.string(), z.array(z.string()))
		.default({})
		.describe("Label wordings per fact key, compared without case and punctuation."),
	falseFriends: z.array(pattern).default([]).describe("Words that look like a handoff id and are none (tiers, gates)."),
	vocabulary: z
		.record(z.string(), z.array(z.string()))
		.default({})
		.describe("Other word lists the extractors read with, by name."),
	promptContract: promptContract
		.optional()
		.describe("What prompts must hold; without it, the standard asks nothing of them."),
	checklist: z
		.array(checklistBox)
		.default([])
		.describe("What a reviewer must verify before a handoff is validated (BHS, Reviewer Checklist)."),
	reviewerReads: z
		.array(z.string())
		.default([])
		.describe("Keys of the sections that are written for the reviewer, who has to read them."),
	thresholds: z.record(z.string(), z.number()).default({}),
});

/** Which standard judges which handoffs. */
export const standardInForceSchema = z.strictObject({
	standard: z.string().describe("The id of the standard."),
	handoffs: handoffNames,
});

export type StandardInForce = z.output<typeof standardInForceSchema>;
export type Standard = z.output<typeof standardSchema>;
export type PromptContract = z.output<typeof promptContract>;
export type ChecklistBox = z.output<typeof checklistBox>;
export type SectionForm = Standard["sections"]["spec"][number];
export type IdForm = Standard["ids"][number];
export type DocumentForm = Standard["documents"][number];
