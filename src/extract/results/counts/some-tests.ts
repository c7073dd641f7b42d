import { oncePer } from "#model/once-per.ts";
import { normalise } from "../../text/text.ts";
import type { Section } from "../text/blocks.ts";
import type { Lexicon } from "../text/lexicon.ts";

/** A section without what it says of some tests only: "40 tests in 2 packages are slow". */
export function withoutSome({ heading, blocks }: Section, lexicon: Lexicon): Section {
	const pattern = someOnly(lexicon);
	const whole = blocks.map((block) => ({
		...block,
		statements: block.statements.filter(({ prose }) => !pattern.test(prose) && !countsSome(prose, lexicon)),
	}));
	return { heading, blocks: whole };
}

const someOnly = oncePer((lexicon: Lexicon): RegExp => {
	const things = "\\d{1,9}\\s+(?:tests?|packages?)";
	return new RegExp(
		`^\\W{0,4}${things}\\s+\\p{L}+\\s+${things}\\s+(?:${lexicon.pattern("someVerbs")})\\s+(?!(?:${lexicon.pattern("wholeStates")})(?![\\p{L}]))`,
		"iu",
	);
});

/**
 * Whether a sentence counts some of the tests and no outcome: "Of these, 9 tests cover the new flag", "2 tests are flaky and were
 * run three times".
 */
export function countsSome(prose: string, lexicon: Lexicon): boolean {
	const words = normalise(prose);
	if (goneTests(lexicon).test(words)) return true;
	const tellsOutcome = () => ["passed", "failed", "skipped"].some((list) => lexicon.has(list, words));
	return (lexicon.startsWith("partLeads", words) || someOfTests(lexicon).test(words)) && !tellsOutcome();
}

/** "83 tests went away, 12 of them failing": tests that are counted no more, whatever their outcome was. */
const goneTests = oncePer(
	(lexicon: Lexicon): RegExp =>
		new RegExp(`^\\d{1,9} (?:\\p{L}+ )?tests? (?:${lexicon.pattern("goneVerbs")})(?: |$)`, "u"),
);

const someOfTests = oncePer((lexicon: Lexicon): RegExp => {
	const [verbs, whole] = [lexicon.pattern("someVerbs"), lexicon.pattern("wholeStates")];
	return new RegExp(`^\\d{1,9} tests? (?:${verbs}) (?!(?:${whole})(?: |$))`, "u");
});
