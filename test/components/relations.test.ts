import type { HandoffEntry } from "virtual:handoff-archive/entries";
import { expect, it } from "vitest";
import { cameAfter } from "../../src/components/handoff/after.ts";
import { byOther } from "../../src/components/handoff/relations.ts";

type Relation = HandoffEntry["relations"][number];
const relation = (id: string, direction: "in" | "out") =>
	({ type: "mentions", id, title: `Title of ${id}`, href: null, direction, state: "stated", place: null }) as Relation;

it("tells all relations to one handoff together, in the order of the first", () => {
	const found = byOther([relation("H-3", "out"), relation("H-1", "out"), relation("H-3", "in")]);
	expect(found.map(({ id, relations }) => [id, relations.map(({ direction }) => direction)])).toEqual([
		["H-3", ["out", "in"]],
		["H-1", ["out"]],
	]);
});

it("says once that a later handoff works on several packages", () => {
	const touch = { id: "H-2", title: "Lamp", href: null, packages: ["PKG-A-001", "PKG-B-001"], files: [], moreFiles: 0 };
	const [later] = cameAfter({ relations: [], after: { touches: [touch], more: 0 } } as Parameters<typeof cameAfter>[0]);
	expect(later?.deeds).toEqual([{ words: "works on", what: ["PKG-A-001", "PKG-B-001"], place: null }]);
});
