import { describe, expect, it } from "vitest";
import { processorTime } from "../processor-time.ts";
import { factsOf, valuesOf } from "./results-documents.ts";

const hash = (digit: string) => `${digit.repeat(63)}7`;

describe("status", () => {
	const status = (text: string) => valuesOf(text, "status")[""];

	it.each<[string, unknown]>([
		["# R\n\n## Status: PASS\n", "PASS"],
		["# R\n\n## Status: PASS (with remarks)\n", "PASS"],
		["# R\n\n## Status — FAIL\n", "FAIL"],
		["# Results: X — PASS\n\n## Files Created\n", "PASS"],
		["# Results: X [PASS]\n\n## Files Created\n", "PASS"],
		["# Results: X — PASS\n\n**Status:** FAIL\n", "FAIL"],
		["# R\n\n> **Status:** FAIL → PASS (after the fix)\n", "PASS"],
		["# R\n\n**Overall:** ✅ PASS — 8/8 gates\n", "PASS"],
		["# R\n\n## Status: PARTIAL PASS\n", "unclear"],
		["# R\n\n## 1. Status\n\n**PARTIAL** — the clean room failed\n", "PARTIAL"],
		["# R\n\n**Status:** pass\n", "PASS"],
		["# R\n\n**Status**: ✅ **PASS** | **Date**: 2026-04-01\n", "PASS"],
		["# R\n\n- Status: FAIL\n", "FAIL"],
		["# R\n\n| Field | Value |\n|---|---|\n| Status | PASS |\n", "PASS"],
		["# R\n\n> **Status:** PASS\n", "PASS"],
		["# R\n\n**PASS**\n\n## Notes\n", "PASS"],
		["# R\n\n## Summary\n- Status: PASS\n", "PASS"],
		["R\n=\n\nStatus: PASS\n", "PASS"],
		["## R\n\nStatus = PASS\nDate = today\n", "PASS"],
		["# R\n\n## Status\n\n**PASS**\n\nAll is well.\n", "PASS"],
		["---\nstatus: PASS\n---\n# R\n", "PASS"],
		["# R\n\nStatus: ~~FAIL~~ PASS\n", "PASS"],
		["# R\n\n**Status:** COMPLETE, all tests PASS\n", undefined],
		["# R\n\n## Gate Check\n- Overall: PASS\n- Status: PASS\n", undefined],
		["# R\n\n### STATUS\n> **PASS**\n", "PASS"],
		["# R\n\n## Status\n\nSee below.\n\n> PASS\n", undefined],
		["# R\n\n```\nStatus: PASS\n```\n", undefined],
		["# R\n\n## Status: PASS | FAIL | PARTIAL\n", "unclear"],
		["# R\n\n**Status:** PASS\n\n## Status: FAIL\n", "unclear"],
	])("reads %j", (text, expected) => {
		expect(status(text)).toEqual(expected);
	});

	it.each([
		["# R\n\n## Status: PASSED\n", "PASSED", 3],
		["# R\n\n## Status: NOT STARTED\n", "NOT STARTED", 3],
		["# R\n\n**Status:** not PASS\n", "not PASS", 3],
		["# R\n\n- Status: in progress (2 of 5)\n", "in progress", 3],
		["# R\n\n## Status\n\n**COMPLETE** — 13/13 tests pass\n", "COMPLETE", 5],
		["# R\n\n**Status:** ✅ COMPLETE, all tests PASS\n\nStatus: DONE\n", "COMPLETE", 3],
	])("tells what stands in %j instead of a status", (markdown, text, line) => {
		expect(factsOf(markdown).status).toEqual({ state: "not-stated", instead: { text, line } });
	});

	it("prefers a status of the standard to any other word", () => {
		expect(status("# R\n\n**Status:** COMPLETE\n\n## Status: FAIL\n")).toBe("FAIL");
	});

	it.each(["# R\n\nAll is well.\n", "# R\n\n## Status: —\n"])("tells nothing where nothing stands: %j", (text) => {
		expect(factsOf(text).status).toEqual({ state: "not-stated" });
	});

	it("keeps the remark and the line", () => {
		expect(factsOf("# R\n\n## Status: PASS (with remarks)\n").status).toEqual({
			state: "stated",
			value: "PASS",
			line: 3,
			scope: "(with remarks)",
		});
	});
});

