import { describe, expect, it } from "vitest";
import { checkFiles } from "../rules/archive.ts";
import { partSpec } from "./part.ts";

const results = (id: string) => ({ [`${id}/${id}_RESULTS.md`]: `# Results: ${id}\n` });
const summary = ({ waves }: ReturnType<typeof checkFiles>) =>
	waves.map(({ name, members, integration }) => [
		name,
		members.map(({ handoff }) => handoff).join(" "),
		integration?.handoff ?? null,
	]);

describe("wavesOf", () => {
	it("reads waves from label lines and front matter, however they are spelt", () => {
		const archive = checkFiles({
			...partSpec("H-1", "**Wave:** W1"),
			...partSpec("H-2", "| Wave | Wave 1 |"),
			"H-3/H-3_BUILDER_HANDOFF.md": "---\nwave: 1\n---\n# H-3: Third\n\n## Mission\n\nBuild PKG-C-001.\n",
			...partSpec("H-4"),
		});
		expect(summary(archive)).toEqual([["W1", "H-1 H-2 H-3", null]]);
		expect(archive.waves[0]?.members[2]).toEqual({
			handoff: "H-3",
			basis: "stated",
			place: { path: "H-3/H-3_BUILDER_HANDOFF.md", line: 2 },
		});
	});

	it("closes a wave, and every earlier one that none has closed, with the handoff that integrates it", () => {
		const archive = checkFiles({
			...partSpec("H-1", "**Wave:** W1"),
			...partSpec("H-2", "**Wave:** W2"),
			...partSpec("H-3", "**Integrates:** W2"),
			...partSpec("H-4", "**Wave:** W3"),
		});
		expect(summary(archive)).toEqual([
			["W1", "H-1", "H-3"],
			["W2", "H-2 H-3", "H-3"],
			["W3", "H-4", null],
		]);
	});

	it("takes the settings before what documents state", () => {
		const files = {
			...partSpec("H-1", "**Wave:** W9"),
			...partSpec("H-2"),
			...partSpec("H-2A"),
			...partSpec("H-3"),
			...results("H-3"),
		};
		const archive = checkFiles(files, { waves: [{ name: "Doors", handoffs: "H-1..H-2", integration: "H-3" }] });
		expect(summary(archive)).toEqual([["Doors", "H-1 H-2 H-2A", "H-3"]]);
		expect(archive.waves[0]?.integration).toEqual({ handoff: "H-3", basis: "configured", place: null });
		const verdict = archive.verdicts.find(({ rule, handoff }) => rule === "wave/integration" && handoff === "H-3");
		expect(verdict?.verdict).toBe("needs-human");
		expect(archive.findings.filter(({ rule }) => rule === "wave/results").map(({ handoff }) => handoff)).toEqual([
			"H-1",
			"H-2",
			"H-2A",
		]);
	});

	it("leaves a wave open whose integration handoff is not there yet", () => {
		const archive = checkFiles(partSpec("H-1"), { waves: [{ name: "W1", handoffs: ["H-1"], integration: "H-9" }] });
		expect(summary(archive)).toEqual([["W1", "H-1", null]]);
	});
});
