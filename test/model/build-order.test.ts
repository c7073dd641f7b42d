import { expect, it } from "vitest";
import { builtBesides, inBuildOrder } from "#model/build-order.ts";

const handoffs = [
	{ id: "H-3", order: 3 },
	{ id: "H-1", order: 1 },
	{ id: "H-2", order: 2 },
];

it("puts handoffs in build order and leaves the list as it was", () => {
	expect(inBuildOrder(handoffs).map(({ id }) => id)).toEqual(["H-1", "H-2", "H-3"]);
	expect(handoffs[0]?.id).toBe("H-3");
});

it.each([
	["H-1", null, "H-2"],
	["H-2", "H-1", "H-3"],
	["H-3", "H-2", null],
	["H-9", null, null],
])("%s was built after %s and before %s", (id, previous, next) => {
	expect(builtBesides({ id }, handoffs)).toEqual({ previous, next });
});
