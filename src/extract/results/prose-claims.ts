import type { Heading } from "#model/documents.ts";
import { type Facts, factValue } from "#model/facts.ts";
import type { Standard } from "#model/standard.ts";
import { lineText } from "#parse/source-text.ts";
import { normalise } from "../text.ts";
import type { Lexicon } from "./lexicon.ts";
import { plainDigits } from "./numbers.ts";
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
export function proseClaims({ parsed, outline, facts, standard, lexicon }: ResultsReading): ProseClaims {
	const statuses: StatusClaim[] = [];
	const tallies: Tally[] = [];
	const { word, claim } = statusPatterns(standard, lexicon);
	for (const heading of outline) {
		if (!speaksOfAll(heading, (name) => lexicon.is("headerSections", name))) continue;
		for (let line = heading.line + 1; line <= heading.endLine; line++) {
			const text = lineText(parsed.source, line);
			if (text.length > longest) continue;
			const said = word.test(text) ? claim.exec(text)?.[1]?.toUpperCase() : undefined;
			if (said !== undefined) statuses.push({ value: said, line });
			if (/\d/.test(text)) tallies.push(...figuresIn(plainDigits(text), line, facts));
		}
	}
	return { statuses, tallies };
}

interface StatusPatterns {
	/** A status word: cheap to look for, and in few lines. */
	readonly word: RegExp;
	readonly claim: RegExp;
}

const compiled = new WeakMap<Standard, StatusPatterns>();

function statusPatterns(standard: Standard, lexicon: Lexicon): StatusPatterns {
	const known = compiled.get(standard);
	if (known) return known;
	const spoken = lexicon.pattern("overallStatus");
	const words = standard.statuses.join("|");
	const made = {
		word: new RegExp(words, "iu"),
		claim: new RegExp(
			`(?<![\\p{L}])(?:${spoken})\\W{0,4}(?:\\s*(?:is|was|remains|:))?\\W{0,6}(${words})(?![\\p{L}]|\\s*[/|])`,
			"iu",
		),
	};
	compiled.set(standard, made);
	return made;
}

const longest = 1000;

function speaksOfAll({ title, keys, depth }: Heading, isSummary: (name: string) => boolean): boolean {
	return keys.some((key) => noteSections.has(key)) || (depth > 1 && isSummary(normalise(title)));
}

// "2 files under tests/ and 3 under core/": neither is all of them.
const partOnly = /^\s+(?:under|below|inside|within)\b|\band\s+\d/iu;

function figuresIn(text: string, line: number, facts: Facts): Tally[] {
	if (
		!/file|package/iu.test(text) ||
		ofSome.test(text) ||
		/\b(?:all|the|these|those)\s+\d+\s+(?:new\s+)?files?\b|\bfiles?\s+(?:were|was)\s+\w+\s+by\b/iu.test(text)
	)
		return [];
	const told = files.exec(text);
	const changed = told && partOnly.test(text.slice(told.index + told[0].length)) ? null : told;
	const verb = (changed?.[2] ?? changed?.[3] ?? "").toLowerCase();
	const isNew = verb === "created" || verb === "added";
	const packages = installed.exec(text)?.[1];
	return [
		...against(
			changed?.[1] ?? changed?.[4],
			isNew ? "files created" : "files modified",
			facts[isNew ? "filesCreated" : "filesModified"],
			line,
		),
		...against(packages, "packages installed", facts["baseline.packagesInstalled"], line),
	];
}

function against(figure: string | undefined, what: string, fact: Facts["filesCreated"], line: number): Tally[] {
	const counted = factValue(fact);
	if (figure === undefined || counted === undefined || !fact || !("line" in fact)) return [];
	return [{ kind: "twice", what, stated: Number(figure), counted, line, listLine: fact.line }];
}
