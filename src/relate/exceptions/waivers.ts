import type { Handoff } from "#model/archive.ts";
import type { Finding } from "#model/findings.ts";
import { covers, partsOf, rangeOf } from "#model/handoff-range.ts";
import type { WaivedPart, Waiver, WaiverAccount } from "#model/waivers.ts";

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
		const parts = partsOf(waiver.handoffs).map((text, index): WaivedPart => {
			const excused = open.filter((finding) => isAbout(finding, text));
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

function isAbout({ handoff, transfer }: Finding, text: string): boolean {
	const id = handoff ?? transfer;
	return id !== undefined && covers(text, id);
}

function excusedFinding(finding: Finding, waiver: Waiver | undefined): Finding {
	if (!waiver) return finding;
	const { owner, reason, expires } = waiver;
	return { ...finding, excused: { by: "waiver", owner, reason, expires } };
}
