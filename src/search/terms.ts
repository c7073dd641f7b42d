import { oncePer } from "#model/once-per.ts";
/** One thing to look for. */
export interface Term {
	/** As Pagefind is asked for it; in quotation marks for a phrase. */
	readonly text: string;
	/** Lower case, without punctuation but underscores: as words of a text are compared with it. */
	readonly key: string;
	/** "whole": a word or identifier as typed; "part": a part of an identifier; "phrase": must be found. */
	readonly kind: "whole" | "part" | "phrase";
	/** Whether it is a word of everyday language, which tells less of what is asked than its rarity says. */
	readonly isWeak?: boolean;
	/** Whether it was typed as an option of a command, "--force", which the plain word is not. */
	readonly isOption?: boolean;
	/** Itself and the word beside it in one, as others may write them: "hardcoded" for "hard coded". */
	readonly together?: readonly string[];
}

/** Words that hold a question together and say nothing of what is asked. */
const functionWords = new Set(
	(
		"a about after all also am an and any are as at be because been before being between but by can could did do does doing done " +
		"for from had has have he her here his how i if in into is it its just may me might must my no nor not of off on or " +
		"our out over please shall she should show so some such tell than thank thanks that the their them then there these they this " +
		"those to too under up us was we were what when where whether which while who whom whose why will with would you your " +
		"arent cant couldnt didnt doesnt dont hadnt hasnt havent isnt ive shouldnt thats theres theyre wasnt werent whats whos wont " +
		"wouldnt youre"
	).split(" "),
);

/** Words that are looked for and tell little: how many, how often, what happens, who made. */
const weakWords = new Set(
	(
		"again another anybody anymore anything back better both came come comes coming difference differences each else ever every few first get gets getting give given gives go goes going gone got " +
		"happen happened happening happens kind last less let like long made make makes making many more most much need needed " +
		"needs never new next now often once only other own place put really said same say says see several since somebody something " +
		"still take taken takes thing things time times told took two until use used uses using very want wants way went while " +
		"within without yet"
	).split(" "),
);

/** More words than this in one question are not looked for. */
const mostTerms = 24;

