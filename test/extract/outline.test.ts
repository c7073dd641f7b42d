import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { outlineOf } from "#extract/outline/outline.ts";
import { standardSchema } from "#model/standard.ts";
import { parseMarkdown } from "#parse/markdown.ts";

const standard = standardSchema.parse(parse(readFileSync("content/standards/builder-handoff-standard.yaml", "utf8")));
const outline = (text: string, kind: "spec" | "results" = "results") =>
	outlineOf(parseMarkdown("H-1_RESULTS.md", new TextEncoder().encode(text)), standard.sections[kind]);
const keyLines = (text: string, kind: "spec" | "results" = "results") =>
	outline(text, kind).flatMap(({ keys, line }) => keys.map((key) => `${key}:${line}`));

describe("outlineOf", () => {
	it("lists real headings with depth, line, end line and a unique slug", () => {
		const text =
			"# A `code` *title*\n\n## Same\ntext\n\nSame\n----\n\n```\n## no heading\n```\n\n### Deep\n\n## Last <id>\n";
		expect(outline(text)).toEqual([
			{ title: "A code title", slug: "a-code-title", anchor: "a-code-title", depth: 1, line: 1, endLine: 15, keys: [] },
			{ title: "Same", slug: "same", anchor: "same", depth: 2, line: 3, endLine: 5, keys: [] },
			{ title: "Same", slug: "same-1", anchor: "a-code-title-same", depth: 2, line: 6, endLine: 14, keys: [] },
			{ title: "Deep", slug: "deep", anchor: "deep", depth: 3, line: 13, endLine: 14, keys: [] },
			{ title: "Last <id>", slug: "last-id", anchor: "last-id", depth: 2, line: 15, endLine: 15, keys: [] },
		]);
	});

	it("opens the sections of files by the innermost heading that names them", () => {
		expect(keyLines("# R\n\n## Changes\n\n### Deleted\n\n### Modified\n")).toEqual(["filesModified:7"]);
		expect(keyLines("# R\n\n## Test results after the fixes\n\n### Unit tests\n")).toEqual(["testResults:3"]);
	});

	it("tells tests of a package from those of everything", () => {
		expect(keyLines("# R\n\n## Integration Tests\n\n## Unit Tests\n")).toEqual(["testResults:5"]);
		expect(keyLines("# R\n\n## Integration Tests\n")).toEqual(["testResults:3"]);
		expect(keyLines("# R\n\n## Tests: package\n\n## Tests: everything staged\n")).toEqual([
			"testResults:3",
			"fullRegression:5",
		]);
	});

	it("leaves the targets of links and comments out of titles", () => {
		const text = '## <a id="t"></a>Test Results\n\n## Files Created <!-- 3 -->\n';
		expect(outline(text).map(({ title }) => title)).toEqual(["Test Results", "Files Created"]);
		expect(keyLines(text)).toEqual(["testResults:1", "filesCreated:3"]);
	});

	it("gives sections anchors that outlive edits of numbers, titles and neighbours", () => {
		const anchors = (text: string) => outline(text, "spec").map(({ title, anchor }) => `${title}: ${anchor}`);
		expect(anchors("# H-1: Ledger\n## 6. Test Plan\n### Files\n## 7. Risks\n### Files\n### Files\n## Files\n")).toEqual(
			[
				"H-1: Ledger: h-1-ledger",
				"6. Test Plan: test-plan",
				"Files: test-plan-files",
				"7. Risks: risks",
				"Files: risks-files",
				"Files: risks-files-2",
				"Files: files",
			],
		);
		expect(anchors("## Tests (Test Plan)\n## 12. Risks\n## Test Plan\n")).toContain("12. Risks: risks");
		expect(anchors("## Mission\n## Mission\n## 3.\n## 🎉\n")).toEqual([
			"Mission: mission",
			"Mission: mission-2",
			"3.: 3",
			"🎉: section",
		]);
	});

	it("counts lines of files with CRLF and front matter as the file has them", () => {
		expect(keyLines("---\r\nid: x\r\n---\r\n\r\n# R\r\n\r\n## Files Created\r\n- None\r\n")).toEqual([
			"filesCreated:7",
		]);
	});

	it("leaves headings of a quotation to the quoted document", () => {
		expect(outline("> ## Files Created\n\n## Notes\n").map(({ title }) => title)).toEqual(["Notes"]);
	});

	it.each([
		["## FILES CREATED", ["filesCreated"]],
		["## 2. Files Created:", ["filesCreated"]],
		["## §3 Files Created", ["filesCreated"]],
		["## Section 4: Files Created", ["filesCreated"]],
		["## A) Files Created", ["filesCreated"]],
		["## 📁 **Files Created**", ["filesCreated"]],
		["## Files Created (3 new, 1 moved)", ["filesCreated"]],
		["## Files Created / Modified", ["filesCreated", "filesModified"]],
		["## Files Created & Modified", ["filesCreated", "filesModified"]],
		["## Files Modified (by H-18)", ["filesModified"]],
		["## Archives Rebuilt", ["archivesBuilt"]],
		["## CP_BOOTSTRAP.tar.gz", ["archivesBuilt"]],
		["## Archive audit", []],
		["## Changed", ["filesModified"]],
		["## Test Baseline", ["baselineSnapshot"]],
		["## Tests Executed", ["testResults"]],
		["### Fresh clone verification", ["cleanRoomVerification"]],
		["## Regression Status", ["fullRegression"]],
		["## Test Results - This Package", ["testResults"]],
		["## Test Results -- Full Staging Regression", ["testResults", "fullRegression"]],
		["### parser_test.py (regression): 5/5 PASS", ["fullRegression"]],
		["### Regression Tests (40/40 PASS)", ["fullRegression"]],
		["## Baseline & Clean-Room", ["baselineSnapshot", "cleanRoomVerification"]],
		["## Cleanroom Install", ["cleanRoomVerification"]],
		["## Issues", ["issuesEncountered"]],
		["## Reviewer Notes", ["notesForReviewer"]],
		["## For whoever reviews this", ["notesForReviewer"]],
		["## Tests of this package", ["testResults"]],
		["## Baseline after this work", ["baselineSnapshot"]],
		["## Code Changes", ["filesModified"]],
		["## Whole staged suite", ["fullRegression"]],
		["## Fresh install", ["cleanRoomVerification"]],
		["## What went wrong", ["issuesEncountered"]],
		["### Added (2)", ["filesCreated"]],
		["### Edited (3)", ["filesModified"]],
		["## Changes to files", ["filesCreated", "filesModified"]],
		["## What is new and what is different", ["filesCreated", "filesModified"]],
		["## How it was tested", ["testResults"]],
		["### This package (`go test ./store`)", ["testResults"]],
		["## Test runs", ["testResults", "fullRegression"]],
		["### The staged suite", ["fullRegression"]],
		["## 4. Everything together", ["fullRegression"]],
		["## Regression, all apps", ["fullRegression"]],
		["## Where things stand now", ["baselineSnapshot"]],
		["## Where things stood before", []],
		["## After this handoff", ["baselineSnapshot"]],
		["## Where we are now", ["baselineSnapshot"]],
		["## Tests per package", ["testResults"]],
		["## What you should look at", ["notesForReviewer"]],
		["## State handed over", ["baselineSnapshot"]],
		["## Snapshot for the next builder", ["baselineSnapshot"]],
		["## 5. From an empty directory", ["cleanRoomVerification"]],
		["## What did not go as planned", ["issuesEncountered"]],
		["## Reviewer, please check", ["notesForReviewer"]],
		["## Pre-Existing Failures (NOT regressions)", []],
		["## Regression Found and Fixed", []],
		["## Additional Fixes (discovered during clean-room)", []],
		["## Verification", []],
		["## Deliverables — Files Created", ["filesCreated"]],
		["## Deliverables: Files Modified", ["filesModified"]],
		["## List of Files Created", ["filesCreated"]],
		["## Artifacts produced", ["filesCreated"]],
		["# H-6 — Test Results", []],
		["## Gate Check Results (Clean-Room)", []],
		["## Additional Touched-Package Tests", []],
		["## Bugs Fixed", []],
		["## E2E Smoke Test", []],
	])("reads %s", (heading, keys) => {
		expect(outline(`${heading}\n`)[0]?.keys).toEqual(keys);
	});

	it("opens each section once, at the heading that names it best", () => {
		expect(keyLines("## Notes\n\n## Notes for Reviewer\n")).toEqual(["notesForReviewer:3"]);
		expect(keyLines("## Test Results — This Package (PKG-A)\n\n## Test Results — This Package (PKG-B)\n")).toEqual([
			"testResults:1",
		]);
		expect(keyLines("## Baseline Snapshot (BEFORE)\n\n## Baseline Snapshot (AFTER this fix)\n")).toEqual([
			"baselineSnapshot:3",
		]);
		expect(keyLines("## Log\n\n### Notes\n\n## Notes\n")).toEqual(["notesForReviewer:5"]);
	});

	it.each([
		["## 1. Mission", ["mission"]],
		["## Test Plan (DTT — Tests First)", ["testPlan"]],
		["## Architecture", ["architecture"]],
		["## 3. Architecture & Design", ["architecture"]],
		["## Design Principles (Non-Negotiable)", ["designPrinciples"]],
		["## Files to Modify", ["filesSummary"]],
		["## End to End Verification", ["endToEndVerification"]],
		["### Step 5: End-to-end verification", []],
		["### End-to-End Test", []],
		["### Constraints", []],
		["## 3. Specification", []],
		["## CRITICAL RULES", []],
		["## Component: Attention Service", []],
		["## What to Build", []],
	])("keeps to the standard's own words in specs: %s", (heading, keys) => {
		expect(outline(`${heading}\n`, "spec")[0]?.keys).toEqual(keys);
	});

	it("survives documents without headings, and long ones", () => {
		expect(outline("")).toEqual([]);
		expect(outline("# \n")[0]).toMatchObject({ title: "", slug: "" });
		expect(outline(`# ${"(".repeat(20_000)}\n`)).toHaveLength(1);
		expect(outline(`# ${"1.".repeat(20_000)} - - -\n`)).toHaveLength(1);
	});
});
