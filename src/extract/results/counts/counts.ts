import { why } from "#words/because.ts";
import { patternFrom } from "../../text/patterns.ts";
import { normalise } from "../../text/text.ts";
import { type CountKey, countKeys, type Lexicon } from "../text/lexicon.ts";
import { plainDigits, readNumber, splitParentheses } from "../text/numbers.ts";
import type { Statement } from "../text/statements.ts";
import { pairBeginning } from "./clause.ts";
import { patternsOf } from "./count-patterns.ts";
import { type Counts, figure, fill } from "./figure.ts";
import { runsAlso, tellsRedPhase } from "./other-sentences.ts";
import { addPassed, allOfThem, outcomes, segmentEnd } from "./outcomes.ts";

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
	const { label, value, prose } = statement;
	// "I watched them fail: 4 failed. Now 31 pass.": what is behind the colon belongs to the sentence.
	if (label && tellsRedPhase(label.text, lexicon))
		return readCounts({ ...statement, label: null, value: prose }, lexicon);
	if (label && runsAlso(label.text, lexicon)) return null;
	const after =
		label && lexicon.is("before", lastWord(label.name)) ? patternsOf(lexicon).thenAfter.exec(value)?.[1] : undefined;
	// "Suite before: 352 tests; after: 376 tests".
	if (after !== undefined) return readCounts({ ...statement, label: null, value: after, prose: after }, lexicon);
	const key = label ? lexicon.countKey(label.name) : null;
	if (label && key) {
		const counts = labelledCounts(key, value, label.name, lexicon);
		return { counts, labelled: true, key, part: null, otherOutcomes: countsOthers(value, lexicon) };
	}
	if (!patternsOf(lexicon).mayCount.test(statement.prose)) return null;
	// "Test Files  1 failed | 1 passed (2)" above the tests.
	if (statement.kind === "code" && lexicon.startsWith("notTestPhrases", normalise(statement.prose))) return null;
	const whole = label ? wholeIn(label, lexicon) : null;
	if (whole !== null) {
		const counts = { ...outcomes(value, lexicon, "tests"), total: figure(whole) };
		return { counts, labelled: true, key: null, part: null, otherOutcomes: countsOthers(value, lexicon) };
	}
	const neutral = !label || lexicon.is("neutral", label.name) || isRan(label, lexicon) || namesAll(label.name, lexicon);
	const clause = label && !neutral ? countedClause(label, lexicon) : null;
	if (clause) return clause;
	if (label && !neutral && [label.name, label.name.replace(article, "")].every((name) => isOther(name, lexicon)))
		return null;
	if (label && !neutral && !lexicon.introduces(label.name)) return null;
	// "`test_verify.py`: 23/23": a label in code names the tests, too.
	const about =
		label && namedInCode.test(label.name) ? normalise(label.text.replace(/\W|_/g, " ")) : (label?.name ?? "");
	const counts = outcomes(label ? value : statement.prose, lexicon, about);
	// A tool's sum of its outcomes: "9 passed | 1 skipped (10)".
	const sum = statement.kind === "code" ? statement.prose.match(/\((\d+)\)\s*$/)?.[1] : undefined;
	if (sum !== undefined && counts.passed && !counts.total) counts.total = figure(Number(sum));
	if (statement.kind !== "code") addSumInBrackets(counts, statement.prose, lexicon);
	// "The regression is without failures: 557 tests".
	const nones = label && !neutral && !counts.failed ? [...label.text.matchAll(patternsOf(lexicon).none)] : [];
	if (nones.some(({ groups }) => groups?.failed)) counts.failed = figure(0);
	// "The whole suite is green: 557 tests".
	if (label && !neutral && lexicon.is("passed", lastWord(label.name))) allOfThem(counts);
	if (!hasAny(counts)) return null;
	return {
		counts,
		labelled: statement.kind !== "code" && inlineLabels(statement.prose, lexicon),
		key: null,
		part: label ? (neutral ? null : label.text) : packageOf(statement, lexicon),
		otherOutcomes: countsOthers(statement.prose, lexicon) || tellsSkipped(statement, counts, lexicon),
	};
}

/** "All 29 packages": a label that counts all that was run. */
function namesAll(name: string, lexicon: Lexicon): boolean {
	return /^\D+ \d+ \D+$/.test(name) && lexicon.is("totalRow", name.replace(/ \d+/, ""));
}

