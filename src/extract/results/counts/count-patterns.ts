import { oncePer } from "#model/once-per.ts";
import { countKeys, type Lexicon } from "../text/lexicon.ts";
import { blank } from "../text/statements.ts";

/** The expressions that find figures in running words, made of a standard's word lists. */
interface Patterns {
	/** A figure, a numeral or a word for none: without one of them a statement counts nothing. */
	readonly mayCount: RegExp;
	readonly numeral: RegExp;
	readonly spelled: RegExp;
	/** The words for 0, 1, 2 …, in this order. */
	readonly numerals: readonly string[];
	readonly outcome: RegExp;
	/** A part and its whole: "15 of the 24 tests pass". */
	readonly partOf: RegExp;
	/** "Is one of the 2 skipped": of something that is counted elsewhere. */
	readonly oneAmong: RegExp;
	/** How many tests something has: "the package has 38 tests"; the words before and behind as groups. */
	readonly told: RegExp;
	readonly none: RegExp;
	readonly tests: RegExp;
	readonly all: RegExp;
	readonly fraction: RegExp;
	readonly others: RegExp;
	readonly wholePair: RegExp;
	readonly outOf: RegExp;
	/** "100% tests passed". */
	readonly every: RegExp;
	/** Failures called old behind what passed: "4 pre-existing failures". */
	readonly oldFailures: RegExp;
	/** What a text holds whose figures changed, and the figures of before in it. */
	readonly changes: RegExp;
	readonly olderFigure: RegExp;
	readonly namedOlder: RegExp;
	readonly added: RegExp;
	readonly claimLead: RegExp;
	/** A word for none, and one for the rest of all. */
	readonly mayBeNone: RegExp;
	readonly mayBeRest: RegExp;
	readonly redPhase: RegExp;
	/** "Two of them failed", behind a sentence about those. */
	readonly goesOn: RegExp;
	/** "HANDOFF-72", "PKG-MAIL-002" before what it had. */
	readonly anotherId: RegExp;
	/** What a text holds that is of before or of another handoff or package. */
	readonly olderSentence: RegExp;
	/** What a text of several sentences holds that has one of before, of another package, place or attempt. */
	readonly sentenceOfOther: RegExp;
	/** "In the second attempt". */
	readonly numberedAttempt: RegExp;
	/** "2 environment-dependent skips": a clause that counts them with their kind. */
	readonly kindSkipped: RegExp;
	/** "CTest reports" before its figures. */
	readonly toolSays: RegExp;
	/** "The suite passed 116 tests". */
	readonly verbFirst: RegExp;
	/** "Everything else (120 tests) passes". */
	readonly rest: RegExp;
	/** Tests counted by kinds: "20 unit tests and 4 browser tests". */
	readonly kinds: RegExp;
	/** "(The 5) failing tests pass": what a count of failing tests goes on with. */
	readonly mended: RegExp;
	/** "All but two of the 120 tests". */
	readonly allBut: RegExp;
	/** "The full suite of 120 tests passes". */
	readonly suiteOf: RegExp;
	/** "The 74 tests of the package pass". */
	readonly ofPackage: RegExp;
	readonly notTests: RegExp;
	/** "(Suite before: 352 tests); after: 376 tests". */
	readonly thenAfter: RegExp;
	/** "41 frontend tests passing". */
	readonly kindPassed: RegExp;
}

/** The first numeral that is always a number: "one test" need not be a count. */
const firstSpelled = 2;

