import { copyAs, edit, type Mutation } from "./mutation.ts";
import { add, cleanRoom, hashless, listedFiles, regression, tests } from "./results-draft.ts";

/** Mutations of what RESULTS says of files and their hashes, by rule. */
export const resultsFilesMutations: Readonly<Record<string, readonly Mutation[]>> = {
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
};
