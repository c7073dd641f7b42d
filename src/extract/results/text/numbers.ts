import { oncePer } from "#model/once-per.ts";
import { why } from "#words/because.ts";
import { normalise } from "../../text/text.ts";
import type { Lexicon } from "./lexicon.ts";

/** Why a figure cannot be read. */
export type Unclear = ReturnType<typeof why>;

/** What a value says as a number. */
export type Reading =
	| { readonly kind: "number"; readonly value: number; readonly rest: string }
	| { readonly kind: "fraction"; readonly part: number; readonly whole: number; readonly rest: string }
	| ({ readonly kind: "unclear" } & Unclear);

/** Writes thousands without separators: "1,234", "1'234", "1_234" and "1 234" with a narrow or fixed space become "1234". */
export function plainDigits(text: string): string {
	if (!separator.test(text)) return text;
	return text.replace(separated, (figure) => figure.replace(/\D/g, ""));
}

/** The first numeral that is always a number: "one" need not be. */
const firstSpelled = 2;

interface Spelled {
	readonly small: RegExp;
	readonly compound: RegExp;
}

/** Writes thousands without separators, and numbers below a hundred in digits: "three tests" becomes "3 tests". */
export function spelledDigits(text: string, lexicon: Lexicon): string {
	const numerals = lexicon.entries("numerals");
	const { small } = spelledPatterns(lexicon);
	// The start of the word is tested only where a numeral was found: a look-behind would run at every character.
	return compoundDigits(plainDigits(text), lexicon).replace(small, (word, at: number, whole: string) =>
		isInWord(at, whole) ? word : String(numerals.indexOf(word.toLowerCase())),
	);
}

/** Writes "thirty" and "twenty-five" in digits, which no other words are made of. */
export function compoundDigits(text: string, lexicon: Lexicon): string {
	const [numerals, tens] = [lexicon.entries("numerals"), lexicon.entries("tens")];
	return text.replace(spelledPatterns(lexicon).compound, (word, at: number, whole: string) => {
		const [ten = "", unit = ""] = word.toLowerCase().split(/[- ]/u);
		return isInWord(at, whole) ? word : String(10 * (tens.indexOf(ten) + 2) + Math.max(0, numerals.indexOf(unit)));
	});
}

function isInWord(at: number, whole: string): boolean {
	return wordBefore.test(whole.slice(Math.max(0, at - 2), at));
}

const spelledPatterns = oncePer((lexicon: Lexicon): Spelled => {
	const numerals = lexicon.entries("numerals");
	const any = (words: readonly string[]) => words.join("|") || "(?!)";
	const units = any(numerals.slice(1, 10));
	return {
		small: new RegExp(`(?:${any(numerals.slice(firstSpelled))})(?![\\p{L}-])`, "giu"),
		compound: new RegExp(`(?:${any(lexicon.entries("tens"))})(?:[- ](?:${units}))?(?![\\p{L}-])`, "giu"),
	};
});

const wordBefore = /[\p{L}-]$/u;

const separator = /\d[,'’_\u00a0\u2009\u202f]\d{3}/;
const separated = /(?<![\d.\p{L}_])\d{1,3}([,'’_\u00a0\u2009\u202f])\d{3}(?:\1\d{3})*(?![\d_]|,\d)/gu;

const parenthetical = /\([^()]*\)/g;

/** The text outside parentheses, and the parentheticals' texts. */
export function splitParentheses(text: string): { readonly main: string; readonly asides: readonly string[] } {
	const asides: string[] = [];
	const main = text.replace(parenthetical, (aside) => {
		asides.push(aside.slice(1, -1));
		return " ";
	});
	return { main, asides };
}

/**
 * Reads a label's value as a number: "240 tests", "20 (was 24)", "468 → 487", "8 bootstrap + 4 more = 12 total", "None".
 * Sums without a result, approximations and several unlike figures are unclear; null where no number stands first.
 */
export function readNumber(value: string, lexicon: Lexicon): Reading | null {
	const { main } = splitParentheses(plainDigits(value));
	const opening = main.replace(/^[^\p{L}\p{N}~≈<>+-]+/u, "").trim();
	// "1 204 tests": a value's first figure may have a space in it.
	const text = opening.replace(/^\d{1,3}(?: \d{3})+(?![\d.,/])/, (figure) => figure.replaceAll(" ", ""));
	if (text === "") return null;
	const equation = /^\d{1,6}(?:\s*[+−–-]\s*\d{1,6})+\s*=\s*(\d{1,6})(?![\d.])(.*)$/u.exec(text);
	if (equation) return { kind: "number", value: Number(equation[1]), rest: (equation[2] ?? "").trim() };
	const words = normalise(text);
	if (!/^\d/.test(words) && lexicon.startsWith("none", words)) return { kind: "number", value: 0, rest: "" };
	if (isApproximate(text, words, lexicon)) return { kind: "unclear", ...why("approximate", { words: text }) };
	const changed = text.match(/^\D{0,3}(\d+)\s*(?:→|⟶|➜|->|=>|-->)\s*(\d+)(?![\d.])(.*)$/);
	if (changed) return { kind: "number", value: Number(changed[2]), rest: (changed[3] ?? "").trim() };
	const fraction = text.match(/^(?:all\s+)?(\d+)\s?(?:\/|of|out of)\s?(\d+)(?![\d./])(.*)$/i);
	// "1310 / 1301 passed": the second is a figure of its own, and no whole of the first.
	if (fraction && Number(fraction[1]) <= Number(fraction[2]))
		return {
			kind: "fraction",
			part: Number(fraction[1]),
			whole: Number(fraction[2]),
			rest: (fraction[3] ?? "").trim(),
		};
	const sum = text.match(/^\d[^=+]*\+[^=]*/) ?? text.match(/^\d+\s*−\s*\d[^=]*/u);
	if (sum) {
		const result = text.slice(sum[0].length).match(/^=\s*(\d+)(?![\d.])(.*)$/);
		if (result) return { kind: "number", value: Number(result[1]), rest: (result[2] ?? "").trim() };
		return { kind: "unclear", ...why("partsWithoutSum", { words: text }) };
	}
	const first = text.match(/^(?:(?:all|total of)\s+)?(\d+)(?![\d%]|-\d\d-\d)(?!\.\d)(?!\s?%)(.*)$/i);
	if (!first) return null;
	return { kind: "number", value: Number(first[1]), rest: (first[2] ?? "").trim() };
}

function isApproximate(text: string, words: string, lexicon: Lexicon): boolean {
	return (
		/^[~≈<>]/.test(text) ||
		/^\d+\s*\+(?!\s*\d)/.test(text) ||
		/^\d+\s*[-–]\s*\d+(?!\S)/.test(text) ||
		lexicon.startsWith("approximately", words)
	);
}
