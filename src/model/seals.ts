import { z } from "zod";

const text = z.string().min(1);
const day = z.iso.date();
const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** What a reviewer saw when validating a handoff: digests of everything the verdict rests on. */
const sealBasis = z.strictObject({
	documents: z.record(text, digest).describe("SHA-256 of each of its documents, by path."),
	baseline: z
		.strictObject({ handoff: text, digest })
		.nullable()
		.describe("The baseline of its predecessor; null where it has none."),
	rules: digest.describe("Digest of the rules and the standard; `ruleSets` says what it is made of."),
});

/** One validation of one handoff by one reviewer. */
const seal = z.strictObject({ handoff: text, by: text, at: day }).extend(sealBasis.shape);

/** The seals file, as `handoffs validate` writes it: a validation is added, and none is ever taken away. */
export const sealsSchema = z.strictObject({
	version: z.literal(1),
	seals: z.array(seal),
	/** Of each rule set that a seal names: a short digest of each rule and standard, so that what changed can be named. */
	ruleSets: z.record(digest, z.record(text, z.string())),
});

/** What changed where it is not known which rules were in force before. */
export const unnamedRules = "the rules";

/** What a validation rested on that is not the same any more. */
const sealChange = z.strictObject({
	kind: z.enum(["document", "baseline", "rules"]),
	how: z.enum(["changed", "added", "removed"]),
	subject: text.describe("A document's path, the predecessor's id, a rule's id, or a standard's id."),
});

/** How the last validation of a handoff stands today. */
export const sealState = z.strictObject({
	handoff: text,
	by: text,
	at: day,
	state: z.enum(["validated", "changed", "gone"]).describe("gone: the archive holds no such handoff any more."),
	changes: z.array(sealChange).readonly(),
	/** How often it was validated before. */
	earlier: z.int().nonnegative(),
});

export type Seal = z.output<typeof seal>;
export type SealBasis = z.output<typeof sealBasis>;
export type SealsFile = z.output<typeof sealsSchema>;
export type SealChange = z.output<typeof sealChange>;
export type SealState = z.output<typeof sealState>;
export type RuleSet = SealsFile["ruleSets"][string];
