import { describe, expect, it } from "vitest";
import { outlineOf } from "#extract/outline/outline.ts";
import { parseMarkdown } from "#parse/markdown.ts";
import { factsOf, standard, valuesOf } from "./documents.ts";
import { fence } from "./figures.ts";

const read = (body: string, prefix: string) => valuesOf(`# Results: H-1\n\n${body}\n`, prefix);

describe("the date", () => {
	it.each([
		[
			"a label below the last rule",
			"## Work\n\nDone.\n\n---\n\n**Author**: Ann\n**Date**: 2026-03-04\n**Branch**: one",
		],
		["what the current state gives", "## Current State\n\n**Last Updated:** 2026-03-04\n**Branch:** main"],
		["the day of a release", "**Released:** 2026-03-04\n\n## Work\n\nDone."],
		["a line written out below the last rule", "## Work\n\nDone.\n\n---\n\nMade for: the team\nDate: 4 March 2026"],
		[
			"what a sentence of the header says",
			"**Status: not deployed.** Last updated 2026-03-04, branch `one`.\n\n## Work",
		],
	])("is read of %s", (_, body) => {
		expect(read(body, "date")).toEqual({ "": "2026-03-04" });
	});
});

describe("runs that verification tells of", () => {
	it("are those of a build that runs the tests, in code before a colon", () => {
		const build = "- `mvn clean install`: PASS (25s, 145 tests run, 0 failures, 0 skipped)\n- `docker build`: PASS";
		expect(read(`## Build\n\n${build}`, "tests.")).toEqual({ total: 145, passed: 145, failed: 0, skipped: 0 });
		expect(read("## Build\n\n- `npm run lint`: PASS (145 tests run, 0 failures)", "tests.")).toEqual({});
	});

	it("are of all tests where the suite existed before", () => {
		const suite = "- Existing test suite: 304 passed, 20 failed (all of them old), 9 skipped";
		expect(read(`## Verification\n\n${suite}`, "regression.")).toMatchObject({ total: 333, passed: 304, failed: 20 });
		expect(read(`## Verification\n\n${suite}`, "tests.")).toEqual({});
	});

	it("are steps of one after another", () => {
		const steps = [
			"### Step 1: RED\n\n```\nTests: 4 failed | 6 passed (10)\n```",
			"### Step 2: GREEN\n\n```\nTests: 13 passed (13)\n```",
			"### Step 3: Full Suite\n\n```\nTests: 236 passed (236)\n```",
		].join("\n\n");
		expect(read(`## Evidence\n\n${steps}`, "tests.")).toEqual({ total: 13, passed: 13 });
		expect(read(`## Evidence\n\n${steps}`, "regression.")).toEqual({ total: 236, passed: 236 });
	});

	it("are none of the package where a list beside them counts more", () => {
		const list = "Results:\n\n- Unit suite: 62 tests passed, 0 failed.\n- Browser suite: 5 tests passed, 0 failed.";
		expect(read(`## Verification\n\n${list}\n\nResult: 27 tests passed.`, "tests.")).toEqual({});
		expect(read(`## Verification\n\n${list}\n\nResult: 67 tests passed.`, "tests.")).toEqual({ passed: 67 });
	});
});

describe("runs told in the words of a tool", () => {
	it("are those of a full gate, also on the line below", () => {
		const line = "The full repo gate passed: `cabal test` reported `2353 examples, 0 failures` in all.";
		const figures = { total: 2353, failed: 0 };
		expect(read(`## Attempt\n\n- ${line}`, "regression.")).toEqual(figures);
		expect(read(`## Attempt\n\n- ${line.replace(": ", ":\n  ")}`, "regression.")).toEqual(figures);
		expect(
			read("## Attempt\n\n- The full gate passed: `make lint` reported 12 files, 0 failures.", "regression."),
		).toEqual({});
	});

	it("are those that a result quotes", () => {
		const result =
			"**Result:** Pass. The build is clean and CTest reports `100% tests passed, 0 tests failed out of 53`.";
		expect(read(`## Output\n\n* ${result}`, "tests.")).toMatchObject({ total: 53, failed: 0 });
		expect(read("## Output\n\n* **Result:** Pass. It reports 12 files.", "tests.")).toEqual({});
	});

	it("are those of a validation that counts tests", () => {
		const told = (label: string) =>
			read(`## Completion result\n\n- ${label}: 145 tests passed, 0 failed, 647 assertions in 10 files.`, "tests.");
		expect(told("Final focused validation")).toEqual({ total: 145, passed: 145, failed: 0 });
		expect(told("Expected validation")).toEqual({});
	});

	it("count what was skipped by its kind", () => {
		const told = (text: string) => read(`## Verification\n\n- Unit tests: ${text}`, "tests.");
		expect(told("229 passed, 2 environment-dependent skips.")).toEqual({ passed: 229, skipped: 2 });
		expect(told("229 passed, no skips.")).toEqual({ passed: 229, skipped: 0 });
	});

	it("are of now, whatever they came before", () => {
		const run = (step: string) =>
			read(`## Regression\n\nThe whole workspace before ${step}: 2,311 pass, 4 fail. So nothing new.`, "regression.");
		expect(run("the review closed")).toEqual({ total: 2315, passed: 2311, failed: 4, newFailures: "NONE" });
		expect(run("this work")).not.toHaveProperty("passed");
	});
});

