import type { FailureDiff, NamedFailure, SourceLine } from "#model/baselines.ts";
import type { DocumentRecord } from "#model/documents.ts";
import { factValue } from "#model/facts.ts";

/** The failing tests that a handoff names, and since when each fails. */
export interface FailureState {
	readonly handoff: string;
	readonly named: readonly NamedFailure[];
	/** By name: the first handoff of the unbroken line that names it. */
	readonly since: Map<string, { readonly since: string; readonly sincePlace: SourceLine }>;
	/** How many tests failed in the full regression; null where that is not stated. */
	readonly failed: number | null;
	readonly scope: string;
}

/** What a RESULTS document says of failing tests; null where it neither names nor counts any. */
export function failureState({ path, facts, reported }: DocumentRecord, handoff: string): FailureState | null {
	const named = (reported?.failures ?? []).map((failure) => ({ ...failure, path }));
	const failed = factValue(facts["regression.failed"]) ?? null;
	if (!reported || (named.length === 0 && failed === null)) return null;
	const { root, roots, ignored, selected } = reported.regression;
	const scope = JSON.stringify([root, roots, ignored, selected]);
	return { handoff, named, failed, scope, since: new Map() };
}

/** Failing tests against those of the last handoff that says anything of failures. Fills `since` for the next one. */
export function failureDiff(own: FailureState, before: FailureState | null): FailureDiff {
	const earlier = new Set(before?.named.map(({ name }) => name));
	const added: NamedFailure[] = [];
	const carried: FailureDiff["carried"][number][] = [];
	for (const failure of own.named) {
		const { name, path, line } = failure;
		const since = earlier.has(name) ? before?.since.get(name) : undefined;
		own.since.set(name, since ?? { since: own.handoff, sincePlace: { path, line } });
		if (since) carried.push({ ...failure, ...since });
		else added.push(failure);
	}
	const comparable = before !== null && before.scope === own.scope && (own.named.length > 0 || own.failed === 0);
	const now = new Set(own.named.map(({ name }) => name));
	return {
		against: before?.handoff ?? null,
		added,
		carried,
		fixed: comparable ? before.named.filter(({ name }) => !now.has(name)) : [],
	};
}
