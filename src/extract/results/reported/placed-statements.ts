import { factValue } from "#model/facts.ts";
import { patternFrom } from "../../text/patterns.ts";
import { normalise } from "../../text/text.ts";
import type { PlacedStatement } from "../counts/previous.ts";
import { onlyId, ownPackage } from "../runs/package-tests.ts";
import { plainDigits } from "../text/numbers.ts";
import type { ResultsReading } from "./results-reading.ts";

/** Every statement of the sections with figures, with the package that it speaks of. */
export function placedStatements({
	tests,
	regression,
	baseline,
	cleanRoom,
	facts,
	standard,
	lexicon,
}: ResultsReading): PlacedStatement[] {
	const packageId = patternFrom(standard.packageId, "gu");
	const shared = new Set([...regression, ...baseline, ...cleanRoom]);
	const own = ownPackage(facts, standard, lexicon);
	return [...new Set([...tests, ...regression, ...baseline, ...cleanRoom])].flatMap((section) => {
		const ofSection = shared.has(section) ? null : (onlyId(section.heading.title, packageId) ?? own ?? "");
		return section.blocks
			.filter(({ name }) => !lexicon.has("expectation", name))
			.flatMap(({ title, statements }) => {
				const ofBlock = onlyId(title ?? "", packageId) ?? ofSection;
				return statements.map((said) => ({
					said,
					of: onlyId(said.label?.text ?? "", packageId) ?? ofBlock,
					inRun: regression.includes(section),
				}));
			});
	});
}

/** The notes that speak of the system's total: they may say what it was before. */
export function notesOfTotal({ outline, section, facts, lexicon }: ResultsReading): PlacedStatement[] {
	const total = factValue(facts["baseline.totalTests"]) ?? factValue(facts["regression.total"]);
	if (total === undefined) return [];
	const digits = String(total);
	const notes = outline.filter(({ keys }) => keys.includes("notesForReviewer"));
	return notes.flatMap((heading) =>
		section(heading).blocks.flatMap(({ statements }) =>
			statements.flatMap((said): PlacedStatement[] => {
				// What was there before is told in figures.
				if (!/\d/.test(said.prose)) return [];
				if (names(plainDigits(said.prose), digits)) return [{ said, of: null, ofTotal: true }];
				return lexicon.has("leftWith", normalise(said.prose)) ? [{ said, of: null, leaves: true }] : [];
			}),
		),
	);
}

/** Whether a figure stands in a text and is no part of a longer one. Each document has its own: compiling it takes longer. */
function names(text: string, digits: string): boolean {
	for (let at = text.indexOf(digits); at !== -1; at = text.indexOf(digits, at + 1)) {
		const end = at + digits.length;
		if (!/[\d.,]/.test(text.charAt(at - 1)) && !/^[.,]?\d/.test(text.slice(end, end + 2))) return true;
	}
	return false;
}