describe("outcomes counted one by one", () => {
	it("are of no run, where each is a fraction of something else", () => {
		const list = "- **Patterns**: 2/3 passed\n- **Scripts**: 3/3 working";
		expect(read(`## Test Summary\n\n${list}`, "tests.")).toEqual({});
		expect(read(`## Test Summary\n\n${list.replaceAll("- ", "")}`, "tests.")).toEqual({});
		expect(read(`## Test Summary\n\n${list.split("\n")[0]}`, "tests.")).toEqual({ total: 3, passed: 2 });
	});

	it("are one run in a tool's output, with no total where errors are counted, too", () => {
		const output = "✅ 498 tests PASSING\n⚠️ 45 tests FAILED (pre-existing)\n⏭️ 13 skipped";
		const read498 = (text: string) => read(`## Test Results\n\n${text}`, "tests.");
		const figures = { passed: 498, failed: 45, skipped: 13 };
		expect(read498(fence(output))).toEqual({ total: 556, ...figures });
		expect(read498(fence(`${output}\n59 ERRORS`))).toEqual(figures);
		expect(read498("- 498 tests passing\n- 45 tests failed\n- 59 errors\n- 13 skipped")).toEqual(figures);
	});

	it("are one run in a table without a total", () => {
		const rows = "| Tests passed | 493 |\n| Tests failed (old) | 2 (unrelated) |\n| Tests skipped | 5 |";
		expect(read(`## Build & Test\n\n| Metric | Value |\n|---|---|\n${rows}`, "tests.")).toMatchObject({
			passed: 493,
			failed: 2,
			skipped: 5,
		});
	});

	it("are of all tests below a title that says so", () => {
		const table = [
			"| Metric | Baseline (T0) | Final (T32) | Delta |",
			"|---|---|---|---|",
			"| Tests collected | 2961 | 2458 | -503 |",
			"| Tests passed | ~2871 | 2332 | fewer |",
			"| Tests failed | 90 | 90 | 0 |",
		].join("\n");
		for (const title of ["T32: Final Regression", "Closing regressions"]) {
			const text = `## ${title}\n\n${table}`;
			expect(read(text, "regression.")).toEqual({ total: 2458, passed: 2332, failed: 90 });
			expect(read(text, "tests.")).toEqual({});
		}
	});
});

describe("files that were changed", () => {
	const files = (text: string) => ({
		...read(`## Files Changed\n\n${text}`, "filesCreated"),
		modified: read(`## Files Changed\n\n${text}`, "filesModified")[""],
	});

	it("are counted by what was done with them", () => {
		expect(files("6 files deleted, 10 files modified, 1 file created")).toEqual({ modified: 10 });
		expect(files(fence("6 files deleted\n10 files modified\n1 file created"))).toEqual({ modified: 10 });
		expect(files("12 files changed, 40 insertions")).toEqual({ modified: 12 });
		expect(files("6 files deleted")).toEqual({ modified: undefined });
	});

	it("are told apart by their marks in a listing", () => {
		const listing =
			"src/a.ts       (modified - a guard)\nsrc/b.ts       (new    - a guard)\nsrc/b.test.ts(new - 14 tests)";
		expect(files(fence(listing))).toEqual({ "": 2, modified: 1 });
	});
});

describe("rows of gates", () => {
	const gates = (...rows: string[]) =>
		`## Gates\n\n| Gate | Check | Result |\n|---|---|---|\n${rows.map((row) => `| ${row} |`).join("\n")}`;

	it("are runs of their own, whose figures are not mixed", () => {
		const rows = [
			"Package tests | `deno test` | 1457 passed / 0 failed / 0 ignored",
			"Unit tests | `deno test` | 4440 tests",
		];
		expect(read(gates(...rows), "tests.")).toEqual({});
	});

	it("are of all tests by their last word, unless it is said to be of some", () => {
		const regression = (name: string) => read(gates(`${name} | \`deno test\` | 4440 passed`), "regression.");
		expect(regression("Root regression")).toEqual({ passed: 4440 });
		expect(regression("Focused regression")).toEqual({});
	});

	it("count nothing where nothing says what their figures are of", () => {
		expect(read(gates("Root regression | receipt | 4,440 / 0 / 19"), "regression.")).toEqual({});
	});
});

