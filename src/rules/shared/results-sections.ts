import type { List, Paragraph } from "mdast";
import { lexiconOf } from "#extract/results/text/lexicon.ts";
import { normalise, textOf } from "#extract/text/text.ts";
import type { Heading } from "#model/documents.ts";
import type { Fact } from "#model/facts.ts";
import type { Place } from "#model/source.ts";
import type { ParsedDocument } from "#parse/markdown.ts";
import { lineText } from "#parse/source-text.ts";
import { because, listed, type Term, term } from "#words/because.ts";
import type { Detection, Statement } from "../judging/outcome.ts";
import { linePlace, nodesOf, sectionOf } from "../judging/places.ts";
import type { DocumentSubject } from "../judging/rule.ts";
import { numberedTitle } from "./sections.ts";

/** A section of RESULTS whose content a rule judges. */
export interface ResultsSection {
	readonly heading: Heading;
	/** The section's title in the standard. */
	readonly title: string;
	/** The line that says that the section does not apply, in its first words. */
	readonly notApplicable: number | null;
}

/** A section of RESULTS, or why its content is not judged: that it is missing is results/section-missing's business. */
export function resultsSection(subject: DocumentSubject, key: string): ResultsSection | Statement {
	const { record, standard } = subject;
	const form = standard.sections.results.find((section) => section.key === key);
	const title = form ? numberedTitle(form) : key;
	const heading = sectionOf(record, key);
	if (!heading) return { verdict: "not-applicable", ...because("sectionMissing", { section: title }) };
	return { heading, title, notApplicable: notApplicableLine(subject, heading) };
}

function notApplicableLine({ parsed, standard }: DocumentSubject, heading: Heading): number | null {
	const first = nodesOf(parsed, heading).find((node) => node.type === "paragraph" || node.type === "list");
	const paragraph = first?.type === "list" ? firstParagraph(first) : first;
	if (paragraph?.type !== "paragraph") return null;
	const says = lexiconOf(standard).startsWith("notApplicable", normalise(textOf(paragraph)));
	return says ? (paragraph.position?.start.line ?? heading.line) : null;
}

function firstParagraph({ children }: List): Paragraph | undefined {
	const [item] = children;
	return item?.children.find((child) => child.type === "paragraph");
}

/** What messages call the facts of sections, by names among the reasons. */
type AskedName =
	| "packagesInstalled"
	| "totalTests"
	| "installOrder"
	| "allTestsPass"
	| "total"
	| "passed"
	| "failed"
	| "skipped"
	| "command";

/** What a section must state: the fact, and what messages call it. */
export interface Asked {
	readonly name: AskedName;
	readonly fact: Fact<unknown> | undefined;
}

/** The messages of what `unreadFigures` yields. */
export const unreadMessages = {
	notStated: "Not stated: {lacking}.",
	unclear: "The figure of {figure} is unclear: {reason}.",
} as const;

/** What a section does not state, and what it states unclearly; whether it lacks anything is the result. */
export function* unreadFigures(
	{ parsed }: DocumentSubject,
	{ heading }: ResultsSection,
	asked: readonly Asked[],
): Generator<Detection<keyof typeof unreadMessages>, boolean> {
	const { lacking, unclear } = unread(asked);
	yield* unclearFigures(parsed, unclear);
	if (lacking.length > 0)
		yield { messageId: "notStated", place: linePlace(parsed, heading.line), data: { lacking: named(lacking) } };
	return lacking.length + unclear.length > 0;
}

/** A finding for each figure that is there but cannot be read. */
export function unclearFigures(parsed: ParsedDocument, unclear: Unread["unclear"]): readonly Detection<"unclear">[] {
	return unclear.map(({ name, line, reason }) => ({
		messageId: "unclear",
		decides: "could-not-evaluate",
		place: linePlace(parsed, line),
		data: { figure: term(name), reason },
	}));
}

/** The names of facts in a sentence. */
export function named(names: readonly AskedName[]): Term {
	return listed(names.map((name) => term(name)));
}

/** Why a fact is unclear, for a place of a message. */
export function reasonOf({ reason, said }: Extract<Fact<unknown>, { readonly state: "unclear" }>): Term {
	return { term: reason, said };
}

interface Unread {
	readonly lacking: readonly AskedName[];
	readonly unclear: readonly { readonly name: AskedName; readonly line: number; readonly reason: Term }[];
}

/** The names of what is not stated, and what is there but cannot be read. */
export function unread(asked: readonly Asked[]): Unread {
	return {
		lacking: asked.filter(({ fact }) => !fact || fact.state === "not-stated").map(({ name }) => name),
		unclear: asked.flatMap(({ name, fact }) =>
			fact?.state === "unclear" ? [{ name, line: fact.line, reason: reasonOf(fact) }] : [],
		),
	};
}

/** Whole numbers that are no part of a longer one. */
const figures = /(?<![\d.,])\d+(?!\d|[.,]\d)/g;

/** Where a figure stands in its line; the whole line where it is not written so. */
export function figurePlace(parsed: ParsedDocument, line: number, value: number): Place {
	for (const { 0: figure, index } of lineText(parsed.source, line).matchAll(figures))
		if (figure === String(value))
			return {
				kind: "range",
				path: parsed.source.path,
				range: { start: { line, column: index + 1 }, end: { line, column: index + figure.length + 1 } },
			};
	return linePlace(parsed, line);
}
