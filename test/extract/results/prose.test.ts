import { describe, expect, it } from "vitest";
import { valuesOf } from "./documents.ts";

const read = (title: string, prefix: string) => (body: string) => valuesOf(`# R\n\n## ${title}\n\n${body}\n`, prefix);
const tests = read("Test Results", "tests.");
const regression = read("Full Regression Test", "regression.");
const cleanRoom = read("Clean-Room Verification", "cleanRoom.");

describe("figures in running words", () => {
	it.each<[string, Record<string, unknown>]>([
		["Altogether 75 tests: 74 passed, 0 failed, 1 skipped (`big`).", { total: 75, passed: 74, failed: 0, skipped: 1 }],
		["The crate went from 41 tests to 52. All of them pass on both toolchains.", { total: 52, passed: 52 }],
		[
			"The crate has 52 tests by now, and 11 of those are new in this handoff.\nAll of them pass.",
			{ total: 52, passed: 52 },
		],
		["There are 52 tests.\nAll of them pass except for 2.", { total: 52 }],
		["- 12 tests in test_a.py: 12 passed\n- 14 tests in test_b.py: 14 passed", {}],
		[
			"### PKG-A-001\n\n```\n2 skipped, 30 passed, 32 total\n```\n\n### Suites\n\n| Suite | Tests |\n|---|---|\n| a | 20 |\n| b | 12 |",
			{ total: 32, passed: 30, skipped: 2 },
		],
		[
			"PKG-A-001 comes with 29 tests on the host. None of them fails and none is skipped.",
			{ total: 29, failed: 0, skipped: 0 },
		],
		["PKG-A-001 has 12 tests.\n\nPKG-B-001 has 20 tests.", {}],
		[
			"| Outcome | Count | Which |\n|---|---|---|\n| Passed | 9 | 1-9 |\n| Failed | 2 | `test_a`, `test_b` |\n| Total | 11 | |",
			{ total: 11, passed: 9, failed: 2 },
		],
		[
			"- Total: N/A\n- Passed: N/A\n- Instead: each of the 3 guides was followed. 2 of 3 succeeded, 1 failed and then passed.",
			{},
		],
		["Total: N/A\nPassed: N/A\nInstead: each of the 3 guides was followed. 2 of 3 succeeded, 1 failed.", {}],
		["| Total | N/A |\n|---|---|\n| Passed | N/A |\n| Instead | 2 of 3 guides worked, 1 failed |", {}],
		["- Total: N/A\n- Passed: N/A\n- Result: 12 passed, 1 failed", { total: 13, passed: 12, failed: 1 }],
		["There is no test. The 14 code blocks were run by hand; 13 of 14 passed as printed.", {}],
		["The package has 35 tests, all passing.\n\nPKG-B-001 has 91 tests.", { total: 35, passed: 35 }],
		["`rspec audit` runs 31 examples. Twenty-five are green and 6 red.", { total: 31, passed: 25, failed: 6 }],
		[
			"The package went up by nine tests to 54. I ran them twice in a row and got 54 passes.",
			{ total: 54, passed: 54 },
		],
		["19 tests in two files, 17 of which pass. Two fail on purpose.", { total: 19, passed: 17, failed: 2 }],
		[
			"```\n[==========] 33 tests from 5 test suites ran. (212 ms total)\n[  PASSED  ] 33 tests.\n```",
			{ total: 33, passed: 33 },
		],
		["33 of the 33 tests in PKG-A-001 are green.", { total: 33, passed: 33 }],
		["PKG-A-001 has 48 host tests, all of which pass.", { total: 48, passed: 48 }],
		["PKG-A-001 has 12 tests and PKG-B-001 has 20 tests. All of them pass.", {}],
		["Its suite has 83 tests. Six are new. The result is 83 out of 83.", { total: 83, passed: 83 }],
		[
			"I ran the smoke tests first: 5 passed. Then the unit tests: 44 passed, 1 failed.",
			{ total: 45, passed: 44, failed: 1 },
		],
		[
			"44 tests ran, 35 of them successfully. Two failed, seven were skipped.",
			{ total: 44, passed: 35, failed: 2, skipped: 7 },
		],
	])("are read of %j", (body, expected) => {
		expect(tests(body)).toEqual(expected);
	});

	it.each<[string, Record<string, unknown>]>([
		[
			"427 tests in the four suites: 424 passed, 1 failed, 2 skipped.\n\nCompared with HANDOFF-37 (433 tests), 6 are missing.",
			{ total: 427, passed: 424, failed: 1, skipped: 2 },
		],
		[
			"I ran the whole tree twice. Before: 571 tests, 569 passed and 2 failed. After my work there are 583 tests, of which 581 passed and 2 failed.",
			{ total: 583, passed: 581, failed: 2 },
		],
		[
			"Before the cleanup: 1,415 tests, all green. After the cleanup: 1,377 tests, again all green. None was skipped.",
			{ total: 1377, passed: 1377, skipped: 0 },
		],
		[
			"I ran it although the package is not ready: 757 tests, 754 green, one red, two skipped.",
			{ total: 757, passed: 754, failed: 1, skipped: 2 },
		],
		[
			"Before this handoff the suite had 500 tests. Two of them failed. Now it has 510 tests. All of them pass.",
			{ total: 510, passed: 510 },
		],
		[
			"The first run: 500 tests, 480 passed, 20 failed. After the fix: 500 tests, 500 passed, 0 failed.",
			{ total: 500, passed: 500, failed: 0 },
		],
		["It reports 214 tests: 211 of them passed and the other 3 were skipped.", { total: 214, passed: 211, skipped: 3 }],
		[
			"On the host, 655 of 658 tests pass. One fails, and two are skipped because they need the board they are made for.\nOn the board itself all 31 hardware tests are green.",
			{ total: 658, passed: 655, failed: 1, skipped: 2 },
		],
	])("of the regression are read of %j", (body, expected) => {
		expect(regression(body)).toEqual(expected);
	});

	it.each([
		"It ran to its end. So nothing new broke.",
		"3 failed, nothing new.",
		"There are no failures, old or new.",
		"- Duration: 12 s\n- Regression: none",
	])("tell that no failure is new: %j", (body) => {
		expect(regression(body)).toMatchObject({ newFailures: "NONE" });
	});

	it("count what is installed", () => {
		const baseline = read("Baseline Snapshot", "baseline.");
		expect(baseline("Twenty-two packages, 803 tests.")).toEqual({ packagesInstalled: 22, totalTests: 803 });
		expect(baseline("This leaves us with 988 tests.")).toEqual({ totalTests: 988 });
		expect(baseline("Two packages have no tests at all.")).toEqual({});
		expect(baseline("We started at 12 packages. Now there are 13 packages and 320 tests.")).toEqual({
			packagesInstalled: 13,
			totalTests: 320,
		});
		expect(baseline("Twelve packages are installed. ctest knows 142 tests.")).toEqual({
			packagesInstalled: 12,
			totalTests: 142,
		});
	});

	it("of two systems are not clear, those of before are none", () => {
		const two = "On Linux 12 packages were installed. On Windows 11 packages were installed.";
		expect(cleanRoom(two)).toEqual({ packagesInstalled: "unclear" });
		const baseline = read("Baseline Snapshot", "baseline.");
		const older = "Before this there were 12 packages installed. Now there are 13 packages installed.";
		expect(baseline(older)).toEqual({ packagesInstalled: 13 });
	});

	it("claim nothing where they leave it open", () => {
		expect(regression("It cannot be said whether there are no new failures.")).toEqual({});
	});

	it("are not taken of a section that names no run of the regression", () => {
		expect(regression("There are no regression tests for the cache yet.")).toEqual({});
	});

	it("are those of the regression where a paragraph on tests opens with it", () => {
		const body =
			"The package has 17 tests. They all pass.\n\nFor the regression I ran everything, `go test ./...`. It reports 214 tests: 211 of them passed and 3 were skipped, as they have been since before the last one.\nThere are no failures.";
		const text = `# R\n\n## Testing\n\n${body}\n`;
		expect(valuesOf(text, "tests.")).toMatchObject({ total: 17, passed: 17 });
		expect(valuesOf(text, "regression.")).toEqual({ total: 214, passed: 211, failed: 0, skipped: 3 });
		const label = "The regression over the whole workspace comes to 1,209 tests: 1,201 passed and 8 skipped.";
		expect(valuesOf(`# R\n\n## Testing\n\n${label}\n`, "regression.")).toMatchObject({ total: 1209, passed: 1201 });
		expect(tests("The regression suite of the package has 17 tests.")).toEqual({ total: 17 });
	});
});

