import { z } from "zod";
import { families } from "../archive.ts";
import { baselineSchema, reportedSchema } from "../baselines-schema.ts";
import { decisionSchema } from "../decisions.ts";
import { documentKinds, fileActions, hashForms, hashRoles, relationTypes } from "../documents.ts";
import { severities } from "../findings.ts";
import { phrases, terms } from "../phrase.ts";
import { provenanceSchema } from "../provenance.ts";
import { sealState } from "../seals.ts";
import { transfersExportSchema } from "../transfer-archive.ts";
import { verdictWords } from "../verdicts.ts";
/** Grows when a reader of the version before would misread the export; new keys alone do not change it. */
import { facts, figures, line, list, place, problem, range, text } from "./facts.ts";
import { packageRecord } from "./packages.ts";
import { plan } from "./plan.ts";

export const exportFormatVersion = 1;

const mention = z.strictObject({
	text: text.describe("As written."),
	id: text.describe("The canonical id it means."),
	line,
});

const heading = z.strictObject({
	title: text,
	slug: text.describe("Anchor that links in Markdown use."),
	anchor: text.describe("Anchor on the page, after the key of the document's part."),
	depth: z.literal([1, 2, 3, 4, 5, 6]),
	line,
	endLine: line.describe("Last line before the next heading of the same or a higher level."),
	keys: list(text).describe("Keys of the standard's sections that the heading opens."),
});

const files = list(
	z.strictObject({
		path: text.describe("As written."),
		action: z.enum(fileActions),
		line,
		hashes: list(
			z.strictObject({
				role: z.enum(hashRoles).describe("Which state of the file it stands for."),
				form: z.enum(hashForms),
				value: text,
				line,
				column: z.int().positive(),
			}),
		),
	}),
)
	.exactOptional()
	.describe("The files that RESULTS says were created, modified, deleted or packed.");

const secret = z.strictObject({ service: text, range });

const wave = z.strictObject({
	name: text,
	line,
	integration: z
		.strictObject({ entrypoint: line.nullable(), lifecycle: line.nullable(), smokeTest: line.nullable() })
		.nullable()
		.describe("Of an integration handoff: the first lines that speak of each thing it must do."),
});

const document = z.strictObject({
	path: text.describe(
		"Relative to the archive folder, with forward slashes; with several archive folders, the folder's name first.",
	),
	kind: z.enum(documentKinds),
	handoff: text.nullable().describe("Canonical id of its handoff."),
	standard: text.nullable().describe("Id of the standard that recognised its name."),
	title: text.nullable(),
	titleLine: line.nullable(),
	selfIds: list(mention).describe("Ids under which the document names itself."),
	bytes: z.int().nonnegative(),
	lines: z.int().nonnegative(),
	sha256: text.regex(/^[0-9a-f]{64}$/),
	sections: list(z.strictObject({ key: text, line })).describe("The standard's sections found, in document order."),
	outline: list(heading),
	facts,
	plan,
	files,
	issueFiles: list(z.strictObject({ path: text, line }))
		.exactOptional()
		.describe("The files that RESULTS speaks of under Issues Encountered, with the first line of each."),
	reported: reportedSchema.exactOptional(),
	testNames: list(z.strictObject({ name: text, line }))
		.exactOptional()
		.describe("The test methods that RESULTS names, with the first line of each."),
	mentions: list(mention),
	packageMentions: list(mention),
	relations: list(
		z.strictObject({
			type: z.enum(relationTypes),
			target: text,
			state: z.enum(["stated", "derived"]),
			line: line.nullable(),
		}),
	),
	secrets: list(secret).exactOptional().describe("Where it holds credentials; they are blotted out everywhere else."),
	wave: wave.exactOptional().describe("The wave of a multi-package build that it states."),
	links: list(z.strictObject({ url: text, range }))
		.exactOptional()
		.describe("Links that stay inside the archive."),
	problems: list(problem),
});

const handoff = z.strictObject({
	id: text,
	aliases: list(text),
	family: z.enum(families),
	parent: text.nullable(),
	title: text,
	standard: text,
	documents: list(z.strictObject({ kind: z.enum(documentKinds), path: text })),
	status: text.nullable().describe("As stated in RESULTS; OPEN where there is none; null where it cannot be read."),
	packages: list(text),
	order: z.int().positive().describe("Position in the build order."),
	orderBasis: z.enum(["stated", "inferred"]),
	date: text.nullable(),
});

const relation = z.strictObject({
	from: text,
	to: text,
	type: z.enum(relationTypes),
	state: z.enum(["stated", "derived"]),
	source: z.strictObject({ path: text, line }).nullable(),
});

