import type { Fact } from "#model/facts.ts";
import { notStated } from "#model/facts.ts";
import { why } from "#words/because.ts";
import { normalise } from "../../text/text.ts";
import { currentFigures } from "../counts/outcomes.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { spelledDigits, splitParentheses } from "../text/numbers.ts";
import { blank, type Statement } from "../text/statements.ts";
import { isTarget } from "./other-state.ts";

/** A figure of the system with the line it stands on. */
export type Found = Fact<number> & { readonly line: number };

/** One value out of several statements of the same thing; unclear where they differ. */
export function agree(found: readonly Found[]): Fact<number> {
	const [first, ...others] = found;
	if (!first) return notStated;
	const value = "value" in first ? first.value : null;
	const other = others.find((next) => !("value" in next) || next.value !== value);
	if (!other || value === null) return first;
	const lines = { first: value, line: String(first.line), otherLine: String(other.line) };
	return {
		state: "unclear",
		line: first.line,
		...("value" in other ? why("figuresDiffer", { ...lines, other: other.value }) : why("otherFigure", lines)),
	};
}

/** The figure that sentences tell in a list's phrases; null where none does. */
export function phraseFigures(statements: readonly Statement[], list: string, lexicon: Lexicon): Fact<number> | null {
	const found = statements.flatMap(({ text, prose, line }): Found[] => {
		const { main } = splitParentheses(currentFigures(spelledDigits(prose, lexicon), lexicon));
		const scope = prose.length === text.length ? text : prose.replaceAll(blank, "");
		// "On Linux 12 packages were installed. On Windows 11 packages were installed.": each sentence for itself.
		return main.split(/\.\s+(?=\p{Lu})/u).flatMap((sentence): Found[] => {
			if (lexicon.startsWith("olderSentences", normalise(sentence))) return [];
			const said = sentence.replace(allOf, "$1").replace(ofTheirKind, "$1 ");
			const match = [...lexicon.phrasesIn(list, said)].find(
				(one) => !isTarget(said.slice(0, (one.index ?? 0) + one[0].length), lexicon),
			);
			return match ? [{ state: "stated", value: Number(match[1]), line, scope: scope.trim() }] : [];
		});
	});
	return found.length > 0 ? agree(found) : null;
}

/** "23/23 packages", "installed 16 of 16 packages": all of them, whose figure is the first group. */
export const allOf = /(?<![\d.,/])(\d{1,6})\s?(?:\/|of|out of)\s?\1(?![\d.,/])/g;

// "14 Django packages"
const ofTheirKind = /(?<![\d.,/-])(\d{1,6}) \p{Lu}\p{Ll}+ (?=packages?\b)/gu;
