import type { Handoff, Relation } from "#model/archive.ts";
import { filePlace } from "../judging/places.ts";
import { archiveRule } from "../judging/rule.ts";
import { sampleArchive, samplePaths } from "../samples/handoff.ts";
import { pathOf } from "../shared/archive-facts.ts";

const sample = sampleArchive();

export default archiveRule({
	id: "results/missing",
	source: { standard: "BHS", section: "Results File" },
	severity: "error",
	requires: "A handoff has RESULTS before any later one has.",
	why: "Handoffs were once accepted without RESULTS, and the next builders started from a state that nobody had recorded.",
	remedy: "Write the RESULTS of {handoff}, or mark it as superseded or abandoned in the waivers.",
	messages: {
		missing: "{handoff} has no RESULTS, though {later}, which comes later, has.",
		unsure: "{handoff} has no RESULTS; {later} has, but nothing states which of the two comes first.",
	},
	statements: {
		has: "{handoff} has RESULTS.",
		open: "{handoff} is open: no later handoff has RESULTS.",
		later: "the later RESULTS",
	},
	examples: {
		valid: [
			{ title: "RESULTS are there", files: sample },
			{
				title: "The last handoff is open",
				files: { ...sample, "H-2/H-2_BUILDER_HANDOFF.md": "# H-2: Tide table\n" },
			},
		],
		invalid: [
			{
				title: "A later handoff has RESULTS",
				files: {
					[samplePaths.spec]: sample[samplePaths.spec] ?? "",
					"H-2/H-2_BUILDER_HANDOFF.md": "# H-2: Tide table\n",
					"H-2/H-2_RESULTS.md": "# Results: H-2\n",
				},
				findings: ["H-1/H-1_BUILDER_HANDOFF.md H-1 has no RESULTS, though H-2, which comes later, has."],
			},
			{
				title: "Its only file is named like no document",
				files: {
					"H-1/RESULTS.md": "# Results: H-1\n",
					"H-2/H-2_RESULTS.md": "# Results: H-2\n",
				},
				findings: ["H-1/RESULTS.md H-1 has no RESULTS, though H-2, which comes later, has."],
			},
			{
				title: "A follow-up that may be older or younger than the next number",
				files: {
					...sample,
					"H-1A/H-1A_BUILDER_HANDOFF.md": "# H-1A: Fix\n",
					"H-2/H-2_BUILDER_HANDOFF.md": "# H-2: Tide table\n",
					"H-2/H-2_RESULTS.md": "# Results: H-2\n",
				},
				findings: [
					"H-1A/H-1A_BUILDER_HANDOFF.md H-1A has no RESULTS; H-2 has, but nothing states which of the two comes first.",
				],
			},
		],
	},
	*check({ handoffs, relations }) {
		const later = new LaterResults(handoffs, relations);
		for (const handoff of handoffs.toSorted((a, b) => b.order - a.order)) {
			const { id } = handoff;
			// What is named wrongly is there all the same, and is no RESULTS: a handoff of such files alone is judged like any other.
			const path = pathOf(handoff, ["spec", "prompt", "other"]);
			const results = pathOf(handoff, ["results"]);
			if (results !== undefined) {
				later.add(handoff);
				yield { verdict: "pass", statement: "has", data: { handoff: id }, handoff: id, place: filePlace(results) };
				continue;
			}
			if (path === undefined) continue;
			const certain = later.certainlyAfter(handoff);
			const found = certain ?? later.perhapsAfter(handoff);
			if (found)
				yield {
					messageId: certain ? "missing" : "unsure",
					...(certain ? {} : { severity: "warning", decides: "needs-human" }),
					place: filePlace(path),
					handoff: id,
					data: { handoff: id, later: found.id },
					related: [{ place: filePlace(pathOf(found, ["results"]) ?? path), statement: "later" }],
				};
			else yield { verdict: "not-applicable", statement: "open", data: { handoff: id }, handoff: id };
		}
	},
});

/** Handoffs with RESULTS, met from the last to the first in build order; the one nearest after a handoff is kept. */
class LaterResults {
	readonly #nearest = new Map<string, Handoff>();
	readonly #successors = new Map<string, Handoff>();

	constructor(handoffs: readonly Handoff[], relations: readonly Relation[]) {
		const done = new Map(
			handoffs.filter((handoff) => pathOf(handoff, ["results"])).map((handoff) => [handoff.id, handoff]),
		);
		for (const { from, to, type, state } of relations) {
			const successor = done.get(from);
			if (successor && state === "stated" && (type === "predecessor" || type === "builds-on" || type === "depends-on"))
				this.#successors.set(to, successor);
		}
	}

	add(handoff: Handoff): void {
		this.#nearest.set(seriesOf(handoff), handoff);
		if (isNumbered(handoff)) this.#nearest.set("numbered", handoff);
	}

	/** One that names the handoff as what it builds on, has a later number or letter in the same series, or a later date. */
	certainlyAfter(handoff: Handoff): Handoff | undefined {
		const inSeries = this.#nearest.get(handoff.family === "component" ? "numbered" : seriesOf(handoff));
		const found = this.#successors.get(handoff.id) ?? inSeries;
		const perhaps = this.perhapsAfter(handoff);
		if (found || !perhaps?.date || !handoff.date) return found;
		return perhaps.date > handoff.date ? perhaps : undefined;
	}

	/** The next numbered one: numbers do not say when a follow-up or a cleanup was built. */
	perhapsAfter(handoff: Handoff): Handoff | undefined {
		return isNumbered(handoff) ? this.#nearest.get("numbered") : undefined;
	}
}

function isNumbered({ family }: Handoff): boolean {
	return family === "component" || family === "follow-up";
}

/** Handoffs that are numbered one after the other: a family, or the follow-ups of one handoff. */
function seriesOf({ family, parent, id }: Handoff): string {
	return family === "other" ? id : `${family} ${parent ?? ""}`;
}