describe("date", () => {
	it.each<[string, unknown]>([
		["**Date**: 2026-02-11", "2026-02-11"],
		["**Agent**: b-3 · **Date**: 2026-02-11", "2026-02-11"],
		["- Completed: 2026/2/3", "2026-02-03"],
		["**Status:** PASS &nbsp; **Finished:** 3 Feb 2026", "2026-02-03"],
		["Author: b-3 · 2026-02-03T17:40:00Z", "2026-02-03"],
		["Date: 2026-01-15T10:30:00Z", "2026-01-15"],
		["Date: March 5, 2026", "2026-03-05"],
		["Date: 5 Mar 2026", "2026-03-05"],
		["Date: 02/03/2026", "unclear"],
		["Date: soon", undefined],
		["Written on 2026-02-11.", "2026-02-11"],
		["Written by Ann, by hand, on 11 February 2026 because the agent ran out of context.", "2026-02-11"],
		["Follows the spec that was written on 2026-02-11.", undefined],
		["**Done on:** 27-Feb-2026", "2026-02-27"],
		["Date: 20260211", "2026-02-11"],
		["## Status: PASS\n\nAgent: b-3 (large). Written 2026-02-11. Start with the notes.", "2026-02-11"],
		["## Files Created\n- a.py\n\n---\n\n*Completed 2026-02-11 by b-3.*", "2026-02-11"],
		["## Files Created\n- a.py\n\nCompleted after the run of 2026-02-11.", undefined],
		["Date: 26.02.2026 · Builder: b-1", "2026-02-26"],
		["Date: 02/26/2026", "2026-02-26"],
	])("reads %j", (line, expected) => {
		expect(valuesOf(`# R\n\n${line}\n`, "date")[""]).toEqual(expected);
	});
});

it("reads a date that the title gives", () => {
	expect(valuesOf("# Results: X (2026-02-11)\n\n## Status: PASS\n", "date")).toEqual({ "": "2026-02-11" });
	expect(valuesOf("# Results: X (2026-02-11)\n\nDate: 2026-02-12\n", "date")).toEqual({ "": "2026-02-12" });
});

