import { z } from "zod";

/** What a decision is in its document: where it stands tells how firm it is. */
export const decisionKinds = ["decision", "note", "deviation", "principle", "constraint", "transfer"] as const;
export type DecisionKind = (typeof decisionKinds)[number];

const text = z.string();
const line = z.int().positive();

const words = {
	kind: z.enum(decisionKinds),
	/** Its number in a numbered list; null elsewhere. */
	number: z.int().nonnegative().nullable(),
	words: text.describe("As the document writes it, without Markdown marks."),
	line,
	endLine: line.describe("Last line of it."),
};

/** A decision as one document states it. */
const statedDecision = z.strictObject({
	...words,
	says: z
		.array(
			z.strictObject({
				effect: z.enum(["supersedes", "superseded-by", "contradicts"]),
				target: text.describe("Canonical id of the handoff that it says so of."),
				number: z.int().nonnegative().nullable().describe("The number of the decision meant, where it names one."),
				line,
			}),
		)
		.readonly()
		.describe("What it says of decisions of other handoffs."),
});
export type StatedDecision = z.output<typeof statedDecision>;

/** What a later document does to a decision, or an earlier one suffers from it. */
const decisionLink = z.strictObject({
	effect: z.enum(["supersedes", "superseded-by", "contradicts", "contradicted-by"]),
	handoff: text,
	decision: text.nullable().describe("Id of the decision; null where only the handoff is named."),
	place: z.strictObject({ path: text, line }).describe("The line that says so."),
	scope: z.enum(["decision", "handoff"]).describe("Whether it is said of the decision, or of its handoff as a whole."),
});
export type DecisionLink = z.output<typeof decisionLink>;

/** A decision that the archive holds, in its own words. */
export const decisionSchema = z.strictObject({
	id: text.describe(
		"Unique in the archive: the document's path and the line, and which of that line it is where there are several.",
	),
	...words,
	path: text,
	handoff: text.nullable(),
	date: text.nullable().describe("The handoff's date."),
	packages: z.array(text).readonly(),
	packagesFrom: z
		.enum(["words", "handoff"])
		.describe("Whether its own words name the packages, or its handoff plans them."),
	links: z.array(decisionLink).readonly(),
});
export type Decision = z.output<typeof decisionSchema>;