/** The package that a sentence is about: "PKG-A-001 comes with 29 tests". */
function packageOf({ kind, prose }: Statement, lexicon: Lexicon): string | null {
	if (kind !== "paragraph") return null;
	const subject = patternFrom(`^\\W*(${lexicon.packageId})\\s+${subjectEnd}`, "u");
	const [, id, verb = ""] = subject.exec(prose) ?? [];
	return id !== undefined && lexicon.startsWith("countVerbs", normalise(verb)) ? id : null;
}

const subjectEnd = "(?:(?:now|itself)\\s+)?(\\p{Ll}+\\s+\\p{Ll}+|\\p{Ll}+)";

/** "Nine of them failed: six are old": a label that counts outcomes, and what follows tells of them. */
function countedClause({ text }: Statement["label"] & object, lexicon: Lexicon): CountStatement | null {
	const { numerals } = patternsOf(lexicon);
	const [opening = ""] = text.split(/\s/u, 1);
	if (!/^\W{0,4}(?:\d|no(?:t|ne)?\b|nothing\b)/iu.test(opening) && !numerals.includes(opening.toLowerCase()))
		return null;
	const counts = outcomes(text, lexicon, "");
	if (!counts.passed && !counts.failed && !counts.skipped) return null;
	return { counts, labelled: false, key: null, part: null, otherOutcomes: countsOthers(text, lexicon) };
}

/** "I ran everything again, to be sure: 757 tests": a label that says no more than that tests were run. */
export function isRan({ name, text }: Statement["label"] & object, lexicon: Lexicon): boolean {
	if (!lexicon.startsWith("ranLeads", withoutStep(name, lexicon)) || /\d/.test(text) || namedInCode.test(name))
		return false;
	return ["narrowedRuns", "partialRuns", "before", "newParts"].every((list) => !lexicon.has(list, name));
}

/** "After that I ran everything", without the words that only say when. */
function withoutStep(name: string, lexicon: Lexicon): string {
	if (!lexicon.startsWith("orderSteps", name)) return name;
	const step = lexicon.entries("orderSteps").find((words) => name.startsWith(`${words} `)) ?? "";
	return name.slice(step.length).trimStart();
}

const article = /^(?:the|this|our|my|its) /;

/** Whether a label names something else than tests; "Full suite" and "All packages" are runs of them. */
function isOther(label: string, lexicon: Lexicon): boolean {
	if (!lexicon.has("notTests", label) || lexicon.has("tests", label)) return false;
	if (lexicon.is("ownRunLabels", label)) return false;
	return !["regressionRun", "packageRun", "wholeOfParts", "sameLeads", "withWork"].some((list) =>
		lexicon.startsWith(list, label),
	);
}

/** The name of a label that is in code as a whole. */
export const namedInCode = /^code(?: code)*$/;

const wholeLabel = /^(?:(.{1,80}) )?(\d{1,9}) tests?(?: (.{1,60}))?$/;

/** The total that a label gives: "35 tests total: 34 passed", "Altogether 75 tests:", "The suite reports 214 tests:". */
function wholeIn({ text }: Statement["label"] & object, lexicon: Lexicon): number | null {
	const plain = plainDigits(splitParentheses(text).main);
	const name = normalise(plain);
	const [match, before = "", total, behind = ""] = wholeLabel.exec(name) ?? [];
	if (match === undefined) return null;
	const opens =
		before === "" ||
		lexicon.is("wholeLeads", before) ||
		patternsOf(lexicon).told.test(plain) ||
		toolRan(before, lexicon);
	// "427 tests in four suites", unlike "12 tests in test_a.py".
	const ends = behind === "" || lexicon.is("wholeEnds", behind) || lexicon.is("partsTogether", lastWord(behind));
	const other = ["before", "newParts", "eachOf"].some((list) => lexicon.has(list, name));
	return opens && ends && !other ? Number(total) : null;
}

/** "`pytest mail` ran 138 tests: 137 passed": what a tool did, up to its figure. */
function toolRan(before: string, lexicon: Lexicon): boolean {
	return lexicon.startsWith("testTools", before) && lexicon.is("countVerbs", lastWord(before));
}

