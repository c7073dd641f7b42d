import { z } from "zod";

const text = z.string();
const values = z.record(text, z.union([text, z.number()]));

/** A sentence of the product by its name, so that a site can say it in its own language; or somebody else's words as they are. */
const phrase = z.union([
	z.strictObject({ id: text.describe("Its name among the `reasons` of the words of the site."), values }),
	z.strictObject({ rule: text, message: text.describe("Its name among the rule's messages."), values }),
	z.strictObject({ rule: text, statement: text.describe("Its name among the rule's statements."), values }),
	z.strictObject({ text }),
]);

/** The sentences that a reason is made of, one after the other. */
export const phrases = z.array(phrase).readonly();

export type Phrase = z.output<typeof phrase>;

/** Why something is as it is: in English, and as what it is made of. */
export interface Reason {
	readonly reason: string;
	readonly said: readonly Phrase[];
}
