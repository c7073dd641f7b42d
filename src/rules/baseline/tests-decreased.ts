import { quoted } from "#words/because.ts";
import { archiveRule } from "../judging/rule.ts";
import { sampleNote } from "../samples/handoff.ts";
import { sampleLine, withTests } from "../samples/line.ts";
import { lineStart } from "../shared/archive-facts.ts";
import {
	againstLast,
	baselinesIn,
	comparedWith,
	countPlace,
	notComparable,
	systemComparison,
} from "../shared/baseline-facts.ts";

export default archiveRule({
	id: "baseline/tests-decreased",
	source: { standard: "BHS", section: "Baseline Snapshot (MANDATORY)" },
	severity: "warning",
	requires: "No handoff leaves fewer tests than the last one of the same scope, unless it says why.",
	why: "Each agent starts from the baseline of the one before. Tests that vanish take with them what they protected.",
	remedy:
		'Find the tests that are gone and bring them back, or say in RESULTS which were removed and why ("4 tests of the deleted package were removed").',
	messages: {
		total: "{count} tests, {fewer} fewer than the {before} of {against}; no reason is stated.",
		partly:
			"{count} tests, {fewer} fewer than the {before} of {against}; what is said to have gone away accounts for {accounted}.",
		package: "{package} has {count} tests, {fewer} fewer than the {before} of {against}; no reason is stated.",
	},
	statements: {
		after: "{count} tests after {before} of {against}.",
		stated: "{count} tests after {before} of {against}: the drop is stated.",
	},
	examples: {
		valid: [
			{ title: "More tests", files: sampleLine([], withTests(30)) },
			{
				title: "Fewer, and why",
				files: sampleLine([], [...withTests(20), [sampleNote, "- 4 tests of the old reader were removed with it."]]),
			},
			{
				title: "A run of another scope",
				files: sampleLine(
					[],
					[...withTests(20), ["pytest _staging/ -v", "pytest _staging/ -v --ignore=_staging/PKG-BUOY-001"]],
				),
			},
		],
		invalid: [
			{
				title: "Fewer, and not a word",
				files: sampleLine([], withTests(20)),
				findings: ["H-2/H-2_RESULTS.md:33:1 20 tests, 4 fewer than the 24 of H-1; no reason is stated."],
			},
			{
				title: "More are gone than it says",
				files: sampleLine([], [...withTests(20), [sampleNote, "- 2 tests of the old reader were removed with it."]]),
				findings: [
					"H-2/H-2_RESULTS.md:33:1 20 tests, 4 fewer than the 24 of H-1; what is said to have gone away accounts for 2.",
				],
			},
			{
				title: "Fewer tests of the package",
				files: sampleLine([], [["- Total: 10 tests\n- Passed: 10", "- Total: 8 tests\n- Passed: 8"]]),
				findings: [
					"H-2/H-2_RESULTS.md:17:1 PKG-GAUGE-001 has 8 tests, 2 fewer than the 10 of H-1; no reason is stated.",
				],
			},
		],
	},
	*check(subject) {
		for (const baseline of baselinesIn(subject)) {
			if ("verdict" in baseline) {
				yield baseline;
				continue;
			}
			const { handoff, comparisons } = baseline;
			let findings = 0;
			for (const comparison of comparisons) {
				const { kind, of, count, against, delta, drop } = comparison;
				if (kind !== "tests" || !against || delta === null || delta >= 0 || !drop) continue;
				const accounted = drop.by === "stated" ? drop.accounted : undefined;
				if (drop.by === "stated" && accounted === undefined) continue;
				findings++;
				const data = { count: count.value, before: against.value, fewer: -delta, against: against.handoff };
				const related = comparedWith(comparison);
				const place = countPlace(comparison);
				if (drop.by === "stated" && accounted !== undefined)
					yield {
						messageId: "partly",
						place,
						handoff,
						data: { ...data, accounted },
						related: [...related, { place: lineStart(drop.path, drop.line), ...quoted(drop.quote) }],
					};
				else
					yield of === undefined
						? { messageId: "total", place, handoff, data, related }
						: { messageId: "package", place, handoff, data: { ...data, package: of }, related };
			}
			if (findings > 0) continue;
			const own = systemComparison(baseline, "tests");
			const statement = notComparable(baseline, "tests");
			if (statement) yield statement;
			else if (own?.against) yield { verdict: "pass", ...againstLast(own, own.against), handoff };
		}
	},
});
