import { expect, it } from "vitest";
import { coversHandoff } from "#model/handoff-range.ts";

it.each([
	["H-13", "H-13", true],
	["H-13", "H-13B", false],
	["H-13..H-17", "H-13", true],
	["H-13..H-17", "H-17B", true],
	["H-13 .. H-17", "H-15", true],
	["H-13..H-17", "H-18", false],
	["H-13..H-17", "CLEANUP-15", false],
	["CLEANUP-1..CLEANUP-3", "CLEANUP-2", true],
	["H-17..H-13", "H-15", false],
	["H-1..CLEANUP-3", "H-2", false],
	["H-1..", "H-1", false],
	["..", "H-1", false],
	["H-1..H-2..H-9", "H-1", false],
] as const)("a waiver of %s covers %s: %s", (handoffs, id, covered) => {
	expect(coversHandoff(handoffs, id)).toBe(covered);
	expect(coversHandoff(["OTHER-1", handoffs], id)).toBe(covered);
});
