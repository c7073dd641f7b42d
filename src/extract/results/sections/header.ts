import type { Heading } from "#model/documents.ts";
import type { Fact } from "#model/facts.ts";
import { notStated } from "#model/facts.ts";
import { why } from "#words/because.ts";
import { withoutNumbering } from "../../outline/outline.ts";
import { patternFrom } from "../../text/patterns.ts";
import { normalise } from "../../text/text.ts";
import type { Block, Section } from "../text/blocks.ts";
import type { Lexicon } from "../text/lexicon.ts";
import { splitParentheses } from "../text/numbers.ts";
import { type Statement, statement } from "../text/statements.ts";
import type { TableGrid } from "../text/tables.ts";

/** A place where the document speaks of itself: its value text and line. */
export interface Said {
	readonly text: string;
	readonly line: number;
}

/**
 * The statements under a label in the document's header, and in headings named so: "## Status: PASS", "## Status" with the
 * word below it, "**Status:** PASS", a table row.
 */
export function headerStatements(
	field: string,
	header: readonly Block[],
	outline: readonly Heading[],
	opened: readonly Section[],
	lexicon: Lexicon,
): Said[] {
	const said = header.flatMap(({ statements, tables }) => [
		...statements.flatMap((one) => labelledPieces(one, field, lexicon)),
		...tables.flatMap((table) => titledCells(table, field, lexicon)),
	]);
	for (const heading of outline) {
		const match = heading.title.match(/^(.*?)(?::\s*|\s+(?:—|–|--?)\s+)(.+)$/);
		if (match?.[1] && lexicon.isLabel(field, plainLabel(match[1])))
			said.push({ text: match[2] ?? "", line: heading.line });
	}
	for (const { heading, blocks } of opened) {
		if (lexicon.isLabel(field, plainLabel(heading.title))) {
			const first = blocks.find(({ statements }) => statements.length > 0)?.statements[0];
			if (first)
				said.push({
					text: first.label && lexicon.isLabel(field, first.label.name) ? first.fullValue : first.text,
					line: first.line,
				});
		} else
			for (const { label, fullValue, line } of blocks.flatMap(({ statements }) => statements))
				if (label && lexicon.isLabel(field, label.name)) said.push({ text: fullValue, line });
	}
	return said.sort((a, b) => a.line - b.line);
}

/** The cell below a title in a table of one row: "| Status | Date |" above "| PASS | 2026-02-15 |". */
function titledCells({ header, rows: [row, ...others] }: TableGrid, field: string, lexicon: Lexicon): Said[] {
	const isTitled = (label: string) => header.some(({ prose }) => lexicon.isLabel(label, normalise(prose)));
	if (!row || others.length > 0 || !isTitled("status") || !isTitled("date")) return [];
	return row.flatMap(({ text, line }, at) =>
		lexicon.isLabel(field, normalise(header[at]?.prose ?? "")) ? [{ text, line }] : [],
	);
}

// "**Status**: PASS | **Date**: 2026-02-15", "PASS / Date: 2026-02-15", "By r.haas. **Status:** PASS", or with wide gaps:
// several labels on one line.
function labelledPieces({ text, line }: Statement, field: string, lexicon: Lexicon): Said[] {
	return text.split(/\s[|·•/]\s|\s{2,8}(?=\p{L}[^:]{1,30}:)|(?<=[.!;])\s(?=\p{Lu}[^:.]{1,30}:)/u).flatMap((piece) => {
		const { label, fullValue } = statement({ line, text: piece, prose: piece }, "paragraph", -1, lexicon);
		if (label) return lexicon.isLabel(field, label.name) ? [{ text: fullValue, line }] : [];
		const [, name = "", value = ""] = unmarked.exec(piece) ?? [];
		return name !== "" && lexicon.isLabel(field, normalise(name)) ? [{ text: value, line }] : [];
	});
}

// "**Status** PASS", "**Date** 2026-02-15": a label without a colon, and nothing but the value behind it.
const unmarked = /^\W{0,4}(\p{L}[\p{L} ]{2,20})\s+(\p{Lu}{4,8}|\d{4}-\d\d-\d\d)\W*$/u;

/**
 * Dates that stand in the header without a label: by themselves ("builder-3 · 2026-03-11"), or in a sentence about the
 * document ("Written by Ray on 18 February 2026").
 */
