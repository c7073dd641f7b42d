import type { FactKey } from "#model/facts.ts";
import { pointAt } from "#parse/source-text.ts";
import { type Reading, sameFacts } from "./reading.ts";

/** What kind of fault a change mends. */
export const fixKinds = ["heading", "hash", "order", "stub"] as const;
export type FixKind = (typeof fixKinds)[number];

/** One change of a document, in words. */
export interface Change {
	readonly kind: FixKind;
	readonly message: string;
}

/** A stretch of the text and what takes its place. */
export interface Edit extends Change {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/** A reading and the changes that led to it. */
export interface Step {
	readonly reading: Reading;
	readonly changes: readonly Change[];
}

/** Replaces stretches that do not overlap. */
function applyEdits(text: string, edits: readonly Edit[]): string {
	let result = "";
	let at = 0;
	for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
		result += text.slice(at, edit.start) + edit.text;
		at = edit.end;
	}
	return result + text.slice(at);
}

/** With more edits than this that spoil each other, none is made: trying each alone would take too long. */
const mostTried = 60;

/**
 * Makes those edits of one line each that leave everything else as it was read: the same headings opening the same
 * sections, and the same facts but those that are meant to change. All together where that holds, else one by one.
 */
export function keepSafe(reading: Reading, edits: readonly Edit[], meant: readonly FactKey[] = []): Step {
	if (edits.length === 0) return { reading, changes: [] };
	const all = reading.again(applyEdits(reading.text, edits));
	if (isSafe(reading, all, edits, meant)) return { reading: all, changes: edits };
	const kept: Edit[] = [];
	let best = reading;
	for (const edit of edits.length > mostTried ? [] : edits) {
		const tried = reading.again(applyEdits(reading.text, [...kept, edit]));
		if (!isSafe(reading, tried, [...kept, edit], meant)) continue;
		kept.push(edit);
		best = tried;
	}
	return { reading: best, changes: kept };
}

function isSafe(before: Reading, after: Reading, edits: readonly Edit[], meant: readonly FactKey[]): boolean {
	const renamed = new Set(
		edits.filter(({ kind }) => kind === "heading").map(({ start }) => pointAt(before.parsed.source, start).line),
	);
	const [old, now] = [before.record.outline, after.record.outline];
	const sameOutline =
		old.length === now.length &&
		old.every((heading, index) => {
			const other = now[index];
			return (
				other !== undefined &&
				other.line === heading.line &&
				other.depth === heading.depth &&
				other.keys.join() === heading.keys.join() &&
				(renamed.has(heading.line) || (other.title === heading.title && other.slug === heading.slug))
			);
		});
	return sameOutline && sameFacts(before, after, meant);
}