describe("clean rooms in running words", () => {
	const ids = ["PKG-A-001", "PKG-B-001", "PKG-C-001"];
	it.each<[string, unknown]>([
		["All 3 packages installed in the order PKG-A-001, `PKG-B-001`,\nPKG-C-001, and all was well.", ids],
		["I installed `PKG-A-001` first, then `PKG-B-001` and finally `PKG-C-001`.", ids],
		["PKG-A-001, PKG-B-001 and PKG-C-001 needed a second try.", undefined],
		["They were not installed in the order PKG-A-001, PKG-B-001.", undefined],
	])("name the order: %j", (body, expected) => {
		expect(cleanRoom(body).installOrder).toEqual(expected);
	});

	it.each<[string, number | undefined]>([
		["Installed all 9 packages from scratch.", 9],
		["I installed the thirty-one packages in an empty folder.", 31],
		["Ninety packages were installed.", 90],
		["Clone, install, build. 16 packages, 8/8 gates.", 16],
		["Yes: a new machine, 19 packages, all tests passed there too.", 19],
		["Fresh container. The installer reported 22 packages.", 22],
		["Everything was installed on an empty machine: 24 packages.", 24],
		["Not installed. To install the 12 packages one needs root.", undefined],
		["The 19 packages were built and installed one after another.", 19],
		["`install.sh` put all 29 packages in place.", 29],
	])("count the packages: %j", (body, expected) => {
		expect(cleanRoom(body).packagesInstalled).toBe(expected);
	});

	it.each<[string, unknown]>([
		["I ran the tests after each install, and everything passed except the two calendar tests.", false],
		["Tests were run once; apart from `hal_adc` they pass.", false],
		["All gates passed except G6.", undefined],
		["They were installed and, after each of them, its tests were run; all passed.", true],
		["Yes: a new machine, 19 packages, all tests passed there too.", true],
		["Then `go test ./...` over all of it: 2 failures, the known ones.", false],
		["The tests of 24 of them passed; those of PKG-VERIFY-001 fail as described.", false],
		["`install.sh` installs 18 packages and passes all tests.", true],
		["Tests were run at the end of it all. Only `hal_adc` failed.", false],
		["The tests were not run; only the build failed once.", undefined],
		["I ran all of the 214 tests again, nothing failed.", true],
		["The tests were not run, so nothing failed.", undefined],
		["The tests were run once and gave the same three failures.", false],
		["After each install I ran its tests and they passed each time, with one exception.", false],
		["The packages build in any order, the tests of all of them pass.", true],
	])("tell whether all tests pass: %j", (body, expected) => {
		expect(cleanRoom(body).allTestsPass).toBe(expected);
	});
});

