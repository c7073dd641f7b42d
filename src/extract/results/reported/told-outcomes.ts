import type { CountedClaim } from "#model/baselines.ts";
import { type Facts, factValue } from "#model/facts.ts";
import { normalise } from "../../text/text.ts";
import type { Section } from "../text/blocks.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { plainDigits, spelledDigits } from "../text/numbers.ts";
import type { Statement } from "../text/statements.ts";
import type { Tally } from "./tallies.ts";

type Run = "tests" | "regression";

const outcomes = [
	{
		key: "skipped",
		told: /(?<![\d.,/#+-])([1-9]\d{0,5})\s+(?:of\s+(?:these|them|the)\s+)?(?:[\p{L}-]+\s+){0,2}?(?:tests?\s+)?(?:are|were|is|was|get)\s+skipped(?![\p{L}])/iu,
	},
	{
		key: "failed",
		told: /(?<![\d.,/#+-])([1-9]\d{0,5})\s+(?:of\s+(?:these|them|the)\s+)?(?:[\p{L}-]+\s+){0,2}?tests?\s+(?:still\s+|now\s+)?(?:fail|fails|failed|are\s+failing|is\s+failing|are\s+red)(?![\p{L}])/iu,
	},
] as const;

/**
 * Tests that the sentences of a run's section call skipped or failing, where its figures say that none is, and failures
 * called old of which the run has not as many. Sentences about other runs are left out.
 */
export function toldOutcomes(
	sections: readonly Section[],
	run: Run,
	facts: Facts,
	old: readonly CountedClaim[],
	lexicon: Lexicon,
): Tally[] {
	const told = sections.flatMap(({ blocks }) =>
		blocks.flatMap(({ name, statements }) =>
			lexicon.has("before", name) || lexicon.has("attempt", name) ? [] : statements,
		),
	);
	return [
		...outcomes.flatMap(({ key, told: pattern }): Tally[] => {
			const fact = facts[`${run}.${key}`];
			if (fact?.state !== "stated" || fact.value !== 0) return [];
			return told.flatMap((said): Tally[] => {
				const count = speaksOfRun(said, lexicon) ? pattern.exec(spelledDigits(said.prose, lexicon))?.[1] : undefined;
				return count === undefined || said.line === fact.line
					? []
					: [{ kind: "twice", what: key, stated: Number(count), counted: 0, line: said.line, listLine: fact.line }];
			});
		}),
		...(run === "regression" ? moreOld(told, facts, old, lexicon) : []),
		...told.flatMap((said) => rateTallies(said, run, facts, lexicon)),
	];
}

/** Whether a sentence of a section speaks of the run that the section reports. */
function speaksOfRun({ kind, label, prose }: Statement, lexicon: Lexicon): boolean {
	if (kind === "row" || kind === "code" || (label && lexicon.countKey(label.name) !== null)) return false;
	const words = normalise(prose);
	if (lexicon.has("otherPlaces", words) && !lexicon.has("thisRun", words)) return false;
	return otherRuns.every((list) => !lexicon.has(list, words));
}

const otherRuns = ["otherRuns", "before", "mendedWords", "narrowedRuns", "installedWords"] as const;

/** "The 2 remaining failures are pre-existing" in a run of which none failed. */
function moreOld(
	told: readonly Statement[],
	{ "regression.failed": failed }: Facts,
	old: readonly CountedClaim[],
	lexicon: Lexicon,
): Tally[] {
	if (failed?.state !== "stated") return [];
	return old.flatMap(({ count, line }): Tally[] => {
		const said = told.find((one) => one.line === line);
		if (!said || count <= failed.value || line === failed.line || !speaksOfRun(said, lexicon)) return [];
		return [{ kind: "twice", what: "failures", stated: count, counted: failed.value, line, listLine: failed.line }];
	});
}

const labelled = /^\W*(\d{1,3}(?:\.\d{1,4})?)\s?%/u;
const fraction =
	/(?<![\d.,/])(\d{1,6})\s*(?:\/|of|out of)\s*(\d{1,6})(?![\d.,/]\d)[^\d%]{0,24}?\(?\s*(\d{1,3}(?:\.\d{1,4})?)\s?%/iu;

/** "Pass rate: 100%" beside failures, "190/200 passed (98%)". */
function rateTallies({ label, value, prose, line }: Statement, run: Run, facts: Facts, lexicon: Lexicon): Tally[] {
	if (!prose.includes("%")) return [];
	const [, part, whole, told] = fraction.exec(plainDigits(prose)) ?? [];
	const words = normalise(prose);
	if (told !== undefined && Number(whole) > 0 && (lexicon.has("passed", words) || lexicon.has("tests", words)))
		return isRate(told, [Number(part) / Number(whole)]) || lexicon.has("coverageWords", words)
			? []
			: [rate(told, Number(part), Number(whole), line, line)];
	const stated = label && lexicon.is("rateLabels", label.name) ? labelled.exec(value)?.[1] : undefined;
	const total = facts[`${run}.total`];
	const passed = facts[`${run}.passed`];
	const failed = factValue(facts[`${run}.failed`]);
	if (stated === undefined || total?.state !== "stated" || passed?.state !== "stated" || failed === undefined)
		return [];
	const rates = [passed.value / total.value, passed.value / (passed.value + failed)];
	return total.value === 0 || isRate(stated, rates) ? [] : [rate(stated, passed.value, total.value, line, passed.line)];
}

function rate(stated: string, passed: number, total: number, line: number, listLine: number): Tally {
	return { kind: "rate", what: `${passed} of ${total}`, stated: Number(stated), counted: passed, line, listLine };
}

/** Whether a percentage is one of the rates, rounded or cut off. */
function isRate(stated: string, rates: readonly number[]): boolean {
	const digits = stated.split(".")[1]?.length ?? 0;
	const unit = 10 ** digits;
	return rates.some((one) => {
		const exact = one * 100 * unit;
		const said = Math.round(Number(stated) * unit);
		return said === Math.round(exact) || said === Math.floor(exact + 1e-9);
	});
}
