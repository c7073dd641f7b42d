import { z } from "zod";

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

/** Whether an id or range names a number behind every one that ids of its kind have. */
export function isBeyond(text: string, ids: readonly string[]): boolean {
	const [, prefix, number] = idParts.exec(text.split("..")[0]?.trim() ?? "") ?? [];
	const numbers = ids.flatMap((id) => {
		const own = idParts.exec(id);
		return own && own[1] === prefix ? [Number(own[2])] : [];
	});
	return numbers.length > 0 && numbers.every((one) => one < Number(number));
}

/** The ids and ranges of a list that may be a single one. */
export function partsOf(names: HandoffNames): readonly string[] {
	return typeof names === "string" ? [names] : names;
}

/** Whether ids and ranges name a handoff. */
export function coversHandoff(names: HandoffNames, id: string): boolean {
	return partsOf(names).some((text) => covers(text, id));
}

const name = z
	.string()
	.min(1, "must not be empty")
	.refine((text) => !text.includes("..") || rangeOf(text) !== null, {
		error: "is no range: its ends must be ids of one kind, the lower first, such as H-1..H-23",
	});

/** Which handoffs a setting is for. */
export const handoffNames = z
	.union([name, z.array(name).min(1, "must not be empty")])
	.describe("A handoff's id, a range `H-1..H-23` (follow-ups in between included), or a list of both.");
