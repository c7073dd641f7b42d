import { normalise } from "../text.ts";
import { patternsOf } from "./count-patterns.ts";
import { type CountKey, countKeys, type Lexicon } from "./lexicon.ts";
import { plainDigits, readNumber, splitParentheses } from "./numbers.ts";
import type { Statement } from "./statements.ts";

/** One figure of a test run, or why it cannot be read. */
export type Figure = { readonly value: number; readonly rest: string } | { readonly reason: string };

export type Counts = Partial<Record<CountKey, Figure>>;

/** The figures that one statement gives, and how it is worded. */
export interface CountStatement {
	readonly counts: Counts;
	/** Whether the figures stand under their own labels ("Passed: 5"). */
	readonly labelled: boolean;
	/** The figure whose label the statement starts with, also where it gives no number ("Total: N/A"). */
	readonly key: CountKey | null;
	/** What the figures belong to where the statement names it ("PKG-A: 5 passed"). */
	readonly part: string | null;
	/** Whether it counts outcomes that are none of the four (errors, expected failures): then nothing may be derived. */
	readonly otherOutcomes: boolean;
}

/** Reads the test figures of one statement; null where it gives none. */
export function readCounts(statement: Statement, lexicon: Lexicon): CountStatement | null {
	const { label, value } = statement;
	const key = label ? lexicon.countKey(label.name) : null;
	if (label && key) {
		const counts = labelledCounts(key, value, label.name, lexicon);
		return { counts, labelled: true, key, part: null, otherOutcomes: countsOthers(value, lexicon) };
	}
	if (!patternsOf(lexicon).mayCount.test(statement.prose)) return null;
	const whole = label ? wholeLabel.exec(label.name)?.[1] : undefined;
	if (whole !== undefined) {
		const counts = { ...outcomes(value, lexicon, "tests"), total: figure(Number(whole)) };
		return { counts, labelled: true, key: null, part: null, otherOutcomes: countsOthers(value, lexicon) };
	}
	const neutral = !label || lexicon.is("neutral", label.name);
	if (label && !neutral && isOther(label.name, lexicon)) return null;
	if (label && !neutral && !lexicon.introduces(label.name)) return null;
	// "`test_verify.py`: 23/23": a label in code names the tests, too.
	const about =
		label && namedInCode.test(label.name) ? normalise(label.text.replace(/\W|_/g, " ")) : (label?.name ?? "");
	const counts = outcomes(label ? value : statement.prose, lexicon, about);
	// A tool's sum of its outcomes: "9 passed | 1 skipped (10)".
	const sum = statement.kind === "code" ? statement.prose.match(/\((\d+)\)\s*$/)?.[1] : undefined;
	if (sum !== undefined && counts.passed && !counts.total) counts.total = figure(Number(sum));
	if (!hasAny(counts)) return null;
	return {
		counts,
		labelled: statement.kind !== "code" && inlineLabels(statement.prose, lexicon),
		key: null,
		part: neutral ? null : (label?.text ?? null),
		otherOutcomes: countsOthers(statement.prose, lexicon),
	};
}

/** Whether a label names something else than tests; "Full suite" and "All packages" are runs of them. */
function isOther(label: string, lexicon: Lexicon): boolean {
	if (!lexicon.has("notTests", label) || lexicon.has("tests", label)) return false;
	if (lexicon.is("ownRunLabels", label)) return false;
	return !["regressionRun", "packageRun", "wholeOfParts", "sameLeads"].some((list) => lexicon.startsWith(list, label));
}

const namedInCode = /^code(?: code)*$/;

// "35 tests total: 34 passed, 1 skipped": the label is the total.
const wholeLabel = /^(?:ran )?(\d{1,9}) tests?(?: in)?(?: total| run| collected)?$/;

function hasAny(counts: Counts): boolean {
	return countKeys.some((key) => counts[key] !== undefined);
}

