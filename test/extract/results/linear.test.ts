import { expect, it } from "vitest";
import { processorTime } from "../../processor-time.ts";
import { factsOf } from "./documents.ts";

const lines = 6_000;
const repeated = (line: (index: number) => string, length = lines) =>
	Array.from({ length }, (_, index) => line(index)).join("\n");

// Comparing each line with every other one takes minutes here, and a second where it is linear.
it.each([
	["runs of one name, line by line", `## What I did\n\n${repeated(() => "- Ledger tests: 58 passed")}\n`],
	["baselines, line by line", `## Summary\n\n${repeated((index) => `- Baseline: ${index} tests`, 4 * lines)}\n`],
	[
		"packages with tests that are new",
		`## Test Results\n\n${repeated((index) => `- **PKG-LEDGER${index}-001:** 50 passed (40 existing + 10 new)`, 4 * lines)}\n`,
	],
	[
		"files, and a table of their hashes",
		`## Files Modified\n\n${repeated((index) => `- \`src/a${index}.py\``)}\n\nSHA256 (after):\n\n| File | SHA256 |\n|---|---|\n${repeated((index) => `| \`a${index}.py\` | x |`)}\n`,
	],
	[
		"steps of an installation, line by line",
		`## Clean-Room Verification\n\n${repeated(() => "- PKG-LEDGER-001 →", 4 * lines)}\n`,
	],
	["marks without white space", `## Issues Encountered\n\n${"a.b.".repeat(20 * lines)}\n`],
])("reads thousands of %s, in time that grows with them alone", (_, text) => {
	const begin = processorTime();
	factsOf(`# Results: H-1\n\n## Status: PASS\n\n${text}`);
	expect(processorTime() - begin).toBeLessThan(10_000);
});
