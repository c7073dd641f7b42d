import { copyAs, cutPlan, type Draft, edit, editAll, type Mutation } from "./mutation.ts";

const tests = "Test Results";
const regression = "Full Regression";
const baseline = "Baseline Snapshot";
const cleanRoom = "Clean-Room";

/** Removes a labelled line of a section; the section's heading is where it is missing. */
function without(section: string, label: RegExp): Mutation {
	return edit("results", `${section} without ${label.source}`, (draft) => {
		draft.remove(draft.find(label, draft.heading(section)));
		return draft.heading(section);
	});
}

/** Adds to the figure of a labelled line. */
function add(draft: Draft, section: string, label: RegExp, by: number): number {
	const at = draft.find(label, draft.heading(section));
	const figure = /\d+/.exec(draft.at(at))?.[0] ?? "";
	return draft.swap(at, /\d+/, String(Number(figure) + by));
}

/** A figure that is only roughly stated. */
function about(section: string, label: RegExp): Mutation {
	return edit("results", `${section} with about ${label.source}`, (draft) => {
		const at = draft.find(label, draft.heading(section));
		return draft.swap(at, /(?=\d)/, "about ");
	});
}

/** The figures of a run as those of two runs, without a sum. */
function split(section: string): Mutation {
	return edit("results", `${section} of two runs`, (draft) => {
		const at = draft.find(/^- Total/, draft.heading(section));
		const figures = draft.remove(at, 4);
		const one = figures.map((line) => (/Total|Passed/.test(line) ? line.replace(/\d+/, "1") : line));
		draft.insert(at, "", "### The one", "", ...one, "", "### The other", "", ...figures);
		return draft.heading(section);
	});
}

/** The lines of a section that list a file. */
function listedFiles(draft: Draft, section: string): readonly number[] {
	const [first, end] = [draft.heading(section), draft.end(section)];
	return [...draft.lines.keys()].filter((at) => at > first && at < end && /^- _staging/.test(draft.at(at)));
}

/** A section in which no file carries a hash any more. */
function hashless(section: string): Mutation {
	return edit("results", `no hash under ${section}`, (draft) => {
		const files = listedFiles(draft, section);
		if (files.length < 2) return draft.find(/^more than one file is needed$/);
		for (const at of files) draft.swap(at, / \(SHA256.*\)/, "");
		return draft.heading(section);
	});
}

