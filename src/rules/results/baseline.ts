import { lexiconOf } from "#extract/results/text/lexicon.ts";
import { normalise } from "#extract/text/text.ts";
import { linePlace } from "../judging/places.ts";
import { documentRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { resultsSection, unreadFigures, unreadMessages } from "../shared/results-sections.ts";

const messages = {
	...unreadMessages,
	partial: 'The total counts "{scope}"; whether that is every staged package is for a person to judge.',
} as const;

export default documentRule({
	id: "results/baseline",
	kinds: ["results"],
	source: { standard: "BHS", section: "Baseline Snapshot (MANDATORY)" },
	severity: "error",
	requires: "The baseline snapshot states the packages installed and the total tests over all staged packages.",
	why: "The next builder starts from this state; without figures nobody can tell whether anything regressed.",
	remedy:
		"Write under Baseline Snapshot the lines `- Packages installed: N` and `- Total tests (all staged): N`, as they are after the work.",
	messages,
	statements: {
		stated: "{packages} packages installed, {count} tests.",
	},
	examples: {
		valid: [{ title: "Both figures", files: sampleArchive() }],
		invalid: [
			{
				title: "A total over some packages",
				files: sampleArchive({ results: [["Total tests (all staged): 24", "Total tests (new packages): 10"]] }),
				findings: [
					'H-1/H-1_RESULTS.md:33:1 The total counts "new packages"; whether that is every staged package is for a person to judge.',
				],
			},
			{
				title: "A figure that may be another",
				files: sampleArchive({
					results: [["- Packages installed: 2\n- Total", "- Packages installed: about 2\n- Total"]],
				}),
				findings: [
					'H-1/H-1_RESULTS.md:32:1 The figure of packages installed is unclear: "about 2" is an approximation.',
				],
			},
			{
				title: "No total",
				files: sampleArchive({ results: [["- Total tests (all staged): 24\n", ""]] }),
				findings: ["H-1/H-1_RESULTS.md:31:1 Not stated: total tests."],
			},
		],
	},
	*check(subject) {
		const section = resultsSection(subject, "baselineSnapshot");
		if ("verdict" in section) return yield section;
		const { parsed, record, standard } = subject;
		const packages = record.facts["baseline.packagesInstalled"];
		const tests = record.facts["baseline.totalTests"];
		yield* unreadFigures(subject, section, [
			{ name: "packagesInstalled", fact: packages },
			{ name: "totalTests", fact: tests },
		]);
		const scope = tests && "scope" in tests ? (tests.scope ?? "") : "";
		if (tests && "line" in tests && lexiconOf(standard).has("partialTotals", normalise(scope)))
			return yield {
				messageId: "partial",
				severity: "warning",
				decides: "needs-human",
				place: linePlace(parsed, tests.line),
				data: { scope },
			};
		if (packages && tests && "value" in packages && "value" in tests)
			yield {
				verdict: "pass",
				statement: "stated",
				data: { packages: packages.value, count: tests.value },
				place: linePlace(parsed, packages.line),
			};
	},
});
