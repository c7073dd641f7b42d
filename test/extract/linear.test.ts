import { expect, it } from "vitest";
import { processorTime } from "../processor-time.ts";
import { checkBytes } from "../property/pipeline.ts";

const lines = 24_000;

it("reads thousands of packages that running words list, in time that grows with them alone", () => {
	const listed = Array.from({ length: lines }, (_, index) => `PKG-LEDGER${index}-001, Layer 0, modified`).join("\n");
	const spec = `# H-1: Ledger\n\n## 1. Mission\n\nNone.\n\n## 6. Package Plan\n\n${listed}\n`;
	const begin = processorTime();
	const { documents } = checkBytes({ "H-1/H-1_BUILDER_HANDOFF.md": new TextEncoder().encode(spec) });
	expect(documents).toHaveLength(1);
	expect(processorTime() - begin).toBeLessThan(10_000);
});

it("reads a prompt of one endless line in time that grows with it alone", () => {
	const prompt = `# Agent prompt\n\n## Questions\n\nadversarial ${"1 x ".repeat(lines)}\n\n1. Why?\n2. How?\n`;
	const begin = processorTime();
	checkBytes({ "H-1/H-1_AGENT_PROMPT.md": new TextEncoder().encode(prompt) });
	expect(processorTime() - begin).toBeLessThan(10_000);
});

it("reads thousands of hashes on one line in time that grows with them alone", () => {
	const hashes = `sha256:${"0f".repeat(32)} `.repeat(lines / 2);
	const results = `# Results: H-1\n\n## Files Modified\n\n- a.py — ${hashes}\n`;
	const begin = processorTime();
	checkBytes({ "H-1/H-1_RESULTS.md": new TextEncoder().encode(results) });
	expect(processorTime() - begin).toBeLessThan(10_000);
});

it("reads thousands of names of tests on one line in time that grows with them alone", () => {
	const names = Array.from({ length: lines }, (_, index) => `test_${index}`).join(" and ");
	const spec = `# H-1: Ledger\n\n## 1. Mission\n\nNone.\n\n## 7. Test Plan\n\nChanged: ${names}\n`;
	const begin = processorTime();
	checkBytes({ "H-1/H-1_BUILDER_HANDOFF.md": new TextEncoder().encode(spec) });
	expect(processorTime() - begin).toBeLessThan(10_000);
});

it("reads thousands of decisions that name packages in time that grows with them alone", () => {
	const notes = "- Decided: PKG-LEDGER-001 goes first.\n".repeat(lines);
	const results = `# Results: H-1\n\n## Status: PASS\n\n## Notes for Reviewer\n\n${notes}`;
	const begin = processorTime();
	const { documents } = checkBytes({ "H-1/H-1_RESULTS.md": new TextEncoder().encode(results) });
	expect(documents[0]?.decisions).toHaveLength(lines);
	expect(processorTime() - begin).toBeLessThan(10_000);
});
