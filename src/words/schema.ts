import { z } from "zod";
import { isPlural, type Message, type Messages, places, pluralCategories } from "./message.ts";

/** What a team may say in place of the English words: any part of their tree, each text with the places that the English one has. */
export function wordsSchema(english: Messages): z.ZodType<Messages> {
	return groupSchema(english) as unknown as z.ZodType<Messages>;
}

/** The JSON Schema (2020-12) of a file of words: every name, with the English text as its default. */
export function wordsJsonSchema(english: Messages): object {
	return z.toJSONSchema(wordsSchema(english), { io: "input" });
}

function groupSchema(group: Messages): z.ZodType {
	const shape: Record<string, z.ZodType> = {};
	for (const [name, value] of Object.entries(group))
		shape[name] = (typeof value === "string" || isPlural(value) ? messageSchema(value) : groupSchema(value)).optional();
	return z.strictObject(shape);
}

const text = { type: "string", minLength: 1 } as const;
const forms = {
	type: "object",
	properties: Object.fromEntries(pluralCategories.map((category) => [category, text])),
	required: ["other"],
	additionalProperties: false,
} as const;

function messageSchema(english: Message): z.ZodType {
	return z
		.unknown()
		.superRefine((value, context) => {
			for (const message of faultsOf(english, value)) context.addIssue({ code: "custom", message });
		})
		.meta({ default: english, ...(isCounted(english) ? { anyOf: [text, forms] } : text) });
}

function faultsOf(english: Message, value: unknown): readonly string[] {
	if (typeof value === "string") return textFaults(english, value);
	if (!isCounted(english)) return ["must be text"];
	if (typeof value !== "object" || value === null || Array.isArray(value))
		return [`must be text, or texts by plural category (${pluralCategories.join(", ")})`];
	const known: readonly string[] = pluralCategories;
	const strange = Object.keys(value).filter((category) => !known.includes(category));
	return [
		...strange.map((category) => `has no plural category "${category}"; known: ${known.join(", ")}`),
		...("other" in value ? [] : ['leaves out the category "other", which every language has']),
		...Object.entries(value).flatMap(([category, one]) =>
			typeof one === "string" ? textFaults(english, one, category) : [`must have text as its category "${category}"`],
		),
	];
}

/**
 * None and one may be said without a figure, and what the English text of a category does without, the other one may; whatever else
 * the English texts have, the other one has too.
 */
function textFaults(english: Message, text: string, category = "other"): readonly string[] {
	const own: Readonly<Record<string, string>> = { ...textsOf(english) };
	const same = own[category];
	if (text.trim() === "") return same === "" ? [] : ["must not be empty"];
	const [asked, given] = [placesOf(Object.values(textsOf(english)).join("\n")), placesOf(text)];
	const without = category === "other" || category === "few" || category === "many" ? [] : ["{count}"];
	const needed = same === undefined ? asked : placesOf(same);
	const missing = [...asked].filter((place) => !given.has(place) && needed.has(place) && !without.includes(place));
	const strange = [...given].filter((place) => !asked.has(place) && !(place === "{count}" && isPlural(english)));
	const its = `the English text, ${JSON.stringify(textsOf(english).other)}`;
	return [
		...missing.map((place) => `leaves out ${place}, which stands in ${its}`),
		...strange.map((place) => `has ${place}, which does not stand in ${its}`),
	];
}

function isCounted(message: Message): boolean {
	return isPlural(message) || placesOf(message).has("{count}");
}

function textsOf(message: Message): { readonly other: string } {
	return typeof message === "string" ? { other: message } : message;
}

/** The places of a text as they are written: "{count}", "<link>". */
function placesOf(text: string): ReadonlySet<string> {
	const found = new Set<string>();
	for (const [, name, mark, inner] of text.matchAll(places)) {
		found.add(name === undefined ? `<${mark}>` : `{${name}}`);
		if (inner !== undefined) for (const place of placesOf(inner)) found.add(place);
	}
	return found;
}