describe("baseline", () => {
	const baseline = (body: string, heading = "Baseline Snapshot (AFTER this agent's work)") =>
		valuesOf(`# R\n\n## ${heading}\n\n${body}\n`, "baseline.");

	it.each<[string, Record<string, unknown>]>([
		["- Packages installed: 21\n- Total tests (all staged): 502", { packagesInstalled: 21, totalTests: 502 }],
		[
			"- Packages installed: 20 (was 24)\n- Staging tests: 240 (240 passed, 0 failed)",
			{ packagesInstalled: 20, totalTests: 240 },
		],
		[
			"- Package count: 23 (18 old + 5 new)\n- Total tests: 163 passed, 2 failed",
			{ packagesInstalled: 23, totalTests: 165 },
		],
		["- Packages installed: 8 core + 4 extra = 12 total", { packagesInstalled: 12 }],
		["- Packages installed: **1,022**\n- Total tests: **660 passed**", { packagesInstalled: 1022, totalTests: 660 }],
		[
			"- Clean-room installed packages: 23\n- Installed A/B tests: 845 total (844 passed, 1 failed)",
			{ packagesInstalled: 23, totalTests: 845 },
		],
		["- Total tests (this package): 28\n- Total tests (all staged): 502", { totalTests: 502 }],
		[
			"| Metric | Before | After |\n|---|---|---|\n| Packages installed | 20 | 21 |\n| Total tests | 480 | 502 |",
			{ packagesInstalled: 21, totalTests: 502 },
		],
		["- Packages installed (2): PKG-A-001, PKG-B-001\n- Total tests: 9", { packagesInstalled: 2, totalTests: 9 }],
		["```\npackages_installed: 7\ntotal_tests: 120\n```", { packagesInstalled: 7, totalTests: 120 }],
		["21 packages installed; 450 tests.", { packagesInstalled: 21, totalTests: 450 }],
		["21 packages, 450 tests", { packagesInstalled: 21, totalTests: 450 }],
		["21 packages / 450 tests", { packagesInstalled: 21, totalTests: 450 }],
		["450 tests in 30 files, 21 packages in the workspace", { packagesInstalled: 21, totalTests: 450 }],
		["Unchanged (21 packages, 450 tests).", { packagesInstalled: 21, totalTests: 450 }],
		["Packages installed: 21. Total tests: 450.", { packagesInstalled: 21, totalTests: 450 }],
		["| Metric | H-1 | H-2 (now) |\n|---|---|---|\n| Packages installed | 20 | 21 |", { packagesInstalled: 21 }],
		["| Metric | Before | H-2 |\n|---|---|---|\n| Packages installed | 20 | 21 |", { packagesInstalled: 21 }],
		["- Packages installed: 9/9", { packagesInstalled: 9 }],
		["- Packages in the bundle: 23\n- Rows: 140\n- Gate results: 8/8 PASS", {}],
		["- Packages installed: N/A\n- Total tests: not run", {}],
		["- Packages installed: ~21\n- Total tests: 400+", { packagesInstalled: "unclear", totalTests: "unclear" }],
		["- Packages installed: 20\n- Packages installed: 21", { packagesInstalled: "unclear" }],
		[
			"Nothing was installed, so the package count is still the 22 of H-24. The staged suites hold 535 tests.",
			{ packagesInstalled: 22, totalTests: 535 },
		],
		["Unchanged from H-38: 18 packages installed, 503 tests.", { packagesInstalled: 18, totalTests: 503 }],
		["Previous baseline (H-33): 13 packages, 363 tests", {}],
		[
			"| | Box A | Box B |\n|---|---|---|\n| Packages installed | 4 | 4 |\n| Total tests | 8 | 9 |",
			{ packagesInstalled: 4 },
		],
		["The package count has to be 22 then, and there should be 535 tests in total.", {}],
	])("reads %j", (body, expected) => {
		expect(baseline(body)).toEqual(expected);
	});

	it.each<[string, Record<string, unknown>]>([
		["Baseline: 23 packages / 462 tests", { packagesInstalled: 23, totalTests: 462 }],
		["Baseline Snapshot (AFTER): packages installed: 23", { packagesInstalled: 23 }],
		["Baseline Snapshot — AFTER H-12", {}],
	])("reads what the heading %j says", (heading, expected) => {
		expect(baseline("As told.", heading)).toEqual(expected);
	});

	it("is the state after the work, not before", () => {
		expect(baseline("- Packages installed: 20", "Baseline Snapshot (BEFORE)")).toEqual({});
		expect(
			baseline(
				"- Packages installed: 20\n\n## Baseline Snapshot (AFTER)\n- Packages installed: 21",
				"Baseline Snapshot (BEFORE)",
			),
		).toEqual({ packagesInstalled: 21 });
	});
});

describe("the command of a run", () => {
	const command = (body: string) => valuesOf(`# R\n\n## Full Regression Test\n\n${body}\n`, "regression.").command;

	it.each<[string, string | undefined]>([
		["- Command: `pytest _staging/ -v`\n- Total: 4", "pytest _staging/ -v"],
		["```\n$ pytest _staging/\n4 passed\n```", "$ pytest _staging/"],
		["Ran `pytest _staging/ --ignore=_staging/PKG-A-001`: 4 passed.", "pytest _staging/ --ignore=_staging/PKG-A-001"],
		["`python3 -m pytest _staging -q`\n→ 4 passed", "python3 -m pytest _staging -q"],
		["Ran `pytest a/` for 4 passed, and `pytest b/` for 5 passed.", undefined],
		["4 passed with `pytest`; see `tests/log.txt`.", undefined],
	])("is read of %j", (body, expected) => {
		expect(command(body)).toBe(expected);
	});
});

