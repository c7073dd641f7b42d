import { why } from "#words/because.ts";
import { patternFrom } from "../../text/patterns.ts";
import { normalise } from "../../text/text.ts";
import { countKeys, type Lexicon } from "../text/lexicon.ts";
import { compoundDigits, plainDigits, splitParentheses } from "../text/numbers.ts";
import { readClause } from "./clause.ts";
import { patternsOf } from "./count-patterns.ts";
import { type Counts, countIn, figure, fill } from "./figure.ts";
import { currentSentences } from "./other-sentences.ts";
import { ofTests } from "./things.ts";

/** The figures in running words: "234 passed, 2 failed in 2.3s", "28/28 PASS", "all 371 tests pass", "no failures". */
export function outcomes(text: string, lexicon: Lexicon, label: string): Counts {
	const own = currentSentences(withoutOthersAsides(separated(plainDigits(text)), lexicon), lexicon);
	const { main, asides } = splitParentheses(wholeAndRest(spelledOut(currentFigures(own, lexicon), lexicon), lexicon));
	const counts: Counts = {};
	if (main.includes(";") && tellsSeveralRuns(main, lexicon)) return counts;
	const aboutTests = label !== "" && (lexicon.has("tests", label) || lexicon.is("neutral", label));
	const segments = ofTests(main.split(segmentEnd), lexicon);
	for (const segment of segments) readClause(segment, counts, lexicon, aboutTests);
	if (!counts.total) tellTotal(segments, counts, lexicon);
	for (const aside of asides) {
		if (lexicon.startsWith("comparisons", normalise(aside))) continue;
		const inside: Counts = {};
		for (const segment of aside.split(segmentEnd)) readClause(segment, inside, lexicon, aboutTests);
		// "The list of failures is that of H-3: identical (2 tests)": failures are counted.
		if (isEmpty(counts) && lexicon.has("failureWords", label)) delete inside.total;
		fill(counts, inside);
	}
	if ((counts.passed || counts.total) && !counts.failed) {
		const beside = asides.find(
			(aside) => !["comparisons", "before"].some((list) => lexicon.has(list, normalise(aside))),
		);
		for (const text of [main, beside ?? ""]) if (!counts.failed) addOldFailures(counts, text, lexicon);
	}
	addPassed(counts, main, lexicon);
	// "OK (31 tests, 64 assertions)", "passed, 3 tests"
	const [opening = ""] = main.split(segmentEnd, 1);
	if (lexicon.is("allPassed", normalise(main)) || lexicon.is("allPassed", normalise(opening))) allOfThem(counts);
	if (main.includes("%") && patternsOf(lexicon).every.test(main)) allOfThem(counts);
	// "All 48 tests pass (3 skipped)": of 48 or of 51.
	const every = Number(patternsOf(lexicon).all.exec(main)?.[1]);
	if (countIn(counts.skipped) > 0 && countIn(counts.total) === every)
		counts.total = why("skippedAmongThem", { words: text.trim() });
	return counts;
}

/** "passed=420 failed=0" and "tests 13   pass 13   fail 0" with commas between the pairs: the figure is not the next word's. */
function separated(text: string): string {
	const pairs =
		text.includes("=") || text.includes(":")
			? text.replace(/:\s+(?=\p{L}+=\d)/gu, ", ").replace(keyedPair, "$1, ")
			: text;
	return labelsFirst.test(pairs) ? pairs.replace(/(\d)\s+(?=\p{L})/gu, "$1, ") : pairs;
}

const keyedPair = /(\p{L}\s?[=:]\s?\d{1,9})\s+(?=\p{L}[\p{L}_ ]{0,30}[=:]\s?\d)/gu;
const labelsFirst = /^\W*\p{L}+\s+\d{1,9}(?:\s+\p{L}+\s+\d{1,9})+\W*$/u;

/** "Everything else (120 tests) passes" as what passed, "all but two of the 122 tests" without what did not. */
function wholeAndRest(text: string, lexicon: Lexicon): string {
	const { rest, allBut, mayBeRest, suiteOf } = patternsOf(lexicon);
	const said = text.includes(" of ") ? text.replace(suiteOf, "all ") : text;
	if (!mayBeRest.test(said)) return said;
	return said.replace(rest, "$1 passed").replace(allBut, `$1 ${lexicon.entries("tests")[0]}`);
}

function isEmpty(counts: Counts): boolean {
	return countKeys.every((key) => !counts[key]);
}

/** "4014 pass / 4 pre-existing failures": what fails beside what passes, told by its kind. */
function addOldFailures(counts: Counts, text: string, lexicon: Lexicon): void {
	const count = patternsOf(lexicon).oldFailures.exec(text)?.[1];
	if (count !== undefined) counts.failed = figure(Number(count));
}

