import { normalise } from "../../text/text.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { plainDigits } from "../text/numbers.ts";
import type { Statement } from "../text/statements.ts";

/** A value that gives several figures, each with its scope in brackets, as the one over all tests: "310 (package) and 1,204 (all)". */
export function overAll(said: Statement, lexicon: Lexicon): Statement {
	const figures = [...plainDigits(said.value).matchAll(/(?<![\d.,/])(\d{1,9})\s*\(([^()]{2,60})\)/gu)];
	const [all, ...others] = figures.filter(([, , scope = ""]) => lexicon.is("totalRow", normalise(scope)));
	if (figures.length < 2 || !all || others.length > 0) return said;
	return { ...said, text: all[0], prose: all[0], value: all[0], fullValue: all[0] };
}
