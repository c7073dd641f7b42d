import type { Handoff } from "#model/archive.ts";
import type { DocumentRecord } from "#model/documents.ts";
import type { SpecPlan } from "#model/plan.ts";
import type { Standard } from "#model/standard.ts";
import { because } from "#words/because.ts";
import type { Statement } from "../judging/outcome.ts";
import type { ArchiveSubject } from "../judging/rule.ts";

/** A handoff whose spec and RESULTS can be compared. */
export interface Pair {
	readonly handoff: Handoff;
	readonly spec: DocumentRecord;
	readonly plan: SpecPlan;
	readonly results: DocumentRecord;
	readonly standard: Standard;
}

/** Every handoff with its spec and RESULTS, or why these cannot be compared. */
export function* pairsOf({ handoffs, documents, standards }: ArchiveSubject): Iterable<Pair | Statement> {
	const byHandoff = Map.groupBy(documents, ({ handoff }) => handoff);
	for (const handoff of handoffs) {
		const own = byHandoff.get(handoff.id) ?? [];
		const spec = own.find(({ kind }) => kind === "spec");
		const results = own.find(({ kind }) => kind === "results");
		const standard = standards.find(({ id }) => id === spec?.standard) ?? standards[0];
		if (spec?.plan && results && standard) yield { handoff, spec, plan: spec.plan, results, standard };
		else
			yield {
				verdict: "not-applicable",
				...because(spec ? "noResultsToCompare" : "noSpecToCompare", { handoff: handoff.id }),
				handoff: handoff.id,
			};
	}
}