const waveMember = z.strictObject({
	handoff: text,
	basis: z.enum(["stated", "configured"]),
	place: z.strictObject({ path: text, line }).nullable().describe("Null where the settings say so."),
});
const buildWave = z.strictObject({
	name: text,
	members: list(waveMember).describe("In build order."),
	integration: waveMember.nullable().describe("The handoff that closes the wave."),
});

const finding = z.strictObject({
	rule: text,
	messageId: text,
	severity: z.enum(severities),
	place,
	handoff: text.nullable(),
	transfer: text.exactOptional().describe("Id of the mode-to-mode handoff it speaks of."),
	message: text,
	remedy: text,
	data: figures,
	terms: terms
		.exactOptional()
		.describe("What those of the data are made of that are words of the product; absent where none is."),
	related: list(z.strictObject({ place, message: text, said: phrases })),
	decides: z.enum(["fail", "needs-human", "could-not-evaluate"]).describe("What it means for the handoff."),
	excerpt: text.exactOptional().describe("The line as it stands in the file, long lines cut."),
	fingerprint: text.describe("The same across runs while rule, file and words are, wherever the line moves."),
	excused: z
		.discriminatedUnion("by", [
			z.strictObject({ by: z.literal("waiver"), owner: text, reason: text, expires: text }),
			z.strictObject({ by: z.literal("debt") }),
		])
		.exactOptional()
		.describe("Why the gate lets it be; absent where nothing excuses it."),
});

const verdict = z.strictObject({
	rule: text,
	handoff: text,
	verdict: z.enum(verdictWords),
	severity: z.enum(severities).exactOptional(),
	reason: text,
	said: phrases.exactOptional().describe("What the reason is made of; absent where it is what the rule requires."),
	evidence: list(z.strictObject({ place, quote: text.exactOptional() })),
});

const rule = z.strictObject({
	id: text,
	scope: z.enum(["document", "archive", "transfer", "history"]),
	kinds: list(z.enum(documentKinds)).exactOptional().describe("The kinds of document it judges; all where absent."),
	binding: z.literal(true).exactOptional().describe("Neither a waiver nor debt excuses what it finds."),
	source: z.strictObject({ standard: text, section: text }),
	severity: z.enum(severities).describe("The rule's own severity; the settings may say otherwise."),
	requires: text,
	why: text,
	remedy: text,
});

/** The export: everything the archive knows, as one JSON document. */
export const exportSchema = z
	.strictObject({
		formatVersion: z.literal(exportFormatVersion),
		title: text,
		summary: z.strictObject({
			documents: z.int().nonnegative(),
			handoffs: z.int().nonnegative(),
			transfers: z.int().nonnegative().exactOptional().describe("Handoffs between modes."),
			logEntries: z.int().nonnegative().exactOptional().describe("Entries of their log."),
			errors: z.int().nonnegative(),
			warnings: z.int().nonnegative(),
			infos: z.int().nonnegative(),
			waived: z.int().nonnegative(),
			debt: z.int().nonnegative(),
		}),
		documents: list(document),
		handoffs: list(handoff),
		relations: list(relation),
		packages: list(packageRecord)
			.exactOptional()
			.describe("Packages by id, with the handoffs that touch them; only where asked for."),
		waves: list(buildWave).describe("Waves of multi-package builds, in the order in which they end."),
		baselines: list(baselineSchema).describe("One per handoff, in build order."),
		files: provenanceSchema.shape.files
			.exactOptional()
			.describe("Files and archives that handoffs claim, with every hash in build order."),
		seals: list(sealState).exactOptional().describe("How the last validation of each validated handoff stands."),
		manifests: provenanceSchema.shape.manifests
			.exactOptional()
			.describe("Package manifests of the workspace; only where one is there."),
		decisions: list(decisionSchema)
			.exactOptional()
			.describe("Every decision that the documents state, in its own words, in build order."),
		findings: list(finding),
		transfers: transfersExportSchema
			.extend({ verdicts: list(verdict), rules: list(rule) })
			.exactOptional()
			.describe("Mode-to-mode handoffs, their log, and what follows from both."),
		rules: list(rule),
		verdicts: list(verdict).describe("One per handoff and rule."),
		today: list(verdict)
			.exactOptional()
			.describe("What the first standard would decide about handoffs that another one judges; only where asked for."),
	})
	.meta({
		title: "Handoff archive",
		description: "What was read out of an archive of handoff documents, and what was decided about it.",
	});

/** The export as a type; a test holds it equal to what `exportArchive` returns. */
export type ExportedArchive = z.output<typeof exportSchema>;
