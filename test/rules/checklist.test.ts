import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ruleMetadata } from "#check.ts";
import type { VerdictWord } from "#model/verdicts.ts";
import { checklistOf } from "#relate/checklist.ts";
import { sampleArchive, samplePaths } from "#rules/samples/handoff.ts";
import { checkFiles, standards } from "./archive.ts";

const folder = "../shared/corpus/control-plane/handoffs";
const absent = !existsSync(folder);
if (absent) console.warn(`skipped: ${folder} is not here, so there are no real handoffs to compare with`);

/** The verdicts of a handoff's boxes, in order. */
function boxesOf(archive: ReturnType<typeof checkFiles>, id: string): string[] {
	const handoff = archive.handoffs.find((one) => one.id === id);
	const [standard] = standards;
	if (!handoff || !standard) throw new Error(`no handoff ${id}`);
	return checklistOf(archive.verdicts, archive.findings, standard, handoff).map(({ verdict }) => verdict);
}

/**
 * Ten real handoffs, each box judged by hand from the text of the RESULTS, with the deciding line. The files lie flat in
 * one folder, so box 8 fails for all of them; box 1 asks only whether there is a file.
 */
const judged: Record<string, readonly (readonly [verdict: VerdictWord, why: string])[]> = {
	"H-9": [
		["pass", "the file is there"],
		["fail", "no baseline snapshot anywhere"],
		["fail", "91: 13 packages; no order; 92: gates, no tests"],
		["fail", "no baseline snapshot"],
		["fail", "79-87: four suites, neither failed nor skipped nor a command"],
		["fail", "nothing under the regression; 114 speaks of 40 tests only"],
		["needs-human", "no hash in the document: the manifests must be opened"],
		["fail", "flat file"],
	],
	"H-9A": [
		["pass", "the file is there"],
		["fail", "11: Changes in place of Files Created; no baseline"],
		["fail", "72: 13 packages; no order; 73: gates"],
		["fail", "no baseline snapshot"],
		["fail", "59: three suites, no command"],
		["fail", "not stated"],
		["needs-human", "17: new hashes are mentioned and none is written"],
		["fail", "flat file"],
	],
	"H-12A": [
		["pass", "the file is there"],
		["pass", "5, 19, 33, 56, 64"],
		["fail", "67: 17 packages; no order; 68: gates; 70: a smoke test"],
		["pass", "57: 17 packages; 61: 319 tests collected"],
		["fail", "35, 37: passed and skipped N/A, the collection was interrupted"],
		["needs-human", "39: NONE; 36: two collection errors, 40 calls them pre-existing"],
		["fail", "9: hashes without a prefix"],
		["fail", "flat file"],
	],
	"H-13": [
		["pass", "the file is there"],
		["fail", "no regression, clean room or baseline"],
		["fail", "no such section"],
		["fail", "no such section"],
		["fail", "no such section"],
		["fail", "no such section"],
		["needs-human", "no hash in the document"],
		["fail", "flat file"],
	],
	"H-16": [
		["pass", "the file is there"],
		["fail", "no regression, clean room or baseline"],
		["fail", "no such section"],
		["fail", "no such section"],
		["fail", "no such section"],
		["fail", "no such section"],
		["fail", "20, 21, 25: hashes without a prefix"],
		["fail", "flat file"],
	],
	"H-18": [
		["pass", "the file is there"],
		["fail", "no full regression: 78 names six new packages"],
		["fail", "51: 23 packages; 52: the order is left to a tool; 53: gates"],
		["needs-human", "86: 23 packages; 90: the tests of six new packages, not of all"],
		["fail", "no such section"],
		["fail", "no such section"],
		["fail", "42: a hash without a prefix"],
		["fail", "flat file"],
	],
	"H-19": [
		["pass", "the file is there"],
		["pass", "5, 21, 28, 47, 54"],
		["fail", "60: 24 failed in the installed root, pre-existing or not"],
		["pass", "48: 21 packages; 51: 257 tests"],
		["needs-human", "33: ten packages by name, where 21 are installed"],
		[
			"needs-human",
			"34: NONE; 31: none failed; 86: 24 in the installed root are called old; the bugfix before counts 24, all of another cause",
		],
		["pass", "6-17: all with prefix and 64 digits"],
		["fail", "flat file"],
	],
	"H-20": [
		["pass", "the file is there"],
		["fail", "no Files Created"],
		["fail", "98, 99: 21 packages in order; 100: gates, no tests"],
		["pass", "21 packages; 371 tests, all installed"],
		["needs-human", "63, 69: the installed root and not the staging root"],
		["pass", "70: NONE; none failed"],
		["pass", "12-48: all with prefix and 64 digits"],
		["fail", "flat file"],
	],
	"H-22": [
		["pass", "the file is there"],
		["fail", "no Files Created"],
		["fail", "89: 21 packages; 90: the order is left to a tool; 91: gates"],
		["pass", "21 packages; 494 tests, all staged"],
		["needs-human", "65: three folders of the installed root"],
		["pass", "66: NONE; 63: none failed"],
		["pass", "all with prefix and 64 digits"],
		["fail", "flat file"],
	],
	"CLEANUP-2": [
		["pass", "the file is there"],
		["pass", "5, 37 for both kinds of tests, 82, 89"],
		["fail", "83, 84: 20 packages in order; 85: gates, no tests"],
		["pass", "90: 20 packages; 92: 217 tests of all staged V2 packages"],
		["needs-human", "43: nine packages by name, where 20 are installed"],
		[
			"fail",
			"42: NONE; 47: called old, where H-9A lists the test as passed; 46: in the gateway, where none failed in the joint run of H-18",
		],
		["pass", "6-27: all with prefix and 64 digits"],
		["fail", "flat file"],
	],
};

