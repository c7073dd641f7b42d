import { grammarOf } from "./highlight.ts";

/** What a code block holds, as far as its info string and its characters tell. */
export type FenceKind = "diagram" | "log" | "code";

/** Logs of at least this many lines are folded, and searched by their beginning and end alone. */
export const longLog = 60;

/** Languages that say "no language": their blocks may be diagrams or logs. */
const plainLanguages = new Set(["", "text", "txt", "plain", "plaintext", "ascii", "log", "output", "console"]);

/** What a code block of this info string and text holds. */
export function fenceKind(lang: string | null | undefined, value: string): FenceKind {
	const name = (lang ?? "").toLowerCase();
	if (!plainLanguages.has(name)) return grammarOf(name) || !drawn(value) ? "code" : "diagram";
	return drawn(value) ? "diagram" : "log";
}

/** How many lines a text has. */
export function lineCount(text: string): number {
	let count = 1;
	for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count++;
	return count;
}

/** Box drawing on two lines or more, or boxes and trees of plus, minus and bar. */
function drawn(value: string): boolean {
	let lines = 0;
	for (const line of value.split("\n")) {
		if (/[\u2500-\u259F]/.test(line) || /\+-{3,}[-+]*/.test(line) || /^\s*(?:\|.*\|\s*$|[|+`\\]--? )/.test(line))
			lines++;
		if (lines === 2) return true;
	}
	return false;
}
