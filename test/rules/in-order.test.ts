import fc from "fast-check";
import { expect, it } from "vitest";
import { longestInOrder } from "#rules/judging/in-order.ts";

const isInOrder = (times: readonly number[]) => times.every((time, at) => at === 0 || time >= (times[at - 1] ?? time));

it("keeps the most that never goes back, as trying every choice does", () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 9 }), (times) => {
			const kept = longestInOrder(times);
			expect(isInOrder(kept.map((at) => times[at] ?? 0))).toBe(true);
			expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b));
			const choices = Array.from({ length: 2 ** times.length }, (_, bits) =>
				times.filter((_, at) => (bits >> at) % 2 === 1),
			);
			expect(kept).toHaveLength(Math.max(...choices.filter(isInOrder).map(({ length }) => length)));
		}),
	);
});

it.each([
	["what is further down goes", [2, 1], [0]],
	["an early slip is one slip", [1, 99, 2, 3, 4], [0, 2, 3, 4]],
	["equal times are in order", [1, 1, 1], [0, 1, 2]],
	["nothing of nothing", [], []],
])("%s", (_, times, kept) => {
	expect(longestInOrder(times)).toEqual(kept);
});
