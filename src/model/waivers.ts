import { z } from "zod";
import type { Parts } from "./phrase.ts";
import type { Place } from "./source.ts";

const isoDate = z.iso.date({ error: "must be a day that exists, in the form 2026-12-31" });
const words = z.string().trim().min(1, "must not be empty");

/** One exception from a rule: who grants it, for which handoffs, why, and until when. */
export const waiverSchema = z.strictObject({
	rule: words.describe("The rule's id, e.g. `results/hash-format`."),
	handoffs: z
		.union([words, z.array(words).min(1)], {
			error: "must be a handoff's id, a range such as H-13..H-17, or a list of them",
		})
		.describe("A handoff's id, a range `H-13..H-17` (follow-ups in between included), or a list of both."),
	owner: words.describe("Who answers for the exception."),
	reason: words.describe("Why it is granted."),
	expires: isoDate.describe("The last day on which it holds."),
});

export const waiversFileSchema = z.strictObject({ waivers: z.array(waiverSchema) });

/** A waiver with the places of its parts, so that findings about it point there. */
export interface Waiver extends z.output<typeof waiverSchema> {
	readonly places: {
		readonly rule: Place;
		/** One for each id or range of `handoffs`. */
		readonly handoffs: readonly Place[];
		readonly expires: Place;
	};
}

/** The waivers file as read: what could be read holds, whatever is wrong with the rest. */
export interface WaiversFile {
	readonly path: string;
	readonly text: string;
	readonly list: readonly Waiver[];
	readonly problems: readonly { readonly place: Place; readonly message: string; readonly said?: Parts }[];
}

/** What became of one id or range of a waiver. */
export interface WaivedPart {
	/** As the file spells it. */
	readonly text: string;
	readonly place: Place;
	/** How many handoffs of the archive it names. */
	readonly handoffs: number;
	/** How many findings it excuses. */
	readonly findings: number;
	/** A range whose ends do not belong together, or an id that no handoff has. */
	readonly fault: "no-range" | "unknown" | null;
}

/** What became of one waiver on the day of the check. */
export interface WaiverAccount {
	readonly waiver: Waiver;
	/** "refused": its rule is one that nothing excuses. */
	readonly state: "holds" | "expired" | "refused";
	readonly parts: readonly WaivedPart[];
}

/** Findings of one rule in one document that the gate lets be. */
const debtEntry = z
	.strictObject({
		count: z.int().positive(),
		/** The findings it was counted from, so that a new one can be told from them. */
		fingerprints: z.array(z.string()),
	})
	.refine(({ count, fingerprints }) => count === fingerprints.length, {
		error: "the count is not the number of fingerprints; only `handoffs baseline` writes this file",
	});

/** Existing findings that the gate lets be, per document and rule: `debt[path][rule]`. */
export const debtSchema = z.strictObject({
	version: z.literal(1),
	debt: z.record(z.string(), z.record(z.string(), debtEntry)),
});
export type Debt = z.output<typeof debtSchema>["debt"];

/** More findings of a rule in a document than a former debt file records. */
export interface GrownDebt {
	readonly document: string;
	readonly rule: string;
	readonly before: number;
	readonly now: number;
}

/** How the debt file compares with the archive, and with a former state of itself. */
export interface DebtAccount {
	readonly path: string;
	/** Recorded findings that are no longer there. */
	readonly shrunk: number;
	readonly grown: readonly GrownDebt[];
}

/** What became of the exceptions, for the rules that judge them. */
export interface Exceptions {
	readonly waivers?: {
		readonly today: string;
		readonly problems: WaiversFile["problems"];
		readonly accounts: readonly WaiverAccount[];
	};
	readonly debt?: DebtAccount;
}
