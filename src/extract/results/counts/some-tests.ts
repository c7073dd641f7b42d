import { normalise } from "../../text.ts";
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

const gonePatterns = new WeakMap<Lexicon, RegExp>();

/** "83 tests went away, 12 of them failing": tests that are counted no more, whatever their outcome was. */
function goneTests(lexicon: Lexicon): RegExp {
	const known = gonePatterns.get(lexicon);
	if (known) return known;
	const made = new RegExp(`^\\d{1,9} (?:\\p{L}+ )?tests? (?:${lexicon.pattern("goneVerbs")})(?: |$)`, "u");
	gonePatterns.set(lexicon, made);
	return made;
}

const verbPatterns = new WeakMap<Lexicon, RegExp>();

function someOfTests(lexicon: Lexicon): RegExp {
	const known = verbPatterns.get(lexicon);
	if (known) return known;
	const [verbs, whole] = [lexicon.pattern("someVerbs"), lexicon.pattern("wholeStates")];
	const made = new RegExp(`^\\d{1,9} tests? (?:${verbs}) (?!(?:${whole})(?: |$))`, "u");
	verbPatterns.set(lexicon, made);
	return made;
}
