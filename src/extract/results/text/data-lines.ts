import { normalise } from "../../text/text.ts";
import type { Lexicon } from "./lexicon.ts";

interface CodeLine {
	readonly text: string;
	readonly line: number;
}

// Spaces are bounded, so that a long line of them is read in linear time.
const key = /^(\s{0,200})[{[]?\s{0,20}["']?(\w[\w -]{0,60}?)["']?\s{0,20}:/;
const data = /^\s{0,200}[{[]?\s{0,20}["']\w{1,80}["']\s{0,20}:/;

/**
 * The lines of a code block, those of data as the pairs in them: `{"total": 31, "passed": 30}`. What stands under a key for
 * the state before (`"previous": {…}`) is left out.
 */
export function dataLines(lines: readonly CodeLine[], lexicon: Lexicon): readonly CodeLine[] {
	let older = -1;
	return lines.flatMap(({ text, line }) => {
		const [, indent = "", name = ""] = key.exec(text) ?? [];
		const depth = /^\s*/.exec(text)?.[0].length ?? 0;
		if (older >= 0 && depth > older && text.trim() !== "") return [];
		older = name !== "" && isOlder(normalise(name), lexicon) ? indent.length : -1;
		if (older >= 0) return [];
		return pieces(text).map((piece) => ({ text: piece, line }));
	});
}

function isOlder(name: string, lexicon: Lexicon): boolean {
	return lexicon.is("before", name) || lexicon.is("previousLabels", name);
}

function pieces(text: string): readonly string[] {
	if (!data.test(text)) return [text];
	return text.replace(/["'{}]/g, "").split(/,(?=\s*\p{L})/u);
}
