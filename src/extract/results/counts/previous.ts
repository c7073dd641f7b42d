import type { PreviousFigure } from "#model/baselines.ts";
import { oncePer } from "#model/once-per.ts";
import { normalise } from "../../text/text.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { plainDigits, splitParentheses } from "../text/numbers.ts";
import type { Statement } from "../text/statements.ts";

/** A statement, and the package whose tests it counts; null where it speaks of the whole system. */
export interface PlacedStatement {
	readonly said: Statement;
	readonly of: string | null;
	/** Whether it stands in the section of a run, where a bare figure counts tests. */
	readonly inRun?: boolean;
	/** Whether it gives the system's own total, so that "the total" and "the suite" are that of tests. */
	readonly ofTotal?: boolean;
	/** Whether it is only asked for what another handoff left. */
	readonly leaves?: boolean;
}

type Kind = PreviousFigure["kind"];

const arrow = /(?<![\d.,])(\d+)\s*(?:→|⟶|➜|->|=>)\s*(\d+)(?![\d.])/;
const parts = /(?<![\d.,])(\d+)\s+([\p{L}-]+(?:\s[\p{L}-]+)?)\s*\+\s*(\d+)\s+([\p{L}-]+)/u;
const equation = /(?<![\d.,+])(\d+)\s*\+\s*\d+\s*=\s*\d+/;

/**
 * What a statement says of the state before the work: "468 → 487", "20 (was 24)", "40 existing + 10 new", "487 + 7 = 494",
 * "Before this handoff (H-7): 10 packages, 130 tests". Figures of failures and of other things are left out.
 */
export function previousIn(
	{ said, of, inRun, ofTotal, leaves }: PlacedStatement,
	handoffIn: (text: string) => string | null,
	lexicon: Lexicon,
): PreviousFigure[] {
	const text = plainDigits(said.prose);
	if (!/\d/.test(text)) return [];
	const words = normalise(text);
	if (lexicon.has("failureWords", words)) return [];
	const named = handoffIn(said.text);
	const figure = (kind: Kind, value: string | undefined, quote: string): PreviousFigure => ({
		kind,
		of: kind === "packages" ? null : of,
		value: Number(value),
		words: quote.trim(),
		from: null,
		handoff: named,
		...(ofTotal && { aside: true as const }),
		line: said.line,
	});
	if (said.label && isPreviousLabel(said.label.name, lexicon)) return labelled(said, figure, lexicon);
	const told = named === null || of !== null ? [] : toldOf(text, figure, lexicon);
	if (told.length > 0) return told.map((one) => ({ ...one, aside: true as const }));
	if (leaves) return [];
	const compared = inRun && /\bthan\b/.test(words) && !/\bpackages?\b/.test(words) && named !== null;
	const total = ofTotal && /\b(?:total|suite)\b/.test(words) && !/\bpackages?\b/.test(words);
	const kind = kindOf(said, words, lexicon) ?? (compared || total ? "tests" : null);
	if (kind === null) return [];
	const changed = text.match(arrow);
	if (changed) return [figure(kind, changed[1], changed[0])];
	const split = text.match(parts);
	if (
		split &&
		lexicon.startsWith("olderParts", normalise(split[2] ?? "")) &&
		lexicon.startsWith("newParts", normalise(split[4] ?? ""))
	)
		return [figure(kind, split[1], split[0])];
	const sum = text.match(equation);
	if (sum && lexicon.has("newParts", words)) return [figure(kind, sum[1], sum[0])];
	for (const match of lexicon.phrasesIn("previousPhrases", text)) {
		if (!/^\s*(?:\.\d|%|[a-z]*\s*(?:ms|s|lines?)\b)/i.test(text.slice((match.index ?? 0) + match[0].length)))
			return [figure(kind, match[1], match[0])];
	}
	return [];
}