const fail = (draft: Draft) => draft.replace(/^(## Status: )PASS/, "$1FAIL");

/** Mutations of RESULTS, by rule. */
export const resultsMutations: Readonly<Record<string, readonly Mutation[]>> = {
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
	"results/hash-twice": [
		edit("results", "another archive in the clean room", (draft) => {
			const name = /[\w.-]+\.tar\.gz/.exec(
				draft.at(draft.find(/\.tar\.gz.*sha256:/, draft.heading("Archives Built"))),
			)?.[0];
			return draft.insert(draft.end(cleanRoom) - 1, `- ${name} has sha256:${"9".repeat(64)}`);
		}),
		edit("results", "another hash in a list at the end", (draft) => {
			const path = /_staging\/\S+/.exec(
				draft.at(listedFiles(draft, "Files Created")[0] ?? draft.find(/^no file$/)),
			)?.[0];
			return draft.insert(draft.lines.length, "## File Hashes", "", `- ${path}: sha256:${"9".repeat(64)}`) + 2;
		}),
		edit(
			"results",
			"a file that only the list of hashes knows",
			(draft) =>
				draft.insert(draft.lines.length, "## File Hashes", "", `- _staging/odd/stray.py: sha256:${"9".repeat(64)}`) + 2,
		),
		{
			...edit("results", "one hash for two files", (draft) => {
				const [one, other] = listedFiles(draft, "Files Created");
				if (one === undefined || other === undefined) return draft.find(/^two created files are needed$/);
				const hash = /sha256:[0-9a-f]{64}/.exec(draft.at(one))?.[0] ?? "";
				return draft.swap(other, /sha256:[0-9a-f]{64}/, hash);
			}),
			also: {
				rules: ["provenance/chain", "provenance/workspace"],
				because: "the file was left with another hash",
			},
		},
	],
	"results/hash-unchanged": [
		{
			...edit("results", "the same hash before and after", (draft) =>
				draft.replace(
					/(before: (sha256:[0-9a-f]{64}), after: )sha256:[0-9a-f]{64}/,
					"$1$2",
					draft.heading("Files Modified"),
				),
			),
			also: {
				rules: ["provenance/chain", "provenance/workspace"],
				because: "the next change starts from another hash",
			},
		},
	],
	"results/list-counts": [
		{
			...edit("results", "a package too many", (draft) => {
				draft.find(/^- Before this handoff/);
				add(draft, cleanRoom, /^- Packages installed/, 1);
				return draft.find(/^- Packages installed/, draft.heading(cleanRoom));
			}),
			also: { rules: ["results/counts-agree"], because: "the baseline has the right figure" },
		},
		{
			...edit("results", "a test that is not named", (draft) =>
				draft.insert(draft.end(tests), "### New tests (3)", "", "- `test_one`: first", "- `test_two`: second", ""),
			),
			also: { rules: ["baseline/previous-figure"], because: "tests that are new were not there before" },
		},
		{
			...edit("results", "a failure that is not named", (draft) => {
				const total = draft.find(/^- Total/, draft.heading(regression));
				add(draft, regression, /^- Passed/, -3);
				draft.swap(total + 2, /\d+/, "3");
				const at = draft.find(/^- New failures/, draft.heading(regression));
				draft.insert(at + 1, "- Known failures:", "  - `test_one`", "  - `test_two`");
				return total + 2;
			}),
			also: {
				rules: ["baseline/failures-increased", "baseline/pre-existing"],
				because: "they are more than before, and no earlier run shows them",
			},
		},
		edit("results", "an archive too many", (draft) => {
			const at = draft.heading("Archives Built");
			return draft.swap(at, /$/, " (99)");
		}),
		edit("results", "a file too many", (draft) => {
			if (listedFiles(draft, "Files Created").length === 0) draft.find(/^a created file is needed$/);
			return draft.swap(draft.heading("Files Created"), /$/, " (99)");
		}),
		{
			...edit("results", "another package in the list", (draft) => {
				draft.find(/^- Before this handoff/);
				return draft.replace(/PKG-KIT-001/, "PKG-KIT-002", draft.find(/^- Package list/));
			}),
			also: {
				rules: ["publish/broken-reference", "baseline/packages-decreased"],
				because: "nothing else names the other package, and the first one is gone",
			},
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
	"results/file-hashes": [
		edit("results", "a created file without hash", (draft) => {
			const at = draft.find(/SHA256/, draft.heading("Files Created"));
			return at < draft.end("Files Created") ? draft.swap(at, / \(SHA256:.*\)/, "") : draft.find(/^no created file$/);
		}),
		hashless("Files Created"),
		hashless("Files Modified"),
		edit("results", "a modified file without the hash before", (draft) =>
			draft.replace(/SHA256 before: sha256:[0-9a-f]{64}, after: /, "SHA256 after: ", draft.heading("Files Modified")),
		),
	],
	"results/hash-format": [
		edit("results", "a bare hash", (draft) => draft.replace(/sha256:(?=[0-9a-f]{64})/, "")),
		edit("results", "a hash cut short", (draft) => draft.replace(/(sha256:[0-9a-f]{12})[0-9a-f]{52}/, "$1...")),
		edit("results", "a digit too many", (draft) => draft.replace(/(?<=sha256:[0-9a-f]{64})(?![0-9a-f])/, "0")),
		edit("results", "a digit too few", (draft) => draft.replace(/(sha256:[0-9a-f]{63})[0-9a-f]/, "$1")),
	],
	"results/missing": [
		copyAs("a follow-up of which nobody knows when it was built", "H-5A"),
		{
			title: "no RESULTS",
			apply({ documents: { spec, prompt, results }, hasLaterResults }) {
				const path = (spec ?? prompt)?.path;
				if (!results || !path || !hasLaterResults) return null;
				return { files: { [results.path]: null }, expected: { path, line: null } };
			},
			also: {
				rules: ["wave/results", "baseline/packages-decreased"],
				because: "a member of a wave without RESULTS is also what the wave asks about, and what it removed is missing",
			},
		},
	],
	"results/new-failures": [
		edit("results", "none but one", (draft) =>
			draft.swap(draft.find(/^- New failures/), /NONE/, "NONE except test_of_the_neighbour"),
		),
		without(regression, /^- New failures/),
		edit("results", "a new failure, as the status says", (draft) => {
			fail(draft);
			return draft.replace(/NONE/, "test_of_the_neighbour", draft.find(/^- New failures/));
		}),
	],
	"results/planned-tests": [
		edit("results", "more planned tests than the spec has", (draft) =>
			draft.insert(draft.heading("Notes for Reviewer") + 2, "- All 900 planned tests were written."),
		),
		{
			title: "a planned test that RESULTS does not name",
			apply({ documents: { spec, results } }) {
				if (!spec || !results) return null;
				const names = [...new Set([...spec.text.matchAll(/^\| `(test_\w+)` \|/gm)].map((match) => match[1]))];
				if (names.length < 4 || results.text.includes(names.at(-1) ?? "")) return null;
				const lines = results.text.split("\n");
				const at = lines.findIndex((line) => line.startsWith("## Notes for Reviewer")) + 2;
				const rest = names.slice(0, -1).map((name) => `- \`${name}\``);
				lines.splice(at, 0, "- All planned tests were written.", ...rest);
				return { files: { [results.path]: lines.join("\n") }, expected: { path: results.path, line: at + 1 } };
			},
		},
	],
	"results/plan-drift": [
		edit("results", "a file that was not planned", (draft) => {
			const at = draft.find(/^- _staging/);
			const stray = draft.at(at).replace(/^- \S+/, "- _staging/PKG-KIT-001/HOT/odd/stray.json");
			return draft.insert(
				at,
				stray.replace(/(?<=:)[0-9a-f](?=[0-9a-f]{63})/g, (digit) => (digit === "9" ? "8" : "9")),
			);
		}),
		{
			title: "a planned file that RESULTS does not list",
			apply({ documents: { spec, results } }) {
				if (!spec || !results) return null;
				const lines = spec.text.split("\n");
				const at = lines.findLastIndex((line) => /^\| `[^`]+` \| `_staging.*\| CREATE \|$/.test(line));
				if (at === -1) return null;
				lines.splice(at + 1, 0, "| `stray.json` | `_staging/PKG-KIT-001/HOT/odd/` | CREATE |");
				return { files: { [spec.path]: lines.join("\n") }, expected: { path: spec.path, line: at + 2 } };
			},
		},
	],
	"results/regression": [
		without(regression, /^- Skipped/),
		without(regression, /^- Command/),
		edit("results", "figures that do not add up", (draft) => {
			add(draft, regression, /^- Passed/, -1);
			return draft.find(/^- Total/, draft.heading(regression));
		}),
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
	],
	"results/section-missing": [
		edit("results", "a heading misspelt", (draft) => draft.swap(draft.heading("Issues"), "Issues", "Isues")),
		edit("results", "a heading in other words", (draft) =>
			draft.swap(draft.heading("Issues"), "Issues Encountered", "Encountered today"),
		),
		...(
			[
				[tests, "Archives Built"],
				[regression, tests],
				[baseline, regression],
				[cleanRoom, baseline],
				["Issues", cleanRoom],
				["Notes", "Issues"],
			] as const
		).map(([section, before]) => ({
			...edit("results", `without ${section}`, (draft) => {
				const at = draft.heading(section);
				draft.remove(at, draft.end(section) - at);
				// It would follow the last words of the section that the standard puts before it.
				const end = draft.end(before);
				return draft.lines.findLastIndex((line, index) => index < end && /\S/.test(line));
			}),
			also: {
				rules: ["baseline/tests-decreased", "baseline/packages-decreased"],
				because: "a drop has no reason any more where the section that stated it is gone",
			},
		})),
	],
	"results/section-unfilled": [
		edit("results", "nothing but a comment", (draft) => {
			const first = draft.body("Issues");
			draft.remove(first, draft.end("Issues") - first);
			draft.insert(first, "<!-- to fill in -->", "");
			return draft.heading("Issues");
		}),
	],
	"results/status": [
		edit("results", "a word that is no status", (draft) => draft.replace(/^(## Status: )PASS/, "$1GREEN")),
		edit("results", "no status", (draft) => {
			draft.remove(draft.find(/^## Status/));
			return 0;
		}),
		edit("results", "two of them", (draft) => draft.replace(/^(## Status: )PASS/, "$1PASS / PARTIAL")),
		edit("results", "a word far from any status", (draft) => draft.replace(/^(## Status: )PASS/, "$1AWAITING REVIEW")),
		edit("results", "a synonym", (draft) => draft.replace(/^(## Status: )PASS/, "$1PASSED")),
		edit("results", "a remark", (draft) => draft.replace(/^(## Status: PASS)$/, "$1 (with a remark)")),
	],
	"results/status-contradiction": [
		edit("results", "failures left to be mended", (draft) => {
			draft.find(/^## Status: PASS/);
			draft.find(/^- New failures.*NONE/);
			return draft.insert(
				draft.heading("Notes for Reviewer") + 2,
				"- Two tests broke; the next handoff has to fix them.",
			);
		}),
		edit("results", "another status in the notes", (draft) => {
			draft.find(/^## Status: PASS/);
			return draft.insert(draft.heading("Notes for Reviewer") + 1, "- Final status: PARTIAL.");
		}),
		...[1, 2].map((count) => ({
			...edit("results", `failures that nobody calls old: ${count}`, (draft) => {
				draft.find(/^## Status: PASS/);
				draft.remove(draft.find(/^- New failures/));
				add(draft, regression, /^- Passed/, -count);
				return add(draft, regression, /^- Failed/, count);
			}),
			also: {
				rules: ["results/new-failures", "results/regression"],
				because: "without the line nobody says whether they are new",
			},
		})),
		{
			...edit("results", "a failed test", (draft) => {
				draft.find(/^## Status: PASS/);
				add(draft, tests, /^- Passed/, -1);
				return add(draft, tests, /^- Failed/, 1);
			}),
			also: { rules: ["baseline/failures-increased"], because: "they did not fail in the last run of the package" },
		},
		{
			...edit("results", "failed tests", (draft) => {
				draft.find(/^## Status: PASS/);
				add(draft, tests, /^- Passed/, -2);
				return add(draft, tests, /^- Failed/, 2);
			}),
			also: { rules: ["baseline/failures-increased"], because: "they did not fail in the last run of the package" },
		},
		{
			...edit("results", "a new failure", (draft) => {
				draft.find(/^## Status: PASS/);
				return draft.replace(/NONE/, "test_of_the_neighbour", draft.find(/^- New failures/));
			}),
			also: { rules: ["results/new-failures"], because: "a new failure is one whatever the status says" },
		},
		{
			...edit("results", "a failing clean room", (draft) => {
				draft.find(/^## Status: PASS/);
				return draft.replace(/YES/, "NO", draft.heading(cleanRoom));
			}),
			also: {
				rules: ["results/clean-room", "wave/results"],
				because: "a failing clean room is one whatever the status says, for the wave, too",
			},
		},
	],
	"results/test-counts": [
		without(tests, /^- Skipped/),
		without(tests, /^- Command/),
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
