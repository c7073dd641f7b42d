import type { Handoff } from "#model/archive.ts";
import type { Finding } from "#model/findings.ts";
import type { WaivedPart, Waiver, WaiverAccount } from "#model/waivers.ts";

/** The parts of an id that a range compares: what stands before its number, and the number. */
const idParts = /^(.*?)(\d+)(.*)$/;

interface IdRange {
	readonly prefix: string;
	readonly first: number;
	readonly last: number;
}

/** The two ends of `H-13..H-17`, or null where they do not belong together. */
function rangeOf(text: string): IdRange | null {
	const ends = text.split("..").map((part) => idParts.exec(part.trim()));
	const [from, to] = ends;
	if (ends.length !== 2 || !from || !to || from[1] !== to[1]) return null;
	const [first, last] = [Number(from[2]), Number(to[2])];
	return first <= last ? { prefix: from[1] ?? "", first, last } : null;
}

/**
 * Whether one id or range of a waiver names a handoff. A range holds the ids with its prefix; `H-13..H-17` holds the
 * follow-ups of each, `H-17B` included.
 */
function covers(text: string, id: string): boolean {
	if (!text.includes("..")) return text.trim() === id;
	const range = rangeOf(text);
	const own = idParts.exec(id);
	if (!range || !own || own[1] !== range.prefix) return false;
	return Number(own[2]) >= range.first && Number(own[2]) <= range.last;
}

/** The ids and ranges of a waiver's `handoffs`. */
function partsOf({ handoffs }: Pick<Waiver, "handoffs">): readonly string[] {
	return typeof handoffs === "string" ? [handoffs] : handoffs;
}

/** Whether a waiver's `handoffs` names a handoff. */
export function coversHandoff(handoffs: Waiver["handoffs"], id: string): boolean {
	return partsOf({ handoffs }).some((text) => covers(text, id));
}

/** What waivers are held against. */
export interface WaiverContext {
	/** The day (ISO date) of the check. */
	readonly today: string;
	/** Rules that no waiver excuses. */
	readonly binding: ReadonlySet<string>;
	readonly handoffs: readonly Pick<Handoff, "id">[];
}

/**
 * The findings, each excused where a waiver holds for it, and what became of each waiver. An expired or refused waiver holds
 * for nothing; a finding that two waivers name is excused by the first and counted for both.
 */
export function applyWaivers(
	findings: readonly Finding[],
	waivers: readonly Waiver[],
	{ today, binding, handoffs }: WaiverContext,
): { readonly findings: readonly Finding[]; readonly accounts: readonly WaiverAccount[] } {
	const excusedBy = new Map<Finding, Waiver>();
	const accounts = waivers.map((waiver): WaiverAccount => {
		const state = binding.has(waiver.rule) ? "refused" : waiver.expires < today ? "expired" : "holds";
		const open = state === "holds" ? findings.filter(({ rule }) => rule === waiver.rule) : [];
		const parts = partsOf(waiver).map((text, index): WaivedPart => {
			const excused = open.filter(({ handoff }) => handoff !== null && covers(text, handoff));
			for (const finding of excused) if (!excusedBy.has(finding)) excusedBy.set(finding, waiver);
			const named = handoffs.filter(({ id }) => covers(text, id)).length;
			const isRange = text.includes("..");
			return {
				text,
				place: waiver.places.handoffs[index] ?? waiver.places.rule,
				handoffs: named,
				findings: excused.length,
				fault: isRange ? (rangeOf(text) ? null : "no-range") : named > 0 ? null : "unknown",
			};
		});
		return { waiver, state, parts };
	});
	return { findings: findings.map((finding) => excusedFinding(finding, excusedBy.get(finding))), accounts };
}

function excusedFinding(finding: Finding, waiver: Waiver | undefined): Finding {
	if (!waiver) return finding;
	const { owner, reason, expires } = waiver;
	return { ...finding, excused: { by: "waiver", owner, reason, expires } };
}
