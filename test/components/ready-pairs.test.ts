import { describe, expect, it } from "vitest";
import { type Comparable, readyPairs } from "../../src/components/compare/ready-pairs.ts";

const handoff = (id: string, given: Partial<Comparable> = {}): Comparable => ({
	id,
	slug: id,
	title: `Title of ${id}`,
	parent: null,
	status: "PASS",
	packages: [],
	relations: [],
	hasResults: true,
	statusInstead: null,
	...given,
});
const after = (parent: string) => ({ parent: { id: parent, href: null } });
const told = (handoffs: readonly Comparable[]) =>
	Object.fromEntries(
		[...readyPairs(handoffs)].map(([reason, pairs]) => [
			reason,
			pairs.map(({ left, right }) => `${left.id} ${right.id}`),
		]),
	);

describe("the pairs that the page of comparisons offers", () => {
	it("stand under the reason why people compare them, each once, those built last first", () => {
		const replaces = {
			type: "supersedes",
			direction: "out",
			isLater: false,
			state: "stated",
			title: null,
			href: null,
			place: null,
		} as const;
		expect(
			told([
				handoff("H-1", { status: "PARTIAL", packages: ["PKG-A"] }),
				handoff("H-1A", { ...after("H-1"), packages: ["PKG-A"] }),
				handoff("H-2", { packages: ["PKG-B"], relations: [{ ...replaces, direction: "in", id: "H-4" }] }),
				handoff("H-2A", { ...after("H-2"), status: "FAIL" }),
				handoff("H-3", { packages: ["PKG-C", "PKG-A"] }),
				handoff("H-4", { packages: ["PKG-B", "PKG-A"], relations: [{ ...replaces, id: "H-2" }] }),
			]),
		).toEqual({
			mended: ["H-1 H-1A"],
			replaced: ["H-2 H-4"],
			followUp: ["H-2 H-2A"],
			samePackage: ["H-3 H-4", "H-1A H-3"],
		});
	});

	it("are few, and none where there is nothing to compare", () => {
		const many = Array.from({ length: 30 }, (_, at) => handoff(`H-${at}`, { packages: ["PKG-A"] }));
		expect(told(many)["samePackage"]).toHaveLength(8);
		expect(told(many)["samePackage"]?.[0]).toBe("H-28 H-29");
		expect(told([handoff("H-1", after("H-0")), handoff("H-2")])).toEqual({});
	});
});
