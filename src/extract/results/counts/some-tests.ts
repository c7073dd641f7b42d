import type { Section } from "../text/blocks.ts";
import type { Lexicon } from "../text/lexicon.ts";

/** A section without what it says of some tests only: "40 tests in 2 packages are slow". */
export function withoutSome({ heading, blocks }: Section, lexicon: Lexicon): Section {
	const pattern = someOnly(lexicon);
	const whole = blocks.map((block) => ({
		...block,
		statements: block.statements.filter(({ prose }) => !pattern.test(prose)),
	}));
	return { heading, blocks: whole };
}

const somePatterns = new WeakMap<Lexicon, RegExp>();

function someOnly(lexicon: Lexicon): RegExp {
	const known = somePatterns.get(lexicon);
	if (known) return known;
	const things = "\\d{1,9}\\s+(?:tests?|packages?)";
	const made = new RegExp(
		`^\\W{0,4}${things}\\s+\\p{L}+\\s+${things}\\s+(?:${lexicon.pattern("someVerbs")})\\s+(?!(?:${lexicon.pattern("wholeStates")})(?![\\p{L}]))`,
		"iu",
	);
	somePatterns.set(lexicon, made);
	return made;
}