describe("clean room", () => {
	const cleanRoom = (body: string) => valuesOf(`# R\n\n## Clean-Room Verification\n\n${body}\n`, "cleanRoom.");

	it.each<[string, unknown]>([
		["- Packages installed: 21 receipts", 21],
		["- **13 packages installed** across 4 layers", 13],
		["- All 23 packages installed successfully (23 receipts)", 23],
		["- Archive package count check: 17\n- Install result: 17 total packages (2 + 15), 17 receipts", 17],
		["- Install result: PASS (23 packages, 23 receipts)", 23],
		["| Check | Result |\n|---|---|\n| Packages installed | 13 across 4 layers |", 13],
		["```\nPackages: 20 total (20 receipts)\nGates: 8 passed\n```", 20],
		["1. `./install.sh` → 23/23 packages installed", 23],
		["1. `./install.sh` → 22/23 packages installed", undefined],
		["```bash\n# Result: 21 packages installed\n```", undefined],
		["- Packages in the bundle: 23", undefined],
		["> Packages installed: 23", undefined],
		["Attempt 1 stopped: 6 packages installed.\n\nAttempt 2, elsewhere:\n- Packages installed: 9", 9],
		["First attempt: 6 packages installed, then the disk was full.\n\nSecond attempt: 9 packages installed.", 9],
		["All tests passed after each of the 12 installs.", 12],
		["installed 16 of 16 packages in dependency order", 16],
		["installed 14 of 16 packages, then it stopped", undefined],
		["Whoever rebuilds it must show 22 packages installed.", undefined],
	])("reads the packages of %j", (body, expected) => {
		expect(cleanRoom(body).packagesInstalled).toEqual(expected);
	});

	it.each<[string, unknown]>([
		["- Install order: PKG-A-001 → PKG-B-001 -> PKG-C-001", ["PKG-A-001", "PKG-B-001", "PKG-C-001"]],
		["- Install order: `PKG-A-001` (seed) → `PKG-B-001` (needs PKG-Z-001)", ["PKG-A-001", "PKG-B-001"]],
		["- Install order: PKG-A-001 → (auto-resolved 1): PKG-B-001 → 19 more packages", ["PKG-A-001", "PKG-B-001"]],
		["- Install order: PKG-A-001, PKG-B-001", ["PKG-A-001", "PKG-B-001"]],
		["- Install order: `core` → `net`", ["core", "net"]],
		["Installed 2 packages into /x. Order: PKG-A-001 > PKG-B-001. All tests pass.", ["PKG-A-001", "PKG-B-001"]],
		["- Install order:\n  1. PKG-A-001\n  2. PKG-B-001", ["PKG-A-001", "PKG-B-001"]],
		[
			"- Install order:\n- base (installs 14 packages with PKG-Z-001)\n- `PKG-A-001`\n- `PKG-B-001`\n- Gates: PKG-X-001",
			["PKG-A-001", "PKG-B-001"],
		],
		["### Install Order\n\n1. PKG-A-001\n2. PKG-B-001", ["PKG-A-001", "PKG-B-001"]],
		[
			"### Install Order\n\n| # | Package |\n|---|---|\n| 1 | PKG-A-001 |\n| 2 | PKG-B-001 |",
			["PKG-A-001", "PKG-B-001"],
		],
		["Install order:\n\n```\nPKG-A-001\nPKG-B-001\n```", ["PKG-A-001", "PKG-B-001"]],
		[
			"Installed 5 packages in dependency order:\nPKG-A-001 ->\nPKG-B-001 (the others later).",
			["PKG-A-001", "PKG-B-001"],
		],
		["1. PKG-A-001\n2. PKG-B-001 — 4 passed\n\nTwo packages.", ["PKG-A-001", "PKG-B-001"]],
		[
			"| Step | Package | Tests |\n|---|---|---|\n| 1 | PKG-A-001 | PASS |\n| 2 | PKG-B-001 | PASS |",
			["PKG-A-001", "PKG-B-001"],
		],
		["- Install order: PKG-LEDGER → PKG-HO1-V2", ["PKG-LEDGER", "PKG-HO1-V2"]],
		["- PKG-A-001: PASS\n- PKG-B-001: PASS", undefined],
		["- Install order: auto-resolved by `resolve_order.py`", undefined],
		["- Installed package IDs: PKG-A-001, PKG-B-001", undefined],
	])("reads the order of %j", (body, expected) => {
		expect(cleanRoom(body).installOrder).toEqual(expected);
	});

	it.each<[string, unknown]>([
		["- All tests pass after each install: YES", true],
		["- **All tests pass after each install:** ✅ YES", true],
		["- All tests pass after each install: NO", false],
		["- All tests pass after each install: YES (except 2 flaky ones)", false],
		["- All tests pass after each install: YES\n- Installed tests: 443 passed, 24 failed (pre-existing)", false],
		["- Self test: Gates 8/8, Imports 10/10, Tests 426/450", false],
		["- Installed tests:\n  - `pytest -q`\n  - Result: `1 failed, 844 passed in 12.17s`", false],
		["- Full tests (installed): **660 passed, 0 failed**", true],
		["- Full regression: 637 passed, 0 failed from installed root", true],
		["- Full regression in clean-room: PASS", true],
		["Everything is installed. All 450 tests pass.", true],
		["| All tests pass after each install | NO (2 failures) |\n|---|---|", false],
		["### Install 1\n- All tests pass: YES\n### Install 2\n- All tests pass: NO", false],
		["All gates pass. All tests green.", true],
		["`git clone x && make test` in a fresh container: all tests pass.", true],
		["Tests after build: NO (see above)", false],
		["Tests after each install: all pass, except `test_clock` (old)", false],
		["3 packages installed, all tests pass", true],
		["Step 3: all tests pass", undefined],
		["- All gates pass after install: YES (8/8)", undefined],
		["- Import smoke test: PASS\n- E2E smoke: 5/5 pass", undefined],
		["- All tests pass after each install: YES/NO", undefined],
		["- All tests pass after each install: N/A", undefined],
		["Attempt 1:\n- All tests pass: NO\n\nAttempt 2:\n- All tests pass: YES", true],
	])("reads whether all tests pass of %j", (body, expected) => {
		expect(cleanRoom(body).allTestsPass).toEqual(expected);
	});

	it("reads what the heading says", () => {
		const facts = factsOf("# R\n\n## Clean-room: 23 packages installed, all tests passed\n");
		expect(facts["cleanRoom.packagesInstalled"]).toMatchObject({ value: 23, line: 3 });
		expect(facts["cleanRoom.allTestsPass"]).toMatchObject({ value: true, line: 3 });
	});

	it("keeps the words around a figure as they are written", () => {
		const facts = factsOf("# R\n\n## Clean-Room Verification\n\n- 17 packages installed in `/tmp/x/y`\n");
		expect(facts["cleanRoom.packagesInstalled"]).toMatchObject({ scope: "17 packages installed in /tmp/x/y" });
	});

	it("takes nothing from other sections", () => {
		expect(valuesOf("## Baseline\n- Packages installed: 3\n- All tests pass: YES\n", "cleanRoom.")).toEqual({});
	});
});

