import { describe, expect, it } from "vitest";
import { brokenRules, type Judged, nearestToPassing, shadesOf } from "../../src/components/overview/broken.ts";

const handoff = (id: string, ...rules: string[]): Judged => ({
	id,
	slug: id,
	findings: [...rules.map((rule) => ({ rule, state: "fail" })), { rule: "spec/tier", state: "warning" }],
});
const errors = (id: string, count: number) => handoff(id, ...Array<string>(count).fill("spec/mission"));

describe("brokenRules", () => {
	it("are what most handoffs break first, then what has most errors, warnings aside", () => {
		const handoffs = [
			handoff("H-1", "spec/files", "spec/files", "spec/files", "spec/mission"),
			handoff("H-2", "spec/mission", "spec/test-plan"),
			handoff("H-3"),
		];
		expect(brokenRules(handoffs)).toEqual([
			{ rule: "spec/mission", handoffs: 2, errors: 2 },
			{ rule: "spec/files", handoffs: 1, errors: 3 },
			{ rule: "spec/test-plan", handoffs: 1, errors: 1 },
		]);
	});
});

describe("nearestToPassing", () => {
	it("are the failing handoffs with the fewest errors, the latest first of those with as many", () => {
		const handoffs = [errors("H-1", 2), errors("H-2", 1), errors("H-3", 0), errors("H-4", 1), errors("H-5", 9)];
		expect(nearestToPassing(handoffs, 3).map(({ handoff: { id }, errors }) => [id, errors])).toEqual([
			["H-4", 1],
			["H-2", 1],
			["H-1", 2],
		]);
	});
});

describe("shadesOf", () => {
	it("tells handoffs apart by how many have fewer errors, whatever the largest count is", () => {
		const handoffs = [1, 2, 3, 90].map((count) => errors("H-1", count));
		expect([...shadesOf(handoffs)].sort(([a], [b]) => a - b)).toEqual([
			[1, 1],
			[2, 2],
			[3, 3],
			[90, 4],
		]);
	});

	it("is the lightest where all have as many, and of none where none fails", () => {
		expect([...shadesOf([errors("H-1", 4), errors("H-2", 4)])]).toEqual([[4, 1]]);
		expect([...shadesOf([errors("H-1", 0)])]).toEqual([]);
	});
});
