/*
 * Characters that hide from readers or reorder what they see: controls, direction marks and overrides ("Trojan Source",
 * CVE-2021-42574), zero-width characters, line and paragraph separators, and the tag characters that can carry a
 * hidden text. Joiners stay: scripts and emoji need them.
 */
const source =
	"(?![\\t\\n\\r])[\\p{Cc}\\u061C\\u200B\\u200E\\u200F\\u2028\\u2029\\u202A-\\u202E\\u2060-\\u2069\\uFEFF\\uFFF9-\\uFFFB\\u{E0000}-\\u{E007F}]";
const eachHidden = new RegExp(source, "gu");
const runs = new RegExp(`(?:${source})+`, "gu");

/** The same without look-ahead and code points, which is much faster; half of a tag character tells it too. */
const suspicious =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for.
	/[\0-\x08\v\f\x0E-\x1F\x7F-\x9F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB\uDB40]/;

/** Whether a text may hold hidden characters; a quick test that may say yes in vain. */
export function mayHold(text: string): boolean {
	return suspicious.test(text);
}

/** The text with its hidden characters written out ("U+202E"). */
export function writtenOut(text: string): string {
	return suspicious.test(text) ? text.replace(eachHidden, nameOf) : text;
}

/** Where hidden characters stand in a text, run by run, with the name of each. */
export function* hiddenRuns(text: string): Generator<{ start: number; end: number; names: readonly string[] }> {
	for (const { 0: run, index } of text.matchAll(runs))
		yield { start: index, end: index + run.length, names: [...run].map(nameOf) };
}

/** JSON with the hidden characters of every text in it, and of every key, written out. */
export function jsonWrittenOut(json: string): string {
	if (!suspicious.test(json) && !escapedControl.test(json)) return json;
	return JSON.stringify(valueWrittenOut(JSON.parse(json)));
}

/** JSON that means the same, with every hidden character that stands in it written as an escape. */
export function jsonEscaped(json: string): string {
	if (!suspicious.test(json)) return json;
	return json.replace(eachHidden, (character) =>
		character.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`),
	);
}

/** JSON writes the first controls as escapes; tabs and line ends are none that hide. */
const escapedControl = /\\(?:u00[01]|[bf])/;

function valueWrittenOut(value: unknown): unknown {
	if (typeof value === "string") return writtenOut(value);
	if (Array.isArray(value)) return value.map(valueWrittenOut);
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, held]) => [writtenOut(key), valueWrittenOut(held)]));
}

function nameOf(character: string): string {
	return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
