import { oncePer } from "#model/once-per.ts";
import { normalise } from "../../text/text.ts";
import type { Section } from "../text/blocks.ts";
import type { Lexicon } from "../text/lexicon.ts";

const numberedAttempt = oncePer((lexicon: Lexicon): RegExp => {
	const ordinals = lexicon.pattern("ordinals");
	const attempts = `${lexicon.pattern("attempt")}|${lexicon.pattern("rounds")}`;
	return new RegExp(`^(?:(?:${ordinals}) (?:${attempts})|(?:${attempts}) (?:no |number )?\\d{1,2})(?= |$)`);
});

/** A section without what it tells of attempts before the last: "Attempt 1 stopped after 6 packages", "First round:". */
export function lastAttempt(section: Section, lexicon: Lexicon): Section {
	const numbered = numberedAttempt(lexicon);
	const attempts = section.blocks.flatMap(({ name, line, statements, nested }) => [
		...(!nested && numbered.test(name) ? [line] : []),
		...statements.flatMap(({ prose, line: at }) => (numbered.test(normalise(prose)) ? [at] : [])),
	]);
	const last = Math.max(...attempts);
	if (new Set(attempts).size < 2) return section;
	const isEarlier = (line: number, words: string) => line < last && numbered.test(words);
	const blocks = section.blocks
		.filter(({ name, line }) => !isEarlier(line, name))
		.map((block) => ({
			...block,
			statements: block.statements.filter(({ line, prose }) => !isEarlier(line, normalise(prose))),
		}));
	return { ...section, blocks };
}