describe("the document's own words below its title", () => {
	it("hold its status behind a sentence, and a written date between dots", () => {
		const header = (line: string, prefix: string) => valuesOf(`# R\n\n${line}\n`, prefix);
		expect(header("Done on 2026-08-10 by r.haas. **Status:** PASS", "status")).toEqual({ "": "PASS" });
		expect(header("> Builder: team K · Package: PKG-A-001 · 14 July 2026", "date")).toEqual({ "": "2026-07-14" });
	});
});

it("takes the told count where a list names some of the files only", () => {
	const files = read("Files Modified", "files");
	expect(files("23 files. The larger ones:\n\n- `a/b.ts`\n- `a/c.ts`")).toMatchObject({ Modified: 23 });
	expect(files("23 files:\n\n- `a/b.ts`\n- `a/c.ts`")).toMatchObject({ Modified: 2 });
	const table =
		"| File | What happened |\n|---|---|\n| `a.ts` | created |\n| `b.ts` | modified |\n| `c.ts` | modified |";
	expect(read("Files created and modified", "files")(table)).toMatchObject({ Created: 1, Modified: 2 });
});

it("counts no file again where a line below the list gives short hashes", () => {
	const files = read("Files Modified", "files");
	const list = "- `src/store.ts`\n- `src/menu.tsx`\n\nHashes are in the manifest; short forms: store.ts `77ab01…`";
	expect(files(list)).toMatchObject({ Modified: 2 });
});
