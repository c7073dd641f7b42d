import { patternFrom } from "../../text/patterns.ts";
import { normalise } from "../../text/text.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { patternsOf } from "./count-patterns.ts";

/** A text without the sentences of before, of other packages, places and attempts: "Before my work the suite had 1276 tests." */
export function currentSentences(text: string, lexicon: Lexicon): string {
	const red = tellsRedPhase(text, lexicon);
	const { goesOn, olderSentence, sentenceOfOther, numberedAttempt } = patternsOf(lexicon);
	const several = sentenceEnd.test(text);
	if (!red && !(several ? sentenceOfOther : olderSentence).test(text)) return text;
	const sentences = text.split(sentenceEnd);
	const lastAttempt = sentences.findLastIndex((sentence) => numberedAttempt.test(sentence));
	const places = sentences.filter((sentence) => isOfPlace(sentence, lexicon)).length;
	let older = false;
	const current = sentences.filter((sentence, at) => {
		older =
			isOlder(sentence, lexicon) ||
			isOfOther(sentence, lexicon) ||
			(at < lastAttempt && numberedAttempt.test(sentence)) ||
			(red && tellsRedPhase(sentence, lexicon)) ||
			(isOfPlace(sentence, lexicon) && (places > 1 || wasNotRun(sentences[at - 1], lexicon))) ||
			(older && goesOn.test(sentence));
		return !older;
	});
	return current.join(" ");
}

const sentenceEnd = /(?<=\.)\s+/u;

/** "On CI it was 1204 passed": figures of one place, where a document has several or could not run the tests itself. */
function isOfPlace(sentence: string, lexicon: Lexicon): boolean {
	return /\d/.test(sentence) && lexicon.startsWith("otherPlaces", normalise(sentence));
}

function wasNotRun(sentence: string | undefined, lexicon: Lexicon): boolean {
	return sentence !== undefined && !/\d/.test(sentence) && lexicon.has("notRunPhrases", normalise(sentence));
}

/** "I wrote the tests and watched them fail: 4 failed": failures of tests before what they test was there. */
export function tellsRedPhase(text: string, lexicon: Lexicon): boolean {
	return patternsOf(lexicon).redPhase.test(text);
}

/** "Before my work there were 571 tests", "Before: 571 tests". */
function isOlder(sentence: string, lexicon: Lexicon): boolean {
	const words = normalise(sentence);
	if (lexicon.startsWith("olderSentences", words)) return true;
	return sentence.includes(":") && lexicon.is("previousLabels", normalise(sentence.split(":", 1)[0] ?? ""));
}

/** "HANDOFF-72 had 60 passed", "I ran PKG-A too: 91 passed": what another handoff or package had. */
function isOfOther(sentence: string, lexicon: Lexicon): boolean {
	if (runsAlso(sentence, lexicon)) return true;
	const [id] = patternsOf(lexicon).anotherId.exec(sentence) ?? [];
	return id !== undefined && lexicon.startsWith("hadVerbs", normalise(sentence.slice(id.length)));
}

/** "I ran PKG-A too": words about the run of a further package. */
export function runsAlso(words: string, lexicon: Lexicon): boolean {
	return patternFrom(lexicon.packageId, "u").test(words) && lexicon.has("alsoWords", normalise(words));
}
