import { describe, expect, it } from "vitest";
import { laterTouches } from "#relate/later.ts";
import { checkFiles } from "../rules/archive.ts";

const results = (lines: string) => `# Results\n\n## Status: PASS\n\n## Files Modified\n\n${lines}\n`;
const spec = (id: string, mission: string) => `# ${id}: A part\n\n## Mission\n\n${mission}\n`;

describe("laterTouches", () => {
	const archive = checkFiles({
		"H-1/H-1_BUILDER_HANDOFF.md": spec("H-1", "Build PKG-GAUGE-001."),
		"H-1/H-1_RESULTS.md": results("- `_staging/lamp/on.py`\n- `_staging/lamp/off.py`\n- `manifest.json`"),
		"H-2/H-2_BUILDER_HANDOFF.md": spec("H-2", "Build PKG-LAMP-001."),
		"H-2/H-2_RESULTS.md": results("- `./_staging/lamp/on.py`\n- `manifest.json`"),
		"H-3/H-3_BUILDER_HANDOFF.md": spec("H-3", "Change PKG-GAUGE-001."),
		"H-3/H-3_RESULTS.md": results("- `_staging/lamp/on.py`\n- `_staging/lamp/off.py`"),
	});
	const touches = laterTouches(archive.handoffs, archive.documents);
	const told = (id: string) =>
		(touches.get(id) ?? []).map(({ handoff, files, packages }) => ({
			handoff,
			files: files.map(({ path, action, place }) => `${path} ${action} ${place.path}:${place.line}`),
			packages,
		}));

	it("names the handoff that comes next to each file and package, with the place that says so", () => {
		expect(told("H-1")).toEqual([
			{ handoff: "H-2", files: ["_staging/lamp/on.py modify H-2/H-2_RESULTS.md:7"], packages: [] },
			{ handoff: "H-3", files: ["_staging/lamp/off.py modify H-3/H-3_RESULTS.md:8"], packages: ["PKG-GAUGE-001"] },
		]);
		expect(told("H-2")).toEqual([
			{ handoff: "H-3", files: ["_staging/lamp/on.py modify H-3/H-3_RESULTS.md:7"], packages: [] },
		]);
		expect(told("H-3")).toEqual([]);
	});

	it("stays as large as the archive where all handoffs touch one file", () => {
		const many = Object.fromEntries(
			Array.from({ length: 300 }, (_, index) => [
				`H-${index + 1}/H-${index + 1}_RESULTS.md`,
				results("- `src/hub.py`"),
			]),
		);
		const { handoffs, documents } = checkFiles(many);
		const counts = [...laterTouches(handoffs, documents).values()].map(({ length }) => length);
		expect(counts).toEqual(Array(299).fill(1));
	});
});
