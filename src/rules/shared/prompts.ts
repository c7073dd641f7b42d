import type { PromptLines } from "#extract/questions/prompt-lines.ts";
import { anyOf } from "#extract/text/patterns.ts";
import type { PromptContract, Standard } from "#model/standard.ts";
import { because, type Term, term } from "#words/because.ts";
import type { Statement } from "../judging/outcome.ts";

/** What a rule says where the standard in force has no contract for prompts. */
export function noContract({ title }: Standard): Statement {
	return { verdict: "not-applicable", ...because("nothingAskedOfPrompts", { standard: title }) };
}

/** A variable of the template that was left unfilled. */
export interface Placeholder {
	readonly line: number;
	readonly text: string;
}

/** Variables left unfilled, each once per line. */
export function placeholdersIn({ lines }: PromptLines, contract: PromptContract): readonly Placeholder[] {
	const pattern = anyOf(contract.placeholders);
	if (!pattern) return [];
	return lines.flatMap((text, index) =>
		/[[<]/u.test(text)
			? [...new Set(text.match(pattern))].map((placeholder) => ({ line: index + 1, text: placeholder }))
			: [],
	);
}

/** "10 verification + 3 adversarial". */
export function questionsAsked({ verification, adversarial }: PromptContract): Term {
	return adversarial > 0
		? term("verificationAndAdversarial", { verification, adversarial })
		: term("verificationOnly", { verification });
}
