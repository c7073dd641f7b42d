import { z } from "zod";

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "is not a date of the form 2026-12-31");

/** One exception from a rule: who grants it, for which handoffs, why, and until when. */
export const waiverSchema = z.strictObject({
	rule: z.string().describe("The rule's id, e.g. `results/hash-format`."),
	handoffs: z
		.union([z.string(), z.array(z.string())])
		.describe("A handoff's id, a range `H-13..H-17` (follow-ups in between included), or a list of both."),
	owner: z.string().min(1).describe("Who answers for the exception."),
	reason: z.string().min(1).describe("Why it is granted."),
	expires: isoDate.describe("The last day on which it holds."),
});

export const waiversFileSchema = z.strictObject({ waivers: z.array(waiverSchema) });

/** A waiver with the place where it stands, so that findings about it point there. */
export interface Waiver extends z.output<typeof waiverSchema> {
	readonly path: string;
	readonly line: number;
}

/** Findings of one rule in one document that the gate lets be. */
const debtEntry = z.strictObject({
	count: z.int().positive(),
	/** The findings it was counted from, so that a new one can be told from them. */
	fingerprints: z.array(z.string()),
});

/** Existing findings that the gate lets be, per document and rule: `debt[path][rule]`. */
export const debtSchema = z.strictObject({
	version: z.literal(1),
	debt: z.record(z.string(), z.record(z.string(), debtEntry)),
});
export type Debt = z.output<typeof debtSchema>["debt"];
