import { describe, expect, it } from "vitest";
import { valuesOf } from "./documents.ts";

/** The values of a RESULTS document, by the beginning of their keys. */
const values = (body: string, prefix: string) => valuesOf(`# Results: H-1\n\n${body}\n`, prefix);

/** Both runs, the baseline and the clean room of a document. */
function everything(body: string) {
	return {
		tests: values(body, "tests."),
		regression: values(body, "regression."),
		baseline: values(body, "baseline."),
		cleanRoom: values(body, "cleanRoom."),
	};
}

const expected = {
	tests: { passed: 28, failed: 0, total: 28 },
	regression: { passed: 68, failed: 0, total: 68 },
	baseline: { packagesInstalled: 13, totalTests: 68 },
	cleanRoom: { packagesInstalled: 13, allTestsPass: true },
};

describe("sections that no heading opens", () => {
	it.each<[string, string]>([
		[
			"bold lines below a section's heading",
			"## Test Results\n\n28 passed, 0 failed\n\n**Full regression**\n\n68 passed, 0 failed\n\n**Baseline snapshot:**\n\n- Packages installed: 13\n- Total tests: 68\n\n**Clean-room verification**:\n\n- Packages installed: 13\n- All tests pass: YES",
		],
		[
			"bold lines below headings of other names",
			"## Work\n\nDone.\n\n## Evidence\n\n**Tests**\n\n28 passed, 0 failed\n\n**Full regression (all staged)**\n\n68 passed, 0 failed\n\n## State\n\n**Baseline**\n\n13 packages installed, 68 tests\n\n**Clean-room**\n\n13 packages installed, all tests pass",
		],
		[
			"bold lines where one heading names two sections",
			"## Tests and Regression\n\n**This package**\n\n28 passed, 0 failed\n\n**Regression tests**\n\n68 passed, 0 failed\n\n## Baseline and Clean-Room\n\n**Baseline**\n\n- Packages installed: 13\n- Total tests: 68\n\n**Clean-room**\n\n- Packages installed: 13\n- All tests pass: YES",
		],
		[
			"items with a list below them",
			"## Verification\n\n- **Tests**\n  - Passed: 28\n  - Failed: 0\n- **Full regression**\n  - Passed: 68\n  - Failed: 0\n- **Baseline**\n  - Packages installed: 13\n  - Total tests: 68\n- Clean-room install:\n  - 13 packages installed\n  - All tests pass: YES",
		],
		[
			"numbered items with text below them",
			"## Evidence\n\n1. **Test results**\n\n   28 passed, 0 failed\n\n2. **Full regression**\n\n   68 passed, 0 failed\n\n3. **Baseline snapshot**\n\n   Packages installed: 13\n   Total tests: 68\n\n4. **Clean-room verification**\n\n   Packages installed: 13\n   All tests pass: YES",
		],
		[
			"labelled lines",
			"## Verification\n\n- Tests: 28 passed, 0 failed\n- Regression: 68 passed, 0 failed\n- Baseline: 13 packages, 68 tests\n- Clean room: 13 packages installed, all tests pass",
		],
		[
			"rows of a table",
			"## Summary\n\n| Check | Result |\n|---|---|\n| Tests | 28 passed, 0 failed |\n| Full regression | 68 passed, 0 failed |\n| Baseline | 13 packages, 68 tests |\n| Clean-room | 13 packages, all tests pass |",
		],
	])("are read from %s", (_, body) => {
		expect(everything(body)).toEqual(expected);
	});
	it.each(["—", "–", ":"])("are told apart by what a run is of, before %s", (mark) => {
		const body = `## Test runs\n\n**PKG-A-001** ${mark} 28 tests: 28 passed, 0 failed\n\n**Whole workspace** ${mark} 68 passed, 0 failed`;
		const { tests, regression } = everything(body);
		expect({ tests, regression }).toEqual({ tests: expected.tests, regression: expected.regression });
	});
	it("are read below the title where a heading opens one of the others", () => {
		const body =
			"**Files Created**\n\n- `a.py`\n- `b.py`\n\n**Files Modified**\n\n- `c.py`\n\n## Test Results\n\n28 passed";
		expect(values(body, "files")).toEqual({ Created: 2, Modified: 1 });
		expect(values(body, "tests.")).toEqual({ passed: 28 });
	});
	it("leave a heading's own section to it", () => {
		const body =
			"## Full Regression\n\n68 passed, 0 failed\n\n**Unit tests**\n\n28 passed, 0 failed\n\n**Baseline**\n\n60 tests, 12 packages";
		expect(values(body, "tests.")).toEqual({});
		expect(values(body, "baseline.")).toEqual({});
	});
	it.each<[string, string]>([
		["the state before", "## Background\n\n- Baseline: 12 packages, 60 tests"],
		["a line that says so", "## Summary\n\n- Baseline: 12 packages, 60 tests before this work"],
		[
			"a regression of other tests",
			"## Summary\n\n- Baseline: 12 packages, 60 tests\n- Full regression: 68 passed, 0 failed",
		],
	])("take no baseline from %s", (_, body) => {
		expect(values(body, "baseline.")).toEqual({});
	});
	it("take nothing from a box that nobody ticked", () => {
		const body =
			"## Checklist\n\n- [ ] Clean room: 13 packages installed, all tests pass\n- [ ] **Clean-room install**\n  - 13 packages installed";
		expect(values(body, "cleanRoom.")).toEqual({});
	});
	it.each([
		"## Open items\n\n- Clean room: 12 packages, all tests pass",
		"## Summary\n\n- Clean room: still to do (12 packages)",
		"## Summary\n\n- Clean room: 12 packages should install, all tests pass",
	])("take nothing from what is still to be done: %s", (body) => {
		expect(values(body, "cleanRoom.")).toEqual({});
	});
	it("are read from rows with a column for each outcome", () => {
		const body =
			"## Matrix\n\n| Check | Scope | Total | Passed | Failed |\n|---|---|---:|---:|---:|\n| Unit | this package | 28 | 28 | 0 |\n| Regression | all | 68 | 68 | 0 |\n| Gates | all | 8 | 8 | 0 |";
		const { tests, regression } = everything(body);
		expect({ tests, regression }).toEqual({ tests: expected.tests, regression: expected.regression });
	});
	it("take the total over all staged packages by its whole label", () => {
		expect(values("## Snapshot\n\n- packages installed: 14\n- total tests, all staged: 68", "baseline.")).toEqual({
			packagesInstalled: 14,
			totalTests: 68,
		});
	});
	it("take no figure of some for that of all", () => {
		expect(values("## Summary\n\n- Clean room: 13 of 14 packages, rest pending", "cleanRoom.")).toEqual({});
	});
});

describe("parts of a baseline about something else", () => {
	it.each(["### Gate results\n\n8/8 PASS (G0B, G1)", "**Gates**\n\n8/8 PASS"])("give no tests: %s", (part) => {
		expect(values(`## Baseline Snapshot\n\n- Packages installed: 21\n\n${part}`, "baseline.")).toEqual({
			packagesInstalled: 21,
		});
	});
});
