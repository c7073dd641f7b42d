import type { Lexicon } from "./lexicon.ts";
import type { Statement } from "./statements.ts";

/** The statements of one list that count tests of one kind each: "Unit tests: 613 passed" beside "Integration tests: 124 passed". */
export function kindsBeside(statements: readonly Statement[], lexicon: Lexicon): ReadonlySet<Statement> {
	const kinds = statements.filter(({ label }) => label && lexicon.startsWith("kindsOfTests", label.name));
	return new Set(kinds.filter((one) => kinds.some((other) => other !== one && other.group === one.group)));
}
