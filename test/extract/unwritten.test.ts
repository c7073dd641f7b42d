import { describe, expect, it } from "vitest";
import { extracted } from "./extracting.ts";

describe("handoffs that were never written", () => {
	it.each<[string, readonly string[]]>([
		["Parent: H-7. (There is no H-7A: it was to be a dark mode.)", ["H-7A"]],
		["Left for H-7B; H-7A was withdrawn before it was written.", ["H-7A"]],
		["H-4, H-5 and H-6 were skipped.", ["H-4", "H-5", "H-6"]],
		["H-7A was not reviewed. There is no doubt about H-7A.", []],
		["H-5 skipped two tests.", []],
	])("%s", (text, expected) => {
		const { unwritten = [] } = extracted("H-40/H-40_RESULTS.md", `# Results: H-40\n\n${text}\n`);
		expect(unwritten.map(({ id }) => id)).toEqual(expected);
	});
});
