import { countMarks, type VerdictMark } from "#model/verdicts.ts";
import { filterMarks, filterWords } from "./model.ts";

/** A row's totals, in the order of the filters that show what they count. */
export function totalsOf(marks: Iterable<VerdictMark>): number[] {
	const counts = countMarks(marks);
	return filterWords.map((word) => filterMarks[word].reduce((sum, mark) => sum + counts[mark], 0));
}
