import { type Facts, factValue } from "#model/facts.ts";
import { normalise } from "../../text/text.ts";
import type { Lexicon } from "../text/lexicon.ts";

/**
 * Whether a sentence of the notes leaves failing tests to be mended that the document nowhere counts as new: "Three tests broke
 * with the new table; H-8A has to repair them". Where failures are counted, only one that the work caused is meant.
 */
export function leavesFailures(text: string, facts: Facts, lexicon: Lexicon): boolean {
	if (!isFailure.test(text) || !/test/iu.test(text)) return false;
	if (factValue(facts["regression.newFailures"]) !== "NONE") return false;
	const words = normalise(text);
	if (!lexicon.has("openWords", words) || lexicon.has("preExisting", words) || lexicon.has("otherRuns", words))
		return false;
	const counted = (factValue(facts["regression.failed"]) ?? 0) + (factValue(facts["tests.failed"]) ?? 0) > 0;
	return !counted || lexicon.has("ownChange", words);
}

/** What the word lists are not asked without. */
const isFailure = /(?<![\p{L}])(?:fail(?:s|ed|ing|ures?)?|br[eo]ke?n?|red)(?![\p{L}])/iu;