/** "Before this handoff (H-7A): 10 packages, 130 tests": each figure by the word behind it. */
function labelled(
	said: Statement,
	figure: (kind: Kind, value: string | undefined, quote: string) => PreviousFigure,
	lexicon: Lexicon,
): PreviousFigure[] {
	const { main } = splitParentheses(plainDigits(said.value));
	const found: PreviousFigure[] = [];
	for (const match of main.split(";", 1)[0]?.matchAll(/(?<![\d.,])(\d+)\s+((?:\p{L}+\s){0,2}\p{L}+)/gu) ?? []) {
		const what = normalise(match[2] ?? "");
		const kind = /\bpackages?\b/.test(what) ? "packages" : lexicon.has("tests", what) ? "tests" : null;
		if (kind !== null && !found.some((one) => one.kind === kind)) found.push(figure(kind, match[1], match[0]));
	}
	return found;
}

const counted = /(?<![\d.,/#+-])(\d{1,9})\s+(?:[\p{L}-]+\s+){0,2}?(tests?|packages?)(?![\p{L}-])/giu;

const ownedBy =
	/(?<=\d[A-Za-z]?['’]s\s+(?:(?:total|baseline|suite)\s+(?:of\s+)?)?)(\d{1,9})\s+(?:[\p{L}-]+\s+){0,1}?(tests?|packages?)(?![\p{L}-])/iu;

const leavingVerb = oncePer(
	(lexicon: Lexicon): RegExp => new RegExp(`(?<![\\p{L}])(?:${lexicon.pattern("leftWith")})(?![\\p{L}])`, "iu"),
);

/** "H-31 closed at 144 tests and 10 packages": what a handoff is said to have left. */
function toldOf(
	text: string,
	figure: (kind: Kind, value: string | undefined, quote: string) => PreviousFigure,
	lexicon: Lexicon,
): PreviousFigure[] {
	const verb = leavingVerb(lexicon).exec(text);
	const owned = ownedBy.exec(text);
	if (!verb && owned) return [figure(/^p/iu.test(owned[2] ?? "") ? "packages" : "tests", owned[1], owned[0])];
	if (!verb) return [];
	const clause = text.slice(verb.index).split(/[;.](?:\s|$)|,\s+(?:with|and\s+(?:this|ours|we|our))/iu, 1)[0] ?? "";
	return [...clause.matchAll(counted)].map((match) =>
		figure(/^p/iu.test(match[2] ?? "") ? "packages" : "tests", match[1], `${verb[0]} ${match[0]}`),
	);
}

function isPreviousLabel(name: string, lexicon: Lexicon): boolean {
	return lexicon.is("previousLabels", name);
}

/** Whether a statement counts packages or tests; null where it counts anything else. */
export function kindOf({ label }: Statement, words: string, lexicon: Lexicon): Kind | null {
	if (label) {
		if (lexicon.isLabel("baseline.packagesInstalled", label.name)) return "packages";
		if (lexicon.isLabel("cleanRoom.packagesInstalled", label.name)) return "packages";
		if (lexicon.isLabel("baseline.totalTests", label.name) || lexicon.countKey(label.name) === "total") return "tests";
	}
	const tests = lexicon.has("tests", words) || lexicon.has("passed", words);
	const packages = /\bpackages?\b/.test(words);
	return tests === packages ? null : tests ? "tests" : "packages";
}

/** How many tests a statement says were added: "New tests: 4 (…) + 2 (…)", "Delta: +19 tests"; null where it does not. */
export function addedTestsIn({ label, value }: Statement, lexicon: Lexicon): number | null {
	if (!label) return null;
	const { main } = splitParentheses(plainDigits(value));
	const sum = main.match(/^\W*\d+(?:\s+\p{L}+)?(?:\s*\+\s*\d+)*/u)?.[0];
	if (sum === undefined) return null;
	if (lexicon.is("newTestLabels", label.name))
		return (sum.match(/\d+/g) ?? []).reduce((total, part) => total + Number(part), 0);
	const delta = /\b(?:delta|change|difference)\b/.test(label.name) && main.match(/^\s*\+\s*(\d+)\s+(\p{L}+)/u);
	return delta && lexicon.has("tests", normalise(delta[2] ?? "")) ? Number(delta[1]) : null;
}