describe("files", () => {
	const files = (text: string) => valuesOf(`# R\n\n${text}\n`, "files");

	it.each<[string, string, Record<string, unknown>]>([
		[
			"a list below its folder, and the same files with their hashes",
			'## Files Created\n\nx/PKG-A-001/\n- k/a.py\n- manifest.json\n\nHashes:\n\n```json\n{"path": "k/a.py", "sha256": "x"},\n{"path": "manifest.json", "sha256": "y"}\n```',
			{ Created: 2 },
		],
		["a sentence of names", "## Files Created\n`a.py`, `b.py` and `c.py`.", { Created: 3 }],
		[
			"a table with a row for each package",
			"## Files Created\n| Package | Files |\n|---|---|\n| PKG-A-001 | `a.py`, `b.py` |\n| PKG-B-001 | `c.py` |",
			{ Created: 3 },
		],
		["lists with hashes", "## Files Created\n- `a.py` (SHA256: x)\n- `b/c.json`", { Created: 2 }],
		[
			"none",
			"## Files Created\n- None (only edits)\n\n## Files Modified\n- None. `a.py` is untouched.",
			{ Created: 0, Modified: 0 },
		],
		["not applicable", "## Files Created\nN/A", { Created: 0 }],
		["no files", "## Files Created\nNo files were created.", { Created: 0 }],
		[
			"figures in headings",
			"## Files Created: 0\n\n## Files Modified (3 files)\n\nSee the log.",
			{ Created: 0, Modified: 3 },
		],
		[
			"nested remarks",
			"## Files Modified\n- `a.py`\n  - SHA256 before: `x.y`\n  - Changed `b.py` calls\n- `c.py`:\n  - more",
			{ Modified: 2 },
		],
		["groups", "## Files Created\n- PKG-A-001:\n  - `a.py`\n  - `b.py`\n- `c.py`", { Created: 3 }],
		["folders with their files", "## Files Created\n- `src/`\n  - `a.py`\n  - `b.py`", { Created: 2 }],
		[
			"several files in one item",
			"## Files Created\n* lib/a.rb, lib/b.rb and lib/c.rb\n* README.md (docs)",
			{ Created: 4 },
		],
		[
			"parts under subheadings",
			"## Files Modified\n### Phase 1\n- `a.py` — x\n### Phase 2\n- `b.py` — y",
			{ Modified: 2 },
		],
		["tables", "## Files Created\n| File | Purpose |\n|---|---|\n| `a.py` | x |\n| `b.py` | y |", { Created: 2 }],
		[
			"tables with descriptions as changes",
			"## Files Modified\n| File | Change |\n|---|---|\n| `a.py` | Added the parser for tables |\n| `b.gz` | Rebuilt with thirteen packages |",
			{ Modified: 2 },
		],
		[
			"tables with actions",
			"## Changes\n| File | Action |\n|---|---|\n| `a.py` | CREATE |\n| `b.py` | EDIT |\n| `c.py` | REWRITE |\n| `d.gz` | REBUILD |",
			{ Created: 1, Modified: 2 },
		],
		[
			"actions without a created file",
			"## Changes\n| File | Action |\n|---|---|\n| `b.py` | EDIT |\n| `d.gz` | REBUILD |",
			{ Modified: 1 },
		],
		[
			"a combined section",
			"## Files Created / Modified\n| File | Action |\n|---|---|\n| `a.py` | ✅ Created |\n| `b.py` | ✅ Modified — added x |",
			{ Created: 1, Modified: 1 },
		],
		[
			"a combined section with parts",
			"## Files Created / Modified\n### New Files\n- `a.py`\n### Modified Files\n- `b.py`\n- `c.py`",
			{ Created: 1, Modified: 2 },
		],
		["listings", "## Files Created\n```\nsrc/a.py\nsrc/b.py  (new)\n```", { Created: 2 }],
		["told counts", "## Files Created\n3 new files, see the log.", { Created: 3 }],
		[
			"words for none",
			"## Files Created\n_(none)_\n\n## Files Modified\nNothing outside the new package.",
			{ Created: 0, Modified: 0 },
		],
		["a dash for none", "## Files Created\n—", { Created: 0 }],
		["a count in the heading", "## Files Modified (0)\n\nSee above.", { Modified: 0 }],
		[
			"a table's total row behind an empty cell",
			"## Files Created\n| # | File |\n|---|---|\n| 1 | `a.py` |\n| | **Total** |",
			{ Created: 1 },
		],
		[
			"one section with parts",
			"## Files\n### New\n- `a.py`\n### Changed\n- `b.py`\n- `c.py`",
			{ Created: 1, Modified: 2 },
		],
		["nothing where the section does not tell", "## Files\n- `a.py`\n- `b.py`", {}],
		["short headings", "### Created\n- `a.py`\n\n### Modified\n- `b.py`", { Created: 1, Modified: 1 }],
		["no section", "## Notes\n- `a.py`", {}],
	])("counts %s", (_, text, expected) => {
		expect(files(text)).toEqual(expected);
	});
});

