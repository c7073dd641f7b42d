import { normalise } from "../../text/text.ts";
import { type CountKey, countKeys, type Lexicon } from "../text/lexicon.ts";
import { patternsOf } from "./count-patterns.ts";
import { type Counts, figure } from "./figure.ts";
import { subjects } from "./things.ts";

/** A clause that may count tests, and what its words say of them. */
interface Clause {
	/** Without what it counts as a part of a whole: of "15 of the 24 tests pass", 24 is no count of what passed. */
	readonly text: string;
	readonly words: string;
	readonly namesTests: boolean;
	readonly passes: boolean;
	readonly fails: boolean;
}

/** Keeps a figure, unless there is one of its kind. */
type Keep = (key: CountKey, value: string | undefined) => void;

/**
 * Reads the figures of one clause into counts that may hold some already: "234 passed", "28/28 PASS", "all 371 tests pass".
 * @param aboutTests whether a label before it says that it is about tests
 */
export function readClause(whole: string, counts: Counts, lexicon: Lexicon, aboutTests: boolean): void {
	if (!/\d/.test(whole) && !patternsOf(lexicon).mayBeNone.test(whole)) return;
	const words = normalise(whole);
	if (lexicon.has("goneWords", words) || (lexicon.has("failed", words) && lexicon.has("olderClauses", words))) return;
	const { kinds, notTests, oneAmong, partOf } = patternsOf(lexicon);
	if (oneAmong.test(whole)) return;
	const namesTests = lexicon.has("tests", normalise(words.replace(notTests, "")));
	if (lexicon.has("notTests", words.replace(subjects, "")) && !namesTests) return;
	const keep: Keep = (key, value) => {
		if (!counts[key] && value !== undefined) counts[key] = figure(Number(value));
	};
	for (const { groups, 1: part, 2: of } of whole.matchAll(partOf)) {
		for (const key of countKeys) if (groups?.[key]) keep(key, part);
		keep("total", of);
	}
	const text = whole.replace(partOf, " ");
	if (readPair(text, keep, lexicon)) return;
	const passes = lexicon.has("passed", words) || lexicon.entries("passMarks").some((mark) => whole.includes(mark));
	const clause: Clause = { text, words, namesTests, passes, fails: lexicon.has("failed", words) };
	if (readFraction(clause, keep, lexicon, aboutTests)) return;
	const several = namesTests && new Set([...text.matchAll(kinds)].map(([, count]) => count)).size > 1;
	if (!several && readAll(text, keep, lexicon)) return;
	readOutcomes(clause, counts, keep, lexicon, several);
}

/** "Passed: 5": whether a clause is a label and its figure. */
function readPair(text: string, keep: Keep, lexicon: Lexicon): boolean {
	const pair = text.match(pairBeginning) ?? text.match(patternsOf(lexicon).wholePair);
	const key = pair?.[1] ? lexicon.countKey(normalise(pair[1])) : null;
	if (key) keep(key, pair?.[2]);
	return key !== null;
}

/** "28/28 PASS": whether a clause counts a part and the whole. */
function readFraction({ text, words, ...clause }: Clause, keep: Keep, lexicon: Lexicon, aboutTests: boolean): boolean {
	const { passes, fails } = clause;
	const isOfTests = () => passes || fails || clause.namesTests || aboutTests || isResult(words, lexicon);
	for (const { 1: part, 2: whole, index } of text.matchAll(patternsOf(lexicon).fraction)) {
		if (!isOfTests()) continue;
		if (Number(part) > Number(whole)) {
			// "1310 / 1301 passed / 9 skipped": a total before its parts, unlike "4440 / 0 / 19".
			if ((passes || fails) && index === text.search(/\S/)) keep("total", part);
			continue;
		}
		keep(fails && !passes ? "failed" : "passed", part);
		keep("total", whole);
		return true;
	}
	return false;
}

/** "All 371 tests pass": whether a clause says so of all, or of all that are new. */
function readAll(text: string, keep: Keep, lexicon: Lexicon): boolean {
	const { all, ofPackage } = patternsOf(lexicon);
	const every = text.match(all) ?? text.match(ofPackage);
	if (!every) return false;
	if (isNew(text, every[1] ?? "", lexicon)) return true;
	keep("total", every[1]);
	keep("passed", every[1]);
	return true;
}

/** "234 passed, 2 failed", "no failures", "240 tests". */
function readOutcomes(clause: Clause, counts: Counts, keep: Keep, lexicon: Lexicon, several: boolean): void {
	const { text, words, passes, namesTests } = clause;
	const { kindPassed, kindSkipped, mended, none, outcome, outOf, tests, verbFirst } = patternsOf(lexicon);
	for (const match of text.matchAll(outcome)) {
		// "The 5 failing tests pass as well"
		if (match.groups?.failed && mended.test(text.slice(match.index + match[0].length))) continue;
		for (const key of countKeys) if (match.groups?.[key]) keep(key, match[1]);
	}
	if (passes && namesTests) {
		keep("passed", text.match(verbFirst)?.[1]);
		if (!several) keep("passed", text.match(kindPassed)?.[1]);
	}
	if (counts.passed || counts.failed) keep("total", text.match(outOf)?.[1]);
	if (counts.passed && lexicon.has("skipped", words)) keep("skipped", kindSkipped.exec(text)?.[1]);
	for (const { groups } of text.matchAll(none)) {
		if (groups?.failed) keep("failed", "0");
		if (groups?.skipped) keep("skipped", "0");
	}
	const counted = several ? null : text.match(tests);
	if (counted && !counts.passed && !counts.failed && !lexicon.startsWith("addedTests", behind(text, counted)))
		keep("total", counted[1]);
}

/** "The result is 83 out of 83". */
function isResult(words: string, lexicon: Lexicon): boolean {
	return lexicon.startsWith("resultLeads", words);
}

function behind(text: string, { index = 0, 0: { length } }: RegExpMatchArray): string {
	return normalise(text.slice(index + length));
}

/** "We added 12 tests and all 12 pass": the tests that are new, of more. */
function isNew(text: string, count: string, lexicon: Lexicon): boolean {
	const at = text.search(new RegExp(`(?<!\\d)${count}(?!\\d)`, "u"));
	const around = text.slice(Math.max(0, at - nearby), at + count.length + nearby);
	return text.indexOf(count, at + count.length) > at && lexicon.has("newParts", normalise(around));
}

const nearby = 12;

// "Passed: 5" at the start of a segment.
export const pairBeginning = /^\s*(\p{L}[\p{L} ]{2,30})\s*[:=]\s*(\d+)(?![\d./%])/u;
