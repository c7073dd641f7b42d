import type { LeftFailures } from "#model/baselines.ts";
import type { Heading } from "#model/documents.ts";
import { type Facts, factValue } from "#model/facts.ts";
import { oncePer } from "#model/once-per.ts";
import type { Standard } from "#model/standard.ts";
import { linesWith, lineText } from "#parse/source-text.ts";
import { normalise } from "../../text/text.ts";
import { type Lexicon, lexiconOf } from "../text/lexicon.ts";
import { spelledDigits } from "../text/numbers.ts";
import type { AllPassed } from "./all-passed.ts";
import { leavesFailures } from "./open-failures.ts";
import { allStagedPass, differences, untouchedFiles, writtenTests } from "./prose-tests.ts";
import type { ResultsReading } from "./results-reading.ts";
import type { Tally } from "./tallies.ts";

/** A status word that running text gives to the whole handoff. */
export interface StatusClaim {
	readonly value: string;
	readonly line: number;
}

/** What notes, issues and summaries say in running words of what other sections state. */
export interface ProseClaims {
	readonly statuses: readonly StatusClaim[];
	readonly tallies: readonly Tally[];
	/** Lines that leave failing tests to be mended. */
	readonly openFailures: readonly number[];
	/** Failures that another handoff is said to have left. */
	readonly leftFailures: readonly LeftFailures[];
	/** That all staged tests pass, where the regression counts failures. */
	readonly allPassed: readonly AllPassed[];
	/** That every gate passed. */
	readonly gatesClaim: { readonly words: string; readonly line: number } | null;
	/** That all tests of the plan were written, and how many these are where it says so. */
	readonly allPlanned: { readonly count: number | null; readonly line: number } | null;
}

