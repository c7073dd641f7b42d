import type { Lexicon } from "../text/lexicon.ts";
import type { Counts } from "./figure.ts";

/** Whether a statement's figure is one of new tests: "7 new tests pass". */
export function ofNewTests(prose: string, { total, passed }: Counts, lexicon: Lexicon): boolean {
	const values = [total, passed].flatMap((figure) => (figure && "value" in figure ? [figure.value] : []));
	return [...prose.matchAll(/(\d+)\s+(\p{L}+)/gu)].some(
		([, figure, word = ""]) => values.includes(Number(figure)) && lexicon.is("newParts", word.toLowerCase()),
	);
}
