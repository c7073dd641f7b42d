import { packages as t } from "virtual:handoff-archive/words";
import { say } from "../say.ts";

type Slice = ReturnType<typeof import("virtual:handoff-archive/bodies").packageAt>;

interface StatedFact {
	readonly label: string;
	readonly value: string;
	/** What else the value is called, or what it was before. */
	readonly note: string | null;
	readonly handoff: Slice["layers"][number]["handoff"];
	readonly place: Slice["layers"][number]["place"];
}

/** Layer and tier of a package, the latest value first; every value that a plan has given it is there. */
export function factWords({ layers, tiers }: Slice): readonly StatedFact[] {
	const facts = (label: string, statements: Slice["layers"]) =>
		statements.toReversed().map(({ value, known, handoff, place }, index): StatedFact => {
			const written = known !== null && known.toLowerCase() !== value.toLowerCase() ? say(t.written, { value }) : null;
			const earlier = index > 0 ? t.earlier : null;
			return {
				label,
				value: known ?? value,
				note: [earlier, written].filter(Boolean).join(", ") || null,
				handoff,
				place,
			};
		});
	return [...facts(t.columns.layer, layers), ...facts(t.columns.tier, tiers)];
}
