import { type Finding, isActive } from "#model/findings.ts";
import type { Debt } from "#model/waivers.ts";

/**
 * The findings, those excused that the debt file holds for their document and rule: the recorded ones first, then others
 * up to the recorded count, so that a reworded line is no new finding and one finding too many is named.
 */
export function applyDebt(findings: readonly Finding[], debt: Debt): Finding[] {
	const excused = new Set<Finding>();
	for (const group of groups(findings)) {
		const [first] = group;
		const entry = first && debt[first.place.path]?.[first.rule];
		if (!entry) continue;
		const recorded = new Set(entry.fingerprints);
		const byAge = [
			...group.filter(({ fingerprint }) => recorded.has(fingerprint)),
			...group.filter(({ fingerprint }) => !recorded.has(fingerprint)),
		];
		for (const finding of byAge.slice(0, entry.count)) excused.add(finding);
	}
	return findings.map((finding) => (excused.has(finding) ? { ...finding, excused: { by: "debt" } } : finding));
}

/** The debt of an archive as it stands: every finding that no waiver excuses, per document and rule. */
export function debtOf(findings: readonly Finding[]): Debt {
	const debt: Debt = {};
	for (const group of groups(findings)) {
		const [first] = group;
		if (!first) continue;
		const ofDocument = debt[first.place.path] ?? {};
		ofDocument[first.rule] = { count: group.length, fingerprints: group.map(({ fingerprint }) => fingerprint) };
		debt[first.place.path] = ofDocument;
	}
	return debt;
}

/** Findings that no waiver excuses, by document and rule, in the order of the findings. */
function groups(findings: readonly Finding[]): readonly Finding[][] {
	const byPair = new Map<string, Finding[]>();
	for (const finding of findings.filter(isActive)) {
		const pair = `${finding.place.path}\u0000${finding.rule}`;
		const known = byPair.get(pair);
		if (known) known.push(finding);
		else byPair.set(pair, [finding]);
	}
	return [...byPair.values()];
}