const noteSections: ReadonlySet<string> = new Set(["issuesEncountered", "notesForReviewer"]);
const files =
	/(?<![\d.,#+/-])(\d{1,4})\s+(?:new\s+)?files?\s+(?:were\s+|was\s+|have been\s+|are\s+)?(created|added|modified|changed|updated|edited)(?![\p{L}])|(?<![\p{L}])(created|added|modified|changed|updated|edited)\s+(\d{1,4})\s+(?:new\s+)?files?(?![\p{L}])/iu;
const installed = /(?<![\d.,#+/-])(\d{1,4})\s+packages?\s+(?:are\s+|were\s+|now\s+)?installed(?![\p{L}])/iu;
const ofSome =
	/\b(?:of|per|each|every|another|more|in|to|for)\s+(?:the\s+|these\s+|them\b)?(?:\d|package|test|PKG)|\bof them\b|\bof which\b/iu;

/**
 * Reads figures and statuses out of the sentences of notes, issues and summaries: "We created 4 files", "Overall status is
 * PARTIAL". Sentences about a part ("2 files of PKG-A") are left out.
 */
export function proseClaims(
	{ parsed, outline, facts, standard, lexicon }: ResultsReading,
	handoffIn: (text: string) => string | null,
): ProseClaims {
	const statuses: StatusClaim[] = [];
	const tallies: Tally[] = [];
	const openFailures: number[] = [];
	const leftFailures: LeftFailures[] = [];
	const allPassed: AllPassed[] = [];
	let gatesClaim: ProseClaims["gatesClaim"] = null;
	let allPlanned: ProseClaims["allPlanned"] = null;
	const { sign, word, claim } = statusPatterns(standard);
	for (const { from, to, notes } of told(outline, lexicon)) {
		for (const line of linesWith(parsed.source, from, to, sign)) {
			const text = lineText(parsed.source, line);
			if (text.length > longest || text.length < shortest || text.startsWith(">")) continue;
			const said = word.test(text) ? claim.exec(text)?.[1]?.toUpperCase() : undefined;
			if (said !== undefined) statuses.push({ value: said, line });
			const plain = spelledDigits(text, lexicon);
			if (aboutFiles.test(text)) tallies.push(...figuresIn(plain, line, facts, lexicon));
			if (leavesFailures(text, facts, lexicon)) openFailures.push(line);
			const left = failuresLeft(plain);
			const handoff = left && handoffIn(left.words);
			if (left && handoff) leftFailures.push({ count: left.count, handoff, line });
			if (/test|file/iu.test(text)) {
				tallies.push(...differences(plain, line), ...untouchedFiles(plain, line, facts));
				if (!notes) tallies.push(...writtenTests(plain, line, facts, lexicon));
				allPassed.push(...allStagedPass(plain, line, facts, lexicon));
			}
			if (allGates.test(text) && !lexicon.has("except", normalise(text))) gatesClaim ??= { words: text.trim(), line };
			allPlanned ??= plannedClaim(plain, line);
		}
	}
	return { statuses, tallies, openFailures, leftFailures, allPlanned, allPassed, gatesClaim };
}

/** The status that a sentence gives to the whole handoff: "The status of this handoff is PARTIAL"; null where it gives none. */
export function statusTold(text: string, standard: Standard): string | null {
	const { word, claim } = statusPatterns(standard);
	return text.length <= longest && word.test(text) ? (claim.exec(text)?.[1]?.toUpperCase() ?? null) : null;
}

/** The lines of the notes, the issues and summaries, and those below the title. */
function told(outline: readonly Heading[], lexicon: Lexicon): { from: number; to: number; notes: boolean }[] {
	const [title, next] = outline;
	const opening =
		title?.depth === 1 ? [{ from: title.line + 1, to: (next?.line ?? title.endLine + 1) - 1, notes: false }] : [];
	const parts = outline.filter((heading) =>
		speaksOfAll(heading, (name) => lexicon.is("headerSections", name) || lexicon.isLabel("status", name)),
	);
	const isNotes = ({ keys }: Heading) => keys.some((key) => noteSections.has(key));
	return [...opening, ...parts.map((one) => ({ from: one.line + 1, to: one.endLine, notes: isNotes(one) }))];
}

const left =
	/(?<![\d.,/#+-])(\d{1,5})\s+(?:[\p{L}-]+\s+){0,2}?(?:failures|failing tests|failed tests|broken tests)\s+(?:(?:that|which)\s+)?(?:(?:were\s+|was\s+)?(?:left|reported|listed|noted|recorded|inherited|introduced)\b|(?:from|of|in)\s+\S+|\S+\s+(?:had\s+)?(?:left|reported|listed|noted|recorded|introduced)\b)/iu;

/** "Repairs the 4 failures that H-52 left": how many, and the words from there on; null where a sentence says no such thing, or of some only. */
function failuresLeft(text: string): { count: number; words: string } | null {
	if (!/fail|broken/iu.test(text) || /\b(?:of the|of these|remaining|first|other)\s+\d/iu.test(text)) return null;
	const match = left.exec(text);
	return match && { count: Number(match[1]), words: text.slice(match.index) };
}

const allGates =
	/(?<![\p{L}])(?:all|every)\s+(?:of\s+the\s+|the\s+)?(?:\d{1,3}\s+)?gates?\s+(?:\p{L}+\s+){0,3}?(?:pass(?:es|ed|ing)?|green)(?![\p{L}])/iu;

const planned =
	/(?<![\p{L}])(?:all|every one of the)\s+(?:of\s+)?(?:the\s+)?(?:(\d{1,4})\s+)?(?:planned\s+tests|tests?\s+(?:of|in|from)\s+the\s+(?:test\s+)?(?:plan|spec))(?![\p{L}])\s+(?:\p{L}+\s+){0,3}?(?:written|implemented|added|covered|exist|there|delivered|done)(?![\p{L}])/iu;

/** "All 12 planned tests were written". */
function plannedClaim(text: string, line: number): ProseClaims["allPlanned"] {
	if (!/\b(?:plan|planned|spec)\b/iu.test(text) || /\bnot\s+all\b|\bexcept\b|\bbut\b/iu.test(text)) return null;
	const match = planned.exec(text);
	return match && { count: match[1] === undefined ? null : Number(match[1]), line };
}

interface StatusPatterns {
	/** What each line with a claim holds: a status word, or one of those that the figures and sentences below are about. */
	readonly sign: RegExp;
	/** A status word: cheap to look for, and in few lines. */
	readonly word: RegExp;
	readonly claim: RegExp;
}

const statusPatterns = oncePer((standard: Standard): StatusPatterns => {
	const spoken = lexiconOf(standard).pattern("overallStatus");
	const words = standard.statuses.join("|");
	return {
		sign: new RegExp(`${words}|file|package|fail|broken|test|gate|plan|spec`, "giu"),
		word: new RegExp(words, "iu"),
		claim: new RegExp(
			`(?<![\\p{L}])(?:${spoken})\\W{0,4}(?:\\s*(?:is|was|remains|:))?\\W{0,6}(${words})(?![\\p{L}]|\\s*[/|])`,
			"iu",
		),
	};
});

const longest = 1000;
const shortest = 12;
const aboutFiles = /file|package/iu;

function speaksOfAll({ title, keys, depth }: Heading, isSummary: (name: string) => boolean): boolean {
	return keys.some((key) => noteSections.has(key)) || (depth > 1 && isSummary(normalise(title.split(":", 1)[0] ?? "")));
}

// "2 files under tests/ and 3 under core/": neither is all of them.
function isPartOnly(behind: string, lexicon: Lexicon): boolean {
	return lexicon.startsWith("partPlaces", normalise(behind)) || /\band\s+\d/iu.test(behind);
}

function figuresIn(text: string, line: number, facts: Facts, lexicon: Lexicon): Tally[] {
	if (
		!/\d/.test(text) ||
		ofSome.test(text) ||
		/\b(?:all|the|these|those)\s+\d+\s+(?:new\s+)?files?\b|\bfiles?\s+(?:were|was)\s+\w+\s+by\b/iu.test(text)
	)
		return [];
	const told = files.exec(text);
	const changed = told && isPartOnly(text.slice(told.index + told[0].length), lexicon) ? null : told;
	const verb = (changed?.[2] ?? changed?.[3] ?? "").toLowerCase();
	const isNew = verb === "created" || verb === "added";
	const packages = installed.exec(text)?.[1];
	return [
		...touchedFiles(text, line, facts),
		...against(
			changed?.[1] ?? changed?.[4],
			isNew ? "files created" : "files modified",
			facts[isNew ? "filesCreated" : "filesModified"],
			line,
		),
		...against(packages, "packages installed", facts["baseline.packagesInstalled"], line),
	];
}

const touched =
	/(?<![\p{L}])(?:touch(?:es|ed)?|affects?|affected|spans?|covers?)\s+(\d{1,4})\s+files?(?![\p{L}])|(?<![\d.,#+/-])(\d{1,4})\s+files?\s+(?:were\s+|are\s+|was\s+)?(?:touched|affected)(?![\p{L}])/iu;

/** "The change touches 3 files": as many as are listed as modified, or as created and modified. */
function touchedFiles(text: string, line: number, { filesCreated, filesModified }: Facts): Tally[] {
	const match = touched.exec(text);
	const figure = match?.[1] ?? match?.[2];
	const modified = factValue(filesModified);
	if (figure === undefined || modified === undefined || !filesModified || !("line" in filesModified)) return [];
	const stated = Number(figure);
	const created = factValue(filesCreated) ?? 0;
	if (stated === modified + created || stated === created) return [];
	if (stated === modified) return [];
	return [{ kind: "twice", what: "files touched", stated, counted: modified, line, listLine: filesModified.line }];
}

function against(figure: string | undefined, what: string, fact: Facts["filesCreated"], line: number): Tally[] {
	const counted = factValue(fact);
	if (figure === undefined || counted === undefined || !fact || !("line" in fact)) return [];
	return [{ kind: "twice", what, stated: Number(figure), counted, line, listLine: fact.line }];
}
