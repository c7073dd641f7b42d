import { describe, expect, it } from "vitest";
import { sampleArchive } from "#rules/samples/handoff.ts";
import { asExample, checkFiles } from "../archive.ts";

const layout = (files: Record<string, string>) =>
	checkFiles(files).findings.filter(({ rule }) => rule.startsWith("layout/"));
const brief = (files: Record<string, string>) =>
	layout(files).map((finding) => `${finding.rule} ${asExample(finding)}`);

describe("the layout rules together", () => {
	it("say nothing of the compliant sample", () => {
		expect(brief(sampleArchive())).toEqual([]);
	});

	it("name one fault once: a directory in the wrong letter case", () => {
		const renamed = Object.entries(sampleArchive()).map(
			([path, text]) => [path.replace("H-1/", "h-1/"), text] as const,
		);
		expect(layout(Object.fromEntries(renamed)).map(({ rule }) => rule)).toEqual(["layout/handoff-id"]);
	});

	it("name one fault once: a directory that lacks its separator", () => {
		const renamed = Object.entries(sampleArchive()).map(([path, text]) => [path.replace("H-1/", "H1/"), text] as const);
		expect(layout(Object.fromEntries(renamed)).map(({ rule }) => rule)).toEqual(["layout/handoff-id"]);
	});

	it("ask for the one name that is right where it is known what a document is", () => {
		for (const name of ["h-2-results.md", "H-2_RESULT.md", "RESULTS.md"]) {
			const found = layout({ [`H-2/${name}`]: "# Results: H-2\n" }).find(({ rule }) => rule === "layout/document-name");
			expect(found?.remedy, name).toMatch(/^Rename it to `?H-2_RESULTS\.md`?;/);
		}
	});

	it("judge a flat archive by its own layout and only say where its files belong", () => {
		const found = layout({
			"BUILDER_HANDOFF_1_tide_gauge.md": "# BUILDER_HANDOFF_1: Tide gauge\n",
			"RESULTS_HANDOFF_1.md": "# Results: HANDOFF-1 — Tide gauge\n",
			"BUILDER_FOLLOWUP_1A_fix.md": "# Builder Follow-Up #1A: Fix\n",
			"GUIDE.md": "# How we work\n",
		});
		expect(new Set(found.map(({ rule }) => rule))).toEqual(new Set(["layout/flat-file"]));
		expect(found.map(({ remedy }) => remedy.match(/`([^`]+)`/)?.[1])).toEqual([
			"H-1A/H-1A_BUILDER_HANDOFF.md",
			"H-1/H-1_BUILDER_HANDOFF.md",
			"H-1/H-1_RESULTS.md",
		]);
	});

	it("point from a duplicate to its twin", () => {
		const [duplicate] = layout({
			"H-1/H-1_BUILDER_HANDOFF.md": "# H-1: Tide gauge\n",
			"done/H-1/H-1_BUILDER_HANDOFF.md": "# H-1: Tide gauge\n",
		});
		expect(duplicate).toMatchObject({ rule: "layout/duplicate-id", handoff: "H-1" });
		expect(duplicate?.related.map(({ place }) => place.path)).toEqual(["H-1/H-1_BUILDER_HANDOFF.md"]);
	});

	it("point from each of many duplicates to a few of the others", () => {
		const copies = Array.from({ length: 100 }, (_, index) => `copy-${index}/H-1/H-1_RESULTS.md`);
		const found = layout(Object.fromEntries(copies.map((path) => [path, "# Results: H-1\n"])));
		const duplicates = found.filter(({ rule }) => rule === "layout/duplicate-id");
		expect(duplicates).toHaveLength(99);
		for (const { place, related, message } of duplicates) {
			expect(message).toContain("one of 100");
			expect(related).toHaveLength(20);
			expect(related.map((other) => other.place.path)).not.toContain(place.path);
		}
	});

	it("report a gap of any size in one finding", () => {
		const found = brief({ ...sampleArchive(), "H-20260101/H-20260101_BUILDER_HANDOFF.md": "# H-20260101: Far\n" });
		expect(found).toEqual([
			"layout/sequence H-20260101/H-20260101_BUILDER_HANDOFF.md H-2 to H-20260100 are not in the archive, though H-1 and H-20260101 are.",
		]);
	});

	it("accept a part of a follow-up whose nearest ancestor is there, and name its id as none of the standard's", () => {
		const found = layout({ ...sampleArchive(), "H-1A-2/H-1A-2_BUILDER_HANDOFF.md": "# H-1A-2: Second half\n" });
		expect(found.map(({ rule }) => rule)).toEqual(["layout/handoff-id"]);
	});

	it.each(["Builder-Handoff-2.md", "RESULTS_HANDOF_2.md", "AGENT_PROMT_HANDOFF_2.md"])("suspect %s", (name) => {
		const rules = layout({ ...sampleArchive(), [name]: "# Tide table\n" }).map(({ rule }) => rule);
		expect(rules).toContain("layout/document-name");
	});

	it.each(["handoff-2026-review.md", "results-2026.md", "docs/H2.md", "RESULTS_UPGRADE_2.md"])(
		"do not suspect %s",
		(name) => {
			const rules = layout({ ...sampleArchive(), [name]: "# Tide table\n" }).map(({ rule }) => rule);
			expect(rules).not.toContain("layout/document-name");
		},
	);

	it("do not take a stranger's folder for a handoff", () => {
		expect(brief({ ...sampleArchive(), "2026/H1/plan.md": "# Plan\n", "docs/README.md": "# Docs\n" })).toEqual([]);
	});
});
