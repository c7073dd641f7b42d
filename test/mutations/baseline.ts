import { sampleNote } from "#rules/samples/handoff.ts";
import { sampleLine, withFailures, withTests } from "#rules/samples/line.ts";
import {
	baseline,
	besides,
	claim,
	cleanRoom,
	failing,
	figures,
	inLine,
	only,
	regression,
	set,
	silentAbout,
	tests,
} from "./baseline-draft.ts";
import { edit, type Mutation } from "./mutation.ts";

const none = "- New failures introduced by this agent: NONE";
const skipped = "- Skipped: 0\n";
const table = "\n| Test | Result |\n|---|---|\n| test_one | PASS |\n\n";
const known = (name: string) =>
	[...withFailures(1), [none, `${none}\n- Pre-existing failures:\n  - \`${name}\` (drifts)`]] as const;
const noted = (words: string) => [sampleNote, `- ${words}`] as const;
const narrower = [["_staging/ -v", "_staging/ -v --ignore=_staging/PKG-BUOY-001"]] as const;
const counted = (failed: number) =>
	[...withFailures(failed), [none, `${none}\n- The ${failed} failures are pre-existing.`]] as const;
const packages = (count: number) =>
	[
		["- Packages installed: 2\n- Total", `- Packages installed: ${count}\n- Total`],
		["- Packages installed: 2\n- Install", `- Packages installed: ${count}\n- Install`],
	] as const;
const silent = [
	["- Total: 24 tests\n- Passed: 24\n- Failed: 0\n- Skipped: 0", "- Nothing was run"],
	["- Packages installed: 2\n- Total tests (all staged): 24", "- As before"],
	["- Packages installed: 2\n- Install", "- Install"],
] as const;

