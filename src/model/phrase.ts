import { z } from "zod";

const text = z.string();
const values = z.record(text, z.union([text, z.number()]));

const id = text.describe("Its name among the `reasons` of the words of the site.");
const own = z.strictObject({ text });

/** What stands in a place of a sentence: words of the product by their name, or somebody else's. */
export type Parts = readonly (
	| {
			readonly id: string;
			readonly values: z.output<typeof values>;
			readonly terms?: { readonly [place: string]: Parts };
	  }
	| z.output<typeof own>
)[];
const part: z.ZodType<Parts[number]> = z.union([
	z.strictObject({
		id,
		values,
		get terms() {
			return z.record(text, parts).exactOptional();
		},
	}),
	own,
]);
export const parts: z.ZodType<Parts> = z.array(part).readonly().meta({ id: "parts" });

/** The values of a sentence that are words of the product too, by their places: what fills them, several as a list. */
export const terms = z.record(text, parts);
const filled = { values, terms: terms.exactOptional() };

/** A sentence of the product by its name, so that a site can say it in its own language; or somebody else's words as they are. */
const phrase = z.union([
	z.strictObject({ id, ...filled }),
	z.strictObject({ rule: text, message: text.describe("Its name among the rule's messages."), ...filled }),
	z.strictObject({ rule: text, statement: text.describe("Its name among the rule's statements."), ...filled }),
	own,
]);

/** The sentences that a reason is made of, one after the other. */
export const phrases = z.array(phrase).readonly();

export type Phrase = z.output<typeof phrase>;
export type Terms = z.output<typeof terms>;

/** Why something is as it is: in English, and as what it is made of. */
export interface Reason {
	readonly reason: string;
	readonly said: readonly Phrase[];
}
