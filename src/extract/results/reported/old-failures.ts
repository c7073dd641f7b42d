import type { CountedClaim } from "#model/baselines.ts";
import { normalise } from "../../text/text.ts";
import { saysNone, testsIn } from "../runs/failing.ts";
import type { Section } from "../text/blocks.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { plainDigits } from "../text/numbers.ts";

const counted =
	/(?<![\d.,/#+-])([1-9]\d{0,5})\s+(?:[\p{L}-]+\s+){0,4}?(?:failures?|failed|failing|fails?|tests?|errors?|blockers?)(?![\p{L}])/iu;

const single = /\b(?:the|this|that|one|its)\s+(?:\p{L}+\s+)?(?:failure|failing test|failed test)(?!\p{L})/iu;

/** Failures that a document calls pre-existing by their number only ("The 3 failures are pre-existing"), in document order. */
export function oldFailuresIn(
	sections: readonly Section[],
	packageId: string,
	lexicon: Lexicon,
): readonly CountedClaim[] {
	return sections.flatMap(({ blocks }) =>
		blocks.flatMap(({ statements }) =>
			statements.flatMap((said): CountedClaim[] => {
				if (said.kind === "row" || said.kind === "code") return [];
				const words = normalise(said.prose);
				if (!lexicon.has("preExisting", words) || !tellsFailure(words, lexicon)) return [];
				if (lexicon.has("mendedWords", words) || saysNone(said, lexicon)) return [];
				if (testsIn(said.text, packageId).length > 0) return [];
				const count = counted.exec(plainDigits(said.prose))?.[1] ?? (single.test(said.prose) ? 1 : undefined);
				return count === undefined ? [] : [{ count: Number(count), line: said.line }];
			}),
		),
	);
}

function tellsFailure(words: string, lexicon: Lexicon): boolean {
	return lexicon.has("failureWords", words) || lexicon.has("failed", words);
}
