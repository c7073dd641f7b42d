import type { Fact } from "#model/facts.ts";
import { normalise } from "../../text/text.ts";
import type { Section } from "../text/blocks.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { blank, type Statement } from "../text/statements.ts";
import { actionOf, type FileKind } from "./file-actions.ts";
import { namesFile } from "./file-names.ts";

/** Whether words say that there are no files. */
export function saysNone(said: string, lexicon: Lexicon): boolean {
	const prose = said.trim().replace(/^\(([^()]*)\)$/, "$1");
	if (/^[—–-]+$/.test(prose)) return true;
	const sentence = prose.split(/[.;(—–:]|\s--?\s/, 1)[0] ?? "";
	if (sentence.length > longestNone) return false;
	const words = normalise(sentence);
	if (lexicon.is("none", words) || lexicon.is("notApplicable", words)) return true;
	const [first = ""] = words.split(" ", 1);
	if (lexicon.is("noneAlone", first))
		return !lexicon.has("except", words) && !sentence.includes(blank) && !namesFile(sentence);
	return lexicon.is("none", first) && lexicon.has("fileWords", words);
}

/** Whether a line says so of the files of a kind: "Created: none". */
export function saysNoneOf({ label, fullValue }: Statement, kind: FileKind, lexicon: Lexicon): boolean {
	return label !== null && actionOf(label.text, lexicon) === kind && saysNone(fullValue, lexicon);
}

const longestNone = 60;

/** How many files a title counts with nothing below it: "Files Modified (0)", "Created: none". */
export function countInHeading({ heading: { title, line } }: Section, lexicon: Lexicon): Fact<number> | null {
	const [, inBrackets, count = inBrackets] =
		title.match(/(?:\((\d{1,6})(?:\s+files?)?\)|:\s+(\d{1,6})(?:\s+files?)?)\s*$/i) ?? [];
	if (count !== undefined) return { state: "stated", value: Number(count), line };
	const [, said = ""] = title.match(/(?:\(|:\s)([^:()]+)\)?\s*$/) ?? [];
	return said !== "" && saysNone(said, lexicon) ? { state: "stated", value: 0, line } : null;
}
