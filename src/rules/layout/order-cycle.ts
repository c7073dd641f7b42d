import type { Relation } from "#model/archive.ts";
import { type Term, term } from "#words/because.ts";
import { filePlace } from "../judging/places.ts";
import { archiveRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { lineStart, pathOf } from "../shared/archive-facts.ts";

export default archiveRule({
	id: "layout/order-cycle",
	source: { standard: "BHS", section: "Baseline Snapshot" },
	severity: "warning",
	requires: "The order that handoffs state of themselves does not run in a circle.",
	why: "The baseline of each handoff is compared with the one before it. In a circle there is none before.",
	remedy: "Correct the predecessor or dependency in one of {handoffs}.",
	messages: { circle: "{from} states that it comes after {to}, but the order stated by {handoffs} runs in a circle." },
	statements: {
		part: "also part of the circle",
	},
	examples: {
		valid: [{ title: "One after the other", files: sampleArchive() }],
		invalid: [
			{
				title: "Two handoffs that each come after the other",
				files: {
					"H-1/H-1_BUILDER_HANDOFF.md": "# H-1: Tide gauge\n\n**Predecessor:** H-2\n",
					"H-2/H-2_BUILDER_HANDOFF.md": "# H-2: Tide table\n\n**Predecessor:** H-1\n",
				},
				findings: [
					"H-1/H-1_BUILDER_HANDOFF.md:3:1 H-1 states that it comes after H-2, but the order stated by H-1, H-2 runs in a circle.",
				],
			},
		],
	},
	*check({ cycles = [], handoffs }) {
		const paths = new Map(
			handoffs.map((handoff) => [handoff.id, pathOf(handoff, ["spec", "results", "prompt", "other"])]),
		);
		const placeOf = ({ from, source }: Relation) =>
			source ? lineStart(source.path, source.line) : filePlace(paths.get(from) ?? ".");
		for (const cycle of cycles) {
			const members = named(cycle.handoffs);
			const circle = cycle.setAside.slice(0, mostNamed + 1);
			for (const relation of cycle.setAside) {
				const { from, to } = relation;
				yield {
					messageId: "circle",
					place: placeOf(relation),
					handoff: from,
					data: { from, to, handoffs: members },
					related: circle
						.filter((other) => other !== relation)
						.slice(0, mostNamed)
						.map((other) => ({ place: placeOf(other), statement: "part" })),
				};
			}
		}
	},
});

/** A circle can hold every handoff of an archive; naming all in each finding would grow with the square of it. */
const mostNamed = 8;

function named(handoffs: readonly string[]): string | Term {
	const count = handoffs.length - mostNamed;
	const names = handoffs.slice(0, mostNamed).join(", ");
	return count > 0 ? term("andMore", { names, count }) : names;
}
