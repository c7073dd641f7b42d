import type { Block } from "#extract/text/blocks.ts";
import { normalise } from "#extract/text/text.ts";
import { normalised } from "#extract/text/vocabulary.ts";
import { oncePer } from "#model/once-per.ts";
import type { SpecForm } from "#model/spec-form.ts";
import { linePlace } from "../judging/places.ts";
import { documentRule } from "../judging/rule.ts";
import { sampleArchive } from "../samples/handoff.ts";
import { specSection } from "../shared/spec-sections.ts";

type Constraint = SpecForm["constraints"][number];

export default documentRule({
	id: "spec/constraints",
	kinds: ["spec"],
	source: { standard: "BHS", section: "Required Sections, 2. Critical Constraints" },
	severity: "error",
	requires: "The critical constraints are a numbered list that holds the ten non-negotiable rules.",
	why: "Each rule is the scar of a build that went wrong without it; a builder keeps only those the spec repeats.",
	remedy: 'Add the rule "{lead}" to the numbered list: {asks}',
	messages: {
		missing: 'The non-negotiable rule {number}, "{lead}", is missing.',
		unnumbered: "The critical constraints are no numbered list.",
	},
	statements: {
		all: "All {count} non-negotiable rules are in the numbered list.",
	},
	examples: {
		valid: [
			{ title: "All ten rules are there", files: sampleArchive() },
			{
				title: "In another wording, with rules of the task after them",
				files: sampleArchive({
					spec: [
						["4. **End-to-end verification.**", "4. **E2E verification.**"],
						[
							"package count and total tests.\n",
							"package count and total tests.\n11. **One owner.** Nobody else opens the port.\n",
						],
					],
				}),
			},
		],
		invalid: [
			{
				title: "A rule is left out",
				files: sampleArchive({
					spec: [["5. **No hardcoding.** Port, rate and limits come from configuration.\n", ""]],
				}),
				findings: ['H-1/H-1_BUILDER_HANDOFF.md:14:1 The non-negotiable rule 5, "No hardcoding", is missing.'],
			},
			{
				title: "Bullets instead of numbers",
				files: sampleArchive({
					spec: Array.from({ length: 10 }, (_, index) => [`\n${index + 1}. **`, "\n- **"] as const),
				}),
				findings: ["H-1/H-1_BUILDER_HANDOFF.md:11:1 The critical constraints are no numbered list."],
			},
		],
	},
	*check(subject) {
		const section = specSection(subject, "criticalConstraints");
		if ("verdict" in section) return yield section;
		const { parsed, standard } = subject;
		const { constraints } = standard.spec;
		const entries = section.blocks.flatMap(entriesOf);
		const lines = constraints.map((constraint) => {
			const phrases = phrasesOf(constraint);
			return entries.find((entry) => says(entry, phrases))?.line;
		});
		const [first] = section.nodes;
		const isNumbered =
			section.nodes.some((node) => node.type === "list" && node.ordered === true) ||
			entries.some(({ isNumbered: numbered }) => numbered);
		if (!isNumbered)
			yield {
				messageId: "unnumbered",
				place: linePlace(parsed, first?.position?.start.line ?? section.heading.line),
				data: leadData(constraints[0]),
			};
		for (const [index, constraint] of constraints.entries()) {
			if (lines[index] !== undefined) continue;
			const before = lines.slice(0, index).findLast((line) => line !== undefined) ?? section.heading.line;
			yield {
				messageId: "missing",
				place: linePlace(parsed, before),
				data: { number: constraint.number, ...leadData(constraint) },
			};
		}
		const from = lines[0];
		if (isNumbered && from !== undefined && !lines.includes(undefined))
			yield {
				verdict: "pass",
				statement: "all",
				data: { count: constraints.length },
				place: linePlace(parsed, from),
			};
	},
});

/** The words that open a constraint, normalised; once per standard. */
const phrasesOf = oncePer(({ aliases, lead }: Constraint): readonly string[] => [
	...normalised(aliases),
	normalise(lead),
]);

function leadData(constraint: Constraint | undefined) {
	return { lead: constraint?.lead ?? "", asks: constraint?.asks ?? "" };
}

interface Entry {
	readonly line: number;
	readonly isNumbered: boolean;
	/** The entry's beginning, and its lead alone: up to the first full stop, colon or dash; both normalised. */
	readonly words: string;
	readonly head: string;
}

/** A rule may be an item of the list, a heading, or a paragraph that starts with its number or in bold. */
function entriesOf(block: Block): readonly Entry[] {
	switch (block.kind) {
		case "item":
		case "heading":
			return [entryOf(block.text, block.line)];
		case "paragraph":
			return block.lines.map((text, index) => entryOf(text, block.line + index));
		default:
			return [];
	}
}

/** No lead phrase is longer. */
const longestLead = 120;

function entryOf(text: string, line: number): Entry {
	const number = /^\d{1,3}[.)]\s+/u.exec(text)?.[0] ?? "";
	const bare = text.slice(number.length, number.length + longestLead);
	const end = bare.search(/[.:!](?:\s|$)|\s[—–-]{1,2}\s|\n/u);
	return {
		line,
		isNumbered: number !== "",
		words: normalise(bare),
		head: normalise(end === -1 ? bare : bare.slice(0, end)),
	};
}

/** Whether an entry opens with a lead phrase; of a phrase of one word, the lead must be nothing else. */
function says({ words, head }: Entry, phrases: readonly string[]): boolean {
	return phrases.some(
		(phrase) =>
			phrase === head ||
			(words.startsWith(phrase) && phrase.includes(" ") && (words === phrase || words[phrase.length] === " ")),
	);
}