function labelledCounts(key: CountKey, value: string, label: string, lexicon: Lexicon): Counts {
	// Most labels have a figure behind them and nothing else.
	if (/^\d{1,9}$/.test(value)) return { [key]: figure(Number(value)) };
	const reading = readNumber(value, lexicon);
	const { main, asides } = splitParentheses(plainDigits(value));
	const counts: Counts = {};
	const said = outcomes(main, lexicon, label);
	// "Tests: 88/90 files pass, 1920/1923 tests pass": the first figures count something else.
	if (
		reading &&
		"rest" in reading &&
		/^(?:\p{L}+)/u.test(reading.rest) &&
		lexicon.startsWith("notTests", normalise(reading.rest))
	)
		return said;
	if (key === "total" && ("passed" in said || "failed" in said)) {
		Object.assign(counts, said);
		const alone = said.passed && !said.failed && !said.skipped && !said.total;
		// "Tests run: 24, Failures: 0": the label's own figure stands alone before the others.
		const apart = reading?.kind === "number" && !said.total && /^[,;|/]/.test(reading.rest);
		if (reading?.kind === "number" && (alone || apart)) counts.total = figure(reading.value, reading.rest);
	} else if (reading?.kind === "number") {
		const other = severalFigures(key, reading.rest, said, lexicon);
		counts[key] = other ? { reason: `"${value}" gives more than one figure` } : figure(reading.value, reading.rest);
		// "Passed: 23 tests" says no total.
		if (key !== "total" && said.total && "value" in said.total && said.total.value === reading.value) delete said.total;
		if (!other) for (const more of countKeys) if (more !== key && said[more]) counts[more] = said[more];
	} else if (reading?.kind === "fraction") {
		counts.total = figure(reading.whole, reading.rest);
		const part = key === "total" ? (lexicon.has("failed", normalise(reading.rest)) ? "failed" : "passed") : key;
		counts[part] = figure(reading.part, reading.rest);
	} else if (reading) counts[key] = { reason: reading.reason };
	else if (key === "total") Object.assign(counts, said);
	if (key === "total") for (const aside of asides) fill(counts, outcomes(aside, lexicon, "tests"));
	if (key === "total") addPassed(counts, main, lexicon);
	return counts;
}

/** "31 tests, all passing": none of them failed or was left out. */
function addPassed(counts: Counts, text: string, lexicon: Lexicon): void {
	const { total, passed, failed, skipped } = counts;
	if (!total || !("value" in total) || passed || countIn(failed) + countIn(skipped) > 0) return;
	const rest = text.split(segmentEnd).slice(1);
	if (rest.some((segment) => lexicon.is("allPassClaims", normalise(segment)))) counts.passed = total;
}

// "0 new, 2 pre-existing": a second figure that is no outcome of its own.
function severalFigures(key: CountKey, rest: string, said: Counts, lexicon: Lexicon): boolean {
	if (!/[,;]\s*(?:and\s+)?\d+\s+\p{L}/u.test(rest)) return false;
	const others = countKeys.filter((other) => other !== key && said[other]);
	return others.length === 0 || lexicon.has("qualifiers", normalise(rest.split(/[,;]/)[0] ?? ""));
}

function figure(value: number, rest = ""): Figure {
	return { value, rest: rest.replace(/^[\s,.;:–—-]+/, "").trim() };
}

function fill(counts: Counts, more: Counts): void {
	for (const key of countKeys) if (!counts[key] && more[key]) counts[key] = more[key];
}

// "28 → 31 tests": the figure before the arrow is that of before.
const olderFigure = /(?<![\d.,])\d{1,9}\s*(?:→|⟶|➜|-->|->|=>)\s*(?=\d)/gu;

function currentFigures(text: string): string {
	return /[→⟶➜>]/u.test(text) ? text.replace(olderFigure, "") : text;
}

const segmentEnd = /[;|·•]|,(?!\d)|\.(?=\s|$)|\s(?:--?|–|—)\s|\s\/\s(?=\p{L})|(?<=\p{L})\s\/\s/u;

/** The figures in running words: "234 passed, 2 failed in 2.3s", "28/28 PASS", "all 371 tests pass", "no failures". */
function outcomes(text: string, lexicon: Lexicon, label: string): Counts {
	const { main, asides } = splitParentheses(spelledOut(currentFigures(plainDigits(text)), lexicon));
	const counts: Counts = {};
	if (main.includes(";") && tellsSeveralRuns(main, lexicon)) return counts;
	const aboutTests = label !== "" && (lexicon.has("tests", label) || lexicon.is("neutral", label));
	for (const segment of main.split(segmentEnd)) readSegment(segment, counts, lexicon, aboutTests);
	for (const aside of asides) {
		if (lexicon.startsWith("comparisons", normalise(aside))) continue;
		const inside: Counts = {};
		for (const segment of aside.split(segmentEnd)) readSegment(segment, inside, lexicon, aboutTests);
		fill(counts, inside);
	}
	addPassed(counts, main, lexicon);
	// "All 48 tests pass (3 skipped)": of 48 or of 51.
	if (countIn(counts.skipped) > 0 && patternsOf(lexicon).all.test(main))
		counts.total = { reason: `"${text.trim()}" does not tell whether what was skipped is among them` };
	return counts;
}