/** "Doesn't" as "doesnt". */
function unapostrophed(word: string): string {
	return word.toLowerCase().replace(/['’]/gu, "");
}

const isWordy = /[\p{L}\p{N}]/u;

/**
 * What to look for: the words of a question without those that only hold it together, identifiers as a whole and in
 * their parts, quoted phrases as they stand. A question of nothing but function words is taken literally.
 */
export function termsOf(query: string): readonly Term[] {
	const phrases: string[] = [];
	const rest = query.normalize("NFC").replace(/["“”]([^"“”]*)["“”]/gu, (_, phrase: string) => {
		if (isWordy.test(phrase)) phrases.push(phrase.trim());
		return " ";
	});
	const words = rest.split(/\s+/u).map(trimmed).filter(Boolean);
	const options = new Set(rest.match(optionLike)?.map(trimmed));
	const telling = words.filter((word) => !functionWords.has(unapostrophed(word)));
	const chosen = telling.length > 0 || phrases.length > 0 ? telling : words;
	const terms = new Map<string, Term>();
	const add = (term: Term) => {
		if (!terms.has(term.key) && terms.size < mostTerms) terms.set(term.key, term);
	};
	for (const phrase of phrases) add({ text: `"${phrase}"`, key: phrase.toLowerCase(), kind: "phrase" });
	for (const [at, word] of chosen.entries()) {
		const isWeak = weakWords.has(unapostrophed(word));
		const together = [written(chosen[at - 1], word), written(word, chosen[at + 1])].flatMap((one) => one ?? []);
		add({
			text: word,
			key: keyOf(word),
			kind: "whole",
			...(isWeak ? { isWeak } : {}),
			...(options.has(word) ? { isOption: true } : {}),
			...(together.length > 0 ? { together } : {}),
		});
		for (const part of partsOf(word)) add({ text: part, key: keyOf(part), kind: "part" });
	}
	return [...terms.values()];
}

const optionLike = /(?<!\S)--\p{L}\S*/gu;

const plainWord = /^\p{L}{3,}$/u;

/** Two plain words in one. */
function written(first: string | undefined, second: string | undefined): string | undefined {
	return first && second && plainWord.test(first) && plainWord.test(second) ? first + second : undefined;
}

/**
 * Other spellings of an identifier: its parts in one, and with underscores, as a name of a program's own.
 * None for a plain word.
 */
export function spellingsOf(word: string): readonly string[] {
	const parts = partsOf(word);
	if (parts.length < 2) return [];
	const snake = parts.join("_").toLowerCase();
	return [parts.join(""), parts.join("-"), snake, `_${snake}`].filter((other) => keyOf(other) !== keyOf(word));
}

/** A word of plain words that are held together, as the words side by side that others write: "quality gate" for "quality-gate". */
export function apart(word: string): readonly string[] {
	const parts = partsOf(word);
	return parts.length > 1 && parts.every((part) => plainWord.test(part)) ? [parts.join(" ").toLowerCase()] : [];
}

/** Nearly all words are plain, and what is asked of plain ones takes a fraction of the time. */
const isPlain = /^[ -~]*$/;

/** A word as it is compared: lower case, letters, digits and underscores only. */
export function keyOf(word: string): string {
	return word.toLowerCase().replace(isPlain.test(word) ? /[^a-z\d_]+/g : /[^\p{L}\p{N}_]+/gu, "");
}

/** The parts of an identifier ("PKG-ADMIN-001", "response_text", "a/b.py", "toolUse"), none for a plain word. */
export function partsOf(word: string): readonly string[] {
	if (/^[a-z\d]*$/.test(word)) return [];
	const pieces = isPlain.test(word)
		? word.replace(/([a-z])([A-Z])/g, "$1 $2").split(/[^A-Za-z\d]+/)
		: word.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").split(/[^\p{L}\p{N}]+/u);
	const parts = pieces.filter((part) => part.length > 1 && !functionWords.has(part.toLowerCase()));
	return parts.length > 1 || (parts[0] !== undefined && keyOf(parts[0]) !== keyOf(word)) ? parts : [];
}

function trimmed(word: string): string {
	return isWordy.test(word) ? word.replace(/^[^\p{L}\p{N}_]+|[^\p{L}\p{N}_]+$/gu, "") : "";
}

/** A text says the same words again and again, and is asked of each whether it agrees. */
const agreements = oncePer((_: Term) => new Map<string, number>());

/** How well a word of a text agrees with a term: 1 the same or inflected, less where the term is only a part or a beginning. */
export function agreement(word: string, term: Term): number {
	const known = agreements(term);
	const agrees = known.get(word) ?? agreementOf(word, term);
	known.set(word, agrees);
	return agrees;
}

/** What a word that is no option counts for where an option is asked for. */
const plainForOption = 0.4;

function agreementOf(word: string, { key, isOption }: Term): number {
	if (isOption && !word.includes("--")) return plainForOption * agreementOf(word, { text: key, key, kind: "whole" });
	const token = keyOf(word);
	if (isSameWord(token, key)) return 1;
	if (partsOf(word).some((part) => keyOf(part) === key || isInflected(keyOf(part), key))) return 0.8;
	return token.startsWith(key) ? 0.3 : 0;
}

/** Whether two words, as they are compared, are the same or differ by no more than an ending. */
export function isSameWord(a: string, b: string): boolean {
	return a === b || isInflected(a, b);
}

const commonInflection = /^(?:e?[sd]|er?|ing)?$/u;
/** Endings of English words, also after a doubled letter ("planned") or one that gives way to them ("rewriting", "rewritten"). */
const inflection =
	/^(?:[bdglmnprt]?(?:e[dnr]?|ers?|ing|ings|or|ors)|e?s|[dnrty]|i?e[sd]|i?ly|al|ally|able|ive|i?on|i?ons|[st]ion|[st]ions|ation|ment|ments|ance|ence|ity|ic|ism|ist|ten|ure)?$/u;

/** Whether two words differ by no more than an ending: "rewritten" and "rewriting", "debit" and "debits". */
function isInflected(a: string, b: string): boolean {
	const longest = Math.max(a.length, b.length);
	const shortest = Math.min(a.length, b.length);
	if (longest - shortest > 3) return false;
	let common = 0;
	while (common < shortest && a[common] === b[common]) common++;
	if (common < 3) return false;
	const endings = [a.slice(common), b.slice(common)];
	if (/[aeiouy]/u.test(a.slice(0, common)) && endings.every((ending) => commonInflection.test(ending))) return true;
	if (common < 4 || common < longest - 3 || common < longest * 0.55) return false;
	return endings.every((ending) => inflection.test(ending));
}
