import type { RuleMetadata } from "#model/findings.ts";
import { ruleAnchor } from "#model/site-path.ts";
import { compareText } from "#model/text-order.ts";
import type { ReadArchive } from "../read/read.ts";
import { examplesOf } from "./examples.ts";
import type { RuleEntry } from "./schemas.ts";

/** A page for each rule the archive was judged by: what it asks and who breaks it. */
export function ruleEntries({
	archive,
	plan,
	telling,
}: Pick<ReadArchive, "archive" | "plan" | "telling">): RuleEntry[] {
	const handoffs = new Map(archive.handoffs.map((handoff) => [handoff.id, handoff]));
	const counts = new Map<string, Map<string, number>>();
	for (const { rule, handoff, place } of archive.findings) {
		const byRule = counts.get(rule) ?? new Map<string, number>();
		counts.set(rule, byRule);
		const who = handoff ?? place.path;
		byRule.set(who, (byRule.get(who) ?? 0) + 1);
	}
	const orderOf = (who: string) => handoffs.get(who)?.order ?? Number.POSITIVE_INFINITY;
	return [...archive.rules, ...(archive.transfers?.rules ?? [])].map((rule, order) => ({
		...metadataOf(rule),
		order,
		examples: examplesOf(rule.id, telling),
		broken: [...(counts.get(rule.id) ?? [])]
			.sort(([a], [b]) => orderOf(a) - orderOf(b) || compareText(a, b))
			.map(([who, count]) => ({
				label: who,
				title: handoffs.get(who)?.title ?? null,
				href: handoffs.has(who)
					? `${plan.handoffs.get(who)}#${ruleAnchor(rule.id)}`
					: (plan.documents.get(who)?.page ?? null),
				count,
			})),
	}));
}

function metadataOf({
	id,
	scope,
	source,
	severity,
	requires,
	why,
	remedy,
}: RuleMetadata): Omit<RuleEntry, "order" | "examples" | "broken"> {
	return { id, group: id.split("/")[0] ?? id, scope, source, severity, requires, why, remedy };
}
