/** The parts of an id that a range compares: what stands before its number, and the number. */
const idParts = /^(.*?)(\d+)(.*)$/;

/** A handoff's id, a range such as `H-13..H-17`, or a list of both. */
export type HandoffNames = string | readonly string[];

interface IdRange {
	readonly prefix: string;
	readonly first: number;
	readonly last: number;
}

/** The two ends of `H-13..H-17`, or null where they do not belong together. */
export function rangeOf(text: string): IdRange | null {
	const ends = text.split("..").map((part) => idParts.exec(part.trim()));
	const [from, to] = ends;
	if (ends.length !== 2 || !from || !to || from[1] !== to[1]) return null;
	const [first, last] = [Number(from[2]), Number(to[2])];
	return first <= last ? { prefix: from[1] ?? "", first, last } : null;
}

/**
 * Whether one id or range names a handoff. A range holds the ids with its prefix; `H-13..H-17` holds the follow-ups of
 * each, `H-17B` included.
 */
export function covers(text: string, id: string): boolean {
	if (!text.includes("..")) return text.trim() === id;
	const range = rangeOf(text);
	const own = idParts.exec(id);
	if (!range || !own || own[1] !== range.prefix) return false;
	return Number(own[2]) >= range.first && Number(own[2]) <= range.last;
}

/** The ids and ranges of a list that may be a single one. */
export function partsOf(names: HandoffNames): readonly string[] {
	return typeof names === "string" ? [names] : names;
}

/** Whether ids and ranges name a handoff. */
export function coversHandoff(names: HandoffNames, id: string): boolean {
	return partsOf(names).some((text) => covers(text, id));
}