/** Whether the clauses of a line count several runs: "29 passed, 0 failed (PKG-A); 17 passed, 0 failed (PKG-B)". */
function tellsSeveralRuns(main: string, lexicon: Lexicon): boolean {
	const { outcome } = patternsOf(lexicon);
	const passed = main.split(";").flatMap((clause) => {
		const [first] = [...clause.matchAll(outcome)].filter(({ groups }) => groups?.passed);
		return first ? [first[1]] : [];
	});
	return new Set(passed).size > 1;
}

function countIn(counted: Figure | undefined): number {
	return counted && "value" in counted ? counted.value : 0;
}

/** "two tests failed and one was skipped" with digits for the numerals that count outcomes. */
function spelledOut(text: string, lexicon: Lexicon): string {
	const { spelled, numerals, numeral: anyNumeral } = patternsOf(lexicon);
	if (!anyNumeral.test(text)) return text;
	return text.replace(spelled, (numeral) => String(numerals.indexOf(numeral.toLowerCase())));
}

function readSegment(segment: string, counts: Counts, lexicon: Lexicon, aboutTests: boolean): void {
	if (!/\d/.test(segment) && !/\b(?:no|zero|none|nothing|without)\b/i.test(segment)) return;
	const words = normalise(segment);
	if (lexicon.has("goneWords", words)) return;
	const { outcome, none, tests, all, fraction, wholePair, outOf, notTests } = patternsOf(lexicon);
	const namesTests = lexicon.has("tests", normalise(words.replace(notTests, "")));
	if (lexicon.has("notTests", words) && !namesTests) return;
	const set = (key: CountKey, value: string | undefined) => {
		if (!counts[key] && value !== undefined) counts[key] = figure(Number(value));
	};
	const pair = segment.match(pairBeginning) ?? segment.match(wholePair);
	const pairKey = pair?.[1] ? lexicon.countKey(normalise(pair[1])) : null;
	if (pairKey) {
		set(pairKey, pair?.[2]);
		return;
	}
	const passes = lexicon.has("passed", words);
	const fails = lexicon.has("failed", words);
	for (const match of segment.matchAll(fraction)) {
		if (!passes && !fails && !namesTests && !aboutTests) continue;
		if (Number(match[1]) > Number(match[2])) {
			// "1310 / 1301 passed / 9 skipped": a total before its parts.
			if (match.index === segment.search(/\S/)) set("total", match[1]);
			continue;
		}
		set(fails && !passes ? "failed" : "passed", match[1]);
		set("total", match[2]);
		return;
	}
	const every = segment.match(all);
	if (every) {
		if (isNew(segment, every[1] ?? "", lexicon)) return;
		set("total", every[1]);
		set("passed", every[1]);
		return;
	}
	for (const match of segment.matchAll(outcome))
		for (const key of countKeys) if (match.groups?.[key]) set(key, match[1]);
	const whole = segment.match(outOf)?.[1];
	if (whole !== undefined && (counts.passed || counts.failed)) set("total", whole);
	const without = segment.match(none);
	if (without?.groups?.failed) set("failed", "0");
	if (without?.groups?.skipped) set("skipped", "0");
	const counted = segment.match(tests);
	if (counted && !counts.passed && !counts.failed) set("total", counted[1]);
}

/** "We added 12 tests and all 12 pass": the tests that are new, of more. */
function isNew(segment: string, figure: string, lexicon: Lexicon): boolean {
	const at = segment.search(new RegExp(`(?<!\\d)${figure}(?!\\d)`, "u"));
	const around = segment.slice(Math.max(0, at - nearby), at + figure.length + nearby);
	return segment.indexOf(figure, at + figure.length) > at && lexicon.has("newParts", normalise(around));
}

const nearby = 12;

// "Passed: 5" at the start of a segment.
const pairBeginning = /^\s*(\p{L}[\p{L} ]{2,30})\s*[:=]\s*(\d+)(?![\d./%])/u;

function countsOthers(text: string, lexicon: Lexicon): boolean {
	return patternsOf(lexicon).others.test(text);
}

function inlineLabels(prose: string, lexicon: Lexicon): boolean {
	const opening = prose.split(segmentEnd)[0];
	const first = (opening?.match(pairBeginning) ?? opening?.match(patternsOf(lexicon).wholePair))?.[1];
	return first !== undefined && lexicon.countKey(normalise(first)) !== null;
}