export function bareDates(header: readonly Block[], lexicon: Lexicon): Said[] {
	const statements = header.flatMap((block) => block.statements);
	const alone = statements.flatMap(({ text, line }) =>
		text
			.split(/\s[|·•—–-]\s|[,;]\s|\s(?=\()|(?<=^\W{0,4}\d{4}-\d\d-\d\d)\.\s/)
			.filter((piece) => bareDate.test(piece) || writtenDate.test(piece))
			.map((piece) => ({ text: piece, line })),
	);
	if (alone.length > 0) return alone;
	return statements.flatMap(({ text, line }) =>
		text
			.split(/(?<=[.!])\s+/u)
			.filter((sentence) => lexicon.startsWith("dateLeads", normalise(sentence)) && !dateOfOther.test(sentence))
			.map((sentence) => ({ text: sentence, line })),
	);
}

const bareDate = /^\W{0,4}\d{4}-\d\d-\d\d(?:[T ][\d:.]{4,12}(?:Z|[+-]\d\d:?\d\d)?)?\W{0,4}$/;
const writtenDate = /^\W{0,4}\d{1,2}(?:st|nd|rd|th|\.)?\s\p{L}{3,9}\.?\s\d{4}\W{0,4}$/u;

// "Built on the 2026-02-10 baseline": the date tells which one.
const dateOfOther = /\b(?:the|an?|our|its)\s+\d{4}-\d\d-\d\d/i;

/** What the document's own title says behind its name: "Results: X — PASS", "Results: X (2026-02-15)". */
export function titleRemarks([title]: readonly Heading[]): Said[] {
	if (title?.depth !== 1) return [];
	return [...title.title.matchAll(/[([]([^()[\]]{2,40})[)\]]|\s[—–|-]{1,2}\s+([^—–|]{2,40})$/gu)].map((match) => ({
		text: (match[1] ?? match[2] ?? "").trim(),
		line: title.line,
	}));
}

/** The headings whose text may speak of the whole document: those named after the field, and summaries. */
export function headerSections(field: string, outline: readonly Heading[], lexicon: Lexicon): Heading[] {
	return outline.filter(({ title, keys, depth }) => {
		if (depth === 1) return false;
		// "## Status: PASS", with the date below it.
		if (field !== "status" && lexicon.isLabel("status", plainLabel(title.split(/:\s|\s[—–-]{1,2}\s/, 1)[0] ?? "")))
			return true;
		if (keys.length > 0) return false;
		const name = plainLabel(title);
		return lexicon.isLabel(field, name) || lexicon.is("headerSections", name);
	});
}

function plainLabel(title: string): string {
	return normalise(withoutNumbering(title));
}

/** The document's status: one of the standard's words. Any other words state none of them, and are told with their line. */
export function statusFact(said: readonly Said[], header: readonly Block[], statuses: readonly string[]): Fact<string> {
	const badge = header
		.flatMap(({ statements }) => statements)
		.filter(
			({ text, label }) =>
				(!label || statuses.includes(label.text)) &&
				statuses.some((status) => bare(text.split(/\s[|·•—–-]\s/, 1)[0] ?? "") === status),
		);
	const facts = [...said, ...badge.map(({ text, line }) => ({ text, line }))].map((one) => statusOf(one, statuses));
	const [first, ...others] = facts.filter((fact) => fact.state !== "not-stated");
	if (!first) return facts.find((fact) => fact.state === "not-stated" && fact.instead) ?? notStated;
	const other = others.find((next) => "value" in next && "value" in first && next.value !== first.value);
	if (!other || !("value" in other) || !("value" in first)) return first;
	return {
		state: "unclear",
		line: first.line,
		...why("statusesDiffer", {
			first: first.value,
			line: String(first.line),
			other: other.value,
			otherLine: String(other.line),
		}),
	};
}

function bare(text: string): string {
	return text.replace(/[^\p{L}]+/gu, " ").trim();
}

function statusOf({ text, line }: Said, statuses: readonly string[]): Fact<string> {
	const word = text.match(/\p{L}+/u)?.[0] ?? "";
	const status = statuses.find((known) => known.toLowerCase() === word.toLowerCase());
	const head = splitParentheses(text).main.split(/\s(?:—|–|--?)\s|[:;,.]/)[0] ?? "";
	if (!status) {
		// "COMPLETE — PASS (12/12)"
		const [, ...behind] = splitParentheses(text).main.split(/\s(?:—|–|--?)\s/);
		const named = statuses.find((known) => behind.some((words) => bare(words) === known));
		if (named) return { state: "stated", value: named, line, scope: text.trim() };
		const instead = head.match(/[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/u)?.[0];
		return instead === undefined ? notStated : { state: "not-stated", instead: { text: instead, line } };
	}
	// "FAIL → PASS (after the fix)": the one it came to.
	const [, came = ""] = /(?:→|⟶|➜|->|=>)\s*\W{0,4}(\p{L}+)\W*$/u.exec(head.trim()) ?? [];
	const end = statuses.find((known) => known.toLowerCase() === came.toLowerCase());
	if (end) return { state: "stated", value: end, line, scope: text.trim() };
	const clauses = splitParentheses(text).main.split(/[;,]\s/);
	// "PASS on Linux, FAIL on Windows"
	const opens = (known: string) => clauses.some((words) => words.trim().startsWith(`${known} `));
	const named = statuses.filter(
		(known) => patternFrom(`(?<!\\p{L})${known}(?!\\p{L})`, "iu").test(head) || opens(known),
	);
	const [one = "", ...more] = named;
	if (more.length > 0) {
		const reason = why("namesTwo", { words: text.trim(), first: one, other: more.join(" and ") });
		return { state: "unclear", line, ...reason };
	}
	const scope = text
		.slice(text.indexOf(word) + word.length)
		.replace(/^[\s:—–-]+/, "")
		.trim();
	return { state: "stated", value: status, line, ...(scope ? { scope } : {}) };
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The document's date as YYYY-MM-DD; unclear where day and month cannot be told apart. */
export function dateFact(said: readonly Said[]): Fact<string> {
	for (const { text, line } of said) {
		const iso = text.match(/(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/);
		if (iso) return dated(iso[1], Number(iso[2]), iso[3], line);
		const compact = text.match(/(?<!\d)(20\d\d)(\d\d)(\d\d)(?!\d)/);
		if (compact) return dated(compact[1], Number(compact[2]), compact[3], line);
		const dayFirst = text.match(
			/(?<!\d)(\d{1,2})(?:st|nd|rd|th)?(?:\.?\s+(?:of\s+)?|-)(\p{L}{3,9})(?:\.?,?\s+|-)(\d{4})(?!\d)/u,
		);
		if (dayFirst && month(dayFirst[2])) return dated(dayFirst[3], month(dayFirst[2]), dayFirst[1], line);
		const monthFirst = text.match(/(\p{L}{3,9})(?:\.?\s+|-)(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+|-)(\d{4})(?!\d)/u);
		if (monthFirst && month(monthFirst[1])) return dated(monthFirst[3], month(monthFirst[1]), monthFirst[2], line);
		const numbers = text.match(/(?<![\d.])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)/);
		const [first, second] = [Number(numbers?.[1]), Number(numbers?.[3])];
		if (first > 12 || first === second) return dated(numbers?.[4], second, String(first), line);
		if (second > 12) return dated(numbers?.[4], first, String(second), line);
		if (/\d{1,2}[/.]\d{1,2}[/.]\d{2,4}/.test(text))
			return { state: "unclear", line, ...why("dayOrMonth", { words: text.trim() }) };
	}
	return notStated;
}

function month(name: string | undefined): number {
	return months.indexOf((name ?? "").slice(0, 3).toLowerCase()) + 1;
}

function dated(year: string | undefined, monthNumber: number, day: string | undefined, line: number): Fact<string> {
	const value = `${year}-${String(monthNumber).padStart(2, "0")}-${(day ?? "").padStart(2, "0")}`;
	if (monthNumber < 1 || monthNumber > 12 || Number(day) < 1 || Number(day) > 31)
		return { state: "unclear", line, ...why("noDate", { date: value }) };
	return { state: "stated", value, line };
}

/** A run named in the status remark: "PASS (71/71 tests)". */
export function statusRemark(fact: Fact<string>, said: readonly Said[]): Statement | null {
	const line = "line" in fact ? fact.line : said[0]?.line;
	const remark = said.find((one) => one.line === line)?.text;
	if (remark === undefined || line === undefined) return null;
	return {
		line,
		kind: "heading",
		text: remark,
		prose: remark,
		label: null,
		value: remark,
		fullValue: remark,
		group: -1,
		children: [],
	};
}
