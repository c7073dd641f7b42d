import type { Standard } from "#model/standard.ts";
import { Derived } from "#parse/derived.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { lineText } from "#parse/source-text.ts";
import { normalise } from "../text/text.ts";
import { type Questions, readQuestions } from "./questions.ts";

/** A prompt's lines (`lines[0]` is line 1 of the file) and the questions in them. */
export interface PromptLines {
	readonly lines: readonly string[];
	/** The words of each line: lower case, no marks. */
	readonly words: readonly string[];
	readonly questions: Questions | null;
}

const prompts = new Derived<PromptLines>();

/** A prompt by its lines, since the whole may stand in one code fence; read once for its facts and its rules. */
export function promptLines(parsed: ParsedDocument, standard: Standard): PromptLines {
	const known = prompts.get(parsed);
	if (known) return known;
	const lines = parsed.source.lineStarts.map((_, index) => lineText(parsed.source, index + 1));
	const words = lines.map(normalise);
	const read = { lines, words, questions: readQuestions(lines, words, standard) };
	prompts.set(parsed, read);
	return read;
}
