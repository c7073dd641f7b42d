import { describe, expect, it } from "vitest";
import { processorTime } from "../processor-time.ts";
import { extracted } from "./extracting.ts";

const read = (text: string, path = "H-40/H-40_BUILDER_HANDOFF.md") => extracted(path, text);
const idsIn = (text: string) => read(text).mentions.map(({ id }) => id);
const relationsIn = (text: string, path?: string) =>
	read(text, path).relations.map(({ type, target }) => `${type} ${target}`);

describe("handoff ids in prose", () => {
	it.each<[string, readonly string[]]>([
		["see H-18", ["H-18"]],
		["see H-18B.", ["H-18B"]],
		["(H-3, H-4)", ["H-3", "H-4"]],
		["HANDOFF-18B and HANDOFF_18", ["H-18B", "H-18"]],
		["Handoff #18 or Handoff 18", ["H-18"]],
		["of handoff #6", ["H-6"]],
		["Builder Handoff #3", ["H-3"]],
		["BUILDER HANDOFF 18", ["H-18"]],
		["Follow-Up #3C", ["H-3C"]],
		["Builder Follow-Up #3C", ["H-3C"]],
		["FOLLOWUP-18A", ["H-18A"]],
		["CLEANUP-2, Cleanup #1", ["CLEANUP-2", "CLEANUP-1"]],
		["in RESULTS_HANDOFF_20.md", ["H-20"]],
		["in `BUILDER_FOLLOWUP_3E_path_authority.md`", ["H-3E"]],
		["in `archive/H-32A_RESULTS.md`", ["H-32A"]],
		["in [the spec](../H-7/H-7_BUILDER_HANDOFF.md)", ["H-7"]],
		["AGENT_PROMPT_HANDOFF_12A.md", ["H-12A"]],
		["H-13 through H-17", ["H-13", "H-17"]],
		["H-13–H-17 and H-20-H-22", ["H-13", "H-17", "H-20", "H-22"]],
		["H-13 through 17", ["H-13", "H-17"]],
		["HANDOFF-9, 10 and 11 are done", ["H-9", "H-10", "H-11"]],
		["Handoffs #6, #7", ["H-6", "H-7"]],
		["H-18A and H-18A", ["H-18A"]],
		["FOLLOWUP-3D, 3E", ["H-3D", "H-3E"]],
		["the post-H-18 state, H-18's tests", ["H-18"]],
		["H-09", ["H-9"]],
		["| x | H-18 |\n|---|---|\n| `H-19` | y |", ["H-18", "H-19"]],
	])("%s", (text, expected) => {
		expect(idsIn(text)).toEqual(expected);
	});

	it.each([
		"HO1, HO2, HO3 and HOT",
		"gates G0A, G5 and G0K",
		"Section 18, Step 3, Phase 2, #3",
		"issue #18 and GH-18",
		"FMWK-012 and PKG-HO1-EXECUTOR-001",
		"sha256:18b0c2a1 and H-18-foo",
		"H-<N>, H-N, [HANDOFF_ID]",
		"each handoff 3 times; handoff of 3 files; Handoff 2 of 5",
		"PKG-HANDOFF-001 and MY_HANDOFF_3",
		"HANDOFF-9.5.1",
		"Handoff 2026-02-10",
		"H1, H2",
		"Clean up 3 files; the cleanup 2 days later",
		"```\ngit checkout H-18\n```",
	])("none in: %s", (text) => {
		expect(idsIn(text)).toEqual([]);
	});

	it("takes no count of something for an id of a list", () => {
		expect(idsIn("after HANDOFF-9, 28 tests pass; HANDOFF-10 and 12 new tests")).toEqual(["H-9", "H-10"]);
	});

	it("reads file names of documents in code, and a prompt that is a fence as prose", () => {
		expect(idsIn("```bash\ncat RESULTS_HANDOFF_9.md H-8\n```")).toEqual(["H-9"]);
		expect(read("```\n**Agent: H-40** — after H-39\n```").mentions.map(({ id, line }) => [id, line])).toEqual([
			["H-40", 2],
			["H-39", 2],
		]);
	});

	it("gives each its line and words, once per line", () => {
		expect(read("one\ntwo **H-3** and H-3\nthree `HANDOFF-3`").mentions).toEqual([
			{ id: "H-3", text: "H-3", line: 2 },
			{ id: "H-3", text: "HANDOFF-3", line: 3 },
		]);
	});
});

describe("package ids in prose", () => {
	it("finds whole ids with their lines", () => {
		const { packageMentions } = read(
			"Uses `PKG-A-001`, (PKG-B-002).\nIn PKG-A-001/x.py, not PKG-<NAME>-001, PKG-A-001x or MY-PKG-A-001.\nNames PKG-LEDGER and PKG-HO1-V2, no PKG-NAME, PKG-A or PKG-XXX.",
		);
		expect(packageMentions.map(({ id, line }) => [id, line])).toEqual([
			["PKG-A-001", 1],
			["PKG-B-002", 1],
			["PKG-A-001", 2],
			["PKG-LEDGER", 3],
			["PKG-HO1-V2", 3],
		]);
	});
});

describe("ids a document gives itself", () => {
	it.each<[string, readonly string[]]>([
		["# H-40: Cache", ["H-40"]],
		["# Results: HANDOFF-40 — after H-39", ["HANDOFF-40"]],
		["# Builder Handoff #41: wrong", ["Handoff #41"]],
		["# Mend what H-39 broke", []],
		["# Cache\n\n**Agent: H-40** — build", ["H-40"]],
		["# Cache\n\n> **Agent: HANDOFF-40** — build", ["HANDOFF-40"]],
		["# Cache\n\n| Field | Value |\n|---|---|\n| Handoff ID | HANDOFF-40 |", ["HANDOFF-40"]],
	])("%s", (text, expected) => {
		expect(read(text).selfIds.map(({ text: words }) => words.replace("Builder ", ""))).toEqual(expected);
	});
});

