import { normalise } from "../../text/text.ts";
import type { Lexicon } from "../text/lexicon.ts";
import type { Statement } from "../text/statements.ts";

/** The lists, tables and paragraphs, by group, whose labels of figures all say that there is none: "Total: N/A", "Passed: N/A". */
export function listsWithout(statements: readonly Statement[], lexicon: Lexicon): ReadonlySet<number> {
	const labelled = statements.filter(({ label }) => label && lexicon.countKey(label.name));
	const isNone = ({ value }: Statement) => lexicon.startsWith("notApplicable", normalise(value));
	const groups = new Set(labelled.filter(isNone).map(({ group }) => group));
	for (const said of labelled) if (!isNone(said)) groups.delete(said.group);
	return groups;
}

/** Whether a line of such a list is about something else: "Instead: 3 guides were followed, and 2 of 3 passed". */
export function isBeside({ group, label }: Statement, without: ReadonlySet<number>, lexicon: Lexicon): boolean {
	if (!without.has(group)) return false;
	return label === null || !(lexicon.countKey(label.name) || lexicon.is("neutral", label.name));
}
