import { factValue } from "#model/facts.ts";
import { archiveRule } from "../judging/rule.ts";
import { sampleLine, withFailures } from "../samples/line.ts";
import { baselinesIn, comparedWith, countPlace, notComparable, systemComparison } from "../shared/baseline-facts.ts";

export default archiveRule({
	id: "baseline/failures-increased",
	source: { standard: "BHS", section: "Full Regression Test (MANDATORY)" },
	severity: "warning",
	requires:
		"Where new failures are said to be NONE, no more tests fail than in the last full regression of the same scope.",
	why: '"New failures: NONE" is a claim about the baseline. Whoever starts from it inherits what it hides.',
	remedy:
		"List the failures that {against} does not have as new and mend them, or show the run in which they failed before.",
	messages: {
		total: "New failures are said to be NONE, but {count} failed, after {before} in the run of {against}.",
		package: "New failures are said to be NONE, but {count} failed in {package}, after {before} in {against}.",
	},
	statements: {
		silent: "RESULTS does not say that there are no new failures.",
		none: "No test failed.",
		asBefore: "{count} tests failed, {before} in the run of {against}.",
		nothing: "Nothing failed.",
	},
	examples: {
		valid: [
			{ title: "The same failure as before", files: sampleLine(withFailures(1), withFailures(1)) },
			{ title: "One less", files: sampleLine(withFailures(2), withFailures(1)) },
		],
		invalid: [
			{
				title: "A failure in the package",
				files: sampleLine(
					[],
					[["- Total: 10 tests\n- Passed: 10\n- Failed: 0", "- Total: 10 tests\n- Passed: 9\n- Failed: 1"]],
				),
				findings: [
					"H-2/H-2_RESULTS.md:17:1 New failures are said to be NONE, but 1 failed in PKG-GAUGE-001, after 0 in H-1.",
				],
			},
			{
				title: "Two failures after none",
				files: sampleLine([], withFailures(2)),
				findings: [
					"H-2/H-2_RESULTS.md:26:1 New failures are said to be NONE, but 2 failed, after 0 in the run of H-1.",
				],
			},
		],
	},
	*check(subject) {
		const claims = new Map(
			subject.documents.map(({ path, facts }) => [path, factValue(facts["regression.newFailures"]) === "NONE"]),
		);
		for (const baseline of baselinesIn(subject)) {
			if ("verdict" in baseline) {
				yield baseline;
				continue;
			}
			const { handoff, results } = baseline;
			const own = systemComparison(baseline, "failed");
			if (results === null || !claims.get(results) || !own) {
				yield { verdict: "not-applicable", statement: "silent", handoff };
				continue;
			}
			let findings = 0;
			for (const comparison of baseline.comparisons) {
				const { kind, of, count, against, delta } = comparison;
				if (kind !== "failed" || !against || delta === null || delta <= 0) continue;
				findings++;
				const data = { count: count.value, before: against.value, against: against.handoff };
				const related = comparedWith(comparison);
				const place = countPlace(comparison);
				yield of === undefined
					? { messageId: "total", place, handoff, data, related }
					: { messageId: "package", place, handoff, data: { ...data, package: of }, related };
			}
			if (findings > 0) continue;
			const place = countPlace(own);
			if (own.count.value === 0) yield { verdict: "pass", statement: "none", place, handoff };
			else if (own.against)
				yield {
					verdict: "pass",
					statement: "asBefore",
					data: { count: own.count.value, before: own.against.value, against: own.against.handoff },
					place,
					handoff,
				};
			else yield notComparable(baseline, "failed") ?? { verdict: "not-applicable", statement: "nothing", handoff };
		}
	},
});
