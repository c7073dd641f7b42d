import { describe, expect, it } from "vitest";
import { factsOf, valuesOf } from "./documents.ts";

describe("status", () => {
	const status = (text: string) => valuesOf(text, "status")[""];

	it.each<[string, unknown]>([
		["# R\n\n## Status: PASS\n", "PASS"],
		["# R\n\n## Status: PASS (with remarks)\n", "PASS"],
		["# R\n\n## Status — FAIL\n", "FAIL"],
		["# Results: X — PASS\n\n## Files Created\n", "PASS"],
		["# R\n\nAll but one is done, so the status of this handoff is PARTIAL.\n\n## Files Created\n", "PARTIAL"],
		["# R\n\nThe status of H-4 was PARTIAL.\n\n## Files Created\n", undefined],
		["# Results: X [PASS]\n\n## Files Created\n", "PASS"],
		["# Results: X — PASS\n\n**Status:** FAIL\n", "FAIL"],
		["# R\n\n> **Status:** FAIL → PASS (after the fix)\n", "PASS"],
		["# R\n\n**Overall:** ✅ PASS — 8/8 gates\n", "PASS"],
		["# R\n\n## Status: PARTIAL PASS\n", "unclear"],
		["# R\n\n## IV. Status: PASS\n", "PASS"],
		["# R\n\n## Section 2 — Status\n\nFAIL\n", "FAIL"],
		["# R\n\n## 1. Status\n\n**PARTIAL** — the clean room failed\n", "PARTIAL"],
		["# R\n\n**Status:** pass\n", "PASS"],
		["# R\n\n<b>Status:</b> PASS\n", "PASS"],
		['# R\n\nStatus: <span style="color:green">PASS</span>\n', "PASS"],
		["# R\n\nStatus: <status>\n", undefined],
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
		["# R\n\nDate: 2026-02-03 / Status: PASS / Builder: b-3\n", "PASS"],
		["# R\n\n**PASS** — 2026-02-03 — b-3\n", "PASS"],
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
		["**Status** PASS\n**Date** 2026-02-11\n**Time spent** 1 h", "2026-02-11"],
		["**Agent**: b-3 · **Date**: 2026-02-11", "2026-02-11"],
		["- Completed: 2026/2/3", "2026-02-03"],
		["**Status:** PASS &nbsp; **Finished:** 3 Feb 2026", "2026-02-03"],
		["Author: b-3 · 2026-02-03T17:40:00Z", "2026-02-03"],
		["2026-02-03, builder: b-3", "2026-02-03"],
		["**Status: FAIL** (2026-02-03)", "2026-02-03"],
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
		["## Status: PASS\n\n2026-02-11. The reader is good.", "2026-02-11"],
		["## Status: PASS\n\nThe baseline is of 2026-02-11. The reader is good.", undefined],
		["Date: 26.02.2026 · Builder: b-1", "2026-02-26"],
		["Date: 02/26/2026", "2026-02-26"],
	])("reads %j", (line, expected) => {
		expect(valuesOf(`# R\n\n${line}\n`, "date")[""]).toEqual(expected);
	});
});

it("reads a date one level down in the front matter, and when the work was completed", () => {
	const matter = "---\nphase: one\nmetrics:\n  tasks: 2\n  completed_date: 2026-02-11\n---\n\n# Results: X\n";
	expect(factsOf(matter).date).toMatchObject({ value: "2026-02-11", line: 5 });
	const summary = "# Results: X\n\n## Completion Summary\n\n- **Completed At:** 2026-02-11T16:24:58Z\n";
	expect(factsOf(summary).date).toMatchObject({ value: "2026-02-11" });
	const part = "---\nacceptance:\n  status: FAIL\n---\n\n# Results: X\n";
	expect(factsOf(part).status?.state).toBe("not-stated");
});

it("takes a status that differs by place for unclear", () => {
	expect(factsOf("# Results: X\n\n**Status:** PASS on Linux, FAIL on Windows\n").status?.state).toBe("unclear");
	expect(factsOf("# Results: X\n\n**Status:** PASS, no FAIL left\n").status).toMatchObject({ value: "PASS" });
});

it("reads a status from a table with one row below its titles", () => {
	const row = (titles: string, cells: string) =>
		factsOf(`# Results: X\n\n| ${titles} |\n|---|---|\n| ${cells} |\n`).status;
	expect(row("Status | Date", "PARTIAL | 2026-03-01")).toMatchObject({ value: "PARTIAL" });
	expect(row("Package | Status", "PKG-A-001 | PASS")?.state).toBe("not-stated");
});

it("reads a status behind another word for it", () => {
	expect(factsOf("# Results: X\n\n## Status: COMPLETE — PASS (12/12)\n").status).toMatchObject({ value: "PASS" });
	expect(factsOf("# Results: X\n\n## Status: COMPLETE — pass rate 90 %\n").status?.state).toBe("not-stated");
});

it("reads a date among what is said of the environment", () => {
	expect(valuesOf("# Results: X\n\n## Environment\n\n- Date: 2026-02-11\n- Branch: main\n", "date")).toEqual({
		"": "2026-02-11",
	});
});

it("reads a date that a sentence's label names", () => {
	expect(
		valuesOf("# Results: X\n\n## Status\n\nFAIL. It changes digests.\n\nDate of this report: 2026-02-26\n", "date"),
	).toEqual({
		"": "2026-02-26",
	});
});

it("reads a date that the title gives", () => {
	expect(valuesOf("# Results: X (2026-02-11)\n\n## Status: PASS\n", "date")).toEqual({ "": "2026-02-11" });
	expect(valuesOf("# Results: X (2026-02-11)\n\nDate: 2026-02-12\n", "date")).toEqual({ "": "2026-02-12" });
});

it("reads labels in bold without a colon", () => {
	const header = (text: string) => valuesOf(`# Results: X\n\n${text}\n`, "status");
	expect(header("**Status** PASS\n**Date** 2026-02-11")).toEqual({ "": "PASS" });
	expect(header("**Status** of the wave: see H-3")).toEqual({});
});

it("reads a status and a date below their titles", () => {
	const facts = factsOf("# Results: X\n\n| Agent | Status | Date |\n|---|---|---|\n| B | PARTIAL | 2026-02-11 |\n");
	expect([facts.status, facts.date]).toMatchObject([{ value: "PARTIAL" }, { value: "2026-02-11" }]);
	const rows = "| Handoff | Status | Date |\n|---|---|---|\n| H-1 | PASS | 2026-02-01 |\n| H-2 | FAIL | 2026-02-02 |\n";
	expect(valuesOf(`# Results: X\n\n${rows}`, "date")).toEqual({});
});
