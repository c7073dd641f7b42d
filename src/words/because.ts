import { reasons } from "./en/reasons.ts";
import type { Values } from "./message.ts";
import { filled } from "./speech.ts";

type Reasons = typeof reasons;
export type ReasonId = keyof Reasons;

/** A sentence by its name with the values in its places, or words that are nobody's to translate. */
type Said =
	| { readonly id: string; readonly values: Record<string, string | number> }
	| ({ readonly rule: string; readonly values: Record<string, string | number> } & (
			| { readonly message: string }
			| { readonly statement: string }
	  ))
	| { readonly text: string };

/** Why something is as it is: in English, and as what it is made of. */
export interface Because {
	readonly reason: string;
	readonly said: readonly Said[];
}

/** A reason with its values. */
export function because<Id extends ReasonId>(
	id: Id,
	...[values]: Record<never, never> extends Values<Reasons[Id]> ? [] : [values: Values<Reasons[Id]>]
): Because {
	const given: Record<string, string | number> = values ?? {};
	return { reason: filled(reasons[id], given), said: [{ id, values: given }] };
}

/** Somebody else's words, names and paths: the same in every language. */
export function quoted(text: string): Because {
	return { reason: text, said: [{ text }] };
}

/** Reasons one after the other; one without parts is taken as it is, and one that says nothing is left out. */
export function together(...all: readonly (Partially | undefined)[]): Because {
	const some = all.flatMap((one) => (one?.reason ? [{ reason: one.reason, said: one.said }] : []));
	return {
		reason: some.map(({ reason }) => reason).join(" "),
		said: some.flatMap(({ reason, said }) => said ?? [{ text: reason }]),
	};
}

interface Partially {
	readonly reason?: string | null;
	readonly said?: Because["said"];
}
