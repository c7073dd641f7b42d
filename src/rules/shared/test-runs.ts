import { matchSections } from "#extract/outline/outline.ts";
import { lexiconOf } from "#extract/results/text/lexicon.ts";
import { patternFrom } from "#extract/text/patterns.ts";
import { normalise } from "#extract/text/text.ts";
import type { Heading } from "#model/documents.ts";
import { type Fact, factValue } from "#model/facts.ts";
import type { Place } from "#model/source.ts";
import { lineText } from "#parse/source-text.ts";
import { because } from "#words/because.ts";
import type { Detection, Statement } from "../judging/outcome.ts";
import { linePlace } from "../judging/places.ts";
import type { DocumentSubject } from "../judging/rule.ts";
import { figurePlace, named, type ResultsSection, unclearFigures, unread } from "./results-sections.ts";

const figures = ["total", "passed", "failed", "skipped"] as const;

/** The messages of what `testRun` yields. */
export const testRunMessages = {
	notStated: "Not stated: {lacking}.",
	sum: "{total} tests in total, but {passed} passed, {failed} failed and {skipped} skipped make {sum}.",
	over: "{total} tests in total, but {sum} that passed, failed or were skipped.",
	several: "{count} runs are reported and none for all of them, so the figures cannot be read.",
	unclear: "The {figure} is unclear: {reason}.",
} as const;

/**
 * What the report of a test run lacks: total, passed, failed, skipped and the command, and figures that add up (BHS, Results
 * File). A pass where it lacks nothing.
 */
export function* testRun(
	subject: DocumentSubject,
	prefix: "tests" | "regression",
	{ heading }: ResultsSection,
): Iterable<Detection<keyof typeof testRunMessages> | Statement> {
	const { parsed, record } = subject;
	const place = linePlace(parsed, heading.line);
	const facts = figures.map((name) => ({ name, fact: record.facts[`${prefix}.${name}`] }));
	const command = { name: "command" as const, fact: record.facts[`${prefix}.command`] };
	const { lacking, unclear } = unread([...facts, command]);
	yield* unclearFigures(parsed, unclear);
	const runs = lacking.includes("total") ? reportedRuns(subject, heading) : 0;
	if (runs > 1) yield { messageId: "several", decides: "could-not-evaluate", place, data: { count: runs } };
	const silent = runs > 1 ? lacking.filter((name) => name === command.name) : lacking;
	if (silent.length > 0) yield { messageId: "notStated", place, data: { lacking: named(silent) } };
	const [total, passed, failed, skipped] = facts.map(({ fact }) => factValue<number>(fact));
	yield* tooMany(subject, place, facts);
	if (total === undefined || passed === undefined || failed === undefined || skipped === undefined) return;
	const sum = passed + failed + skipped;
	const at = (fact: Fact<number> | undefined, value: number) =>
		fact && "line" in fact ? figurePlace(parsed, fact.line, value) : place;
	const stated = at(record.facts[`${prefix}.total`], total);
	if (total !== sum && total - sum !== otherOutcomes(subject, heading))
		yield {
			messageId: "sum",
			place: stated,
			data: { total, passed, failed, skipped, sum },
			related: [
				{ place: at(record.facts[`${prefix}.passed`], passed), ...because("passedTests", { count: passed }) },
				{ place: at(record.facts[`${prefix}.failed`], failed), ...because("failedTests", { count: failed }) },
				{ place: at(record.facts[`${prefix}.skipped`], skipped), ...because("skippedTests", { count: skipped }) },
			],
		};
	else if (lacking.length + unclear.length === 0)
		yield {
			verdict: "pass",
			...because("testRun", { total, passed, failed, skipped }),
			place: stated,
		};
}

/** A total below the outcomes that are stated, where not all of them are: whatever the others come to, it cannot hold. */
function* tooMany(
	{ parsed }: DocumentSubject,
	place: Place,
	facts: readonly { readonly name: string; readonly fact: Fact<number> | undefined }[],
): Iterable<Detection<"over">> {
	const [total, ...outcomes] = facts.map(({ fact }) => ({ fact, value: factValue(fact) }));
	const stated = outcomes.flatMap(({ value }) => value ?? []);
	const sum = stated.reduce((all, value) => all + value, 0);
	if (total?.value === undefined || stated.length === outcomes.length || sum <= total.value) return;
	const { fact, value } = total;
	const at = fact && "line" in fact ? figurePlace(parsed, fact.line, value) : place;
	yield { messageId: "over", place: at, data: { total: value, sum } };
}

/** How many tests a section counts with an outcome that is none of the four: "XFail: 1", "2 xfailed". */
function otherOutcomes({ parsed, standard }: DocumentSubject, { line, endLine }: Heading): number {
	const words = lexiconOf(standard).pattern("otherOutcomes");
	const counted = patternFrom(`^\\W*(?:${words})\\W+(\\d{1,9})\\b|(?<![\\d.])(\\d{1,9})\\s+(?:${words})\\b`, "giu");
	let sum = 0;
	for (let at = line + 1; at <= endLine; at++) {
		const text = lineText(parsed.source, at);
		if (/\d/.test(text)) for (const match of text.matchAll(counted)) sum += Number(match[1] ?? match[2]);
	}
	return sum;
}

/** How many totals the section holds, and others of its name: a run for each package. */
function reportedRuns({ parsed, record, standard }: DocumentSubject, heading: Heading): number {
	const lexicon = lexiconOf(standard);
	const forms = standard.sections.results.filter(({ key }) => heading.keys.includes(key));
	const sections = record.outline.filter(
		({ title, depth }) => depth === heading.depth && matchSections(title, forms).size > 0,
	);
	return sections.reduce((sum, { line, endLine }) => {
		let count = sum;
		for (let at = line + 1; at <= endLine; at++) {
			const label = /^[\s*+-]*([^:|]{1,40}):/.exec(lineText(parsed.source, at))?.[1];
			if (label !== undefined && lexicon.countKey(normalise(label)) === "total") count++;
		}
		return count;
	}, 0);
}
