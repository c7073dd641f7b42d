import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sampleArchive, samplePaths } from "#rules/samples/handoff.ts";
import { processorTime } from "../../processor-time.ts";
import { asExample, checkFiles, standards } from "../archive.ts";

const { spec: path } = samplePaths;
const sections = (text: string, name = path) =>
	checkFiles({ [name]: text }).findings.filter(({ rule }) => rule.startsWith("spec/section-"));
const sample = sampleArchive()[path] ?? "";

describe("the section rules together", () => {
	it("say nothing of the compliant sample", () => expect(sections(sample)).toEqual([]));

	it("say nothing where headings are unnumbered, deeper, upper case or combined", () => {
		const variants = [
			sample.replace(/^## \d+\. /gm, "## "),
			sample.replace(/^##/gm, "###"),
			sample.replace(/^## .*/gm, (heading) => heading.toUpperCase()),
		];
		for (const variant of variants) expect(sections(variant).map(asExample)).toEqual([]);
	});

	it("count no heading inside a code fence", () => {
		const fenced = sample.replace("## 6. Test Plan", "```\n## 6. Test Plan\n```");
		expect(sections(fenced).map(({ rule, data }) => `${rule} ${data.section}`)).toContain(
			"spec/section-missing 6. Test Plan",
		);
	});

	it("report all ten sections of an empty spec at its first line", () => {
		const found = sections("# H-1: Tide gauge\n");
		expect(found).toHaveLength(10);
		for (const { place } of found) expect(place).toMatchObject({ range: { start: { line: 1 } } });
	});

	it("name the one section that was moved, not those it was moved past", () => {
		const end = sample.indexOf("## 10. ");
		const start = sample.indexOf("## 9. ");
		const moved = sample.slice(0, start) + sample.slice(end) + sample.slice(start, end);
		expect(sections(moved).map(({ rule, message }) => `${rule} ${message}`)).toEqual([
			expect.stringMatching(
				/^spec\/section-order The section "(?:9\. Files Summary|10\. Design Principles)" must stand/,
			),
		]);
		const first = sample.indexOf("## 1. ");
		const toTop = sample.slice(0, first) + sample.slice(start, end) + sample.slice(first, start) + sample.slice(end);
		expect(sections(toTop).map(({ data }) => data.section)).toEqual(["9. Files Summary"]);
	});

	it("judge by the standard's own severity", () => {
		const lenient = standards.map((standard) => ({
			...standard,
			sections: {
				...standard.sections,
				spec: standard.sections.spec.map((section) => ({ ...section, required: "warning" as const })),
			},
		}));
		const { findings } = checkFiles({ [path]: "# H-1\n" }, { standards: lenient });
		const severities = findings.filter(({ rule }) => rule === "spec/section-missing").map(({ severity }) => severity);
		expect(new Set(severities)).toEqual(new Set(["warning"]));
	});

	it("stay quick on a file of nothing but headings", () => {
		const begin = processorTime();
		sections(`# H-1\n${"## Misson and Test Plans\n".repeat(20_000)}`);
		expect(processorTime() - begin).toBeLessThan(5000);
	});
});

const corpus = "../shared/corpus/control-plane";
describe.skipIf(!existsSync(corpus))(`the specs of ${corpus} (skipped where it is absent)`, () => {
	it("miss the sections that a careful reader did not find, and no other", () => {
		const folder = `${corpus}/handoffs`;
		const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md"));
		const { findings } = checkFiles(
			Object.fromEntries(names.map((name) => [name, readFileSync(`${folder}/${name}`, "utf8")])),
		);
		const missing = Map.groupBy(
			findings.filter(({ rule }) => rule === "spec/section-missing"),
			({ place }) => place.path,
		);
		const [standard] = standards;
		const wrong: string[] = [];
		for (const { file, kind, sections: found, nearEquivalents } of JSON.parse(
			readFileSync(`${corpus}/truth-specs.json`, "utf8"),
		)) {
			if (kind !== "spec") continue;
			const reported = (missing.get(file) ?? []).map(({ data }) => data.section);
			for (const { key, number, title } of standard?.sections.spec ?? []) {
				const isReported = reported.includes(`${number}. ${title}`);
				if (found[key] !== null && isReported) wrong.push(`${file}: ${key} is there and was reported missing`);
				if (found[key] === null && !nearEquivalents[key] && !isReported)
					wrong.push(`${file}: ${key} is not there and was not reported`);
			}
		}
		expect(wrong).toEqual([]);
	});
});