describe("hashes", () => {
	it("counts full, bare and shortened hashes of the whole document", () => {
		const text = [
			`- a (sha256:${hash("a")})`,
			`- b (SHA256: \`sha256:${hash("b")}\`, before sha256:${hash("b")})`,
			`- c (SHA256: ${hash("c")})`,
			"- d (SHA256: `abc123...`), e moved from `c39baed6c…` to 21d482d5b...",
			"- f sha256:12ab34cd",
			"\n| File | SHA-256 |\n|---|---|\n| g | `9f8e7d6c` |",
		].join("\n");
		expect(valuesOf(`${text}\n`, "hashes.")).toEqual({ valid: 3, bare: 1, truncated: 5 });
	});

	it("takes digits for a shortened hash where words call them one", () => {
		expect(valuesOf("The sha256 starts with `52513399…`, 52513399… bytes.\n", "hashes.")).toMatchObject({
			truncated: 1,
		});
	});

	it("takes words, numbers, commits and longer digit strings for no hashes", () => {
		const text = `Files added... 1000000... done, commit 1a2b3c4d5e6f, ${"a1".repeat(40)}, decade...\n`;
		expect(valuesOf(text, "hashes.")).toEqual({ valid: 0, bare: 0, truncated: 0 });
	});
});

describe("a document without headings", () => {
	it.each<[string, string]>([
		[
			"labels",
			"**Tests (this package):** 16 passed, 0 failed\n**Full regression:** 90 passed, 1 failed\n**New failures:** none\n**Clean room:** 3 packages installed, all tests pass\n**Files created:** `a.py`, `b.py`",
		],
		[
			"bold lines",
			"**Test Results**\n\n- 16 passed, 0 failed\n\n**Full Regression**\n\n- 90 passed, 1 failed\n- New failures: none\n\n**Clean-Room Verification**\n\n- 3 packages installed, all tests pass\n\n**Files Created**\n\n- `a.py`\n- `b.py`",
		],
	])("is read by its %s", (_, text) => {
		expect(valuesOf(`# R\n\n${text}\n`, "")).toMatchObject({
			"tests.total": 16,
			"regression.total": 91,
			"regression.newFailures": "NONE",
			"cleanRoom.packagesInstalled": 3,
			"cleanRoom.allTestsPass": true,
			filesCreated: 2,
		});
	});

	it("states a figure in a label at the label's line", () => {
		expect(factsOf("Done.\n\n**Full regression (90 tests):** see the log\n")["regression.total"]).toMatchObject({
			line: 3,
		});
	});

	it("is read by its headings where it has any", () => {
		expect(valuesOf("# R\n\n**Tests:** 16 passed, 0 failed\n\n## Notes\n", "tests.")).toEqual({});
	});
});