function lastWord(words: string): string {
	return words.split(" ").at(-1) ?? "";
}

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
		const apart = reading?.kind === "number" && !said.total && /^[,;|/.]/.test(reading.rest);
		if (reading?.kind === "number" && (alone || apart)) counts.total = figure(reading.value, reading.rest);
	} else if (reading?.kind === "number") {
		const other = severalFigures(key, reading.rest, said, lexicon);
		counts[key] = other ? why("severalFigures", { words: value }) : figure(reading.value, reading.rest);
		// "Passed: 23 tests" says no total.
		if (key !== "total" && said.total && "value" in said.total && said.total.value === reading.value) delete said.total;
		if (!other) for (const more of countKeys) if (more !== key && said[more]) counts[more] = said[more];
		// "Total test count: 33 passed across 9 test files"
		const behind = normalise(reading.rest);
		const isPassed = lexicon.startsWith("passed", behind) && !lexicon.startsWith("rateLabels", behind);
		if (key === "total" && !other && !counts.passed && isPassed) counts.passed = figure(reading.value);
	} else if (reading?.kind === "fraction") {
		counts.total = figure(reading.whole, reading.rest);
		const part = key === "total" ? (lexicon.has("failed", normalise(reading.rest)) ? "failed" : "passed") : key;
		counts[part] = figure(reading.part, reading.rest);
	} else if (reading) counts[key] = { reason: reading.reason, said: reading.said };
	else if (key === "total") Object.assign(counts, said);
	if (key === "total") for (const aside of asides) fill(counts, outcomes(aside, lexicon, "tests"));
	if (key === "total") addPassed(counts, main, lexicon);
	if (!counts.total) addSum(counts, asides.at(-1) ?? "");
	return counts;
}

/** "880 passed | 3 skipped (883)": a figure in brackets that the outcomes before it come to. */
function addSum(counts: Counts, aside: string): void {
	if (!/^\d{1,9}$/.test(aside)) return;
	const outcomes = [counts.passed, counts.failed, counts.skipped];
	const sum = outcomes.reduce((all, one) => all + (one && "value" in one ? one.value : 0), 0);
	if (sum === Number(aside)) counts.total = figure(sum);
}

/** "5037 passed | 18 failed | 10 todo (5065)": the same in running words, where other outcomes may be counted with them. */
function addSumInBrackets(counts: Counts, prose: string, lexicon: Lexicon): void {
	if (counts.total || !counts.passed || !prose.includes("(")) return;
	const others = Number.parseInt(patternsOf(lexicon).others.exec(prose)?.[0] ?? "0", 10);
	const counted = [counts.passed, counts.failed, counts.skipped].flatMap((one) =>
		one && "value" in one ? one.value : [],
	);
	const all = counted.reduce((sum, one) => sum + one, others);
	const parts = counted.length + (others > 0 ? 1 : 0);
	if (parts > 1 && [...prose.matchAll(/\((\d{1,9})\)/g)].some(([, sum]) => Number(sum) === all))
		counts.total = figure(all);
}

// "0 new, 2 pre-existing": a second figure that is no outcome of its own.
function severalFigures(key: CountKey, rest: string, said: Counts, lexicon: Lexicon): boolean {
	if (!/[,;]\s*(?:and\s+)?\d+\s+\p{L}/u.test(rest)) return false;
	const others = countKeys.filter((other) => other !== key && said[other]);
	return others.length === 0 || lexicon.has("qualifiers", normalise(rest.split(/[,;]/)[0] ?? ""));
}

/** Whether a line without a label counts nothing but another outcome: "59 errors". */
export function countsOnlyOthers({ label, prose }: Statement, lexicon: Lexicon): boolean {
	const { others } = patternsOf(lexicon);
	return label === null && (others.exec(prose)?.index ?? -1) === prose.search(/[\p{L}\p{N}]/u);
}

function countsOthers(text: string, lexicon: Lexicon): boolean {
	return patternsOf(lexicon).others.test(text);
}

/** "87 of them pass and none fail; the one for Windows is skipped": skipped tests that no figure counts. */
function tellsSkipped({ kind, prose }: Statement, { skipped }: Counts, lexicon: Lexicon): boolean {
	return kind !== "code" && !skipped && lexicon.has("skipped", normalise(splitParentheses(prose).main));
}

function inlineLabels(prose: string, lexicon: Lexicon): boolean {
	const opening = prose.split(segmentEnd)[0];
	const first = (opening?.match(pairBeginning) ?? opening?.match(patternsOf(lexicon).wholePair))?.[1];
	return first !== undefined && lexicon.countKey(normalise(first)) !== null;
}
