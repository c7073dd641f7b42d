import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sampleArchive, samplePaths } from "#rules/samples/handoff.ts";
import { checkFiles, standards } from "../archive.ts";

const missing = (files: Record<string, string>) =>
	checkFiles(files)
		.findings.filter(({ rule }) => rule === "results/missing")
		.map(({ handoff, data }) => `${handoff} before ${data.later}`);

describe("results/missing", () => {
	it("reports every handoff without RESULTS before the last that has some, and none after it", () => {
		const open = (id: string) => ({ [`${id}/${id}_BUILDER_HANDOFF.md`]: `# ${id}: Lamp\n` });
		const done = (id: string) => ({ ...open(id), [`${id}/${id}_RESULTS.md`]: `# Results: ${id}\n\n## Status: PASS\n` });
		expect(
			missing({ ...open("H-1"), ...done("H-2"), ...open("H-3"), ...open("H-3A"), ...done("H-4"), ...open("H-5") }),
		).toEqual(["H-1 before H-2", "H-3 before H-4", "H-3A before H-4"]);
	});

	it("does not take an undated cleanup or bugfix for a later handoff", () => {
		const sample = sampleArchive();
		expect(
			missing({
				[samplePaths.spec]: sample[samplePaths.spec] ?? "",
				"CLEANUP-1/CLEANUP-1_RESULTS.md": "# Results: CLEANUP-1\n",
				"RESULTS_BUGFIX_LAMP.md": "# Results: Lamp\n",
			}),
		).toEqual([]);
	});

	it("goes by the stated order, not by the numbers", () => {
		const sample = sampleArchive({ spec: [["**Predecessor:** none", "**Predecessor:** H-2"]] });
		expect(missing({ ...sample, "H-2/H-2_BUILDER_HANDOFF.md": "# H-2: Lamp\n" })).toEqual(["H-2 before H-1"]);
	});
});

it("results/section-missing takes the severity of the standard's section", () => {
	const { findings } = checkFiles({ [samplePaths.results]: "# Results: H-1\n" });
	const severities = new Map(
		findings
			.filter(({ rule }) => rule === "results/section-missing")
			.map(({ data, severity }) => [data.section, severity]),
	);
	expect(severities.size).toBe(9);
	expect(severities.get("Clean-Room Verification")).toBe("error");
	expect(severities.get("Notes for Reviewer")).toBe("warning");
});

const corpus = "../shared/corpus/control-plane";
describe.skipIf(!existsSync(corpus))(`the RESULTS of ${corpus} (skipped where it is absent)`, () => {
	it("miss the sections that a careful reader did not find, and no other", () => {
		const folder = `${corpus}/handoffs`;
		const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md"));
		const { findings } = checkFiles(
			Object.fromEntries(names.map((name) => [name, readFileSync(`${folder}/${name}`, "utf8")])),
		);
		const reported = new Set(
			findings
				.filter(({ rule }) => rule === "results/section-missing")
				.map(({ place, data }) => `${place.path}: ${data.section}`),
		);
		const [standard] = standards;
		const wrong: string[] = [];
		for (const { file, sections, ambiguous } of JSON.parse(readFileSync(`${corpus}/truth-results.json`, "utf8")))
			for (const { key, title } of standard?.sections.results ?? []) {
				if (ambiguous.some((note: string) => note.startsWith(`sections.${key}`))) continue;
				if ((sections[key] === null) !== reported.has(`${file}: ${title}`))
					wrong.push(`${file}: ${key}: truth ${sections[key]}, reported ${reported.has(`${file}: ${title}`)}`);
			}
		expect(wrong).toEqual([]);
	});
});
