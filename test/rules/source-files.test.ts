import { describe, expect, it } from "vitest";
import type { PlannedAsset } from "#model/plan.ts";
import { isSource } from "#rules/shared/source-files.ts";
import { extracted } from "../extract/extracting.ts";
import { processorTime } from "../processor-time.ts";
import { standards } from "./archive.ts";

const [standard] = standards;
if (!standard) throw new Error("There is no standard.");

const asset = (path: string, classification: string): PlannedAsset => ({ path, classification, line: 1 });

describe("whether a file is a source file", () => {
	it.each([
		["as it is written", "HOT/kernel/a.py"],
		["below the staging root", "_staging/PKG-A-001/HOT/kernel/a.py"],
		["by its name alone", "a.py"],
	])("is told by the asset that is meant: %s", (_, path) => {
		expect(isSource(path, [asset("HOT/kernel/a.py", "schema")], standard)).toBe(false);
		expect(isSource(path, [asset("HOT/kernel/a.py", "kernel")], standard)).toBe(true);
	});

	it("is told by the first of several, and by no other name that ends alike", () => {
		expect(isSource("a.py", [asset("x/a.py", "schema"), asset("a.py", "kernel")], standard)).toBe(false);
		expect(isSource("a.py", [asset("x/extra.py", "schema")], standard)).toBe(true);
	});

	it("takes time that grows with files and assets alone, and so does the reading of these", () => {
		const list = Array.from({ length: 10_000 }, (_, index) => `- \`HOT/kernel/part${index}.py\` — part ${index}`);
		const text = `# H-1: Parts\n\n## 5. Package Plan\n\n### PKG-A-001 (Layer 1)\n\nAssets:\n${list.join("\n")}\n`;
		const begin = processorTime();
		const { plan } = extracted("H-1/H-1_BUILDER_HANDOFF.md", text);
		const assets = plan?.packages[0]?.assets ?? [];
		expect(assets).toHaveLength(list.length);
		for (const { path } of assets) expect(isSource(path, assets, standard)).toBe(true);
		expect(processorTime() - begin).toBeLessThan(10_000);
	});
});
