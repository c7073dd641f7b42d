import { reasons } from "./en/reasons.ts";
import { speech } from "./en/speech.ts";
import type { Values } from "./message.ts";
import { filled } from "./speech.ts";

type Reasons = typeof reasons;
export type ReasonId = keyof Reasons;

interface Filled {
	readonly values: Readonly<Record<string, string | number>>;
}

/** What stands in a place of a sentence: words of the product by their name, or somebody else's. */
type Part =
	| (Filled & { readonly id: string; readonly terms?: { readonly [place: string]: readonly Part[] } })
	| { readonly text: string };

/** A sentence by its name with the values in its places, or words that are nobody's to translate. */
type Said =
	| ((Filled & { readonly terms?: Readonly<Record<string, readonly Part[]>> }) &
			(
				| { readonly id: string }
				| { readonly rule: string; readonly message: string }
				| { readonly rule: string; readonly statement: string }
			))
	| { readonly text: string };

/** Why something is as it is: in English, and as what it is made of. */
export interface Because {
	readonly reason: string;
	readonly said: readonly Said[];
}

type Given<All> = { readonly [Name in keyof All]: All[Name] | (string extends All[Name] ? Term : never) };

/** The values of a sentence in English, and what those are made of that are words of the product. */
export function valuesOf(given: Readonly<Record<string, string | number | Term>> = {}) {
	const values: Record<string, string | number> = {};
	let terms: Record<string, Term["said"]> | undefined;
	for (const [name, value] of Object.entries(given))
		if (typeof value === "object") {
			values[name] = value.term;
			terms = { ...terms, [name]: value.said };
		} else values[name] = value;
	return { values, terms };
}

/** A reason with its values. */
export function because<Id extends ReasonId>(
	id: Id,
	...[given]: Record<never, never> extends Values<Reasons[Id]> ? [] : [values: Given<Values<Reasons[Id]>>]
): Because {
	const { values, terms } = valuesOf(given);
	return { reason: filled(reasons[id], values), said: [{ id, values, ...(terms && { terms }) }] };
}

/** Somebody else's words, names and paths: the same in every language. */
export function quoted(text: string): Because {
	return { reason: text, said: [{ text }] };
}

/** Words that fill a place of a sentence: in English, and as what they are made of. */
export interface Term {
	readonly term: string;
	readonly said: readonly Part[];
}

/** Words of the product for a place of a sentence. */
export function term<Id extends ReasonId>(
	id: Id,
	...[given]: Record<never, never> extends Values<Reasons[Id]> ? [] : [values: Given<Values<Reasons[Id]>>]
): Term {
	const { values, terms } = valuesOf(given);
	return { term: filled(reasons[id], values), said: [{ id, values, ...(terms && { terms }) }] };
}

/** What a fact was made from, or why it is unclear: words for a place of a sentence. */
export function why<Id extends ReasonId>(
	id: Id,
	...values: Record<never, never> extends Values<Reasons[Id]> ? [] : [values: Values<Reasons[Id]>]
): { readonly reason: string; readonly said: Term["said"] } {
	const { term: reason, said } = term(id, ...values);
	return { reason, said };
}

/** The same as findings and problems keep them. */
export function dataOf(given: Readonly<Record<string, string | number | Term>>): {
	readonly data: Readonly<Record<string, string | number>>;
	readonly terms?: Readonly<Record<string, Term["said"]>>;
} {
	const { values: data, terms } = valuesOf(given);
	return { data, ...(terms && { terms }) };
}

/** Values of a sentence with the words of the product among them as terms again, for a sentence that says the same. */
export function withTerms(
	values: Readonly<Record<string, string | number>>,
	terms: Readonly<Record<string, Term["said"]>> = {},
): Readonly<Record<string, string | number | Term>> {
	const named = Object.entries(terms).map(([name, said]) => [name, { term: String(values[name]), said }]);
	return { ...values, ...Object.fromEntries(named) };
}

/** Words of the product where they have parts, and somebody else's where they have none: for a place of a sentence. */
export function termOf({ reason, said }: Partially & { readonly reason: string }): Term {
	const parts = said?.flatMap((one) => ("text" in one || ("id" in one && !one.terms) ? [one] : []));
	return { term: reason, said: parts?.length === said?.length && parts ? parts : [{ text: reason }] };
}

/** Names in a sentence: "a", "a and b", "a, b and c". */
export function listed(names: readonly (string | Term)[]): Term {
	const terms = names.map((name) => (typeof name === "string" ? { term: name, said: [{ text: name }] } : name));
	const words = terms.map((one) => one.term);
	const last = words.at(-1) ?? "";
	const list = filled(speech.and, { rest: words.slice(0, -1).join(", "), last });
	return { term: words.length > 1 ? list : last, said: terms.flatMap(({ said }) => said) };
}

/** Names of which one is meant: "a", "a or b", "a or b or c". */
export function either(names: readonly (string | Term)[]): string | Term {
	const [first = "", ...others] = names;
	return others.reduce<string | Term>((rest, last) => term("either", { rest, last }), first);
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
