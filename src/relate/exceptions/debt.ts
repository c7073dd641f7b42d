import { type Finding, isActive } from "#model/findings.ts";
import { compareText } from "#model/text-order.ts";
import type { Debt, GrownDebt } from "#model/waivers.ts";

/**
 * The findings, those excused that the debt file holds for their document and rule: the recorded ones first, then others
 * up to the recorded count, so that a reworded line is no new finding and one finding too many is named. `binding` are the
 * rules that no debt excuses.
 */
export function applyDebt(findings: readonly Finding[], debt: Debt, binding: ReadonlySet<string>): Finding[] {
	const excused = new Set<Finding>();
	for (const group of groups(findings.filter((finding) => isActive(finding) && !binding.has(finding.rule)))) {
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

/** Findings counted per document and rule, both in code unit order, fingerprints too: the same findings, the same debt. */
export function debtOf(findings: readonly Finding[]): Debt {
	const byDocument = new Map<string, [string, Debt[string][string]][]>();
	const sorted = groups(findings).sort(
		([a], [b]) => compareText(a.place.path, b.place.path) || compareText(a.rule, b.rule),
	);
	for (const group of sorted) {
		const [{ place, rule }] = group;
		const fingerprints = group.map(({ fingerprint }) => fingerprint).sort(compareText);
		const entries = byDocument.get(place.path) ?? [];
		entries.push([rule, { count: fingerprints.length, fingerprints }]);
		byDocument.set(place.path, entries);
	}
	return Object.fromEntries([...byDocument].map(([path, entries]) => [path, Object.fromEntries(entries)]));
}

/** How many findings a debt file records. */
export function debtTotal(debt: Debt): number {
	return pairsOf(debt).reduce((sum, { count }) => sum + count, 0);
}

/** Where one state of a debt file records more than a former one. */
export function grownDebt(before: Debt, now: Debt): readonly GrownDebt[] {
	return pairsOf(now).flatMap(({ document, rule, count }) => {
		const former = before[document]?.[rule]?.count ?? 0;
		return count > former ? [{ document, rule, before: former, now: count }] : [];
	});
}

function pairsOf(debt: Debt): { document: string; rule: string; count: number }[] {
	return Object.entries(debt).flatMap(([document, rules]) =>
		Object.entries(rules).map(([rule, { count }]) => ({ document, rule, count })),
	);
}

type Group = [Finding, ...Finding[]];

/** Findings by document and rule, in the order of the findings. */
function groups(findings: readonly Finding[]): Group[] {
	const byPair = new Map<string, Group>();
	for (const finding of findings) {
		const pair = `${finding.place.path}\u0000${finding.rule}`;
		const known = byPair.get(pair);
		if (known) known.push(finding);
		else byPair.set(pair, [finding]);
	}
	return [...byPair.values()];
}
