import type { DocumentRecord } from "#model/documents.ts";
import type { Fact, FactKey, FactValues } from "#model/facts.ts";
import { facts as english } from "#words/en/index.ts";
import { reasonIn, type Telling } from "#words/reason.ts";
import type { ReadArchive } from "../read/read.ts";
import type { SiteWords } from "../words/site-words.ts";
import type { Places } from "./places.ts";
import type { FactSlice } from "./schemas.ts";

/** The facts in the order in which pages show them. */
const keys = Object.keys(english satisfies Record<FactKey, string>) as readonly FactKey[];

/** The words of the site, and how it tells reasons. */
type Speaking = Pick<ReadArchive, "words" | "telling">;

/** A document's facts as a page shows them. */
export function factsOf(record: DocumentRecord, places: Places, telling: Speaking): FactSlice[] {
	return keys.flatMap((key) => {
		const fact: Fact<FactValues[FactKey]> | undefined = record.facts[key];
		return fact ? [slice(key, fact, record.path, places, telling)] : [];
	});
}

function slice(
	key: FactKey,
	fact: Fact<FactValues[FactKey]>,
	path: string,
	places: Places,
	{ words: { facts, factValues: values }, telling }: Speaking,
): FactSlice {
	const label = facts[key];
	const { state } = fact;
	if (state === "not-stated") {
		const { instead } = fact;
		const place = instead ? places.at(path, instead.line) : null;
		const value = instead ? `"${instead.text}"` : "";
		return { label, state, value, isCommand: false, items: [], note: null, place };
	}
	const place = places.at(path, fact.line);
	if (state === "unclear")
		return { label, state, value: reasonIn(fact, telling), isCommand: false, items: [], note: null, place };
	const items = typeof fact.value === "object" ? [...fact.value] : [];
	const note = noteOf(fact, telling);
	const value = items.length > 0 ? "" : wordOf(fact.value, values);
	return { label, state, value, isCommand: key.endsWith(".command"), items, note, place };
}

function noteOf(
	fact: Extract<Fact<FactValues[FactKey]>, { readonly value: unknown }>,
	telling: Telling | null,
): string | null {
	const parts = [
		fact.state === "derived"
			? withoutFigure(reasonIn({ reason: fact.from, said: fact.said }, telling), fact.value)
			: undefined,
		fact.state === "verified" ? undefined : fact.scope,
	];
	return parts.filter((part) => part !== undefined).join("; ") || null;
}

/** "files listed" of "7 files listed" and "questions listed" of "questions listed: 10": the figure itself stands before it. */
function withoutFigure(from: string, value: FactValues[FactKey]): string {
	if (typeof value !== "number") return from;
	const [before, after] = [`${value} `, `: ${value}`];
	return from.startsWith(before) && !from.includes(" + ")
		? from.slice(before.length)
		: from.endsWith(after)
			? from.slice(0, -after.length)
			: from;
}

function wordOf(value: FactValues[FactKey], { yes, no, none }: SiteWords["factValues"]): string {
	if (typeof value === "boolean") return value ? yes : no;
	return typeof value === "object" ? none : String(value);
}