describe("any document", () => {
	it("states nothing of an empty one, and never throws", () => {
		for (const text of ["", "\n", "# R", "```\n- Total: 5", "| a |\n|---|", "- ", `${"- ".repeat(400)}Total: 5`])
			expect(valuesOf(text, "tests.")).toEqual({});
	});

	it("reads many headings, items and tables in linear time", () => {
		const started = processorTime();
		for (const piece of [
			"## Test Results\n- Total: 5\n",
			"## Summary\nStatus: PASS\n",
			"### A\n- b:\n  - `c.py`\n",
			"| Total | 1 |\n|---|---|\n\n",
		])
			factsOf(`# R\n\n## Files Created\n${piece.repeat(2_000)}\n## Test Results\n${piece.repeat(2_000)}`);
		expect(processorTime() - started).toBeLessThan(10_000);
	});

	it("reads long lines in linear time", () => {
		const started = processorTime();
		for (const piece of [
			"(",
			"5 passed ",
			"a: ",
			"→ ",
			"Total: ",
			"Total: 1, ",
			". ",
			"   ",
			"1,",
			"~",
			"sha256:",
			"abc12 ",
			"PKG-A-",
		])
			factsOf(
				`# R\n\n## Files Created\n- ${piece.repeat(8_000)}\n\n## Test Results\n- ${piece.repeat(8_000)}\n\n## Clean-Room Verification\n- Install order: ${piece.repeat(8_000)}\n`,
			);
		expect(processorTime() - started).toBeLessThan(8_000);
	});
});