describe("parts of a section", () => {
	const keysOf = (text: string) => {
		const parsed = parseMarkdown("H-1_RESULTS.md", new TextEncoder().encode(text));
		return outlineOf(parsed, standard.sections.results).flatMap(({ title, keys }) => (keys.length > 0 ? [title] : []));
	};

	it("do not stand for it, however well they are named", () => {
		const parts =
			"### Unit Tests\n\nTests: 20 passing\n\n### Overall Status\n\n- **Total Tests**: 25 passing, 2 skipped";
		expect(keysOf(`# R\n\n## Test Results After Fixes\n\n${parts}\n`)).toEqual(["Test Results After Fixes"]);
		expect(keysOf(`# R\n\n## Test Results After Fixes\n\n## Unit Tests\n`)).toEqual(["Unit Tests"]);
		expect(keysOf("# R\n\n## 4. Tests\n\n## 5. Test Results\n")).toEqual(["5. Test Results"]);
		expect(keysOf("# R\n\n## Files\n\n### Created\n\n### Modified\n")).toEqual(["Created", "Modified"]);
		expect(read(`## Test Results After Fixes\n\n${parts}`, "tests.")).toEqual({ passed: 25, skipped: 2 });
	});

	it("are tests by their count", () => {
		const text = "# R\n\n## Test Counts and Results\n\n20 tests, all passing\n";
		expect(factsOf(text)["tests.total"]).toMatchObject({ state: "stated", value: 20, line: 5 });
	});
});

describe("the system", () => {
	it("is not what it was before a later state in the same list", () => {
		const list = "- Baseline (T8): Total tests 5461, Failed 0.\n- Post-fix (T16): Total tests 5468, Failed 0.";
		expect(read(`Output Summary:\n${list}`, "baseline.")).toEqual({});
		expect(read(`## Check\n\n${list}`, "baseline.")).toEqual({});
		expect(read("Output Summary:\n- Baseline: 5461 tests\n- Lint: 0 errors", "baseline.")).toEqual({
			totalTests: 5461,
		});
	});

	it("counts packages of a kind, and crates", () => {
		const baseline = (text: string) => read(`## Baseline Snapshot\n\n${text}`, "baseline.");
		expect(baseline("After this phase: 14 Django packages installed, 212 tests in the project.")).toEqual({
			packagesInstalled: 14,
			totalTests: 212,
		});
		expect(baseline("The workspace now builds 9 crates; 84 tests run in it.")).toEqual({
			packagesInstalled: 9,
			totalTests: 84,
		});
	});

	it("was installed in the order that is said to be one behind it", () => {
		const order = "`npm ci` brought in PKG-A-001, PKG-B-001 and PKG-C-001, in that order (3 packages).";
		expect(read(`## Clean-Room Verification\n\n${order}`, "cleanRoom.installOrder")).toEqual({
			"": ["PKG-A-001", "PKG-B-001", "PKG-C-001"],
		});
		const steps = "From an empty volume: PKG-A-001 came up first, then PKG-B-001; 2 packages installed.";
		expect(read(`## Clean-Room Verification\n\n${steps}`, "cleanRoom.")).toEqual({
			packagesInstalled: 2,
			installOrder: ["PKG-A-001", "PKG-B-001"],
		});
	});

	it("has the figures that its own label gives", () => {
		const text = "## Baseline\n\nWorkspace: 9 packages. Vitest counts 236 tests.";
		expect(read(text, "baseline.")).toEqual({ packagesInstalled: 9, totalTests: 236 });
	});

	it("was installed in the order that a label tells before the count", () => {
		const text = "## Clean-Room Verification\n\n`PKG-A-001` went in first and `PKG-B-001` on top of it: 2 packages.";
		expect(read(text, "cleanRoom.")).toEqual({ packagesInstalled: 2, installOrder: ["PKG-A-001", "PKG-B-001"] });
	});

	it("passes after each install where a command is said to", () => {
		const room = (text: string) => read(`## Clean-Room Verification\n\n${text}`, "cleanRoom.allTestsPass");
		expect(room("`mvn test` was green after every module.")).toEqual({ "": true });
		expect(room("**Result:** Both packages (2) went in; CTest passed after either.")).toEqual({ "": true });
		expect(room("`mvn test` ran once. The gates were green after every module.")).toEqual({});
		expect(room("`mvn test` ran at the end. The install passed after every module.")).toEqual({});
	});

	it("counts the packages of its workspace", () => {
		const text = "## Clean install\n\nOn a fresh clone: 2 workspace packages installed.";
		expect(read(text, "cleanRoom.")).toEqual({ packagesInstalled: 2 });
	});
});
