import { describe, expect, it } from "vitest";
import type { PackageRecord } from "#model/packages.ts";
import { checkFiles } from "../rules/archive.ts";

const hash = `sha256:${"a".repeat(64)}`;

function spec(id: string, plan: string, files: readonly string[]): Record<string, string> {
	const rows = files.map((row) => {
		const [path = "", action = ""] = row.split(" ");
		const at = path.lastIndexOf("/");
		return `| \`${path.slice(at + 1)}\` | \`${path.slice(0, at + 1)}\` | ${action} |`;
	});
	const summary = ["## 9. Files Summary", "", "| File | Location | Action |", "|---|---|---|", ...rows].join("\n");
	return {
		[`${id}/${id}_BUILDER_HANDOFF.md`]: `# ${id}: Part\n\n## 1. Mission\n\nBuild it.\n\n## 5. Package Plan\n\n${plan}\n\n${summary}\n`,
	};
}

function results(id: string, sections: Readonly<Record<string, readonly string[]>>, rest = ""): Record<string, string> {
	const lists = Object.entries(sections).map(
		([title, paths]) => `## ${title}\n\n${paths.map((path) => `- ${path} (SHA256: ${hash})`).join("\n")}\n`,
	);
	return { [`${id}/${id}_RESULTS.md`]: `# Results: ${id}\n\n## Status: PASS\n\n${lists.join("\n")}\n${rest}` };
}

const tests = (command: string, total: number) =>
	`## Test Results — THIS PACKAGE\n\n- Total: ${total} tests\n- Passed: ${total}\n- Failed: 0\n- Skipped: 0\n- Command: \`${command}\`\n`;

function packagesIn(files: Record<string, string>): ReadonlyMap<string, PackageRecord> {
	return new Map(checkFiles(files, { packages: true }).packages?.map((record) => [record.id, record]));
}

/** "H-1 create/create": a touch by what is planned and what is reported. */
const touches = (record: PackageRecord | undefined) =>
	record?.touches.map(
		({ handoff, planned, delivered }) => `${handoff} ${planned?.change ?? "-"}/${delivered?.change ?? "-"}`,
	);

const plan = (id: string, ...more: readonly string[]) =>
	[
		`### ${id}`,
		"",
		`- Package ID: ${id}`,
		...more,
		"",
		"| Path | Classification |",
		"|---|---|",
		"| `HOT/kernel/gauge.py` | library |",
	].join("\n");

