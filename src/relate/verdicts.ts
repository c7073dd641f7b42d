import type { Handoff } from "#model/archive.ts";
import { type RuleMetadata, severities } from "#model/findings.ts";
import { type Verdict, verdictWords } from "#model/verdicts.ts";

// Among failures the severest speaks for the pair.
const rank = ({ verdict, severity }: Verdict) =>
	verdictWords.indexOf(verdict) * severities.length + (severity ? severities.indexOf(severity) : 0);

/**
 * One verdict per handoff and rule out of what the rules decided about its documents: the gravest decides, and brings
 * the evidence of all that are as grave. A pair that no rule spoke of is "not applicable", never a pass.
 */
export function verdictsOf(
	decisions: readonly Verdict[],
	handoffs: readonly Handoff[],
	rules: readonly RuleMetadata[],
	notApplicable: (handoff: Handoff, rule: RuleMetadata) => string,
): readonly Verdict[] {
	const byPair = new Map<string, Verdict[]>();
	for (const decision of decisions) {
		const pair = `${decision.handoff} ${decision.rule}`;
		const known = byPair.get(pair);
		if (known) known.push(decision);
		else byPair.set(pair, [decision]);
	}
	return handoffs.flatMap((handoff) =>
		rules.map((rule) => {
			const decided = byPair.get(`${handoff.id} ${rule.id}`);
			return decided ? gravest(decided) : absent(handoff, rule, notApplicable);
		}),
	);
}

function gravest(decisions: readonly Verdict[]): Verdict {
	const [first, ...rest] = [...decisions].sort((a, b) => rank(a) - rank(b));
	if (!first) throw new Error("gravest needs at least one decision");
	const alike = rest.filter(({ verdict }) => verdict === first.verdict);
	return alike.length
		? { ...first, evidence: [...first.evidence, ...alike.flatMap(({ evidence }) => evidence)] }
		: first;
}

function absent(
	handoff: Handoff,
	rule: RuleMetadata,
	notApplicable: (handoff: Handoff, rule: RuleMetadata) => string,
): Verdict {
	return {
		rule: rule.id,
		handoff: handoff.id,
		verdict: "not-applicable",
		reason: notApplicable(handoff, rule),
		evidence: [],
	};
}
