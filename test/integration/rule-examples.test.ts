import { expect, it } from "vitest";
import { rules } from "#rules/index.ts";
import { examplesOf } from "../../integrations/handoff-archive/entries/examples.ts";

it("examples of rules show the lines that decide, however large the example's files are", () => {
	for (const { id } of rules) {
		const { valid, invalid } = examplesOf(id, null);
		const lines = [...valid, ...invalid].flatMap(({ parts }) => parts.flatMap((part) => part.lines));
		for (const { text } of lines) expect(text.length, id).toBeLessThan(250);
		expect(valid.length, id).toBeGreaterThan(0);
	}
});