describe("relations in words", () => {
	it.each<[string, readonly string[]]>([
		["Follow-up to H-3.", ["follow-up-of H-3"]],
		["**Follow-up to:** H-3", ["follow-up-of H-3"]],
		["# H-40 — Follow-up of HANDOFF-3", ["follow-up-of H-3"]],
		["**Predecessor:** H-4", ["predecessor H-4"]],
		["Baseline from H-11", ["predecessor H-11"]],
		["This builds on the results of H-5 and H-6.", ["builds-on H-5", "builds-on H-6"]],
		["Extends H-5's loop", ["builds-on H-5"]],
		["The package depends on HANDOFF-14 being complete.", ["depends-on H-14"]],
		["It depends on PKG-A-001 (H-13).", ["depends-on H-13"]],
		["Must be done after H-7", ["depends-on H-7"]],
		["- **Depends on:** H-13 (order), H-14A", ["depends-on H-13", "depends-on H-14A"]],
		["**Depends on:** H-13, H-14 · **Blocks:** H-16", ["depends-on H-13", "depends-on H-14"]],
		["**Risk:** low | **Depends on:** H-13 | see H-16", ["depends-on H-13"]],
		["**Depends on:** H-13,\nH-14\n**Blocked by:** H-15", ["depends-on H-13", "depends-on H-14", "depends-on H-15"]],
		["## Dependencies\n\n- H-13: order\n- H-14", ["depends-on H-13", "depends-on H-14"]],
		["| Dependencies | HANDOFF-12 (done) |\n|---|---|", ["depends-on H-12"]],
		["**Supersedes**: HANDOFF-5 (superseded, absorbed by H-9)", ["supersedes H-5"]],
		["This replaces the H-5 loop", ["supersedes H-5"]],
		["Superseded by CLEANUP-1", ["superseded-by CLEANUP-1"]],
		["This document has been superseded by H-9.", ["superseded-by H-9"]],
		["> **Note 2025-07-01:** superseded by H-9", ["superseded-by H-9"]],
		["**Status:** PARTIAL, superseded by H-9", ["superseded-by H-9"]],
		["| Status | superseded by H-9 |\n|---|---|", ["superseded-by H-9"]],
		["# H-40: Cache (superseded by H-9)", ["superseded-by H-9"]],
		["H-40 is superseded by H-9.", ["superseded-by H-9"]],
		["H-5 is superseded by this handoff.", ["supersedes H-5"]],
		[
			"Independent of H-8; can run in parallel with H-9 and H-10.",
			["independent-of H-8", "independent-of H-9", "independent-of H-10"],
		],
		["It does not depend on H-8.", ["independent-of H-8"]],
		[
			"---\ndepends_on: [H-3, H-4]\nsupersedes: HANDOFF-2\n---\n\ntext",
			["depends-on H-3", "depends-on H-4", "supersedes H-2"],
		],
	])("%s", (text, expected) => {
		expect(relationsIn(text)).toEqual(expected);
	});

	it.each([
		["a mention", "The order is the one of H-13."],
		["another handoff's relation", "HANDOFF-21 builds on HANDOFF-20."],
		["another handoff's, in brackets", "H-5 (superseded by CLEANUP-1) was the first."],
		["a rule that is superseded", "The retry rule was superseded by H-9."],
		["what a bracket says of the rule before it", "**Rule 3.** Theirs wins. *(Superseded by H-9: nobody wins.)*"],
		["a row about a rule", "| Retry rule | superseded by H-9 |\n|---|---|"],
		["a row about another handoff", "| H-5 | depends on H-4 |\n|---|---|"],
		["a negation", "This is not a follow-up to H-3 and never replaces H-4."],
		["a question", "Does it depend on H-3?"],
		["a possibility", "A later one may supersede H-3."],
		["the wrong order", "H-3 was the baseline; nothing extends further."],
		["a label that says none", "**Depends on:** None (H-3 is optional)"],
		["an id far from the phrase", "It depends on the settings that the operator chose for H-3."],
		["the next sentence", "It extends the loop. H-3 is old."],
		["code", "```\n# supersedes H-3\n```"],
		["the document's own id", "H-40 supersedes H-40."],
	])("none in %s", (_, text) => {
		expect(relationsIn(text)).toEqual([]);
	});

	it("takes the title's word for a follow-up, with its line", () => {
		expect(read("# Builder Follow-Up #3C: Layout", "BUILDER_FOLLOWUP_3C_layout.md").relations).toEqual([
			{ type: "follow-up-of", target: "H-3", state: "stated", line: 1 },
		]);
		expect(relationsIn("# BUILDER_HANDOFF_16B: Gateway", "BUILDER_HANDOFF_16B_gateway.md")).toEqual([]);
	});
});

describe("hostile text", () => {
	it.each([
		["ids", "H-1, ".repeat(20_000)],
		["leads", "HANDOFF-".repeat(20_000)],
		["phrases", "depends on ".repeat(10_000)],
		["lines of one paragraph", "H-2 x\n".repeat(20_000)],
		["package prefixes", "PKG-A-".repeat(20_000)],
		["brackets", `depends on ${"(".repeat(50_000)} H-1`],
	])("is read in linear time: %s", (_, text) => {
		const started = processorTime();
		read(text);
		expect(processorTime() - started).toBeLessThan(4000);
	});
});
