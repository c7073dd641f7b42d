import { expect, it } from "vitest";
import { isLong } from "../../src/components/handoff/long-facts.ts";

it.each([
	["two long ids", { value: "", items: ["PKG-HARBOUR-MASTER-001", "PKG-TIDE-GAUGE-001"], note: null }, true],
	[
		"one id with what it follows from",
		{ value: "", items: ["PKG-TIDE-GAUGE-001"], note: "Package Plan + Mission + Steps" },
		true,
	],
	["a figure with its scope", { value: "134", items: [], note: "ALL STAGED PACKAGES" }, false],
	["three short ids", { value: "", items: ["H-1", "H-2", "H-3"], note: null }, false],
])("a fact takes the whole width by all that it shows: %s", (_, fact, expected) => {
	expect(isLong(fact)).toBe(expected);
});
