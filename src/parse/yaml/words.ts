import type { YAMLError } from "yaml";

/** What the YAML library says, by how it begins, and what that means to who wrote the file. */
const plain: readonly (readonly [begins: RegExp, words: string])[] = [
	[/^Flow sequence in block/, "a list opened with [ is not closed with ], or goes on further left than its key"],
	[/^Flow map in block/, "a mapping opened with { is not closed with }, or goes on further left than its key"],
	[/^Missing closing "/, 'a text opened with " is not closed'],
	[/^Missing closing '/, "a text opened with ' is not closed; a ' inside of it is written ''"],
	[/^Nested mappings are not/, 'a value goes on with ": " or with an indented key; put a text with ": " in quotes'],
	[/^Implicit keys need to be/, 'a line without "key: value": the space after the colon, or the colon, is missing'],
	[/^Implicit map keys need/, "a key without a colon after it"],
	[/^All mapping items must/, "a key that is not indented like the keys beside it"],
	[/^All sequence items must/, "an entry that is not indented like the entries beside it"],
	[/^Unexpected block-seq-ind on same/, "a list starts on the line of its key; start it on the line below"],
	[/^Tabs are not allowed/, "a tab is no indentation in YAML; use spaces"],
	[/^Unexpected scalar at node end/, "text after the end of a value; put the whole value in quotes"],
	[/^Source contains multiple documents/, "holds more than one YAML document"],
	[/^Excessive alias count/, "uses aliases that multiply beyond reason; write the values out"],
	[/^Maximum call stack/, "is nested too deeply to be read"],
];

/** An error of the YAML library in plain words: what is wrong, and what to write. */
export function yamlWords({ code, message }: Pick<YAMLError, "message"> & { readonly code?: string }): string {
	const known = plain.find(([begins]) => begins.test(message));
	if (known) return known[1];
	const words = message.replaceAll(/\s+/g, " ").replace(/[.:]$/, "");
	const short = words.length > 160 ? `${words.slice(0, 160)}…` : words;
	return code === "BAD_SCALAR_START" ? `${short}; put it in quotes` : short;
}

/** Where a version control system left a conflict in a text, as an offset; -1 where it did not. */
export function conflictAt(text: string): number {
	return text.search(/^<{7} .*$/m);
}

export const conflict = "a merge conflict is left in the file; decide which side holds";
