import { edit, type Mutation } from "./mutation.ts";
import { add, baseline, cleanRoom, regression, tests } from "./results-draft.ts";

/** Mutations of the sections of RESULTS and of its status, by rule. */
export const resultsMutations: Readonly<Record<string, readonly Mutation[]>> = {
	"results/section-missing": [
		edit("results", "a heading that is bold words", (draft) =>
			draft.swap(draft.heading("Issues"), /^.*$/, "**Issues encountered**"),
		),
		edit("results", "a heading misspelt", (draft) => draft.swap(draft.heading("Issues"), "Issues", "Isues")),
		edit("results", "a heading in other words", (draft) =>
			draft.swap(draft.heading("Issues"), "Issues Encountered", "Encountered today"),
		),
		{
			...edit("results", "the first under a heading of no meaning", (draft) => {
				draft.swap(draft.heading("Files Created"), "Files Created", "What stands here");
				// A heading much like it may be meant for it; nothing stands before it otherwise.
				return Math.max(
					0,
					draft.lines.findIndex((line) => /^## Files (?!Modified)/.test(line)),
				);
			}),
			also: { rules: ["results/plan-drift"], because: "no planned file is reported as created any more" },
		},
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
};