describe("the reviewer's checklist", () => {
	it("names rules that exist", () => {
		const ids = new Set(ruleMetadata.map(({ id }) => id));
		for (const { checklist } of standards)
			for (const { rules, number } of checklist) for (const rule of rules) expect(ids, `box ${number}`).toContain(rule);
	});

	it("has the eight boxes of the standard, all ticked by a compliant handoff", () => {
		expect(boxesOf(checkFiles(sampleArchive()), "H-1")).toEqual(Array.from({ length: 8 }, () => "pass"));
	});

	it.each<[string, readonly (readonly [string, string])[], number]>([
		["a missing section", [["## Clean-Room Verification", "## Log"]], 2],
		["gates instead of tests", [["All tests pass after", "All gates pass after"]], 3],
		["no total in the baseline", [["- Total tests (all staged): 24\n", ""]], 4],
		["a regression without its command", [["- Command: `python3 -m pytest _staging/ -v`\n", ""]], 5],
		["a new failure", [["agent: NONE", "agent: test_close_twice"]], 6],
		["a bare hash", [[`sha256:${"a".repeat(64)}`, "a".repeat(64)]], 7],
	])("does not tick a box for %s", (_, results, box) => {
		const boxes = boxesOf(checkFiles(sampleArchive({ results })), "H-1");
		expect(boxes[box - 1]).toBe("fail");
		expect(boxes.filter((verdict) => verdict !== "pass").length).toBe(box === 2 ? 2 : 1);
	});

	it("ticks no box about a section that is only recommended", () => {
		const archive = checkFiles(sampleArchive({ results: [["## Issues Encountered\n- None\n\n", ""]] }));
		expect(boxesOf(archive, "H-1")[1]).toBe("pass");
	});

	it("shows for a box about one document what is found in that one, though the rule found more", () => {
		const archive = checkFiles({
			"BUILDER_HANDOFF_1_tide_gauge.md": "# BUILDER_HANDOFF_1: Tide gauge\n",
			"RESULTS_HANDOFF_1.md": "# Results: HANDOFF-1 — Tide gauge\n",
		});
		const [handoff] = archive.handoffs;
		const standard = standards.find(({ id }) => id === handoff?.standard);
		if (!handoff || !standard) throw new Error("no handoff");
		const box = checklistOf(archive.verdicts, archive.findings, standard, handoff).at(-1);
		expect(box).toMatchObject({ verdict: "fail", others: [] });
		expect(box?.reason).toBe("The results document of H-1 lies outside a directory of its own.");
		expect(box?.evidence.map(({ place }) => place.path)).toEqual(["RESULTS_HANDOFF_1.md"]);
	});

	it("ticks nothing of a handoff without RESULTS", () => {
		const { [samplePaths.results]: _, ...files } = sampleArchive();
		expect(boxesOf(checkFiles(files), "H-1").filter((verdict) => verdict === "pass")).toEqual([]);
	});
});

describe.skipIf(absent)("the checklist of ten real handoffs", () => {
	const paths = absent ? [] : readdirSync(folder, { recursive: true, encoding: "utf8" });
	const archive = checkFiles(
		Object.fromEntries(
			paths.filter((path) => path.endsWith(".md")).map((path) => [path, readFileSync(join(folder, path), "utf8")]),
		),
	);

	it.each(Object.entries(judged))("is for %s as a reader decides it", (id, boxes) => {
		const told = (verdicts: readonly string[]) => verdicts.map((verdict, at) => `${at + 1} ${verdict}`);
		expect(told(boxesOf(archive, id))).toEqual(told(boxes.map(([verdict]) => verdict)));
	});
});
