import { lexiconOf } from "#extract/results/text/lexicon.ts";
import { normalise } from "#extract/text/text.ts";
import type { Heading } from "#model/documents.ts";
import { factValue } from "#model/facts.ts";
import { linePlace } from "../judging/places.ts";
import { documentRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { reasonOf, resultsSection } from "../shared/results-sections.ts";

const line = "- New failures introduced by this agent: NONE";

export default documentRule({
	id: "results/new-failures",
	kinds: ["results"],
	source: { standard: "BHS", section: "Full Regression Test (MANDATORY)" },
	severity: "error",
	requires: "The full regression says that no new failure was introduced.",
	why: "New failures are blockers. A document that is silent about them leaves it to the next builder to find out.",
	remedy:
		"Write `- New failures introduced by this agent: NONE` under Full Regression Test, or mend each new failure and run the regression again.",
	messages: {
		notStated: "Whether new failures were introduced is not stated.",
		elsewhere:
			"The full regression does not say whether new failures were introduced; that there are none is said in line {line}.",
		listed: "New failures were introduced: {failures}.",
		unclear: "Whether new failures were introduced is unclear: {reason}.",
	},
	statements: {
		none: "No new failures, it says.",
		beside: "No new failures, it says, beside {count} failed: whether those were there before, the baseline must show.",
		old: "Failures are listed and said to have been there before.",
	},
	examples: {
		valid: [{ title: "NONE", files: sampleArchive() }],
		invalid: [
			{
				title: "None but one",
				files: sampleArchive({ results: [["agent: NONE", "agent: NONE except test_close_twice"]] }),
				findings: [
					'H-1/H-1_RESULTS.md:29:1 Whether new failures were introduced is unclear: "NONE except test_close_twice" is a claim with an exception.',
				],
			},
			{
				title: "A new failure",
				files: sampleArchive({ results: [[line, "- New failures introduced by this agent: test_close_twice"]] }),
				findings: ["H-1/H-1_RESULTS.md:29:42 New failures were introduced: test_close_twice."],
			},
			{
				title: "Nothing is said",
				files: sampleArchive({ results: [[`${line}\n`, ""]] }),
				findings: ["H-1/H-1_RESULTS.md:23:1 Whether new failures were introduced is not stated."],
			},
			{
				title: "It is said of something else",
				files: sampleArchive({
					results: [
						[`${line}\n`, ""],
						["## Notes for Reviewer\n", "## Notes for Reviewer\n- Existing tests pass (no regressions): 12/12\n"],
					],
				}),
				findings: [
					"H-1/H-1_RESULTS.md:23:1 The full regression does not say whether new failures were introduced; that there are none is said in line 44.",
				],
			},
		],
	},
	*check(subject) {
		const { parsed, record, standard } = subject;
		const fact = record.facts["regression.newFailures"];
		if (!fact || fact.state === "not-stated") {
			const section = resultsSection(subject, "fullRegression");
			if ("verdict" in section) return yield section;
			return yield { messageId: "notStated", place: linePlace(parsed, section.heading.line) };
		}
		if (!("value" in fact))
			return yield {
				messageId: "unclear",
				decides: "could-not-evaluate",
				place: linePlace(parsed, fact.line),
				data: { reason: reasonOf(fact) },
			};
		const section = resultsSection(subject, "fullRegression");
		if (fact.value === "NONE" && "heading" in section && !holds(section.heading, fact.line))
			return yield {
				messageId: "elsewhere",
				place: linePlace(parsed, section.heading.line),
				data: { line: fact.line },
			};
		const failed = factValue(record.facts["regression.failed"]) ?? 0;
		if (fact.value === "NONE")
			return yield failed > 0
				? {
						verdict: "needs-human",
						statement: "beside",
						data: { count: failed },
						place: linePlace(parsed, fact.line),
					}
				: { verdict: "pass", statement: "none", place: linePlace(parsed, fact.line, "NONE") };
		if (lexiconOf(standard).has("preExisting", normalise(fact.value)))
			return yield {
				verdict: "needs-human",
				statement: "old",
				place: linePlace(parsed, fact.line),
			};
		yield {
			messageId: "listed",
			place: linePlace(parsed, fact.line, fact.value),
			data: { failures: fact.value.slice(0, longestList) },
		};
	},
});

/** Whether a line stands in the section that a heading opens. */
function holds({ line, endLine }: Heading, at: number): boolean {
	return line <= at && at <= endLine;
}

const longestList = 200;
