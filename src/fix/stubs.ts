import { boldLineFor } from "#extract/outline/bold-lines.ts";
import { candidatesOf, nearHeadings } from "#extract/outline/near-headings.ts";
import { numberedTitle } from "#extract/outline/outline.ts";
import type { Heading } from "#model/documents.ts";
import type { SectionForm } from "#model/standard.ts";
import type { Step } from "./edits.ts";
import { type Reading, sameValues, sectionDepth } from "./reading.ts";

/**
 * Puts a heading with a comment that says what to write in place of every section that the standard requires and the document
 * lacks. A section of nothing but a comment is one that the rules report: a stub shows where to write, and mends
 * nothing. A section that a heading in other words, or a bold line, is probably meant for gets none.
 */
export function addStubs(reading: Reading): Step {
	const { sections, record } = reading;
	const depth = sectionDepth(record.outline) ?? 2;
	const candidates = candidatesOf(record);
	const isMeant = (section: SectionForm) => {
		const { misspelt, similar } = nearHeadings(candidates, section, depth);
		return misspelt !== null || similar !== null || boldLineFor(section, sections, reading.parsed) !== null;
	};
	let step: Step = { reading, changes: [] };
	for (const section of sections) {
		if (section.required === "no" || isPresent(section, step.reading) || isMeant(section)) continue;
		const after = step.reading.again(withStub(step.reading, section, depth));
		if (!addsOnly(step.reading, after, section)) continue;
		const change = { kind: "stub", message: `section "${numberedTitle(section)}" is to be written` } as const;
		step = { reading: after, changes: [...step.changes, change] };
	}
	return step;
}

function isPresent({ key }: SectionForm, { record }: Reading): boolean {
	return record.outline.some(({ keys }) => keys.includes(key));
}

function withStub(reading: Reading, section: SectionForm, depth: Heading["depth"]): string {
	const { text, parsed } = reading;
	const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
	const at = placeOf(reading, section, depth);
	const before = text.slice(0, at);
	const comment = `<!-- To be written: ${section.requires.replaceAll("--", "–").replaceAll(">", "›")} -->`;
	const stub = `${"#".repeat(depth)} ${numberedTitle(section)}${eol}${eol}${comment}${eol}`;
	return `${before}${blankLine(before, eol)}${stub}${at < parsed.source.text.length ? eol : ""}${text.slice(at)}`;
}

/** Behind the last section that comes before it, else before the first that comes after it, else at the end. */
function placeOf({ record, sections, parsed }: Reading, section: SectionForm, depth: Heading["depth"]): number {
	const { lineStarts, text } = parsed.source;
	const own = sections.indexOf(section);
	const opened = record.outline.filter(({ keys, depth: other }) => keys.length > 0 && other === depth);
	const indexOf = ({ keys }: Heading) => sections.findIndex(({ key }) => keys.includes(key));
	const earlier = opened.filter((heading) => indexOf(heading) < own);
	const previous = earlier.sort((a, b) => indexOf(a) - indexOf(b)).at(-1);
	if (previous) return lineStarts[previous.endLine] ?? text.length;
	const next = opened.find((heading) => indexOf(heading) > own);
	return next ? (lineStarts[next.line - 1] ?? text.length) : text.length;
}

function blankLine(before: string, eol: string): string {
	if (before === "" || /(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)$/.test(before)) return "";
	return /[\r\n]$/.test(before) ? eol : eol + eol;
}

/** Whether the new text holds one heading more, which opens the section, and is otherwise read as before. */
function addsOnly(before: Reading, after: Reading, { key }: SectionForm): boolean {
	const describe = ({ depth, title, slug, keys }: Heading) => [depth, title, slug, ...keys].join("\n");
	const added = after.record.outline.filter(({ keys }) => keys.includes(key));
	const rest = after.record.outline.filter((heading) => !added.includes(heading));
	return (
		added.length === 1 &&
		added[0]?.keys.length === 1 &&
		JSON.stringify(rest.map(describe)) === JSON.stringify(before.record.outline.map(describe)) &&
		sameValues(before, after)
	);
}
