import { type SealChange, type SealState, unnamedRules } from "#model/seals.ts";
import { listed as joined, type Term, term } from "#words/because.ts";
import { filePlace } from "../judging/places.ts";
import { archiveRule } from "../judging/rule.ts";
import { claiming, listed } from "../samples/claims.ts";

const files = claiming("H-1", {
	"Files Created": [listed("_staging/PKG-GAUGE-001/reader.py", `sha256:${"a".repeat(64)}`)],
});
const seals = (seal: object) => ({
	"handoffs.seals.json": JSON.stringify({
		version: 1,
		seals: [{ handoff: "H-1", by: "Ann Example", at: "2026-06-01", baseline: null, documents: {}, rules: "", ...seal }],
		ruleSets: {},
	}),
});
const other = "e".repeat(64);

export default archiveRule({
	id: "seal/changed",
	source: { standard: "PUB", section: "Validation" },
	severity: "warning",
	requires: "What a reviewer validated has not changed since.",
	why: "A validation speaks of the documents, the baseline and the rules that the reviewer saw. What came later nobody has looked at.",
	remedy: "Review {handoff} again and record it: handoffs validate {handoff} --by NAME.",
	messages: {
		changed: "{handoff} was validated by {by} on {at}; changed since: {changes}.",
		gone: "{handoff} was validated by {by} on {at}, and is not in the archive any more.",
	},
	statements: {
		notValidated: "Nobody has validated it.",
		unchanged: "Validated by {by} on {at}, and nothing changed since.",
	},
	examples: {
		valid: [{ title: "Nothing is validated yet", files }],
		invalid: [
			{
				title: "RESULTS changed after the validation",
				files: { ...files, ...seals({ documents: { "H-1/H-1_RESULTS.md": other }, rules: other }) },
				findings: [
					"H-1/H-1_RESULTS.md H-1 was validated by Ann Example on 2026-06-01; changed since: H-1_RESULTS.md and the rules.",
				],
			},
			{
				title: "A handoff that is gone",
				files: { ...files, ...seals({ handoff: "H-2", rules: other }) },
				findings: [
					"handoffs.seals.json H-2 was validated by Ann Example on 2026-06-01, and is not in the archive any more.",
				],
			},
		],
	},
	*check({ handoffs, seals }) {
		const { path: file = "", states = [] } = seals ?? {};
		const byHandoff = new Map(states.map((state) => [state.handoff, state]));
		for (const { id: handoff, documents } of handoffs) {
			const state = byHandoff.get(handoff);
			const changes = state?.changes.filter(({ kind, how }) => kind === "document" && how !== "removed") ?? [];
			const changed = changes.find(({ how }) => how === "changed") ?? changes[0];
			const path = changed?.subject ?? documents[0]?.path ?? file;
			if (!state) yield { verdict: "not-applicable", handoff, statement: "notValidated" };
			else if (state.state === "validated")
				yield {
					verdict: "pass",
					handoff,
					statement: "unchanged",
					data: { by: state.by, at: state.at },
					place: filePlace(path),
				};
			else
				yield {
					messageId: "changed",
					handoff,
					place: filePlace(path),
					data: { ...dataOf(state), changes: changesIn(state.changes) },
				};
		}
		for (const state of states)
			if (state.state === "gone")
				yield { messageId: "gone", handoff: null, place: filePlace(file), data: dataOf(state) };
	},
});

function dataOf({ handoff, by, at }: SealState) {
	return { handoff, by, at };
}

/** So many of the rules that changed are named. */
const mostNamed = 3;

function changesIn(changes: readonly SealChange[]): Term {
	const named = (name: string | Term, how: SealChange["how"]) =>
		how === "changed" ? name : term(how === "added" ? "itsAddition" : "itsRemoval", { name });
	const files = changes
		.filter(({ kind }) => kind === "document")
		.map(({ subject, how }) => named(subject.slice(subject.lastIndexOf("/") + 1), how));
	const baselines = changes
		.filter(({ kind }) => kind === "baseline")
		.map(({ subject, how }) => named(term("baselineOf", { handoff: subject }), how));
	const rules = changes.filter(({ kind }) => kind === "rules");
	const first = rules
		.slice(0, mostNamed)
		.map(({ subject, how }) => named(subject === unnamedRules ? term("theRules") : subject, how));
	const count = rules.length - first.length;
	return joined([...files, ...baselines, ...first, ...(count > 0 ? [term("moreRules", { count })] : [])]);
}