/** The expressions of a lexicon; compiled once. */
export const patternsOf = oncePer((lexicon: Lexicon): Patterns => {
	const number = "(?<![\\p{L}\\d.$#/+~≈-])(\\d+)";
	const tests = `(?:${lexicon.pattern("tests")})`;
	const words = countKeys.map((key) => `(?<${key}>${lexicon.pattern(key)})`).join("|");
	const [numerals, numeral] = [lexicon.entries("numerals"), lexicon.pattern("numerals")];
	const outcomes = countKeys.map((key) => lexicon.pattern(key)).join("|");
	// What ends what is said of one outcome; "and" stands in no list, because it is dropped from wordings.
	const end = `(?:$|[,;.:()]|(?:and|${lexicon.pattern("outcomeEnds")})\\b)`;
	// "One run" is no count of tests.
	const oneRun = `${numerals[1] ?? "(?!)"}\\s+(?:${lexicon.pattern("total")})(?![\\p{L}])`;
	const several = numerals.slice(firstSpelled).join("|") || "(?!)";
	const ofThem = "(?:of\\s+(?:them|these|those|which)\\s+)?";
	const staged = `(?:${lexicon.pattern("stagedWords")})`;
	const verb = `(?:(?:${lexicon.pattern("auxiliaries")})\\s+){0,2}`;
	const whole = `(?:${lexicon.pattern("wholeWords")})`;
	const openings = (...lists: string[]) => [
		...new Set(lists.flatMap((list) => lexicon.entries(list).map((words) => words.split(" ", 1)[0]))),
	];
	const ofAnother = (words: readonly (string | undefined)[]) =>
		new RegExp(`\\b(?:${words.join("|")})(?<=:|\\b)|[A-Z]-?\\d`, "i");
	const [from, to, by] = ["fromWords", "toWords", "byWords"].map((list) => `(?:${lexicon.pattern(list)})`);
	const noFigure = `(?![\\d.,%]\\d|\\s?(?:%|${tests}))`;
	const before = "(?<![\\d.,])";
	return {
		changes: new RegExp(`[→⟶➜>]|\\b${to}\\b`, "u"),
		olderFigure: new RegExp(
			`${before}(?:${from}\\s+\\d{1,9}\\s+${to}\\s+|\\d{1,9}\\s*(?:→|⟶|➜|-->|->|=>)\\s*)(?=\\d)`,
			"gu",
		),
		namedOlder: new RegExp(`${before}${from}\\s+\\d{1,9}\\s+(${tests})\\s+${to}\\s+(\\d{1,9})${noFigure}`, "gu"),
		added: new RegExp(
			`(?<!\\p{L})${by}\\s+(?:\\d{1,9}|[\\p{L}-]{3,12})\\s+(${tests})\\s+${to}\\s+(\\d{1,9})${noFigure}`,
			"gu",
		),
		claimLead: new RegExp(`^(?:${lexicon.pattern("claimLeads")}) `),
		mayBeNone: new RegExp(`\\b(?:${openings("noneOf").join("|")})\\b`, "i"),
		mayBeRest: new RegExp(`\\b(?:${openings("restWords", "allBut").join("|")})\\b`, "i"),
		redPhase: new RegExp(`(?<!\\p{L})(?:${lexicon.pattern("redPhase").replaceAll(" ", "\\s+")})(?!\\p{L})`, "iu"),
		goesOn: new RegExp(`^\\W{0,2}(?:\\S{1,12}\\s+of\\s+)?(?:${lexicon.pattern("backWords")})(?!\\p{L})`, "iu"),
		anotherId: new RegExp(
			`^\\W*(?:(?:${lexicon.pattern("idLeads")})\\s+)?\\p{Lu}[\\p{Lu}\\p{N}]*(?:-[\\p{Lu}\\p{N}]+)*[- #]*\\d+\\p{Lu}?\\s+(?=\\p{Ll})`,
			"iu",
		),
		olderSentence: ofAnother(openings("olderSentences")),
		sentenceOfOther: ofAnother([
			...openings("olderSentences", "alsoWords", "notRunPhrases", "otherPlaces", "ordinals"),
			...lexicon.entries("previousLabels").map((label) => `${label}\\s*:`),
		]),
		numberedAttempt: new RegExp(`\\b(?:${lexicon.pattern("ordinals")})\\s+(?:${lexicon.pattern("attempt")})\\b`, "i"),
		numerals,
		numeral: new RegExp(`\\b(?:${numeral})\\b`, "i"),
		mayCount: new RegExp(`\\d|\\b(?:${lexicon.pattern("none")}|${numeral}|${lexicon.pattern("tens")})\\b`, "i"),
		spelled: new RegExp(
			`(?<![\\p{L}\\d-])(?<!\\b(?:every|each|any|not) )(?!${oneRun})(?:(?:${numeral})(?=\\s+(?:${tests}\\s+${verb}(?:${outcomes})(?![\\p{L}\\p{N}])|of the \\d|${ofThem}(?:${lexicon.pattern("outcomeVerbs")})\\b|${ofThem}${verb}(?:${outcomes})\\s*${end}))|(?:${several})(?=\\s+${tests}(?![\\p{L}\\p{N}])))`,
			"giu",
		),
		others: new RegExp(`\\b[1-9]\\d*\\s+(?:${lexicon.pattern("otherOutcomes")})\\b`, "iu"),
		outcome: new RegExp(
			`(?<!\\d (?:out )?of ${whole} )(?<!(?:${lexicon.pattern("addVerbs")})\\s)${number}\\s+(?:${tests}\\s+)?${ofThem}${verb}(?:${words})(?![\\p{L}\\p{N}])`,
			"giu",
		),
		partOf: new RegExp(
			`${number}\\s+(?:out\\s+)?of\\s+${whole}\\s+(?:the\\s+)?(\\d+)(?![\\d./%])\\s+(?:(?:\\p{L}+\\s+){0,2}${tests}\\s+(?:(?:in|of)\\s+\\S{1,60}\\s+)?)?${verb}(?!failures?(?![\\p{L}]))(?:${words})(?![\\p{L}\\p{N}])`,
			"giu",
		),
		oneAmong: new RegExp(
			`(?<!\\p{L})(?:${lexicon.pattern("auxiliaries")})\\s+(?:1|${numerals[1] ?? "(?!)"})\\s+of\\s+${whole}\\s+\\d`,
			"iu",
		),
		told: new RegExp(
			`^(.*?(?<![\\p{L}\\p{N}])(?:${lexicon.pattern("runSubjects")}|${lexicon.packageId}|^${blank}{2,200})\\s+(?:[\\p{L}'’-]+\\s+){0,5}?(?:${lexicon.pattern("countVerbs")})\\s+(?:(?:now|all|a total of)\\s+){0,2})${number}\\s+(?:(?:${staged}|${lexicon.pattern("testKinds")})\\s+)?${tests}(?![\\p{L}\\p{N}])(.*)$`,
			"iu",
		),
		none: new RegExp(
			`(?<![\\p{L}\\p{N}])(?:${lexicon.pattern("noneOf")})\\s+(?:of (?:them|these|which)\\s+)?(?:${tests}\\s+)?${verb}(?:to be\\s+)?(?:(?<failed>${lexicon.pattern("failed")})|(?<skipped>${lexicon.pattern("skipped")}))(?![\\p{L}\\p{N}])(?!\\s+(?:${lexicon.pattern("restrictors")})(?![\\p{L}]))`,
			"giu",
		),
		tests: new RegExp(
			`^\\s*(?:(?:${lexicon.pattern("countLeads")})\\s+)?${number}\\s+(?:${staged}\\s+)?${tests}(?![\\p{L}\\p{N}])`,
			"iu",
		),
		all: new RegExp(
			`(?<![\\p{L}\\p{N}])all\\s+${number}\\s+(?:(?:\\p{L}+\\s+){0,3}?${tests}\\s+(?:(?:of|in|from|across|over)\\s+(?:\\S{1,60}\\s+){1,5}?)?|of them\\s+)?(?:still |now )?(?:have |are )?(?:${lexicon.pattern("passed")})(?![\\p{L}\\p{N}])`,
			"iu",
		),
		// "Passed 5", "[ PASSED ] 5 tests": all that a segment says.
		wholePair: new RegExp(`^[\\s[]{0,8}(\\p{L}[\\p{L} ]{2,30})[\\s\\]]{1,8}(\\d+)(?:\\s+${tests})?\\s*$`, "iu"),
		every: new RegExp(
			`(?<![\\d.,])100\\s?%\\s+(?:of\\s+)?(?:${whole}\\s+)?${tests}\\s+${verb}(?:${lexicon.pattern("passed")})`,
			"iu",
		),
		oldFailures: new RegExp(
			`${number}\\s+(?:${lexicon.pattern("oldKinds").replaceAll(" ", "[ -]")})\\s+(?:test\\s+)?(?:${lexicon.pattern("failed")})(?![\\p{L}\\p{N}])`,
			"iu",
		),
		kindSkipped: new RegExp(
			`^\\W*(?:and\\s+)?(\\d{1,6})\\s+(?!(?:${outcomes}|${lexicon.pattern("tests")}|${lexicon.pattern("noneOf")})\\s)[\\p{L}-]+\\s+(?:${lexicon.pattern("skipNouns")})(?![\\p{L}\\p{N}])`,
			"iu",
		),
		toolSays: new RegExp(
			`(?<![\\p{L}\\p{N}])(?:${lexicon.pattern("runSubjects")})\\s+(?:${lexicon.pattern("countVerbs")})\\s+(?=\\d)`,
			"iu",
		),
		verbFirst: new RegExp(
			`(?<=[\\p{L})]\\s)(?:${lexicon.pattern("passed")})\\s+(?:all\\s+)?(\\d+)\\s+${tests}(?![\\p{L}\\p{N}])`,
			"iu",
		),
		rest: new RegExp(
			`(?<![\\p{L}])(?:${lexicon.pattern("restWords")})\\s+\\((\\d+)(?:\\s+${tests})?\\)\\s+${verb}(?:${lexicon.pattern("passed")})(?![\\p{L}])`,
			"giu",
		),
		kinds: new RegExp(`${number}\\s+(?:[\\p{L}-]+\\s+){1,2}${tests}(?![\\p{L}\\p{N}])`, "giu"),
		thenAfter: new RegExp(`[;,]\\s+(?:${lexicon.pattern("after")})\\s*:\\s+(.+)$`, "iu"),
		kindPassed: new RegExp(
			`${number}\\s+(?:${lexicon.pattern("passedKinds")})\\s+${tests}\\s+${verb}(?:${lexicon.pattern("passed")})(?![\\p{L}\\p{N}])`,
			"iu",
		),
		mended: new RegExp(`^\\s+${tests}\\s+(?:\\p{L}+\\s+)?(?:${lexicon.pattern("passed")})(?![\\p{L}\\p{N}])`, "iu"),
		allBut: new RegExp(
			`(?<![\\p{L}])(?:${lexicon.pattern("allBut")})\\s+\\S{1,12}\\s+of\\s+(?:${whole}\\s+)?(\\d+)\\s+(?:${tests}\\s+)?${verb}(?:${lexicon.pattern("passed")})(?![\\p{L}])`,
			"iu",
		),
		suiteOf: new RegExp(
			`(?<![\\p{L}])(?:${lexicon.pattern("wholeRuns")})\\s+of\\s+(?:all\\s+)?(?=\\d+\\s+${tests}\\s+${verb}(?:${lexicon.pattern("passed")})(?![\\p{L}]))`,
			"giu",
		),
		outOf: /\s(?:out|total) of\s+(\d+)(?![\d./%])/iu,
		ofPackage: new RegExp(
			`^\\s*the\\s+${number}\\s+${tests}\\s+(?:of|in)\\s+(?:the|this|our)\\s+(?:\\p{L}+\\s+)?(?:${lexicon.pattern("runSubjects")})\\s+(?:all\\s+)?(?:${lexicon.pattern("passed")})(?![\\p{L}\\p{N}])`,
			"iu",
		),
		notTests: new RegExp(`(?<![\\p{L}\\p{N}])(?:${lexicon.pattern("notTestPhrases")})(?![\\p{L}\\p{N}])`, "gu"),
		fraction: new RegExp(`${number}\\s?(?:/|of|out of)\\s?(\\d+)(?![\\d./%])`, "giu"),
	};
});
