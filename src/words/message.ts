/** A text by the plural categories of the language (CLDR); `zero` also says "none" in languages that have no such category. */
export interface Plural {
	readonly zero?: string;
	readonly one?: string;
	readonly two?: string;
	readonly few?: string;
	readonly many?: string;
	readonly other: string;
}

/** The categories that a text may be told apart by. */
export const pluralCategories = ["zero", "one", "two", "few", "many", "other"] as const satisfies (keyof Plural)[];

/**
 * A text of the site. "{name}" stands for a value, "<name>…</name>" for a part that the page makes a link or an element of. What
 * depends on a number is written once for each category of it, and the number is called "count".
 */
export type Message = string | Plural;

/** A group of messages, which may hold groups. */
export interface Messages {
	readonly [name: string]: Message | Messages;
}

type TextOf<Known extends Message> = Known extends string ? Known : Extract<Known[keyof Known], string>;
type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;
type MarksIn<Text extends string> = Text extends `${string}</${infer Name}>${infer Rest}`
	? Name | MarksIn<Rest>
	: never;

/** What a message is told apart by, and the places it has. */
type NamesOf<Known extends Message> = NamesIn<TextOf<Known>> | (Known extends Plural ? "count" : never);

/** The values that a message asks for. */
export type Values<Known extends Message> = {
	readonly [Name in NamesOf<Known>]: Name extends "count" ? number : string | number;
};

/** What a page puts in the places of a message: a part of the page for a value, or what it makes of a marked text. */
export type Parts<Known extends Message, Part> = {
	readonly [Name in NamesOf<Known>]: Name extends "count" ? number : Part | string | number;
} & { readonly [Name in MarksIn<TextOf<Known>>]: (text: string) => Part };

/** Messages of any language with the names of these. */
export type Widened<Known> = Known extends string
	? Message
	: [Known, Exclude<keyof Known, keyof Plural>] extends [Plural, never]
		? Message
		: { readonly [Name in keyof Known]: Widened<Known[Name]> };

/** Whether it is a message by categories, and not a group of messages, one of which may be called "other" too. */
export function isPlural(value: Message | Messages): value is Plural {
	const categories: readonly string[] = pluralCategories;
	return (
		typeof value === "object" &&
		typeof value["other"] === "string" &&
		Object.keys(value).every((name) => categories.includes(name))
	);
}

/** A place in a text: a value or a marked part. */
export const places = /\{(\w+)\}|<(\w+)>(.*?)<\/\2>/g;

/** A text for one and for many; "no …" for none. Most lists of the site are counted so. */
export function counted<const One extends string, const Many extends string>(one: One, many: Many) {
	return { zero: `no ${one}`, one: `{count} ${one}`, other: `{count} ${many}` } as const;
}
