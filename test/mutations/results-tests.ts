import { cutPlan, edit, editAll, type Mutation } from "./mutation.ts";
import { about, add, baseline, cleanRoom, fail, over, regression, split, tests, without } from "./results-draft.ts";

/** Mutations of what RESULTS says of tests and packages, by rule. */
export const resultsTestsMutations: Readonly<Record<string, readonly Mutation[]>> = {
	"results/baseline": [
		without(baseline, /^- Total tests/),
		without(baseline, /^- Packages installed/),
		about(baseline, /^- Packages installed: /),
		edit("results", "a total over some packages", (draft) =>
			draft.replace(/^- Total tests \(all staged\)/, "- Total tests (new packages)"),
		),
	],
	"results/clean-room": [
		without(cleanRoom, /^- Install order/),
		about(cleanRoom, /^- Packages installed: /),
		edit("results", "gates in place of tests", (draft) =>
			draft.swap(draft.find(/^- All tests pass/, draft.heading(cleanRoom)), "All tests", "All gates"),
		),
		{
			...edit("results", "tests fail after an install, as the status says", (draft) => {
				fail(draft);
				return draft.replace(/YES/, "NO", draft.heading(cleanRoom));
			}),
			also: {
				rules: ["wave/results"],
				because: "a member of a wave that fails its clean room is also what the wave asks about",
			},
		},
	],
	"results/counts-agree": [
		{
			...edit("results", "one more package in the baseline", (draft) => {
				add(draft, baseline, /^- Packages installed/, 1);
				return draft.find(/^- Packages installed/, draft.heading(cleanRoom));
			}),
			also: {
				rules: ["results/list-counts", "baseline/previous-figure", "baseline/packages-decreased"],
				because: "the list below names fewer, and the handoff after it quotes and compares the figure",
			},
		},
		{
			...edit("results", "failures in the baseline only", (draft) => {
				const at = draft.find(/^- Total tests/, draft.heading(baseline));
				const total = Number(/: (\d+)/.exec(draft.at(at))?.[1]);
				return draft.swap(at, /: \d+/, `: ${total} (${total - 1} passed)`);
			}),
		},
		{
			...edit("results", "one more test in the baseline", (draft) => {
				add(draft, baseline, /^- Total tests/, 1);
				return draft.find(/^- Total/, draft.heading(regression));
			}),
			also: {
				rules: ["baseline/previous-figure", "baseline/tests-decreased"],
				because: "the handoff after it quotes and compares the figure",
			},
		},
	],
	"results/all-passed": [
		edit("results", "all gates pass, and one failed", (draft) => {
			const at = draft.insert(
				draft.heading(baseline),
				"## Gate Check Results",
				"",
				"- G1: PASS",
				"- G2: FAIL",
				"- Overall: PASS (2/2 gates passed)",
				"",
			);
			return at + 4;
		}),
		edit("results", "all pass, with failures in brackets", (draft) =>
			draft.insert(draft.end(regression) - 1, "- The others: all pass (2 known failures of the port)"),
		),
		{
			...edit("results", "all pass, as the title says", (draft) => {
				const total = draft.find(/^- Total/, draft.heading(regression));
				draft.swap(total + 2, /\d+/, "1");
				add(draft, regression, /^- Passed/, -1);
				return draft.swap(draft.heading(regression), /ALL STAGED PACKAGES/, "ALL PASSED");
			}),
			also: { rules: ["baseline/failures-increased"], because: "the failure is one more than before" },
		},
	],
	"results/sums": [
		edit("results", "parts that make another figure", (draft) =>
			draft.swap(draft.find(/^- Total/, draft.heading(tests)), /$/, " (900 here + 1 there)"),
		),
		edit("results", "a pass rate of another run", (draft) => {
			const total = draft.find(/^- Total/, draft.heading(regression));
			return draft.insert(total + 4, "- Pass rate: 41%");
		}),
		edit("results", "a difference of two figures", (draft) =>
			draft.insert(draft.heading("Notes for Reviewer") + 2, "- The log grew from 310 to 345 tests, 34 more."),
		),
		edit("results", "a total over other rows", (draft) => {
			const at = draft.insert(
				draft.end(tests),
				"### Size",
				"",
				"| File | Lines |",
				"|---|---|",
				"| a | 6 |",
				"| b | 4 |",
				"| Total | 11 |",
				"",
			);
			return at + 6;
		}),
		{
			...edit("results", "two figures for the same", (draft) => {
				const packages = draft.find(/^- Packages installed/, draft.heading(baseline));
				draft.swap(packages, /(\d+)$/, "$1 (0 existing + $1 new)");
				return draft.swap(draft.find(/^- Total/, draft.heading(tests)), /$/, " over 99 new packages");
			}),
			also: { rules: ["baseline/previous-figure"], because: "packages that existed are what the one before left" },
		},
	],
	"results/new-failures": [
		edit("results", "none but one", (draft) =>
			draft.swap(draft.find(/^- New failures/), /NONE/, "NONE except test_of_the_neighbour"),
		),
		without(regression, /^- New failures/),
		edit("results", "no new failures of something else", (draft) => {
			draft.remove(draft.find(/^- New failures/, draft.heading(regression)));
			draft.insert(draft.body("Notes"), "- The existing tests pass (no regressions)");
			return draft.heading(regression);
		}),
		edit("results", "a new failure, as the status says", (draft) => {
			fail(draft);
			return draft.replace(/NONE/, "test_of_the_neighbour", draft.find(/^- New failures/));
		}),
	],
	"results/regression": [
		without(regression, /^- Skipped/),
		without(regression, /^- Command/),
		edit("results", "figures that do not add up", (draft) => {
			add(draft, regression, /^- Passed/, -1);
			return draft.find(/^- Total/, draft.heading(regression));
		}),
		over(regression),
		split(regression),
		about(regression, /^- Total: /),
		edit("results", "it does not apply, it says", (draft) => {
			const at = draft.find(/^- Total/, draft.heading(regression));
			draft.remove(at, draft.find(/^- Command/, at) + 1 - at);
			return draft.insert(at, "- N/A, nothing else is staged.");
		}),
		edit("results", "a package is left out", (draft) =>
			draft.swap(draft.find(/^- Command/, draft.heading(regression)), /`$/, " --ignore=_staging/PKG-KIT-001`"),
		),
		edit("results", "it is scoped, it says", (draft) =>
			draft.swap(draft.heading(regression), "ALL STAGED PACKAGES", "scoped to two packages"),
		),
		edit("results", "only one package is run", (draft) =>
			draft.swap(draft.find(/^- Command/, draft.heading(regression)), "_staging/ ", "_staging/PKG-KIT-001 "),
		),
		edit("results", "two packages are run", (draft) =>
			draft.swap(
				draft.find(/^- Command/, draft.heading(regression)),
				"_staging/ ",
				"_staging/PKG-KIT-001 _staging/PKG-BUOY-001 ",
			),
		),
	],
	"results/test-counts": [
		edit("results", "one section for all, called full regression", (draft) => {
			const at = draft.heading(tests);
			draft.remove(at, draft.heading(regression) - at);
			return draft.swap(at, "Full Regression Test", "Test Results — Full Regression");
		}),
		without(tests, /^- Skipped/),
		without(tests, /^- Command/),
		over(tests),
		split(tests),
		about(tests, /^- Total: /),
		edit("results", "figures that do not add up", (draft) => {
			add(draft, tests, /^- Passed/, -1);
			return draft.find(/^- Total/, draft.heading(tests));
		}),
	],
	"results/test-minimum": [
		{
			...editAll("one test planned and run", ({ draftOf }) => {
				const [spec, results] = [draftOf("spec"), draftOf("results")];
				cutPlan(spec.draft);
				const at = results.draft.find(/^- Total/, results.draft.heading(tests));
				results.draft.remove(at, 4);
				results.draft.insert(at, "- Total: 1 tests", "- Passed: 1", "- Failed: 0", "- Skipped: 0");
				return {
					files: { [spec.path]: spec.draft.text, [results.path]: results.draft.text },
					expected: { path: results.path, line: at + 1 },
				};
			}),
			also: {
				rules: ["spec/test-minimum", "baseline/tests-decreased", "results/sums"],
				because: "a plan with too few tests is what lets so few be run, fewer than before",
			},
		},
		edit("results", "fewer tests than planned", (draft) => {
			add(draft, tests, /^- Passed/, -1);
			return add(draft, tests, /^- Total/, -1);
		}),
	],
};
