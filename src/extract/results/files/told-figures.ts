import type { Fact } from "#model/facts.ts";
import { notStated } from "#model/facts.ts";
import type { Standard } from "#model/standard.ts";
import { matchSections } from "../../outline/outline.ts";
import type { Section } from "../text/blocks.ts";

const figure = /^\W{0,4}(\d{1,4})(?:\s+files?)?\W{0,4}$/u;

// Lower ranks are of titles that only a pattern covers.
const leastRank = 3;

/**
 * How many files a labelled line counts: "**Files Modified:** 3". Lines that count both kinds together, or that differ, say
 * nothing of either.
 */
export function filesCounted(
	sections: readonly Section[],
	key: "filesCreated" | "filesModified",
	{ sections: { results } }: Standard,
): Fact<number> {
	const told = sections.flatMap(({ blocks }) =>
		blocks.flatMap(({ statements }) =>
			statements.flatMap(({ label, value, line }) => {
				const count = label ? figure.exec(value)?.[1] : undefined;
				if (!label || count === undefined || !/file/iu.test(label.text)) return [];
				const named = [...matchSections(label.text, results)].filter(([, rank]) => rank >= leastRank);
				return named.length === 1 && named[0]?.[0] === key ? [{ value: Number(count), line }] : [];
			}),
		),
	);
	const [first] = told;
	return first && told.every(({ value }) => value === first.value) ? { state: "stated", ...first } : notStated;
}