/** Mutations of what handoffs leave behind, by rule. */
export const baselineMutations: Readonly<Record<string, readonly Mutation[]>> = {
	"baseline/tests-decreased": [
		inLine(
			"a reason for fewer tests than are gone",
			sampleLine([], [...withTests(20), noted("2 tests of the old reader were removed.")]),
			33,
		),
		{
			...edit("results", "one test in all", (draft) => {
				silentAbout(draft);
				set(draft, regression, /^- Total/, 1);
				set(draft, regression, /^- Passed/, 1);
				return set(draft, baseline, /^- Total tests/, 1);
			}),
			...besides(figures),
		},
		only(["H-7A", "H-4A"], {
			...edit("results", "one test of the package", (draft) => {
				const at = set(draft, tests, /^- Total/, 1);
				set(draft, tests, /^- Passed/, 1);
				return at;
			}),
			...besides("fewer tests than planned are too few, whatever there was before"),
			...{
				also: {
					rules: ["results/test-minimum"],
					because: "fewer tests than planned are too few, whatever there was before",
				},
			},
		}),
	],
	"baseline/packages-decreased": [
		inLine(
			"a reason for one package of two",
			sampleLine(packages(3), [...packages(1), noted("PKG-BUOY-001 was removed.")]),
			32,
		),
		{
			...edit("results", "no package", (draft) => {
				silentAbout(draft);
				set(draft, cleanRoom, /^- Packages installed/, 0);
				return set(draft, baseline, /^- Packages installed/, 0);
			}),
			...besides(figures),
		},
		only(["H-13"], {
			...edit("results", "another package in the place of one", (draft) => {
				silentAbout(draft);
				const at = draft.replace(/PKG-KIT-001/, "PKG-KIT-002", draft.find(/^- Package list/));
				draft.replace(/PKG-KIT-001/, "PKG-KIT-002", draft.find(/^- Install order/));
				return at;
			}),
			also: { rules: ["publish/broken-reference"], because: "nothing else in the archive names the other package" },
		}),
	],
	"baseline/failures-increased": [
		{
			...edit("results", "failures in the regression", (draft) => {
				draft.find(/^- Before this handoff/);
				return failing(draft, 2);
			}),
		},
		only(["H-7A", "H-4A"], {
			...edit("results", "a failure of the package", (draft) => {
				const total = draft.find(/^- Total/, draft.heading(tests));
				const passed = Number(/\d+/.exec(draft.at(total + 1))?.[0]);
				draft.swap(total + 1, /\d+/, String(passed - 1));
				set(draft, tests, /^- Failed/, 1);
				return total;
			}),
			also: { rules: ["results/status-contradiction"], because: "a failed test of the package contradicts the status" },
		}),
	],
	"baseline/pre-existing": [
		{
			...edit("results", "a failure that nothing shows", (draft) => {
				draft.find(/^- Before this handoff/);
				failing(draft, 1);
				return claim(draft, "Pre-existing failures", "test_of_no_handoff");
			}),
			also: { rules: ["baseline/failures-increased"], because: "the failure is one more than before" },
		},
		inLine("a failure that no handoff names", sampleLine(narrower, known("test_one")), 31),
		inLine("more failures than before", sampleLine(withFailures(1), counted(3)), 30),
		inLine("failures that no handoff counts", sampleLine(narrower, counted(3)), 30),
		inLine("a failure that another run does not name", sampleLine(known("test_other"), known("test_one")), 31),
		inLine("a failure that passed before", sampleLine([[skipped, `${skipped}${table}`]], known("test_one")), 31),
	],
	"baseline/dates": [
		inLine(
			"dated before the handoff it starts from",
			sampleLine(
				[["## Status: PASS\n", "## Status: PASS\n\n**Date:** 2026-03-09\n"]],
				[["## Status: PASS\n", "## Status: PASS\n\n**Date:** 2026-03-02\n"]],
			),
			5,
		),
	],
	"baseline/previous-figure": [
		inLine(
			"other failures than the named handoff's",
			sampleLine(withFailures(1), [noted("Repairs the 3 failures that H-1 left.")]),
			45,
		),
		edit("results", "another figure of the named handoff", (draft) =>
			draft.replace(/(: \d+ packages, )\d+( tests)/, "$13000$2", draft.find(/^- Before this handoff/)),
		),
		edit("results", "a figure that nobody left", (draft) => {
			draft.find(/^- Before this handoff/);
			return draft.swap(draft.find(/^- Total tests/), /$/, " (was 3000)");
		}),
		only(["H-4"], {
			...edit("results", "the figure of an older handoff", (draft) =>
				draft.swap(draft.find(/^- Total tests/), /$/, " (was 12)"),
			),
		}),
		only(["H-13"], {
			...edit("results", "a figure of another scope", (draft) => {
				draft.replace(
					/pytest _staging\/ -v/,
					"pytest _staging/ -v --ignore=_staging/PKG-NONE-001",
					draft.heading(regression),
				);
				const before = / (\d+) tests/.exec(draft.at(draft.find(/^- Before this handoff/)))?.[1];
				return draft.swap(draft.find(/^- Total tests/), /$/, ` (was ${before})`);
			}),
			also: {
				rules: ["results/regression", "publish/broken-reference"],
				because: "a run that leaves out a package is another run",
			},
		}),
	],
	"baseline/removed-twice": [
		inLine("a package that is still installed", sampleLine([], [noted("Removed PKG-CLOCK-001 from staging.")]), 45),
		inLine(
			"a package that was removed before",
			sampleLine([noted("Removed PKG-BUOY-001 from staging.")], [noted("PKG-BUOY-001 was removed.")]),
			45,
		),
	],
	"baseline/scope": [
		{
			...edit("results", "run from the installed root", (draft) => {
				draft.replace(/pytest _staging\/ -v/, 'pytest "$INSTALL_ROOT/" -v', draft.heading(regression));
				return draft.find(/^- Total tests/);
			}),
			also: { rules: ["results/regression"], because: "a run over the installed root is none over the staging root" },
		},
	],
	"baseline/snapshot-copied": [
		{
			...edit("results", "the figures of the one before", (draft) => {
				silentAbout(draft);
				const before = draft.at(draft.find(/^- Before this handoff/)).match(/(\d+) packages, (\d+) tests/);
				if (
					!draft.lines.some(
						(line) =>
							/^- _staging.*test_\w+\.py/.test(line) && draft.lines.indexOf(line) < draft.heading("Files Modified"),
					)
				)
					draft.find(/^a test file must be created$/);
				const total = Number(before?.[2]);
				set(draft, regression, /^- Total/, total);
				set(draft, regression, /^- Passed/, total);
				set(draft, cleanRoom, /^- Packages installed/, Number(before?.[1]));
				set(draft, baseline, /^- Packages installed/, Number(before?.[1]));
				return set(draft, baseline, /^- Total tests/, total);
			}),
			...besides(figures),
		},
	],
	"baseline/unbroken": [
		inLine("the first one says nothing", sampleLine(silent, []), 32),
		inLine("the one between says nothing", sampleLine([], silent, withTests(30)), 32, "H-3"),
	],
	"baseline/hash-repeated": [
		inLine(
			"the archive of the one before",
			sampleLine(
				[],
				[
					[
						"## Files Modified\n- None",
						`## Files Modified\n- _staging/PKG-GAUGE-001/port.py (SHA256 before: sha256:${"1".repeat(64)}, after: sha256:${"2".repeat(64)})`,
					],
					["reader.py (", "other.py ("],
					["tests/test_reader.py (SHA256: ", "tests/test_other.py (SHA256: "],
					["PKG-GAUGE-001/manifest.json", "PKG-GAUGE-001/other.json"],
				],
			),
			14,
		),
		only(["H-7B"], {
			...edit("results", "the hash that was there", (draft) => {
				const at = draft.find(
					/^- _staging.*before: sha256:[0-9a-f]{64}, after: sha256:[0-9a-f]{64}/,
					draft.heading("Files Modified"),
				);
				const before = /before: sha256:([0-9a-f]{64})/.exec(draft.at(at))?.[1] ?? "";
				draft.swap(at, /after: sha256:[0-9a-f]{64}/, `after: sha256:${before}`);
				return draft.swap(at, /before: sha256:[0-9a-f]{64}/, `before: sha256:${"1".repeat(64)}`);
			}),
			also: {
				rules: ["provenance/chain", "provenance/workspace"],
				because: "the chain of the file breaks where a hash is another",
			},
		}),
	],
};
