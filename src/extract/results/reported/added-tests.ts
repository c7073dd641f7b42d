import type { PackageTests, PreviousFigure } from "#model/baselines.ts";
import type { Fact } from "#model/facts.ts";
import { normalise } from "../../text/text.ts";
import { addedTestsIn, kindOf, type PlacedStatement } from "../counts/previous.ts";
import { ownPackage } from "../runs/package-tests.ts";
import type { Lexicon } from "../text/lexicon.ts";
import type { AddedTests } from "./list-tallies.ts";
import type { ResultsReading } from "./results-reading.ts";

/** The tests that statements say were added, by their package. */
export function addedTests(statements: readonly PlacedStatement[], lexicon: Lexicon): AddedTests[] {
	return statements.flatMap(({ said, of }): AddedTests[] => {
		const labelled = addedTestsIn(said, lexicon);
		if (labelled !== null) return [{ count: labelled, of, line: said.line }];
		const told = said.prose.match(/(?<![\d.,+])(\d{1,6})\s+new(?:\s+(\p{L}+)|(?=\)))/u);
		if (!told || kindOf(said, normalise(said.prose), lexicon) !== "tests") return [];
		if (told[2] === undefined) return [{ count: Number(told[1]), of, line: said.line }];
		return lexicon.is("tests", normalise(told[2])) ? [{ count: Number(told[1]), of, line: said.line }] : [];
	});
}

/** "New Tests (5)" as the name of a part. */
export function addedInTitles({ tests, facts, standard, lexicon }: ResultsReading): AddedTests[] {
	const own = ownPackage(facts, standard, lexicon);
	return tests.flatMap(({ heading, blocks }) =>
		heading.keys.includes("fullRegression")
			? []
			: blocks.flatMap(({ title, line }): AddedTests[] => {
					const match = title?.match(/^(.*?)\((\d{1,6})\)\s*$/);
					if (!match || !lexicon.is("newTestLabels", normalise(match[1] ?? ""))) return [];
					return [{ count: Number(match[2]), of: own ?? "", line }];
				}),
	);
}

/** "24 tests, 6 of them new": what was there before, of each package and of the system. */
export function previousOfAdded(
	packages: readonly Pick<PackageTests, "id" | "total">[],
	whole: Fact<number> | undefined,
	added: readonly AddedTests[],
): PreviousFigure[] {
	const system = whole && "value" in whole ? [{ id: null, total: whole.value }] : [];
	const claimed = Map.groupBy(added, ({ of }) => of);
	return [...packages, ...system].flatMap(({ id, total }): PreviousFigure[] => {
		const claims = claimed.get(id) ?? [];
		const [claim] = claims;
		if (!claim || claims.some(({ count }) => count !== claim.count) || total === null || claim.count >= total)
			return [];
		const from = `${total} less ${claim.count} new`;
		return [{ kind: "tests", of: id, value: total - claim.count, words: from, from, handoff: null, line: claim.line }];
	});
}
