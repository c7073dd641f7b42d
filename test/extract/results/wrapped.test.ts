import { describe, expect, it } from "vitest";
import { valuesOf } from "./documents.ts";

const paragraphs = [
	"It took three attempts. The third is the one that counts: 938 tests, of which 929 passed, 2 failed and 7 were skipped, all of them old. We introduced no new failures, and the run took 88 seconds.",
	"Of 1,203 tests across the staged packages, 1,190 passed, 13 were skipped, as they need a network that is not there, and none failed. Those are the same 13 as in CI. No new failures were introduced.",
	"The suite was run twice on the build machine, i.e. without a display, and both runs agree: 88 passed, 3 failed. All 3 failures have been there since H-12 (they fail on a clean checkout, too) and there are no regressions.",
];

/** A text with its lines broken where the next word would be too much. */
function wrapped(text: string, width: number, indent = ""): string {
	const lines = [""];
	for (const word of text.split(" ")) {
		const line = lines.at(-1) ?? "";
		if (line === "") lines[lines.length - 1] = word;
		else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
		else lines.push(`${indent}${word}`);
	}
	return lines.join("\n");
}

function statedIn(body: string) {
	return valuesOf(`# R\n\n## Full Regression Test — ALL STAGED PACKAGES\n\n${body}\n`, "regression.");
}

describe("text that an editor wrapped", () => {
	const widths = [72, 76, 80, 88, 96, 100, 110];
	it.each(paragraphs)("says what the same text says on one line: %s", (text) => {
		const whole = statedIn(text);
		expect(Object.keys(whole)).toEqual(expect.arrayContaining(["total", "passed", "failed", "newFailures"]));
		for (const width of widths) {
			expect(statedIn(wrapped(text, width)), `at ${width}`).toEqual(whole);
			expect(statedIn(`- ${wrapped(text, width, "  ")}`), `in an item, at ${width}`).toEqual(whole);
		}
	});

	it("says the same with the line endings of another system", () => {
		const figures = (text: string) =>
			valuesOf(`# R\n\n## Summary\n\n${text}\n`.replaceAll("\n", "\r\n"), "regression.");
		for (const text of paragraphs) expect(statedIn(wrapped(text, 76).replaceAll("\n", "\r\n"))).toEqual(statedIn(text));
		expect(figures("- The full repository gate passed:\n  `make test` reported `81 examples, 0 failures`.")).toEqual({
			total: 81,
			failed: 0,
		});
	});

	it("is told from lines that stand for themselves", () => {
		const values = { total: 31, passed: 30, failed: 1 };
		expect(statedIn("Total: 31\nPassed: 30\nFailed: 1")).toEqual(values);
		expect(
			statedIn(
				"Ran 31 tests of the staged packages on the build machine\nPassed: 30 of them, in 12.1 seconds\nFailed: 1 (old)",
			),
		).toMatchObject({ passed: 30, failed: 1 });
		expect(statedIn("✅ All 31 tests of the staged packages pass on the build machine\n✅ No new failures")).toEqual({
			total: 31,
			passed: 31,
			newFailures: "NONE",
		});
	});
});
