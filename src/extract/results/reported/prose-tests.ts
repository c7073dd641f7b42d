import { type Facts, factValue } from "#model/facts.ts";
import { normalise } from "../../text/text.ts";
import type { Lexicon } from "../text/lexicon.ts";
import type { AllPassed } from "./all-passed.ts";
import type { Tally } from "./tallies.ts";

const written =
	/(?<![\d.,/#+-])(\d{1,5})\s+(?:new\s+)?tests\s+(?:were\s+|are\s+|have\s+been\s+)?(?:written|added|new)(?![\p{L}])|(?<![\p{L}])(?:wrote|added)\s+(\d{1,5})\s+(?:new\s+)?tests(?![\p{L}])/iu;
const counted = /(?<![\d.,/#+-])\d{1,5}\s+(?:[\p{L}-]+\s+){0,2}?tests?(?![\p{L}])/giu;

/** "22 tests were written" in a summary, where the run of the package has fewer. */
export function writtenTests(text: string, line: number, facts: Facts, lexicon: Lexicon): Tally[] {
	const match = written.exec(text);
	const total = facts["tests.total"];
	if (!match || total?.state !== "stated" || facts["tests.command"]?.state !== "stated") return [];
	if (total.scope !== undefined && !lexicon.has("packageRun", normalise(total.scope))) return [];
	// A run that selects some of the tests, and sentences that count several things, say nothing of all that were written.
	if (/\s-k\s|pytest\b.*\s-m\s|::/.test(facts["tests.command"].value) || (text.match(counted)?.length ?? 0) > 1)
		return [];
	const stated = Number(match[1] ?? match[2]);
	if (stated <= total.value) return [];
	return [{ kind: "twice", what: "tests", stated, counted: total.value, line, listLine: total.line }];
}

const grown =
	/(?<![\d.,/+-])(?:from\s+(\d{1,6})(?:\s+tests?)?\s+to\s+(\d{1,6})|(\d{1,6})\s*(?:→|⟶|->|=>)\s*(\d{1,6}))(?![\d.,%]\d|\s?%)(?:\s+(tests?|packages?|files?))?\s*(?:[,;:]\s*|\(\s*|\s[—–-]\s)(?:(?:that|this)\s+is\s+|i\.e\.\s+|a\s+gain\s+of\s+)?([+−-]?)\s?(\d{1,6})\s*(?:(?:more|fewer|less|new|added|tests?)(?![\p{L}])|\)|$)(?!\s*(?:[,;+]|and)\s*[+−-]?\d)/iu;

/** "From 310 to 345 tests, 34 more", "310 → 345 (+34)": a difference beside the two figures it is of. */
export function differences(text: string, line: number): Tally[] {
	const match = grown.exec(text);
	if (!match) return [];
	const [, from, to, before, after, what, sign, stated] = match;
	const [first, last] = [Number(from ?? before), Number(to ?? after)];
	const counted = Math.abs(last - first);
	const unlike = (sign === "+" && last < first) || (sign !== "" && sign !== "+" && last > first);
	return unlike
		? []
		: [{ kind: "difference", what: what ?? "", stated: Number(stated), counted, line, listLine: line }];
}

const allPass =
	/(?<![\p{L}])(?:all|every)\s+(?:of\s+the\s+|the\s+)?(?:\d{1,6}\s+)?(?:[\p{L}-]+\s+){0,2}?tests?\s+(?:still\s+|now\s+)?(?:pass(?:es|ed|ing)?|are\s+green|succeed(?:ed)?)(?![\p{L}])/iu;

const wholeRun =
	/(?<![\d.,/])(\d{1,6})\s*(?:\/|of|out\s+of)\s*\1\s+(?:[\p{L}-]+\s+)?(?:tests\s+)?(?:pass(?:ed)?|are\s+green)(?![\p{L}])/iu;

/** "All 342 staged tests pass" in the notes, where the full regression counts failures. */
export function allStagedPass(text: string, line: number, facts: Facts, lexicon: Lexicon): AllPassed[] {
	const failed = facts["regression.failed"];
	if (failed?.state !== "stated" || failed.value === 0) return [];
	const [, whole] = wholeRun.exec(text) ?? [];
	if (whole !== undefined && Number(whole) === factValue(facts["regression.total"]))
		return [{ words: text, line, failed: failed.value, failedLine: failed.line }];
	const clause = text.split(/[.,;:](?:\s|$)/u).find((part) => allPass.test(part));
	if (clause === undefined) return [];
	const words = normalise(clause);
	if (lexicon.has("packageRun", words)) return [];
	if (!lexicon.has("stagedWords", words) && !lexicon.has("regressionRun", words)) return [];
	if (["except", "preExisting", "otherRuns", "installedWords"].some((list) => lexicon.has(list, normalise(text))))
		return [];
	return [{ words: text, line, failed: failed.value, failedLine: failed.line }];
}

const untouched =
	/(?<![\p{L}])(?:no\s+(?:existing\s+)?files?\s+(?:(?:was|were|is|are|had\s+to\s+be|needed\s+to\s+be|have\s+been)\s+)?|none\s+of\s+the\s+existing\s+files\s+(?:was|were)\s+|none\s+(?:was|were)\s+)(?:modified|changed|touched|edited)\s*(?:[.;,]|$)/iu;

/** "No existing file had to be touched", where some are listed as modified. */
export function untouchedFiles(text: string, line: number, { filesModified: fact }: Facts): Tally[] {
	const modified = factValue(fact) ?? 0;
	if (modified === 0 || !fact || !("line" in fact) || !/file/iu.test(text) || !untouched.test(text)) return [];
	return [{ kind: "twice", what: "files modified", stated: 0, counted: modified, line, listLine: fact.line }];
}
