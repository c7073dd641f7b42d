import type { Finding } from "#model/findings.ts";

/**
 * Text of a document made safe to print on a terminal or in a log: control characters (terminal escapes, line ends) and
 * characters that reorder or hide text appear as their symbol or code point; a tab becomes a space.
 */
export function printable(text: string): string {
	return text.replace(unprintable, (character) => {
		const code = character.codePointAt(0) ?? 0;
		if (character === "\t") return " ";
		if (code < 0x20) return String.fromCodePoint(0x2400 + code);
		if (code === 0x7f) return "\u2421";
		return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
	});
}

// Controls, lone surrogates, bidirectional marks and overrides, invisible formatting, line and paragraph separators.
const unprintable = /[\p{Cc}\p{Cs}\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu;

/** How to mend a finding, where nothing is set apart by type: code, which rules write between backticks, is quoted. */
export function plainRemedy(remedy: string): string {
	return remedy.replace(/`([^`]+)`/g, '"$1"');
}

/**
 * A value as JSON that is safe to print: what a terminal would obey, and what would reorder the text around it, is written
 * as an escape. The JSON means the same.
 */
export function jsonText(value: unknown, indent?: string): string {
	return JSON.stringify(value, null, indent).replace(unprintableInJson, (character) =>
		character.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`),
	);
}

// As above, without the line ends and tabs that indentation brings; JSON itself escapes the rest of the ASCII controls.
const unprintableInJson = /[\u007F-\u009F\u061C\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu;

/** Columns that a printable text takes on a terminal: wide characters take two, combining ones none. */
export function columnsOf(text: string): number {
	let columns = 0;
	for (const character of text) columns += wide.test(character) ? 2 : combining.test(character) ? 0 : 1;
	return columns;
}

const wide =
	/[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation}/u;
const combining = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** The line of a finding's place where it is known as a whole: not cut, not concealed, and long enough for the place. */
export function wholeExcerpt({ place, excerpt }: Pick<Finding, "place" | "excerpt">): string | undefined {
	if (place.kind === "file" || excerpt === undefined || excerpt.endsWith("…")) return undefined;
	const { start, end } = place.range;
	const reach = start.line === end.line ? end.column : start.column;
	return reach - 1 > excerpt.length ? undefined : excerpt;
}

/** "1 error", "2 errors". */
export function counted(count: number, one: string, many = `${one}s`): string {
	return `${count} ${count === 1 ? one : many}`;
}
