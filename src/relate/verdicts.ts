import type { Handoff } from "#model/archive.ts";
import { type RuleMetadata, severities } from "#model/findings.ts";
import type { Reason } from "#model/phrase.ts";
import { type Verdict, verdictWords } from "#model/verdicts.ts";

// Among failures the severest speaks for the pair.
const rank = ({ verdict, severity }: Verdict) =>
	verdictWords.indexOf(verdict) * severities.length + (severity ? severities.indexOf(severity) : 0);

/**
 * One verdict per handoff and rule out of what the rules decided about its documents: the gravest decides, and brings
 * the evidence of all that are as grave. A pair that no rule spoke of is "not applicable", never a pass.
 */
export function verdictsOf<Subject extends Pick<Handoff, "id">>(
	decisions: readonly Verdict[],
	handoffs: readonly Subject[],
	rules: readonly RuleMetadata[],
	notApplicable: (handoff: Subject, rule: RuleMetadata) => Reason,
): readonly Verdict[] {
	const byHandoff = new Map<string, Map<string, Verdict[]>>();
	for (const decision of decisions) {
		const byRule = byHandoff.get(decision.handoff) ?? new Map<string, Verdict[]>();
		byHandoff.set(decision.handoff, byRule);
		const known = byRule.get(decision.rule);
		if (known) known.push(decision);
		else byRule.set(decision.rule, [decision]);
	}
	return handoffs.flatMap((handoff) => {
		const byRule = byHandoff.get(handoff.id);
		return rules.map((rule) => {
			const decided = byRule?.get(rule.id);
			return decided ? gravest(decided) : absent(handoff, rule, notApplicable);
		});
	});
}

function gravest(decisions: readonly Verdict[]): Verdict {
	const [only] = decisions;
	if (only && decisions.length === 1) return only;
	// Most documents of a handoff pass what one of them passes, and are in order as they are.
	const isOrdered = decisions.every(
		({ verdict, severity }) => verdict === only?.verdict && severity === only?.severity,
	);
	const [first, ...rest] = isOrdered ? decisions : [...decisions].sort((a, b) => rank(a) - rank(b));
	if (!first) throw new Error("gravest needs at least one decision");
	const alike = rest.filter(({ verdict }) => verdict === first.verdict);
	return alike.length
		? { ...first, evidence: [...first.evidence, ...alike.flatMap(({ evidence }) => evidence)] }
		: first;
}

function absent<Subject extends Pick<Handoff, "id">>(
	handoff: Subject,
	rule: RuleMetadata,
	notApplicable: (handoff: Subject, rule: RuleMetadata) => Reason,
): Verdict {
	return {
		rule: rule.id,
		handoff: handoff.id,
		verdict: "not-applicable",
		...notApplicable(handoff, rule),
		evidence: [],
	};
}
