import type { YAMLError } from "yaml";
import { type ReasonId, type Term, term } from "#words/because.ts";

type Plain = Extract<
	ReasonId,
	| "listNotClosed"
	| "mappingNotClosed"
	| "doubleQuoteOpen"
	| "singleQuoteOpen"
	| "valueGoesOn"
	| "noColon"
	| "keyWithoutColon"
	| "keyNotIndented"
	| "entryNotIndented"
	| "listOnKeyLine"
	| "tabNoIndent"
	| "textAfterValue"
	| "severalDocuments"
	| "aliasesMultiply"
	| "nestedTooDeeply"
>;

/** What the YAML library says, by how it begins, and what that means to who wrote the file. */
const plain: readonly (readonly [begins: RegExp, words: Plain])[] = [
	[/^Flow sequence in block/, "listNotClosed"],
	[/^Flow map in block/, "mappingNotClosed"],
	[/^Missing closing "/, "doubleQuoteOpen"],
	[/^Missing closing '/, "singleQuoteOpen"],
	[/^Nested mappings are not/, "valueGoesOn"],
	[/^Implicit keys need to be/, "noColon"],
	[/^Implicit map keys need/, "keyWithoutColon"],
	[/^All mapping items must/, "keyNotIndented"],
	[/^Sequence item without - ind/, "keyNotIndented"],
	[/^All sequence items must/, "entryNotIndented"],
	[/^Unexpected block-seq-ind on same/, "listOnKeyLine"],
	[/^Tabs are not allowed/, "tabNoIndent"],
	[/^Unexpected scalar at node end/, "textAfterValue"],
	[/^Source contains multiple documents/, "severalDocuments"],
	[/^Excessive alias count/, "aliasesMultiply"],
	[/^Maximum call stack/, "nestedTooDeeply"],
];

/** An error of the YAML library in plain words: what is wrong, and what to write. */
export function yamlWords({ code, message }: Pick<YAMLError, "message"> & { readonly code?: string }): Term {
	const known = plain.find(([begins]) => begins.test(message));
	if (known) return term(known[1]);
	const words = message.replaceAll(/\s+/g, " ").replace(/[.:]$/, "");
	const short = words.length > 160 ? `${words.slice(0, 160)}…` : words;
	return code === "BAD_SCALAR_START" ? term("inQuotes", { words: short }) : { term: short, said: [{ text: short }] };
}

/** Where a version control system left a conflict in a text, as an offset; -1 where it did not. */
export function conflictAt(text: string): number {
	return text.search(/^<{7} .*$/m);
}

export const conflict = term("mergeConflict");
