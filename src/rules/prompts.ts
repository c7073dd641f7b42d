import { type PromptLines, promptLines } from "#extract/questions.ts";
import { normalise } from "#extract/text.ts";
import type { PromptContract, Standard } from "#model/standard.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import type { Statement } from "./rule.ts";

/** A prompt as the rules of its contract read it: by its lines, since the whole may stand in one code fence. */
export interface PromptText extends PromptLines {
	/** The words of each line: lower case, no marks. */
	readonly words: readonly string[];
}

const texts = new WeakMap<ParsedDocument, PromptText>();

/** A prompt's lines, words and questions; read once for all rules. */
export function promptText(parsed: ParsedDocument, standard: Standard): PromptText {
	const known = texts.get(parsed);
	if (known) return known;
	const read = promptLines(parsed, standard);
	const text = { ...read, words: read.lines.map(normalise) };
	texts.set(parsed, text);
	return text;
}

/** What a rule says where the standard in force has no contract for prompts. */
export function noContract({ title }: Standard): Statement {
	return { verdict: "not-applicable", reason: `"${title}" asks nothing of prompts.` };
}

/** A variable of the template that was left unfilled. */
export interface Placeholder {
	readonly line: number;
	readonly text: string;
}

const patterns = new WeakMap<PromptContract, RegExp | null>();

/** Variables left unfilled, each once per line. */
export function placeholdersIn({ lines }: PromptText, contract: PromptContract): readonly Placeholder[] {
	const pattern = placeholderPattern(contract);
	if (!pattern) return [];
	return lines.flatMap((text, index) =>
		/[[<]/u.test(text)
			? [...new Set(text.match(pattern))].map((placeholder) => ({ line: index + 1, text: placeholder }))
			: [],
	);
}

function placeholderPattern(contract: PromptContract): RegExp | null {
	const known = patterns.get(contract);
	if (known !== undefined) return known;
	const { placeholders } = contract;
	const pattern = placeholders.length > 0 ? new RegExp(placeholders.map((one) => `(?:${one})`).join("|"), "gu") : null;
	patterns.set(contract, pattern);
	return pattern;
}

/** "10 verification + 3 adversarial". */
export function questionsAsked({ verification, adversarial }: PromptContract): string {
	return adversarial > 0 ? `${verification} verification + ${adversarial} adversarial` : `${verification} verification`;
}
