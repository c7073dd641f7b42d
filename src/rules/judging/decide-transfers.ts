import type { RaisedFinding } from "#model/findings.ts";
import type { Transfer } from "#model/transfers.ts";
import type { Verdict } from "#model/verdicts.ts";
import { type DecideOptions, findingOf, severityOf, statementVerdict } from "./decide.ts";
import { isStatement } from "./outcome.ts";
import type { Rule } from "./rule.ts";
import type { HistorySubject, TransferSubject } from "./transfer-rule.ts";

/** What rules made of transfers; a verdict's `handoff` is the transfer's id. */
export interface TransfersDecided {
	readonly findings: readonly RaisedFinding[];
	readonly verdicts: readonly Verdict[];
}

/**
 * Lets the rules about transfers decide each of them, and those about the log decide all together. Excerpts are judged by what
 * they hold; no verdict about them is kept, since they are no handoffs.
 */
export function decideTransfers(
	rules: readonly Rule[],
	subject: HistorySubject,
	{ all, workspace }: { readonly all: readonly Transfer[]; readonly workspace: TransferSubject["workspace"] },
	options: DecideOptions,
): TransfersDecided {
	const findings: RaisedFinding[] = [];
	const verdicts: Verdict[] = [];
	const { protocol } = subject;
	for (const rule of rules) {
		if (severityOf(rule, options) === "off") continue;
		if (rule.scope === "history")
			for (const outcome of rule.check(subject)) {
				if (isStatement(outcome)) continue;
				const finding = findingOf(rule, null, outcome, options);
				findings.push(outcome.transfer === undefined ? finding : { ...finding, transfer: outcome.transfer });
			}
		if (rule.scope !== "transfer") continue;
		for (const transfer of all) {
			const isExcerpt = transfer.form === "excerpt";
			let hasSpoken = false;
			for (const outcome of rule.check({ transfer, protocol, workspace })) {
				hasSpoken = true;
				if (isStatement(outcome)) {
					if (!isExcerpt) verdicts.push(statementVerdict(rule, transfer.id, outcome, options));
				} else {
					const finding = findingOf(rule, null, outcome, options);
					findings.push(isExcerpt ? finding : { ...finding, transfer: transfer.id });
				}
			}
			if (!hasSpoken && !isExcerpt)
				verdicts.push({
					rule: rule.id,
					handoff: transfer.id,
					verdict: "pass",
					reason: rule.requires,
					evidence: [{ place: transfer.place }],
				});
		}
	}
	return { findings, verdicts };
}
