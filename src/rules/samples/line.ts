import { sampleArchive, samplePaths } from "./handoff.ts";

type Edit = readonly [from: string, to: string];

/**
 * RESULTS of H-1, H-2, … in a line: each the sample's, with words replaced. The examples of rules that compare handoffs.
 * @throws when a text to replace does not occur.
 */
export function sampleLine(...handoffs: readonly (readonly Edit[])[]): Record<string, string> {
	return Object.fromEntries(
		handoffs.map((edits, index) => {
			const text = sampleArchive({ results: edits })[samplePaths.results] ?? "";
			return [
				`H-${index + 1}/H-${index + 1}_RESULTS.md`,
				text.replace("# Results: H-1 ", `# Results: H-${index + 1} `),
			];
		}),
	);
}

/** Edits by which RESULTS count other tests, in the regression and in the baseline. */
export function withTests(total: number): readonly Edit[] {
	return [
		["- Total: 24 tests\n- Passed: 24", `- Total: ${total} tests\n- Passed: ${total}`],
		["Total tests (all staged): 24", `Total tests (all staged): ${total}`],
	];
}

/** Edits by which RESULTS count failures in the regression. */
export function withFailures(failed: number): readonly Edit[] {
	return [["- Passed: 24\n- Failed: 0", `- Passed: ${24 - failed}\n- Failed: ${failed}`]];
}