describe("packagesOf", () => {
	const found = packagesIn({
		...spec("H-1", plan("PKG-GAUGE-001", "- Layer: 1", "- plane_id: hot", "- Dependencies: PKG-CLOCK-001"), [
			"_staging/PKG-GAUGE-001/HOT/kernel/gauge.py CREATE",
			"_staging/PKG-GAUGE-001/manifest.json CREATE",
		]),
		...results(
			"H-1",
			{
				"Files Created": ["_staging/PKG-GAUGE-001/HOT/kernel/gauge.py", "_staging/PKG-GAUGE-001/manifest.json"],
				"Archives Built": ["PKG-GAUGE-001.tar.gz"],
			},
			tests("python3 -m pytest _staging/PKG-GAUGE-001 -v", 12),
		),
		...spec("H-2", plan("PKG-GAUGE-001", "- Layer: 2 (kernel)", "- plane_id: HO3", "- Dependencies: none"), [
			"_staging/PKG-GAUGE-001/HOT/kernel/gauge.py MODIFY",
		]),
		...results("H-2", { "Files Modified": ["HOT/kernel/gauge.py"] }, tests("pytest -q", 14)),
		...results("H-3", { "Archives Built": ["PKG-GAUGE-001.tar.gz"] }, "Speaks of PKG-CLOCK-001.\n"),
		...results("H-4", {
			"Files Modified": [
				"_staging/pkg-gauge-001/HOT/tests/test_gauge.py",
				"GAUGE-001/notes.json",
				"_staging/gauge/x.py",
			],
		}),
		"H-5/H-5_BUILDER_HANDOFF.md": "# H-5: End\n\n**Packages removed:** PKG-GAUGE-001\n\n## 1. Mission\n\nClean up.\n",
		...results("H-5", { "Files Deleted": ["_staging/PKG-GAUGE-001/manifest.json"] }),
	});
	const gauge = found.get("PKG-GAUGE-001");

	it("tells for each handoff what it plans and what it reports, in build order", () => {
		expect(touches(gauge)).toEqual([
			"H-1 create/create",
			"H-2 modify/modify",
			"H-3 -/pack",
			"H-4 -/modify",
			"H-5 remove/remove",
		]);
	});

	it("tells with places, and tells apart what is stated and what follows from a plan", () => {
		expect(gauge?.touches[0]?.delivered).toMatchObject({
			state: "stated",
			from: null,
			place: { path: "H-1/H-1_RESULTS.md", line: 7 },
			files: 2,
		});
		expect(gauge?.touches[1]?.delivered).toMatchObject({
			state: "derived",
			from: "the package plan lists the file",
			said: [{ id: "planListsFile", values: {} }],
		});
		expect(gauge?.touches[4]?.planned?.place).toEqual({ path: "H-5/H-5_BUILDER_HANDOFF.md", line: 3 });
	});

	it("counts the files of both sides alike: each once, and not the package's archive", () => {
		const root = "_staging/PKG-GAUGE-001";
		const files = packagesIn({
			...spec("H-1", plan("PKG-GAUGE-001", "- Layer: 1"), [
				`${root}/HOT/kernel/gauge.py CREATE`,
				`${root}/manifest.json CREATE`,
				"_staging/PKG-GAUGE-001.tar.gz CREATE",
			]),
			...results("H-1", {
				"Files Created": [`${root}/HOT/kernel/gauge.py`, `${root}/manifest.json`],
				"Files Modified": ["PKG-GAUGE-001/manifest.json"],
				"Archives Built": ["PKG-GAUGE-001.tar.gz"],
			}),
		});
		const [touch] = files.get("PKG-GAUGE-001")?.touches ?? [];
		expect([touch?.planned?.files, touch?.delivered?.files]).toEqual([2, 2]);
	});

	it("takes another spelling for the package only where it can be no other", () => {
		expect(gauge?.variants.map(({ text }) => text)).toEqual(["pkg-gauge-001", "GAUGE-001"]);
		expect([...found.keys()]).toEqual(["PKG-CLOCK-001", "PKG-GAUGE-001"]);
	});

	it("counts a mention as no touch", () => {
		const clock = found.get("PKG-CLOCK-001");
		expect(touches(clock)).toEqual([]);
		expect(clock?.mentions).toEqual([
			{ handoff: "H-1", place: { path: "H-1/H-1_BUILDER_HANDOFF.md", line: 14 }, count: 1 },
			{ handoff: "H-3", place: { path: "H-3/H-3_RESULTS.md", line: 9 }, count: 1 },
		]);
		expect(clock?.dependents).toEqual([
			{ id: "PKG-GAUGE-001", handoff: "H-1", place: { path: "H-1/H-1_BUILDER_HANDOFF.md", line: 14 } },
		]);
	});

	it("knows the tiers of the standard by all their names, and quotes layers as they stand", () => {
		expect(gauge?.tiers.map(({ value, known }) => [value, known])).toEqual([
			["hot", "HOT"],
			["HO3", "HOT"],
		]);
		expect(gauge?.layers.map(({ value, known, place }) => [value, known, place.line])).toEqual([
			["1", "1", 12],
			["2 (kernel)", "2", 12],
		]);
	});

	it("gives a package the tests whose command names it, else those of a handoff that works on no other", () => {
		expect(gauge?.tests.map(({ handoff, total, state }) => [handoff, total, state])).toEqual([
			["H-1", 12, "stated"],
			["H-2", 14, "derived"],
		]);
	});

	it("leaves a file alone that two packages could own", () => {
		const twins = packagesIn({
			...spec("H-1", plan("PKG-A-001"), ["_staging/PKG-A-001/manifest.json CREATE"]),
			...spec("H-2", plan("PKG-B-001"), ["_staging/PKG-B-001/manifest.json CREATE"]),
			...results("H-3", { "Files Modified": ["HOT/kernel/gauge.py"] }),
		});
		expect(touches(twins.get("PKG-A-001"))).toEqual(["H-1 create/-"]);
		expect(touches(twins.get("PKG-B-001"))).toEqual(["H-2 create/-"]);
	});
});
