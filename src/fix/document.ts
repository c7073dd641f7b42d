import { type Change, type FixKind, fixKinds, keepSafe, type Step } from "./edits.ts";
import { hashEdits } from "./hashes.ts";
import { headingEdits } from "./headings.ts";
import { orderSections } from "./order.ts";
import { type Reading, type ReadingContext, readingOf } from "./reading.ts";
import { addStubs } from "./stubs.ts";

export type { FixKind } from "./edits.ts";
export { fixKinds } from "./edits.ts";

export interface FixOptions extends ReadingContext {
	/** What may be mended in this document. */
	readonly kinds: ReadonlySet<FixKind>;
	/** Anchors that other documents link to, as `FILE#anchor`. */
	readonly linked: ReadonlySet<string>;
}

/** A document mended: its new bytes and what was changed, in words. */
export interface FixedDocument {
	readonly bytes: Uint8Array;
	readonly changes: readonly Change[];
}

/** So often at most one change may make room for another; a document that never comes to rest stays as it is. */
const mostRounds = 5;

/**
 * Mends what is safe and mechanical in a document: wording and numbers of headings, bare SHA-256 hashes, the order of
 * sections, stubs for missing ones. All other bytes stay. Null where there is nothing to do, and for a file whose bytes are not
 * certain to survive: invalid UTF-8, UTF-16, binary, or Markdown too deep to be read.
 * Mending the result again changes nothing.
 */
export function fixDocument(bytes: Uint8Array, options: FixOptions): FixedDocument | null {
	const text = decode(bytes);
	if (text === null || options.record.kind === "other") return null;
	const first = readingOf(text, options);
	if (first.parsed.problems.some(({ code }) => unreadable.has(code))) return null;
	let reading = first;
	const changes: Change[] = [];
	for (let round = 0; ; round++) {
		const step = fixOnce(reading, options);
		if (step.reading.text === reading.text) break;
		if (round === mostRounds) return null;
		changes.push(...step.changes);
		({ reading } = step);
	}
	return reading.text === text ? null : { bytes: encode(reading.text, hasMark(bytes)), changes };
}

const unreadable: ReadonlySet<string> = new Set(["encoding", "binary", "nesting", "empty", "unreadable", "too-large"]);

function fixOnce(start: Reading, { kinds, linked }: FixOptions): Step {
	const steps: Readonly<Record<FixKind, (reading: Reading) => Step>> = {
		heading: (reading) => keepSafe(reading, headingEdits(reading, linked)),
		hash: (reading) => keepSafe(reading, hashEdits(reading), ["hashes.bare", "hashes.valid"]),
		order: (reading) => (reading.record.kind === "spec" ? orderSections(reading) : { reading, changes: [] }),
		stub: addStubs,
	};
	let reading = start;
	const changes: Change[] = [];
	for (const kind of fixKinds) {
		if (!kinds.has(kind)) continue;
		const step = steps[kind](reading);
		({ reading } = step);
		changes.push(...step.changes);
	}
	return { reading, changes };
}

const strict = new TextDecoder("utf-8", { fatal: true });
const encoder = new TextEncoder();
const mark = [0xef, 0xbb, 0xbf] as const;

function hasMark(bytes: Uint8Array): boolean {
	return mark.every((byte, index) => bytes[index] === byte);
}

/** The text without its byte order mark; null where encoding it again would not give the same bytes. */
function decode(bytes: Uint8Array): string | null {
	try {
		const text = strict.decode(bytes);
		const same = encode(text, hasMark(bytes));
		return same.length === bytes.length && same.every((byte, index) => byte === bytes[index]) ? text : null;
	} catch {
		return null;
	}
}

function encode(text: string, withMark: boolean): Uint8Array {
	const bytes = encoder.encode(text);
	return withMark ? Uint8Array.from([...mark, ...bytes]) : bytes;
}
