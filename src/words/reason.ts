import type { Because } from "./because.ts";
import type { reasons } from "./en/reasons.ts";
import type { Message } from "./message.ts";
import type { RuleTexts } from "./rule-texts.ts";
import type { Speech } from "./speech.ts";

/** What a site says of reasons and rules, and how. */
export interface Telling {
	readonly reasons: Readonly<Record<keyof typeof reasons, Message>>;
	readonly rules: RuleTexts;
	readonly speech: Pick<Speech, "say" | "listed">;
}

type Values = Readonly<Record<string, string | number>>;

/** A reason in the words of the site; in English where there are none, or where it is not known what it is made of. */
export function reasonIn(
	{ reason, said }: Pick<Because, "reason"> & { readonly said?: Because["said"] | undefined },
	telling: Telling | null,
): string {
	return said && telling ? said.map((phrase) => phraseIn(phrase, telling) ?? reason).join(" ") : reason;
}

function phraseIn(phrase: Because["said"][number], telling: Telling): string | null {
	const { reasons, rules, speech } = telling;
	if ("text" in phrase) return phrase.text;
	const known: Readonly<Record<string, Message>> = reasons;
	const message = "rule" in phrase ? ruleMessage(rules[phrase.rule], phrase) : known[phrase.id];
	return message === undefined
		? null
		: filledIn(message, { ...phrase.values, ...termsIn(phrase.terms, telling) }, speech);
}

type Terms = Extract<Because["said"][number], { readonly values: unknown }>["terms"];

/** The words of the product that fill places of a sentence, in the words of the site. */
export function termsIn(terms: Terms, telling: Telling): Readonly<Record<string, string>> {
	const said = Object.entries(terms ?? {}).map(([name, parts]) => [
		name,
		telling.speech.listed(parts.map((part) => phraseIn(part, telling) ?? "")),
	]);
	return Object.fromEntries(said);
}

function ruleMessage(
	texts: RuleTexts[string] | undefined,
	named: { readonly message: string } | { readonly statement: string },
): Message | undefined {
	return "message" in named ? texts?.messages[named.message] : texts?.statements[named.statement];
}

/** A text of a rule with its values; a place that there is no value for stays as it is written. */
export function filledIn(message: Message, values: Values, { say }: Pick<Speech, "say">): string {
	const texts: readonly string[] = typeof message === "string" ? [message] : Object.values(message);
	const places = texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([place, name = ""]) => [name, place]));
	return say<Message>(message, { count: 0, ...Object.fromEntries(places), ...values });
}
