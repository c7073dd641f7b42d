import type { Fact } from "#model/facts.ts";
import { patternFrom } from "../../text/patterns.ts";
import { normalise } from "../../text/text.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { blank, type Statement } from "../text/statements.ts";

/**
 * What a sentence says of the tests after the installs: that not all of them pass, that all pass except some, or, without an
 * exception, that they pass each time ("The tests of each package were run right after its install and passed each time.");
 * null where it says nothing of the kind.
 */
export function toldOfEveryInstall(
	{ prose, text, line }: Statement,
	lexicon: Lexicon,
): (Fact<boolean> & { readonly line: number }) | null {
	const told = prose.split(/[.;](?:\s|$)/u);
	const sentences = told.map(normalise);
	if (sentences.some((words) => lexicon.has("notAllTestsPass", words))) return { state: "stated", value: false, line };
	const command = lexicon.has("testTools", normalise(text));
	const tells = (words: string) => lexicon.has("testRuns", words) || lexicon.has("testTools", words);
	const tested = command || tells(normalise(prose));
	if (tested && sentences.some((words) => passWithExceptions(words, lexicon)))
		return { state: "stated", value: false, line };
	if (tested && told.some((sentence) => onlySomeFailed(sentence, lexicon)))
		return { state: "stated", value: false, line };
	// "`go test ./...` was green after every module."
	const isOfTests = (words: string, at: number) => tells(words) || (command && told[at]?.includes(blank) === true);
	const passed = sentences.some(
		(words, at) => isOfTests(words, at) && passEachTime(words, sentences[at + 1] ?? "", lexicon),
	);
	return passed ? { state: "stated", value: true, line } : null;
}

function passEachTime(words: string, next: string, lexicon: Lexicon): boolean {
	if (!lexicon.has("everyInstall", words)) return false;
	// "After each of them its tests were run; all passed."
	if (!lexicon.has("passed", words) && !lexicon.is("allPassClaims", next)) return false;
	return limits.every((list) => !lexicon.has(list, words));
}

/** "Everything passed except the two calendar tests": tests that did not pass, unless they were left out. */
function passWithExceptions(words: string, lexicon: Lexicon): boolean {
	if (!["exceptTests", "passed"].every((list) => lexicon.has(list, words))) return false;
	return unlike.every((list) => !lexicon.has(list, words));
}

/** "Only `hal_adc` failed", "those of PKG-A-001 fail". */
function onlySomeFailed(sentence: string, lexicon: Lexicon): boolean {
	// "PKG-VERIFY-001" asks for nothing.
	const words = normalise(sentence.replace(patternFrom(lexicon.packageId, "gu"), " "));
	if (!lexicon.has("failed", words) || lexicon.has("negations", words)) return false;
	if (lexicon.startsWith("someTests", words)) return unlike.every((list) => !lexicon.has(list, words));
	if (!words.startsWith("only ")) return false;
	if (!sentence.includes(blank) && !lexicon.has("testRuns", words)) return false;
	return unlike.every((list) => !lexicon.has(list, words));
}

const unlike = ["skipped", "gateWords", "partialRuns", "expectation", "demands", "before"] as const;

const limits = [
	"except",
	"failed",
	"gateWords",
	"partialRuns",
	"negations",
	"expectation",
	"demands",
	"before",
] as const;
