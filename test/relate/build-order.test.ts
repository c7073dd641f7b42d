import { describe, expect, it } from "vitest";
import type { Relation } from "#model/archive.ts";
import type { RelationType } from "#model/documents.ts";
import { meaningOf } from "#model/ids.ts";
import { buildOrder } from "#relate/handoffs/build-order.ts";
import { processorTime } from "../processor-time.ts";
import { standards } from "../rules/archive.ts";

const handoffs = (...names: string[]) =>
	names.map((name) => {
		const [id = "", date = null] = name.split(" ");
		return { id, date, family: meaningOf(id, standards).family };
	});

/** "H-3 depends-on H-20", stated; "H-3A follow-up-of H-3 derived". */
const relations = (...texts: string[]): Relation[] =>
	texts.map((text) => {
		const [from = "", type = "", to = "", state = "stated"] = text.split(" ");
		return {
			from,
			to,
			type: type as RelationType,
			state: state as Relation["state"],
			source: { path: `${from}.md`, line: 1 },
		};
	});

describe("buildOrder", () => {
	it("counts numbers, each with its follow-ups by letter", () => {
		const { ids, stated } = buildOrder(handoffs("H-10", "H-3B", "H-2", "H-3", "H-3A"), []);
		expect(ids).toEqual(["H-2", "H-3", "H-3A", "H-3B", "H-10"]);
		expect([...stated]).toEqual([]);
	});

	it("puts a cleanup of which nothing else is known before the next of its series that has a place", () => {
		const names = ["H-1", "H-2", "H-3", "CLEANUP-0", "CLEANUP-1", "CLEANUP-2", "CLEANUP-3"];
		const { ids } = buildOrder(handoffs(...names), relations("H-3 depends-on CLEANUP-2"));
		expect(ids).toEqual(["H-1", "H-2", "CLEANUP-0", "CLEANUP-1", "CLEANUP-2", "H-3", "CLEANUP-3"]);
	});

	it("lets a handoff wait for the one it depends on, and nothing else wait", () => {
		const { ids } = buildOrder(handoffs("H-1", "H-2", "H-3", "H-4"), relations("H-2 depends-on H-3"));
		expect(ids).toEqual(["H-1", "H-3", "H-2", "H-4"]);
	});

	it("takes the follow-ups of a waiting handoff along", () => {
		const { ids } = buildOrder(
			handoffs("H-1", "H-1A", "H-2", "H-3"),
			relations("H-1 builds-on H-2", "H-1A follow-up-of H-1 derived"),
		);
		expect(ids).toEqual(["H-2", "H-1", "H-1A", "H-3"]);
	});

	it("calls a place stated where its predecessor is, and inferred where only the id says so", () => {
		const { stated } = buildOrder(
			handoffs("H-1", "H-2", "H-2A", "H-3", "H-4"),
			relations("H-2 predecessor H-1", "H-2A follow-up-of H-2 derived", "H-4 depends-on H-1"),
		);
		expect([...stated]).toEqual(["H-2"]);
	});

	it("puts a cleanup after what it follows, by date, before what follows it, or at the end", () => {
		const some = ["H-1 2026-01-01", "H-2 2026-01-05", "H-3 2026-01-09"];
		const order = (cleanup: string, ...stated: string[]) =>
			buildOrder(handoffs(...some, cleanup), relations(...stated)).ids.indexOf(cleanup.split(" ")[0] ?? "");
		expect(order("CLEANUP-1", "CLEANUP-1 predecessor H-1")).toBe(1);
		expect(order("CLEANUP-1 2026-01-06")).toBe(2);
		expect(order("CLEANUP-1", "H-3 predecessor CLEANUP-1")).toBe(2);
		expect(order("CLEANUP-1", "CLEANUP-1 supersedes H-1")).toBe(3);
		expect(order("CLEANUP-1")).toBe(3);
	});

	it("puts a cleanup by its date among those that it found files of and that found files of it", () => {
		const some = ["H-1 2026-01-01", "H-2 2026-01-05", "H-3 2026-01-09", "H-4 2026-01-20"];
		const order = (cleanup: string) =>
			buildOrder(
				handoffs(...some, cleanup),
				[],
				[
					{ before: "H-1", after: "CLEANUP-1" },
					{ before: "CLEANUP-1", after: "H-4" },
				],
			).ids.indexOf("CLEANUP-1");
		expect(order("CLEANUP-1 2026-01-06")).toBe(2);
		expect(order("CLEANUP-1")).toBe(3);
		expect(order("CLEANUP-1 2025-12-01")).toBe(3);
		expect(order("CLEANUP-1 2026-02-01")).toBe(3);
	});

	it("orders a circle by number and says which statements it set aside", () => {
		const stated = relations(
			"H-1 predecessor H-3",
			"H-2 predecessor H-1",
			"H-3 predecessor H-2",
			"H-4 predecessor H-3",
		);
		const { ids, cycles } = buildOrder(handoffs("H-1", "H-2", "H-3", "H-4"), stated);
		expect(ids).toEqual(["H-1", "H-2", "H-3", "H-4"]);
		expect(cycles).toEqual([{ handoffs: ["H-1", "H-2", "H-3"], setAside: stated.slice(0, 1) }]);
	});

	it("gives the same order whatever order it is asked in", () => {
		const names = ["H-1", "H-2", "H-2A", "H-3", "CLEANUP-1", "CLEANUP-2", "BUGFIX-X", "H-10"];
		const stated = relations("H-2 depends-on H-3", "H-3 depends-on H-2", "CLEANUP-1 predecessor H-10");
		const wanted = buildOrder(handoffs(...names), stated).ids;
		expect(buildOrder(handoffs(...names.toReversed()), stated.toReversed()).ids).toEqual(wanted);
	});

	it("orders a chain of 20,000 handoffs without exhausting the stack", () => {
		const names = Array.from({ length: 20_000 }, (_, index) => `H-${index + 1}`);
		const chain = names.slice(1).map((name, index) => `${name} predecessor ${names[index]}`);
		const begin = processorTime();
		expect(buildOrder(handoffs(...names.toReversed()), relations(...chain)).ids).toEqual(names);
		expect(processorTime() - begin).toBeLessThan(3000);
	});

	it("puts every prerequisite first, in a long chain against the numbers too", () => {
		const names = Array.from({ length: 500 }, (_, index) => `H-${index + 1}`);
		const chain = names.slice(1).map((name, index) => `${names[index]} predecessor ${name}`);
		expect(buildOrder(handoffs(...names), relations(...chain)).ids).toEqual(names.toReversed());
	});
});