/** "31 tests, all passing": none of them failed or was left out. */
export function addPassed(counts: Counts, text: string, lexicon: Lexicon): void {
	const rest = text.split(segmentEnd).slice(1);
	if (rest.some((segment) => claimsAll(segment, lexicon))) allOfThem(counts);
}

/** Whether a clause says of all tests that they pass, also where or with what: "All of them pass on both machines". */
export function claimsAll(clause: string, lexicon: Lexicon): boolean {
	const words = normalise(clause).replace(patternsOf(lexicon).claimLead, "");
	if (lexicon.is("allPassClaims", words)) return true;
	// "Pass rate: 99.5 %"
	if (lexicon.startsWith("rateLabels", words)) return false;
	if (!lexicon.startsWith("allPassClaims", words) || /\d/.test(words)) return false;
	return ["except", "negations", "before", "gateWords"].every((list) => !lexicon.has(list, words));
}

/** As many passed as there are, where no other outcome is counted. */
export function allOfThem(counts: Counts): void {
	const { total, passed, failed, skipped } = counts;
	if (!total || !("value" in total) || passed || countIn(failed) + countIn(skipped) > 0) return;
	counts.passed = total;
}

/** A text without figures of before: "28 → 31 tests", "from 28 to 31 tests", "from 28 tests to 31", "by 3 tests to 31". */
export function currentFigures(text: string, lexicon: Lexicon): string {
	const { changes, namedOlder, added, olderFigure } = patternsOf(lexicon);
	if (!changes.test(text)) return text;
	return text.replace(namedOlder, "$2 $1").replace(added, "$2 $1").replace(olderFigure, "");
}

const otherName = "\\p{Lu}[\\p{Lu}\\p{N}]*(?:-[\\p{Lu}\\p{N}]+){0,4}[- #]?\\d{1,4}\\p{Lu}?";

/** "Compared with HANDOFF-37 (433 tests)": the figures in brackets are the other's, unless that is a package. */
function withoutOthersAsides(text: string, { packageId, pattern }: Lexicon): string {
	if (!text.includes("(")) return text;
	const aside = patternFrom(
		`((?:${pattern("comparisonLeads")})\\s+(?!${packageId})${otherName})\\s*\\([^()]*\\d[^()]*\\)`,
		"giu",
	);
	return text.replace(aside, "$1");
}

export const segmentEnd = /[;|·•]|,(?!\d)|\.(?=\s|$)|\s(?:--?|–|—)\s|\s\/\s(?=\p{L})|(?<=\p{L})\s\/\s/u;

/** Whether the clauses of a line count several runs: "29 passed, 0 failed (PKG-A); 17 passed, 0 failed (PKG-B)". */
function tellsSeveralRuns(main: string, lexicon: Lexicon): boolean {
	const { outcome } = patternsOf(lexicon);
	const passed = main.split(";").flatMap((clause) => {
		const [first] = [...clause.matchAll(outcome)].filter(({ groups }) => groups?.passed);
		return first ? [first[1]] : [];
	});
	return new Set(passed).size > 1;
}

/** "two tests failed and one was skipped" with digits for the numerals that count outcomes. */
function spelledOut(text: string, lexicon: Lexicon): string {
	const { spelled, numerals, numeral: anyNumeral } = patternsOf(lexicon);
	const plain = compoundDigits(text, lexicon);
	if (!anyNumeral.test(plain)) return plain;
	return plain.replace(spelled, (numeral) => String(numerals.indexOf(numeral.toLowerCase())));
}

/** "The package has 38 tests", unless they are new ones or fewer than passed. */
function tellTotal(segments: readonly string[], counts: Counts, lexicon: Lexicon): void {
	const { told } = patternsOf(lexicon);
	// "PKG-A-001 has 12 tests and PKG-B-001 has 20".
	if (new Set(segments.join(" ").match(patternFrom(lexicon.packageId, "gu"))).size > 1) return;
	for (const segment of segments) {
		const match = told.exec(segment);
		const [, before = "", total = "", behind = ""] = match ?? [];
		if (!match || Number(total) < countIn(counts.passed)) continue;
		if (["before", "newParts", "eachOf"].some((list) => lexicon.has(list, normalise(before)))) continue;
		if (lexicon.startsWith("partOfTests", normalise(behind)) && !isOfWhole(behind, lexicon)) continue;
		counts.total = figure(Number(total));
		return;
	}
}

/** "… for the new package", "… on the host". */
function isOfWhole(behind: string, lexicon: Lexicon): boolean {
	const [place, ...words] = normalise(behind).split(" ").slice(0, 4);
	if (lexicon.has("runSubjects", words.join(" "))) return true;
	return place === "on" && lexicon.has("testMachines", words.slice(0, 2).join(" "));
}
