import { type Message, type Parts, places, type Values } from "./message.ts";

/** What turns messages and figures into text, by the rules of a language. */
export interface Speech {
	/** A message with its values. */
	say<const Known extends Message>(
		message: Known,
		...values: Record<never, never> extends Values<Known> ? [] : [values: Values<Known>]
	): string;
	/** The same where parts of the page stand in it: its texts and parts, from first to last. A marked text comes with its values. */
	parts<const Known extends Message, Part>(message: Known, parts: Parts<Known, Part>): (Part | string)[];
	/** "12,345". */
	number(value: number): string;
	/** "1st", by the endings of each category. */
	ordinal(value: number, endings: Message): string;
	/** "a", "a and b", "a, b and c". */
	listed(words: readonly string[]): string;
	/** With its first letter as it stands at the beginning of a sentence. */
	capitalised(text: string): string;
	/** "28 Aug 2026", by the calendar of UTC where no time of day is asked for. */
	date(value: Date, options: Intl.DateTimeFormatOptions): string;
}

/** A text with values in its places, which are read once: what a value says is never taken for a place. */
export function filled(
	text: string,
	values: Readonly<Record<string, unknown>>,
	shown: (value: unknown) => string = String,
): string {
	return text.includes("{") ? text.replace(/\{(\w+)\}/g, (_, name: string) => shown(values[name])) : text;
}

/** @param and how the last of a list is joined to the others: "{rest} and {last}". */
export function speechOf(language: string, and: Message): Speech {
	// Made when they are first asked for: each takes a browser milliseconds, before anything of its page runs.
	let numbers: Intl.NumberFormat | undefined;
	let plurals: Intl.PluralRules | undefined;
	let ordinals: Intl.PluralRules | undefined;
	const number = (value: number) => {
		numbers ??= new Intl.NumberFormat(language);
		return numbers.format(value);
	};
	const shown = (value: unknown) => (typeof value === "number" ? number(value) : String(value));

	function textOf(message: Message, count: unknown, rules?: Intl.PluralRules): string {
		if (typeof message === "string") return message;
		const known = typeof count === "number" ? count : 0;
		plurals ??= new Intl.PluralRules(language);
		return (known === 0 ? message.zero : undefined) ?? message[(rules ?? plurals).select(known)] ?? message.other;
	}

	function parts(message: Message, given: Readonly<Record<string, unknown>>): unknown[] {
		const text = textOf(message, given["count"]);
		const found: unknown[] = [];
		let from = 0;
		for (const match of text.matchAll(places)) {
			const [whole, name, mark, inner = ""] = match;
			if (match.index > from) found.push(text.slice(from, match.index));
			from = match.index + whole.length;
			const value = given[name ?? mark ?? ""];
			if (typeof value === "function") found.push(value(filled(inner, given, shown)));
			else found.push(typeof value === "object" && value !== null ? value : shown(value));
		}
		if (from < text.length) found.push(text.slice(from));
		return found;
	}

	return {
		say: (message, ...[values]) => {
			const given: Readonly<Record<string, unknown>> = values ?? {};
			return filled(textOf(message, given["count"]), given, shown);
		},
		parts: (message, given) => parts(message, given) as never,
		number,
		ordinal: (value, endings) => {
			ordinals ??= new Intl.PluralRules(language, { type: "ordinal" });
			return textOf(endings, value, ordinals).replace("{count}", String(value));
		},
		listed: (words) =>
			words.length < 2
				? words.join("")
				: textOf(and, 2).replace(/\{(rest|last)\}/g, (_, name) =>
						name === "rest" ? words.slice(0, -1).join(", ") : (words.at(-1) ?? ""),
					),
		capitalised: (text) => text.charAt(0).toLocaleUpperCase(language) + text.slice(1),
		// English of no country: days before months, as everywhere but in one of them.
		date: (value, options) => value.toLocaleString(language === "en" ? "en-GB" : language, options),
	};
}
