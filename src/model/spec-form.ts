import { z } from "zod";
import { pattern } from "./pattern.ts";

const words = z.array(z.string()).default([]);
const wordings = words.describe("Other wordings, compared without case and punctuation.");

/** A column of a table, or a labelled field, that the standard asks for. */
const named = z.strictObject({ key: z.string(), title: z.string(), aliases: wordings });

/** What the standard asks of the content of a spec's sections (BHS, Required Sections). */
export const specForm = z.strictObject({
	mission: z
		.strictObject({ paragraphs: z.int().positive(), severity: z.enum(["error", "warning", "info"]) })
		.optional()
		.describe("How many paragraphs the mission may take, and how much it matters."),
	constraints: z
		.array(
			z.strictObject({
				number: z.int().positive(),
				lead: z.string().describe("The rule's lead phrase."),
				aliases: wordings,
				asks: z.string().describe("The rule in one sentence, for the remedy."),
			}),
		)
		.default([])
		.describe("The non-negotiable rules that every spec repeats."),
	tiers: z.array(named).default([]).describe("The tiers a plane_id may name, each with its synonyms."),
	packageFields: z
		.array(named.extend({ required: z.boolean().default(true) }))
		.default([])
		.describe(
			"What the package plan states of each package. `id`, `tier`, `assets` and `dependencies` are known keys.",
		),
	noPackages: words.describe("Phrases by which a package plan says that there is no package."),
	unclassified: words.describe("Words that stand in place of a classification and are none."),
	assetColumns: words.describe("Titles of the column of asset paths."),
	classificationColumns: words.describe("Titles of the column of classifications."),
	packageColumns: words.describe("Titles of the column of package ids, in a table with a row for each package."),
	fileColumns: z.array(named).default([]).describe("The columns of the files summary: file, location, action."),
	actions: z
		.array(named.extend({ writes: z.boolean().describe("Whether the file is there afterwards, with new content.") }))
		.default([])
		.describe("Known actions of the files summary."),
	referenceColumns: z.array(named).default([]).describe("The columns of the existing code to reference."),
	testColumns: z.array(named).default([]).describe("The columns of a table of tests: name, validates, expected."),
	expectations: words.describe("Words in a test's entry that introduce the expected behaviour."),
	testMinimums: z
		.array(
			z.strictObject({
				size: z.string(),
				from: z.int().positive().describe("The smallest number of source files of this size."),
				tests: z.int().positive(),
			}),
		)
		.default([])
		.describe("The least number of tests by number of source files, smallest first."),
	sources: z
		.strictObject({
			classifications: words.describe("Classifications of assets that are source files."),
			others: words.describe("Classifications of assets that are none."),
			paths: z.array(pattern).default([]).describe("Paths of source files, where no classification decides."),
			notPaths: z.array(pattern).default([]).describe("Paths that are no source files: tests, manifests, documents."),
		})
		.prefault({})
		.describe("Which files count as source files."),
	filePaths: z.array(pattern).default([]).describe("How a file path in a text is recognised."),
	stepLeads: words.describe("Words before the number of a step: Step 1, Phase 2."),
	shellLanguages: words.describe("Languages of a code block that holds commands to paste; an unnamed block may too."),
	commandStarts: words.describe(
		"Words a command line starts with; they tell commands from output in an unnamed block.",
	),
	expectedOutput: words.describe("Words that introduce the expected output of a command."),
	principles: z.strictObject({ least: z.int().positive(), most: z.int().positive() }).optional(),
	stagingRoots: words.describe("The folders in which all work goes."),
	placeholders: z
		.strictObject({
			patterns: z
				.array(pattern)
				.default([])
				.describe("Template text in prose; the first group, if any, is what is shown."),
			allowed: words.describe("Texts that look like a placeholder and are none."),
			explained: words.describe("Words around a placeholder that show that it is spoken about."),
		})
		.prefault({}),
});

export type SpecForm = z.output<typeof specForm>;
export type NamedForm = SpecForm["tiers"][number];
